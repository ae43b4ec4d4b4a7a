import {
  createOrderLog,
  createShopCalendar,
  customerRepurchaseCycle,
  dayNumberOf,
  dayOfNumber,
  historicalRepurchaseRate,
  type OrderLog,
  repurchaseRate,
  returningCustomers,
} from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasDatasets, NEEDS_DATASETS, readCdnow, readCdnowOracle } from '../../../test/datasets.js';

const share = z.object({ value: z.number() });
const merged = <Schema extends z.ZodType>(schema: Schema) => z.object({ noMerge: schema, dayMerge: schema });

/** The figures of one window of days, both ends included. */
const windowFigures = z.object({
  from: z.string(),
  to: z.string(),
  customers: z.number(),
  orders: z.number(),
  purchaseDays: z.number(),
  returning: merged(z.number()),
  rateByCustomers: merged(share),
  rateByOrders: merged(share),
  historicalA: merged(share.extend({ customers: z.number() })),
  customerCycleDays: z.object({
    mean: z.number(),
    median: z.number(),
    pooledMeanGap: z.number(),
    customers: z.number(),
    gaps: z.number(),
    sumOfGaps: z.number(),
  }),
});

const WINDOWS = ['whole', 'year1997', 'H1_1998', 'Q2_1997'] as const;
const oracleFile = z.looseObject({
  whole: windowFigures,
  year1997: windowFigures,
  H1_1998: windowFigures,
  Q2_1997: windowFigures,
});

/** Read once, and not before a test needs it: a machine without the files still lists what it skips. */
const histories = new Map<string, { log: OrderLog; oracle: z.infer<typeof oracleFile> }>();

function history(which: 'master' | 'sample') {
  const known = histories.get(which);
  if (known !== undefined) return known;
  const log = createOrderLog({ currency: 'USD', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  log.addAll(readCdnow(which), { check: 'trusted' });
  const read = { log, oracle: oracleFile.parse(readCdnowOracle(which)) };
  histories.set(which, read);
  return read;
}

function windowOf(which: 'master' | 'sample', name: (typeof WINDOWS)[number]) {
  const { log, oracle } = history(which);
  const figures = oracle[name];
  const dayAfter = dayOfNumber((dayNumberOf(figures.to) ?? Number.NaN) + 1);
  return { log, figures, window: { from: figures.from, to: dayAfter } };
}

const MERGINGS = [
  ['dayMerge', true],
  ['noMerge', false],
] as const;

describe.skipIf(!hasDatasets)(`The repurchase figures of CDNOW (${NEEDS_DATASETS})`, () => {
  describe.each(['master', 'sample'] as const)('%s', (which) => {
    test('are of four windows', () => {
      const ofWindows = Object.values(history(which).oracle).filter(
        (value) => windowFigures.safeParse(value).success,
      );
      expect(ofWindows).toHaveLength(WINDOWS.length);
    });

    describe.each(WINDOWS)('%s', (name) => {
      test.each(MERGINGS)('rate by customers, %s', (key, mergeSameDay) => {
        const { log, figures, window } = windowOf(which, name);
        const { value, basis } = repurchaseRate(log, { window, mergeSameDay });
        expect(value).toBeCloseTo(figures.rateByCustomers[key].value, 9);
        expect([basis.numerator, basis.denominator]).toEqual([figures.returning[key], figures.customers]);
      });

      test.each(MERGINGS)('rate by orders, %s', (key, mergeSameDay) => {
        const { log, figures, window } = windowOf(which, name);
        const { value, basis } = repurchaseRate(log, { window, mergeSameDay, by: 'orders' });
        expect(value).toBeCloseTo(figures.rateByOrders[key].value, 9);
        const purchases = mergeSameDay ? figures.purchaseDays : figures.orders;
        expect([basis.numerator, basis.denominator]).toEqual([purchases - figures.customers, purchases]);
      });

      test.each(MERGINGS)('returning customers, who bought before or in it, %s', (key, mergeSameDay) => {
        const { log, figures, window } = windowOf(which, name);
        const { value, basis } = returningCustomers(log, { window, mergeSameDay });
        expect([value, basis.count]).toEqual([figures.historicalA[key].customers, figures.customers]);
        expect(value / basis.count).toBeCloseTo(figures.historicalA[key].value, 9);
      });

      test('customer repurchase cycle', () => {
        const { log, figures, window } = windowOf(which, name);
        const { value, basis } = customerRepurchaseCycle(log, { window });
        const expected = figures.customerCycleDays;
        expect(value?.meanDays).toBeCloseTo(expected.mean, 9);
        expect(value?.medianDays).toBeCloseTo(expected.median, 9);
        expect(value?.pooledMeanGapDays).toBeCloseTo(expected.pooledMeanGap, 9);
        expect([basis.count, basis.gaps, basis.sumOfGapDays]).toEqual([
          expected.customers,
          expected.gaps,
          expected.sumOfGaps,
        ]);
      });
    });

    test.each(MERGINGS)(
      'The whole log without a window gives the historical rate, %s',
      (key, mergeSameDay) => {
        const { log, oracle } = history(which);
        const { value } = historicalRepurchaseRate(log, { mergeSameDay });
        expect(value).toBeCloseTo(oracle.whole.historicalA[key].value, 9);
      },
    );
  });
});
