import { AftercareError } from '@aftercare/core';
import { type BgNbdParameters, expectedPurchases, fitBgNbd, purchaseSummary } from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { cdnowSummary } from '../../../test/cdnowSummary.js';
import { hasDatasets, NEEDS_DATASETS } from '../../../test/datasets.js';
import { type Simulation, simulatedLog } from '../../../test/simulatedPurchases.js';
import { sketchLog } from '../../../test/sketchLog.js';

/** 2026-01-01 and so many days. */
const summaryAfter = (simulation: Simulation) =>
  purchaseSummary(simulatedLog(simulation), {
    calibrationEnd: new Date(Date.UTC(2026, 0, simulation.days)).toISOString().slice(0, 10),
    unit: 'days',
  });

const usual: Simulation = { customers: 3000, days: 365, r: 0.5, alpha: 30, a: 0.8, b: 2.5, seed: 1 };

describe.skipIf(!hasDatasets)(`The model of CDNOW (${NEEDS_DATASETS})`, () => {
  const starts: readonly (readonly [string, Partial<BgNbdParameters>])[] = [
    ['its own start', {}],
    ['customers who all differ', { r: 0.01, alpha: 100, a: 10, b: 0.1 }],
    ['customers who are all alike', { r: 1000, alpha: 1000, a: 1000, b: 1000 }],
    ['far from everything', { r: 50, alpha: 0.01, a: 0.01, b: 100 }],
  ];

  test.each(starts)('of the sample has the greatest likelihood, found from %s', (_, start) => {
    const result = fitBgNbd(cdnowSummary('sample'), { start });
    if (!result.ok) throw new Error(result.issues[0].message);
    const { parameters, fit } = result.value;
    // Fader, Hardie and Lee (2005) print 0.243, 4.414, 0.793 and 2.426, and -9582.4; four digits as an independent
    // maximisation by SciPy 1.17 (Nelder-Mead) found them.
    expect(parameters.r).toBeCloseTo(0.24259452, 6);
    expect(parameters.alpha).toBeCloseTo(4.413602, 5);
    expect(parameters.a).toBeCloseTo(0.792922, 5);
    expect(parameters.b).toBeCloseTo(2.425907, 4);
    expect(fit?.logLikelihood).toBeCloseTo(-9582.42920667, 7);
    expect(fit?.customers).toBe(2357);
    expect(fit?.convergence.expectedGain).toBeLessThan(1e-9);
    expect(fit?.convergence.steepestSlope).toBeLessThan(1e-3);
  });

  test('tells its standard errors', () => {
    const result = fitBgNbd(cdnowSummary('sample'));
    const errors = result.ok ? result.value.fit?.standardErrors : undefined;
    // From second differences of the log-likelihood at its top, in SciPy
    expect(errors?.r).toBeCloseTo(STANDARD_ERRORS.r, 4);
    expect(errors?.alpha).toBeCloseTo(STANDARD_ERRORS.alpha, 3);
    expect(errors?.a).toBeCloseTo(STANDARD_ERRORS.a, 3);
    expect(errors?.b).toBeCloseTo(STANDARD_ERRORS.b, 3);
  });

  test('expects of the sample what SciPy expects, by number of past purchases', () => {
    const summary = cdnowSummary('sample');
    const result = fitBgNbd(summary);
    if (!result.ok) throw new Error(result.issues[0].message);
    const { values } = expectedPurchases(result.value, summary, { weeks: 39 }).value ?? {};
    const means = Array.from({ length: 8 }, (_, past) => {
      const chosen = [...(values ?? [])].filter(
        (_, place) => Math.min(summary.value?.frequency[place] ?? 0, 7) === past,
      );
      return chosen.reduce((sum, value) => sum + value, 0) / chosen.length;
    });
    // hyp2f1 of SciPy 1.17 in the textbook form
    const expected = [0.225087, 0.523131, 1.044134, 1.52028, 2.163866, 2.653846, 3.504042, 6.157191];
    for (const [past, mean] of means.entries()) expect(mean).toBeCloseTo(expected[past] ?? Number.NaN, 5);
  });
});

/** Inverse of the numerically differentiated Hessian, see the test that uses them. */
const STANDARD_ERRORS = { r: 0.012557, alpha: 0.378224, a: 0.185734, b: 0.705408 };

