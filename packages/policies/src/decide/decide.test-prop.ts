import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRunOf, policyRuns } from '../../test/playCases.js';
import { toyPolicy } from '../../test/toyPolicy.js';

test('whatever commands come, the kernel keeps its promises', () => {
  const run = anyRunOf(toyPolicy(), ({ current }) => {
    const { promisedMinor = 0, paidBackMinor = 0 } = current.counters.case;
    expect(paidBackMinor).toBeLessThanOrEqual(promisedMinor);
  });
  fc.assert(run, { numRuns: policyRuns() });
}, 600_000);
