import { describe, expect, test } from 'vitest';
import { digamma, logBeta, logGamma, trigamma } from './gammaFunctions.js';

// Computed with mpmath 1.3.0 at 40 digits.
const GAMMA: readonly (readonly [x: number, logGamma: number, digamma: number, trigamma: number])[] = [
  [1e-10, 23.025850929882736, -10000000000.577215, 1e20],
  [0.001, 6.907178885383853, -1000.5755719318103, 1000001.6425331959],
  [0.1, 2.252712651734206, -10.423754940411078, 101.43329915079276],
  [0.5, 0.5723649429247001, -1.9635100260214235, 4.934802200544679],
  [1.0, 0.0, -0.5772156649015329, 1.6449340668482264],
  [1.4616321449683622, -0.12148629053584961, -3.9928730412463046e-17, 0.9676722454476212],
  [1.5, -0.12078223763524522, 0.03648997397857652, 0.9348022005446793],
  [2.0, 0.0, 0.42278433509846713, 0.6449340668482264],
  [2.5, 0.2846828704729192, 0.7031566406452432, 0.49035775610023485],
  [3.7, 1.4280723266653879, 1.1671535393615113, 0.31003785767003833],
  [7.99, 8.50501160608848, 2.014309222046224, 0.1333142456598576],
  [8.0, 8.525161361065415, 2.01564147795561, 0.1331370146940314],
  [10.0, 12.801827480081469, 2.251752589066721, 0.10516633568168575],
  [25.5, 56.389167643719944, 3.2189424728839198, 0.03999466964956292],
  [100.0, 359.1342053695754, 4.600161852738087, 0.010050166663333571],
  [1234.5, 7550.550901077895, 7.118016231827998, 0.0008103727271269667],
  [1000000.0, 12815504.569147611, 13.815510057964191, 1.0000005000001667e-6],
  [1000000000000000.0, 3.3538776394910668e16, 34.538776394910684, 1.0000000000000005e-15],
];

const BETA: readonly (readonly [a: number, b: number, logBeta: number])[] = [
  [0.5, 0.5, 1.1447298858494002],
  [1.0, 1.0, 0.0],
  [2.0, 3.0, -2.4849066497880004],
  [1e-6, 2.5, 13.815509277592545],
  [0.793, 5002.426, -6.5956311339743365],
  [0.8, 1000000.0, -10.90034868797159],
  [500.0, 900.0, -914.4264350461566],
  [1000000.0, 1000000.0, -1386300.003362921],
  [3000.0, 4.0, -30.235710024039296],
];

/** How far a number may be off: a few roundings of the number, or of 1 where it is smaller. */
const near = (expected: number) => 8e-15 * Math.max(1, Math.abs(expected));

describe.each(GAMMA)('at %d', (x, ...expected) => {
  test.each([logGamma, digamma, trigamma].map((compute, index) => [compute.name, compute, index] as const))(
    '%s agrees with mpmath',
    (_, compute, index) => {
      const value = expected[index] ?? Number.NaN;
      expect(Math.abs(compute(x) - value)).toBeLessThanOrEqual(near(value));
    },
  );
});

test.each(BETA)('ln B(%d, %d) agrees with mpmath, both ways', (a, b, expected) => {
  expect(Math.abs(logBeta(a, b) - expected)).toBeLessThanOrEqual(near(expected));
  expect(logBeta(b, a)).toBe(logBeta(a, b));
});
