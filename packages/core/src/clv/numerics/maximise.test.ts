import { describe, expect, test } from 'vitest';
import { type LocalShape, maximise } from './maximise.js';

/** -(1-x)² - 100 (y-x²)², the banana valley of Rosenbrock turned over; its top is at (1, 1). */
function banana([x = 0, y = 0]: readonly number[]): LocalShape {
  const ridge = y - x ** 2;
  return {
    value: -((1 - x) ** 2) - 100 * ridge ** 2,
    gradient: [2 * (1 - x) + 400 * x * ridge, -200 * ridge],
    hessian: [-2 + 400 * ridge - 800 * x ** 2, 400 * x, 400 * x, -200],
  };
}

describe('Climbing', () => {
  test.each([
    [[-1.2, 1]],
    [[0, 0]],
    [[8, -3]],
    // The function bends upwards here.
    [[0, 5]],
  ])('a crooked ridge from %j leads to its top', (start) => {
    const { point, converged, expectedGain } = maximise(banana, start);
    expect(point[0]).toBeCloseTo(1, 5);
    expect(point[1]).toBeCloseTo(1, 5);
    expect([converged, expectedGain < 1e-9]).toEqual([true, true]);
  });

  test('a slope without end stops, and is not taken for a top', () => {
    // -e^(-x) rises for ever.
    const slope = ([x = 0]: readonly number[]): LocalShape => ({
      value: -Math.exp(-x) * 1e9,
      gradient: [Math.exp(-x) * 1e9],
      hessian: [Math.exp(-x) * 1e9],
    });
    const { converged, iterations } = maximise(slope, [0]);
    expect(converged).toBe(false);
    expect(iterations).toBeLessThanOrEqual(200);
  });

  test('a plane leads nowhere', () => {
    const { converged, expectedGain } = maximise(() => ({ value: 1, gradient: [0], hessian: [0] }), [0]);
    expect([converged, expectedGain]).toEqual([false, Number.POSITIVE_INFINITY]);
  });
});
