import { describe, expect, test } from 'vitest';
import { normalQuantile, normalTail } from './normalDistribution.js';

// scipy 1.17.1: norm.sf and norm.isf.
describe('the normal distribution agrees with scipy', () => {
  test.each<[number, number]>([
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145707],
    [1.96, 0.024997895148220435],
    [2.9999, 0.001350341282954925],
    [3, 0.0013498980316300933],
    [3.0001, 0.0013494549132607172],
    [5, 2.866515718791933e-7],
    [8, 6.22096057427174e-16],
    [20, 2.7536241186061556e-89],
    [37, 5.7255712225239266e-300],
  ])('beyond %d lies %d', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 11);
    expect(normalTail(-z)).toBeCloseTo(1 - tail, 14);
  });

  test.each<[number, number]>([
    [0.5, 0],
    [0.2, 0.8416212335729142],
    [0.1, 1.2815515655446004],
    [0.025, 1.9599639845400545],
    [0.005, 2.575829303548901],
    [1e-6, 4.753424308822899],
    [1e-12, 7.034483825301131],
  ])('the quantile of %d is %d', (tail, z) => {
    expect(normalQuantile(tail)).toBeCloseTo(z, 11);
  });
});
