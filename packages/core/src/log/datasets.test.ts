import { createOrderLog, createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  hasDatasets,
  NEEDS_DATASETS,
  readCdnow,
  readCdnowOracle,
  readOnlineRetail,
} from '../../test/datasets.js';

const calendar = createShopCalendar({ timeZone: 'UTC' });

function logOf(orders: readonly Order[], currency: string) {
  const log = createOrderLog({ currency, calendar });
  return { log, report: log.addAll(orders) };
}

describe.skipIf(!hasDatasets)(`Real order histories (${NEEDS_DATASETS})`, () => {
  test.each(['master', 'sample'] as const)(
    'All orders of the CDNOW %s are taken in, to the cent',
    (which) => {
      const oracle = readCdnowOracle(which) as Record<string, unknown>;
      const { log, report } = logOf(readCdnow(which), 'USD');
      expect(report).toEqual({ added: oracle.rows, replaced: 0, unchanged: 0, rejected: [] });
      const { totalMinor, lines } = log.columns;
      expect([...totalMinor].reduce((sum, minor) => sum + minor, 0)).toBe(oracle.revenueCents);
      expect([...totalMinor].filter((minor) => minor === 0)).toHaveLength(
        Number(oracle['zeroDollarOrders (kept)']),
      );
      expect([...(lines?.quantity ?? [])].reduce((sum, pieces) => sum + pieces, 0)).toBe(oracle.units);
    },
  );

  test('Cleaned Online Retail has 397,884 lines, 18,532 orders and 4,338 customers', () => {
    const { lineCount, orders } = readOnlineRetail();
    const { log, report } = logOf(orders, 'GBP');
    expect(report.rejected).toEqual([]);
    expect([lineCount, log.columns.lines?.sku.length]).toEqual([397_884, 397_884]);
    expect([log.orderCount, log.customerCount]).toEqual([18_532, 4338]);
  }, 60_000);
});
