import { describe, expect, test } from 'vitest';
import { integratedPeak } from './integratedPeak.js';

/** ln(1 + e^v). */
const softplus = (v: number) => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));

describe('The integral of a function with one peak', () => {
  test.each([
    ['the bell curve', (v: number) => -(v ** 2) / 2, Math.sqrt(2 * Math.PI)],
    ['a narrow bell far away', (v: number) => -(((v - 32) * 64) ** 2) / 2, Math.sqrt(2 * Math.PI) / 64],
    // The density of the logistic distribution
    ['the logistic curve', (v: number) => -v - 2 * softplus(-v), 1],
    // e^(v/1000) up to 0 and e^(-v) after it, rounded off: B(0.001, 1) = 1000
    ['a long tail on one side', (v: number) => v / 1000 - 1.001 * softplus(v), 1000],
    // B(0.0005, 0.0001): tails of thousands that meet at a bend of 1
    ['long tails on both sides', (v: number) => 0.0005 * v - 0.0006 * softplus(v), 11999.999013472123],
    // 1 / ((1 + e^(v - 30)) (1 + e^(-v - 30))): a table mountain 60 wide
    ['a table mountain', (v: number) => -softplus(v - 30) - softplus(-v - 30), 60],
  ])('%s', (_, logAt, expected) => {
    expect(integratedPeak(logAt, -80, 90) / expected).toBeCloseTo(1, 13);
  });
});