describe('A fit', () => {
  test.each([1, 2, 3])('finds the parameters that customers were made with (seed %d)', (seed) => {
    const result = fitBgNbd(summaryAfter({ ...usual, seed }));
    if (!result.ok) throw new Error(result.issues[0].message);
    const { parameters, fit } = result.value;
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const error = fit?.standardErrors[name] ?? Number.NaN;
      expect(Math.abs(parameters[name] - usual[name]) / error).toBeLessThan(3);
    }
  });

  test('does not depend on the unit, but for alpha', () => {
    const log = simulatedLog(usual);
    const fitIn = (unit: 'days' | 'weeks') => {
      const result = fitBgNbd(purchaseSummary(log, { calibrationEnd: '2026-12-31', unit }), { penalty: 0.5 });
      if (!result.ok) throw new Error(result.issues[0].message);
      return result.value.parameters;
    };
    const [days, weeks] = [fitIn('days'), fitIn('weeks')];
    expect(weeks.alpha * 7).toBeCloseTo(days.alpha, 4);
    for (const name of ['r', 'a', 'b'] as const) expect(weeks[name]).toBeCloseTo(days[name], 5);
  });

  test('says what it rests on, as JSON', () => {
    const summary = summaryAfter(usual);
    const result = fitBgNbd(summary, { penalty: 0.5 });
    if (!result.ok) throw new Error(result.issues[0].message);
    expect(result.value.unit).toBe('days');
    expect(result.value.fit).toMatchObject({ customers: 3000, penalty: 0.5, calibration: summary.basis });
    expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
  });

  test('is the same bit by bit when it is made again', () => {
    expect(fitBgNbd(summaryAfter(usual))).toEqual(fitBgNbd(summaryAfter(usual)));
  });

  test('with a penalty draws the parameters towards 1, and less with more customers', () => {
    const stayShape = (customers: number, penalty: number) => {
      const result = fitBgNbd(summaryAfter({ ...usual, customers }), { penalty });
      if (!result.ok) throw new Error(result.issues[0].message);
      return result.value.parameters.b;
    };
    const [few, fewPenalised] = [stayShape(200, 0), stayShape(200, 0.5)];
    const [many, manyPenalised] = [stayShape(3000, 0), stayShape(3000, 0.5)];
    expect([few, many].every((b) => b > 1)).toBe(true);
    expect(fewPenalised).toBeLessThan(few);
    expect(fewPenalised).toBeGreaterThan(1);
    expect(many - manyPenalised).toBeLessThan(few - fewPenalised);
  });

  test.each([
    [{ penalty: -1 }, ['penalty']],
    [{ penalty: Number.NaN }, ['penalty']],
    [{ start: { r: 0 } }, ['start', 'r']],
  ])('is refused with %j', (options, path) => {
    const fit = () => fitBgNbd(summaryAfter({ ...usual, customers: 50 }), options);
    expect(fit).toThrow(AftercareError);
    expect(fit).toThrow(expect.objectContaining({ code: 'out_of_range', path }));
  });
});

describe('Data that do not tell the parameters', () => {
  const issuesOf = (simulation: Simulation, penalty = 0) => {
    const result = fitBgNbd(summaryAfter(simulation), { penalty });
    return result.ok ? [] : result.issues.map(({ code, details }) => [code, details]);
  };
  const unknown = (parameters: readonly string[], customers = 3000) => [
    ['parameters_not_identified', { model: 'BG/NBD', parameters, customers }],
  ];

  test.each([
    ['nobody ever leaves', { b: Number.POSITIVE_INFINITY }, ['a', 'b']],
    ['all are as likely to leave', { a: 300, b: 900, seed: 2 }, ['a', 'b']],
    ['all buy as often', { r: 500, alpha: 30_000 }, ['r', 'alpha']],
    ['the calibration is short', { days: 20 }, ['a', 'b']],
  ])('are named where %s, and a penalty helps', (_, change, parameters) => {
    expect(issuesOf({ ...usual, ...change })).toEqual(unknown(parameters));
    expect(issuesOf({ ...usual, ...change }, 0.5)).toEqual([]);
  });

  test('are named where there are twenty customers', () => {
    expect(issuesOf({ ...usual, customers: 20 })).toEqual(unknown(['a', 'b'], 20));
  });

  test.each([
    ['nobody', []],
    [
      'nobody who came back',
      [
        { customerId: 'ann', day: '2026-01-01' },
        { customerId: 'ann', day: '2026-01-01' },
        { customerId: 'bob', day: '2026-02-01' },
      ],
    ],
  ])('make no model of %s', (_, orders) => {
    const summary = purchaseSummary(sketchLog(orders), { calibrationEnd: '2026-12-31', unit: 'weeks' });
    const result = fitBgNbd(summary);
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: 'no_repeat_purchases', details: { customers: summary.basis.count } },
    ]);
  });

  test('make no model where all bought on the same two days', () => {
    const orders = ['ann', 'bob', 'cid'].flatMap((customerId) =>
      ['2026-01-01', '2026-01-02'].map((day) => ({ customerId, day })),
    );
    const result = fitBgNbd(
      purchaseSummary(sketchLog(orders), { calibrationEnd: '2026-01-02', unit: 'days' }),
    );
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual(['parameters_not_identified']);
  });
});
