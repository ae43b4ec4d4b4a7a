import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logBeta, logGamma } from '../numerics/gammaFunctions.js';
import { bgNbdLikelihood } from './bgNbdLikelihood.js';

const size = fc.double({ min: -2.5, max: 2.5, noNaN: true }).map(Math.exp);
const parameters = fc.tuple(size, size, size, size);
const customer = fc
  .record({
    frequency: fc.nat({ max: 30 }),
    tenure: fc.double({ min: 0, max: 60, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ frequency, tenure, share }) => ({
    frequency,
    tenure,
    recency: frequency === 0 ? 0 : tenure * share,
  }));
const customers = fc.array(customer, { minLength: 1, maxLength: 8 });

type Customer = { readonly frequency: number; readonly recency: number; readonly tenure: number };
const likelihoodOf = (chosen: readonly Customer[]) =>
  bgNbdLikelihood({
    count: chosen.length,
    frequency: Float64Array.from(chosen, ({ frequency }) => frequency),
    recency: Float64Array.from(chosen, ({ recency }) => recency),
    tenure: Float64Array.from(chosen, ({ tenure }) => tenure),
  });

/** Equation 6 of Fader, Hardie and Lee (2005), as it stands there, in logarithms. */
function textbook([r, alpha, a, b]: readonly [number, number, number, number], chosen: readonly Customer[]) {
  return chosen.reduce((sum, { frequency: x, recency, tenure }) => {
    const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - logBeta(a, b);
    const alive = logBeta(a, b + x) - (r + x) * Math.log(alpha + tenure);
    if (x === 0) return sum + common + alive;
    const left = logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + recency);
    return sum + common + Math.max(alive, left) + Math.log1p(Math.exp(-Math.abs(alive - left)));
  }, 0);
}

test('The log-likelihood is that of the paper', () => {
  fc.assert(
    fc.property(parameters, customers, (point, chosen) => {
      const { value } = likelihoodOf(chosen)(point);
      expect(Math.abs(value - textbook(point, chosen))).toBeLessThan(1e-10 * Math.max(1, Math.abs(value)));
    }),
  );
});

test('Its derivatives are what small steps show', () => {
  fc.assert(
    fc.property(parameters, customers, fc.nat({ max: 3 }), (point, chosen, index) => {
      const shapeAt = likelihoodOf(chosen);
      const { gradient, hessian } = shapeAt(point);
      const step = 1e-5 * (point[index] ?? 1);
      const moved = (by: number) => shapeAt(point.map((value, at) => (at === index ? value + by : value)));
      const [before, after] = [moved(-step), moved(step)];
      const slope = (after.value - before.value) / (2 * step);
      expect(Math.abs(slope - (gradient[index] ?? 0)) * step).toBeLessThan(
        1e-8 * Math.max(1, Math.abs(before.value)),
      );
      for (let other = 0; other < 4; other++) {
        const difference = (after.gradient[other] ?? 0) - (before.gradient[other] ?? 0);
        const bend = hessian[index * 4 + other] ?? 0;
        const scale = Math.max(1, Math.abs(bend) * step, Math.abs(gradient[other] ?? 0));
        expect(Math.abs(difference - 2 * step * bend)).toBeLessThan(1e-7 * scale);
      }
    }),
  );
});
