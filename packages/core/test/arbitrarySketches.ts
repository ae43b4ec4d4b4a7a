import { mergeOrderLogs, type OrderLog } from '@aftercare/core';
import fc from 'fast-check';
import { type OrderSketch, sketchLog } from './sketchLog.js';

/** The day that is so many days after 2026-01-01. */
export function dayAfterNewYear(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}

/** Orders of few customers, days and articles, so that they meet: flagged, refunded, cancelled and unpaid ones too. */
export const arbitrarySketches: fc.Arbitrary<readonly (OrderSketch & { readonly id: string })[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve'),
      days: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 400 })),
      minor: fc.integer({ min: 0, max: 50 }),
      fate: fc.constantFrom(
        'kept',
        'kept',
        'kept',
        'kept',
        'part_refunded',
        'refunded',
        'cancelled',
        'unpaid',
        'fake',
      ),
      pieces: fc.dictionary(fc.constantFrom('tea', 'cup', 'mat'), fc.integer({ min: 1, max: 4 }), {
        maxKeys: 3,
      }),
    }),
    { maxLength: 40 },
  )
  .map((orders) =>
    orders.map(({ customerId, days, minor, fate, pieces }, index) => {
      const day = dayAfterNewYear(days);
      return {
        id: `o-${index}`,
        customerId,
        day,
        minor,
        pieces,
        refundedMinor: fate === 'refunded' ? minor : fate === 'part_refunded' ? Math.floor(minor / 2) : 0,
        unpaid: fate === 'unpaid',
        ...(fate === 'cancelled' ? { cancelledAt: `${day}T13:00:00Z` } : {}),
        ...(fate === 'fake' ? { flags: ['fake_order' as const] } : {}),
      };
    }),
  );

/** What the log of a sketch takes for a purchase, as the definition says and not as the log computes it. */
export function isPurchase(sketch: OrderSketch, refundedOrders: 'exclude' | 'count' = 'exclude'): boolean {
  const { minor = 1000, refundedMinor = 0 } = sketch;
  if (sketch.unpaid === true || sketch.cancelledAt !== undefined) return false;
  return refundedOrders === 'count' || refundedMinor === 0 || refundedMinor < minor;
}

/** The same orders in three logs: as listed, backwards, and in two shards of customers that were merged. */
export function fillings(sketches: readonly (OrderSketch & { readonly id: string })[]): OrderLog[] {
  const isOfShard = (shard: boolean) => (sketch: OrderSketch) => sketch.customerId < 'c' === shard;
  return [
    sketchLog(sketches),
    sketchLog([...sketches].reverse()),
    mergeOrderLogs([
      sketchLog(sketches.filter(isOfShard(false))),
      sketchLog(sketches.filter(isOfShard(true))),
    ]),
  ];
}
