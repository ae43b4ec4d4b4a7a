import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gammaGammaLikelihood } from './gammaGammaLikelihood.js';

const size = fc.double({ min: -2, max: 3, noNaN: true }).map(Math.exp);
const customers = fc.array(
  fc.record({
    frequency: fc.integer({ min: 1, max: 30 }),
    meanAmountMinor: size.map((value) => value * 100),
  }),
  { minLength: 1, maxLength: 8 },
);

test('The derivatives of the Gamma-Gamma likelihood are what small steps show', () => {
  fc.assert(
    fc.property(fc.tuple(size, size, size), customers, fc.nat({ max: 2 }), (point, chosen, index) => {
      const shapeAt = gammaGammaLikelihood({
        count: chosen.length,
        frequency: Float64Array.from(chosen, ({ frequency }) => frequency),
        meanAmountMinor: Float64Array.from(chosen, ({ meanAmountMinor }) => meanAmountMinor),
      });
      const { gradient, hessian } = shapeAt(point);
      const step = 1e-5 * (point[index] ?? 1);
      const moved = (by: number) => shapeAt(point.map((value, at) => (at === index ? value + by : value)));
      const [before, after] = [moved(-step), moved(step)];
      const slope = (after.value - before.value) / (2 * step);
      expect(Math.abs(slope - (gradient[index] ?? 0)) * step).toBeLessThan(
        1e-8 * Math.max(1, Math.abs(before.value)),
      );
      for (let other = 0; other < 3; other++) {
        const difference = (after.gradient[other] ?? 0) - (before.gradient[other] ?? 0);
        const bend = hessian[index * 3 + other] ?? 0;
        const scale = Math.max(1, Math.abs(bend) * step, Math.abs(gradient[other] ?? 0));
        expect(Math.abs(difference - 2 * step * bend)).toBeLessThan(1e-7 * scale);
      }
    }),
  );
});
