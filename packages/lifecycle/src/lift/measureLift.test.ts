import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type LiftGroups, type LiftVerdict, measureLift } from './index.js';

const groups = (
  convertedTreated: number,
  treated: number,
  convertedHoldout: number,
  holdout: number,
): LiftGroups => ({
  treated: { customers: treated, converted: convertedTreated },
  holdout: { customers: holdout, converted: convertedHoldout },
});

const liftOf = (...counts: Parameters<typeof groups>) => {
  const { value } = measureLift(groups(...counts));
  if (value === null) throw new Error('There are two groups.');
  return value;
};

describe('the two-proportion test', () => {
  // statsmodels 0.15.0: proportions_ztest([x1, x2], [n1, n2]).
  test.each<[[number, number, number, number], number, number]>([
    [[56, 70, 48, 80], 2.6501719512585336, 0.00804508136819656],
    [[9, 10, 3, 10], 2.738612787525831, 0.006169899320544151],
    [[5, 56, 0, 29], 1.6586488692392285, 0.09718656817057973],
    [[10, 10, 0, 10], 4.47213595499958, 7.74421643104407e-6],
    [[1140, 9500, 40, 500], 2.702287173976304, 0.006886425549900813],
    [[100, 1000, 120, 1000], -1.4293008498232314, 0.1529177818639462],
    [[1200, 10_000, 1000, 10_000], 4.519846147055684, 6.188458781738781e-6],
  ])('of %j gives z and p as statsmodels does', (counts, z, pValue) => {
    const lift = liftOf(...counts);
    expect(lift.z).toBeCloseTo(z, 10);
    expect((lift.pValue ?? 0) / pValue).toBeCloseTo(1, 9);
  });
});

describe('the interval of the difference', () => {
  // Newcombe, Statistics in Medicine 17 (1998), 873 to 890, table II, method 10, to the four digits printed there.
  test.each<[[number, number, number, number], number, number]>([
    [[56, 70, 48, 80], 0.0524, 0.3339],
    [[9, 10, 3, 10], 0.1705, 0.809],
    [[6, 7, 2, 7], 0.0582, 0.8062],
    [[5, 56, 0, 29], -0.0381, 0.1926],
    [[0, 10, 0, 20], -0.1611, 0.2775],
    [[0, 10, 0, 10], -0.2775, 0.2775],
    [[10, 10, 0, 20], 0.6791, 1],
    [[10, 10, 0, 10], 0.6075, 1],
  ])('of %j is the one that Newcombe published', (counts, from, to) => {
    const { interval } = liftOf(...counts);
    expect(interval.from).toBeCloseTo(from, 4);
    expect(interval.to).toBeCloseTo(to, 4);
  });

  // statsmodels 0.15.0: confint_proportions_2indep(x1, n1, x2, n2, method='newcomb', compare='diff', alpha=...).
  test.each<[number, number, number]>([
    [0.9, 0.017069909164436882, 0.05862934282427548],
    [0.95, 0.012152636668843121, 0.06175559106764292],
  ])('is narrower with less confidence: %d', (confidence, from, to) => {
    const { interval } = measureLift(groups(1140, 9500, 40, 500), { confidence }).value ?? {};
    expect(interval?.from).toBeCloseTo(from, 10);
    expect(interval?.to).toBeCloseTo(to, 10);
  });
});

describe('the size of groups that is needed', () => {
  // statsmodels 0.15.0: samplesize_proportions_2indep_onetail(diff, prop2, 0.8, alpha=0.05), rounded up to a customer.
  test.each<[[number, number, number, number], number]>([
    [[56, 70, 48, 80], 82],
    [[5, 56, 0, 29], 83],
    [[120, 1000, 100, 1000], 3841],
    [[100, 1000, 120, 1000], 3841],
    [[50, 500, 45, 500], 13_495],
  ])('to see the difference of %j is %i each', (counts, customers) => {
    expect(liftOf(...counts).customersNeededPerGroup).toBe(customers);
  });

  test('is the one of the documentation of power.prop.test in R, for a power of 0.9', () => {
    // power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7.
    const { value } = measureLift(groups(75, 100, 50, 100), { power: 0.9 });
    expect(value?.customersNeededPerGroup).toBe(77);
  });

  test('is null without a difference', () => {
    expect(liftOf(10, 100, 10, 100).customersNeededPerGroup).toBeNull();
  });

  test('the difference that so many customers show is about the one they were asked for', () => {
    // (1.959964 + 0.841621) * sqrt(0.11 * 0.89 * 2 / 3841) = 0.020003.
    expect(liftOf(423, 3841, 422, 3841).detectableDifference).toBeCloseTo(0.02, 4);
  });
});

