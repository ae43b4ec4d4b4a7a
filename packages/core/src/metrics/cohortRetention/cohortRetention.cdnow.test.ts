import { averageOrderValue, cohortRetention, createOrderLog, createShopCalendar, rfm } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hasDatasets, NEEDS_DATASETS, readCdnow, readCdnowOracle } from '../../../test/datasets.js';

const oracleSchema = z.object({
  cohortsMonthly: z.record(z.string(), z.array(z.int())),
  revenueCents: z.int(),
  rows: z.int(),
  whole: z.object({ customers: z.int() }),
});

describe.skipIf(!hasDatasets).each(['sample', 'master'] as const)(
  `the CDNOW %s agrees with an independent program (${NEEDS_DATASETS})`,
  (which) => {
    const load = () => {
      const log = createOrderLog({ currency: 'USD', calendar: createShopCalendar({ timeZone: 'UTC' }) });
      for (const order of readCdnow(which)) log.append(order);
      return { log, oracle: oracleSchema.parse(readCdnowOracle(which)) };
    };

    test('in every cell of its monthly cohorts', () => {
      const { log, oracle } = load();
      const cohorts = cohortRetention(log).value ?? [];
      const found = cohorts.map(({ month, cells }) => [month, cells.map(({ customers }) => customers)]);
      expect(Object.fromEntries(found)).toEqual(oracle.cohortsMonthly);
    });

    test('in revenue, orders and customers', () => {
      const { log, oracle } = load();
      const { basis } = averageOrderValue(log);
      expect([basis.numerator, basis.denominator]).toEqual([oracle.revenueCents, oracle.rows]);
      const { value, basis: rfmBasis } = rfm(log, { asOf: '1998-06-30' });
      expect(rfmBasis.count).toBe(oracle.whole.customers);
      const money = value?.segments.reduce((sum, { monetaryMinor }) => sum + monetaryMinor, 0);
      expect(money).toBe(oracle.revenueCents);
    });
  },
);
