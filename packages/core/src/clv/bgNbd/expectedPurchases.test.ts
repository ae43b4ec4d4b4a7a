import { AftercareError } from '@aftercare/core';
import { createBgNbdModel, expectedPurchases, probabilityAlive, type TimeSpan } from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { expectedPurchasesCases } from '../../../test/expectedPurchasesCases.js';
import { purchasesFromIntegral, purchasesFromSeries } from './purchasesIfCustomer.js';

const model = createBgNbdModel({
  unit: 'weeks',
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
});
const customer = { unit: 'weeks' as const, frequency: 2, recency: 30.43, tenure: 38.86 };

/** So far off as a part of what is expected. */
const error = (value: number, expected: number) =>
  value === expected ? 0 : Math.abs(value - expected) / expected;

describe.each(expectedPurchasesCases)('with $name', (figures) => {
  const { parameters, frequency, recency, tenure, horizon } = figures;
  const extreme = createBgNbdModel({ unit: 'weeks', parameters });
  const history = { unit: 'weeks' as const, frequency, recency, tenure };

  test('the probability to be alive is that of mpmath', () => {
    const { value } = probabilityAlive(extreme, history);
    expect(error(value, figures.probabilityAlive)).toBeLessThan(1e-13);
  });

  test('the expected purchases are those of mpmath', () => {
    const { value } = expectedPurchases(extreme, history, { weeks: horizon });
    expect(error(value, figures.expectedPurchases)).toBeLessThan(1e-12);
  });

  test('the series, where it gives an answer, agrees with the integral', () => {
    const elapsed = parameters.alpha + tenure;
    const integral = purchasesFromIntegral(parameters, frequency, elapsed, horizon);
    const series = purchasesFromSeries(parameters, frequency, elapsed, horizon);
    expect(error(series ?? integral, integral)).toBeLessThan(1e-12);
  });

  test('the expected purchases are finite and grow with the horizon', () => {
    const horizons = [0, 1e-300, ...Array.from({ length: 61 }, (_, power) => 10 ** (power / 2 - 15)), 1e300];
    let before = 0;
    for (const weeks of horizons) {
      const { value } = expectedPurchases(extreme, history, { weeks });
      expect(Number.isFinite(value)).toBe(true);
      // But for rounding where there is no more to come.
      expect(value).toBeGreaterThanOrEqual(before * (1 - 1e-12));
      before = value;
    }
  });
});

test.each([
  ['the smallest alpha and the longest horizon', { r: 0.25, alpha: 1e-300, a: 0.8, b: 2.5 }, 1e300],
  ['the same where everybody leaves soon', { r: 1e-4, alpha: 1e-300, a: 8, b: 2.5 }, 1e300],
  ['the largest alpha and the shortest horizon', { r: 0.25, alpha: 1e300, a: 0.8, b: 2.5 }, 1e-300],
])('The expected purchases of a newcomer are a number with %s', (_, parameters, weeks) => {
  const newcomer = { unit: 'weeks' as const, frequency: 0, recency: 0, tenure: 0 };
  const { value } = expectedPurchases(createBgNbdModel({ unit: 'weeks', parameters }), newcomer, { weeks });
  expect(Number.isFinite(value)).toBe(true);
  expect(value).toBeGreaterThanOrEqual(0);
});

describe('Both ways to compute are used', () => {
  const elapsed = 4.414 + 38.86;

  test('the series for a horizon like the time observed', () => {
    expect(purchasesFromSeries(model.parameters, 2, elapsed, 39)).toBeDefined();
  });

  test.each([
    ['a horizon a million times as long', model.parameters, 1e6 * elapsed],
    ['customers who are all alike', { r: 1e4, alpha: 4e4, a: 0.8, b: 2.5 }, 1e4 * elapsed],
    ['parameters of which hardly a digit would be left', { r: 0.25, alpha: 4.5, a: 0.8, b: 1e9 }, 39],
  ])('the integral for %s', (_, parameters, time) => {
    expect(purchasesFromSeries(parameters, 2, elapsed, time)).toBeUndefined();
  });
});

describe('The expected purchases', () => {
  test('are 0 in no time', () => {
    expect(expectedPurchases(model, customer, { weeks: 0 }).value).toBe(0);
  });

  test.each<[TimeSpan, TimeSpan]>([
    [{ weeks: 39 }, { days: 273 }],
    [{ weeks: 0.5 }, { days: 3.5 }],
  ])('in %j are those in %j', (weeks, days) => {
    expect(expectedPurchases(model, customer, weeks).value).toBe(
      expectedPurchases(model, customer, days).value,
    );
  });

  test('do not depend on the unit of the model or of the history', () => {
    const { value } = expectedPurchases(model, customer, { weeks: 39 });
    const inDays = { unit: 'days' as const, frequency: 2, recency: 213.01, tenure: 272.02 };
    const daily = createBgNbdModel({ unit: 'days', parameters: { ...model.parameters, alpha: 7 * 4.414 } });
    expect(expectedPurchases(model, inDays, { weeks: 39 }).value).toBeCloseTo(value, 13);
    expect(expectedPurchases(daily, inDays, { weeks: 39 }).value).toBeCloseTo(value, 13);
    expect(expectedPurchases(daily, customer, { weeks: 39 }).value).toBeCloseTo(value, 13);
  });

  test('say what they rest on', () => {
    const horizon = { weeks: 39 };
    expect(expectedPurchases(model, customer, horizon).basis).toEqual({
      metric: 'expectedPurchases',
      purchases: model,
      horizon,
      histories: null,
    });
    expect(probabilityAlive(model, customer).basis).toEqual({
      metric: 'probabilityAlive',
      purchases: model,
      histories: null,
    });
  });
});

describe('Refused is', () => {
  const horizon = { weeks: 1 };

  test.each([
    [{ frequency: -1 }, 'out_of_range', ['frequency']],
    [{ frequency: 1.5 }, 'not_multiple_of', ['frequency']],
    [{ frequency: Number.NaN }, 'not_multiple_of', ['frequency']],
    [{ recency: -1 }, 'out_of_range', ['recency']],
    [{ recency: 38.87 }, 'out_of_range', ['recency']],
    [{ tenure: Number.POSITIVE_INFINITY }, 'out_of_range', ['tenure']],
    [{ unit: 'months' as 'weeks' }, 'not_one_of', ['unit']],
  ])('a history with %j', (change, code, path) => {
    for (const compute of [
      () => expectedPurchases(model, { ...customer, ...change }, horizon),
      () => probabilityAlive(model, { ...customer, ...change }),
    ]) {
      expect(compute).toThrow(AftercareError);
      expect(compute).toThrow(expect.objectContaining({ code, path }));
    }
  });

  test.each([
    [{ r: 0 }, 'r'],
    [{ alpha: -1 }, 'alpha'],
    [{ a: Number.NaN }, 'a'],
    [{ b: Number.POSITIVE_INFINITY }, 'b'],
  ])('a model with %j', (change, name) => {
    const parameters = { ...model.parameters, ...change };
    const expected = expect.objectContaining({ code: 'out_of_range', path: ['parameters', name] });
    expect(() => createBgNbdModel({ unit: 'weeks', parameters })).toThrow(expected);
    expect(() => expectedPurchases({ ...model, parameters }, customer, horizon)).toThrow(expected);
    expect(() => probabilityAlive({ ...model, parameters }, customer)).toThrow(expected);
  });
});

test('A customer without a repeat purchase is alive for certain', () => {
  const silent = { unit: 'weeks' as const, frequency: 0, recency: 0, tenure: 500 };
  expect(probabilityAlive(model, silent).value).toBe(1);
});