describe('the verdict', () => {
  test.each<[[number, number, number, number], LiftVerdict]>([
    [[1200, 10_000, 1000, 10_000], 'raises'],
    [[1000, 10_000, 1200, 10_000], 'lowers'],
    [[120, 1000, 100, 1000], 'no_evidence'],
    [[100, 1000, 100, 1000], 'no_evidence'],
    // p is 0.0560 with 126 and 0.0480 with 127 of 1,000 against 99 (statsmodels, as above).
    [[126, 1000, 99, 1000], 'no_evidence'],
    [[127, 1000, 99, 1000], 'raises'],
  ])('on %j is %s', (counts, verdict) => {
    expect(measureLift(groups(...counts)).verdict).toBe(verdict);
  });

  // All expect x / 2 conversions in each of two equal groups.
  test.each<[number, number, LiftVerdict]>([
    [9, 0, 'too_small'],
    [10, 0, 'raises'],
    [11, 0, 'raises'],
  ])('with %i conversions against %i is %s: five must be expected', (treated, holdout, verdict) => {
    expect(measureLift(groups(treated, 1000, holdout, 1000)).verdict).toBe(verdict);
  });

  test('is too small as well where nearly all convert', () => {
    const { verdict, basis } = measureLift(groups(995, 1000, 1000, 1000));
    expect([verdict, basis.leastExpectedCount]).toEqual(['too_small', 2.5]);
  });

  test('is too small with nobody in a group, and then there are no figures', () => {
    const { verdict, value, basis } = measureLift(groups(5, 10, 0, 0));
    expect([verdict, value, basis.leastExpectedCount]).toEqual(['too_small', null, null]);
  });

  test('is too small where all or none convert, and no test can be made', () => {
    expect(measureLift(groups(0, 1000, 0, 1000))).toMatchObject({
      verdict: 'too_small',
      value: { z: null, pValue: null, relativeLift: null, difference: 0, detectableDifference: null },
    });
    expect(measureLift(groups(1000, 1000, 50, 50)).verdict).toBe('too_small');
  });

  test('is too small instead of no evidence, where a relevant difference could not have been seen', () => {
    // Groups of 1,000 about 11 %: (1.959964 + 0.841621) * sqrt(0.11 * 0.89 * 2 / 1000) = 0.039203.
    const verdict = (relevantDifference: number) =>
      measureLift(groups(120, 1000, 100, 1000), { relevantDifference }).verdict;
    expect(liftOf(120, 1000, 100, 1000).detectableDifference).toBeCloseTo(0.0392, 4);
    expect(verdict(0.0391)).toBe('too_small');
    expect(verdict(0.0393)).toBe('no_evidence');
  });

  test('is not too small for a difference that was seen, however small the groups', () => {
    const { verdict } = measureLift(groups(60, 100, 30, 100), { relevantDifference: 0.001 });
    expect(verdict).toBe('raises');
  });

  test('asks for more with more confidence', () => {
    const verdict = (confidence: number) => measureLift(groups(1140, 9500, 40, 500), { confidence }).verdict;
    // p is 0.00689.
    expect([verdict(0.99), verdict(0.994)]).toEqual(['raises', 'no_evidence']);
  });
});

describe('the result', () => {
  test('states its basis', () => {
    expect(measureLift(groups(120, 1000, 100, 1000), { confidence: 0.9 }).basis).toEqual({
      metric: 'measureLift',
      treated: { customers: 1000, converted: 120 },
      holdout: { customers: 1000, converted: 100 },
      confidence: 0.9,
      power: 0.8,
      relevantDifference: null,
      leastExpectedCount: 110,
      sample: null,
    });
  });

  test('survives JSON', () => {
    const result = measureLift(groups(120, 1000, 0, 0), {});
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('counts that are none', () => {
  test.each<[string, LiftGroups, object, string, string[]]>([
    ['more converted than customers', groups(11, 10, 0, 10), {}, 'out_of_range', ['treated', 'converted']],
    ['fewer than none', groups(1, 10, 0, -1), {}, 'out_of_range', ['holdout', 'customers']],
    ['half a customer', groups(1, 10.5, 0, 10), {}, 'invalid_type', ['treated', 'customers']],
    ['no number', groups(Number.NaN, 10, 0, 10), {}, 'invalid_type', ['treated', 'converted']],
    ['certainty', groups(1, 10, 0, 10), { confidence: 1 }, 'out_of_range', ['confidence']],
    ['percent', groups(1, 10, 0, 10), { confidence: 95 }, 'out_of_range', ['confidence']],
    ['a power of a coin', groups(1, 10, 0, 10), { power: 0.5 }, 'out_of_range', ['power']],
    [
      'no difference',
      groups(1, 10, 0, 10),
      { relevantDifference: 0 },
      'out_of_range',
      ['relevantDifference'],
    ],
  ])('are refused: %s', (_, input, options, code, path) => {
    try {
      measureLift(input, options);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AftercareError);
      expect(error).toMatchObject({ code, path });
    }
  });
});
