import { customerFactsSchema, rfm, takeSnapshot } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, dayAfterNewYear, fillings, isPurchase } from '../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../test/sketchLog.js';

const asOfDays = fc.integer({ min: -1, max: 401 });
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What the facts of purchases say, from the definitions. */
function naiveFacts(sketches: readonly OrderSketch[], customerId: string, asOf: string) {
  const own = sketches.filter((sketch) => sketch.customerId === customerId && sketch.day <= asOf);
  const purchases = own.filter((sketch) => isPurchase(sketch));
  const days = [...new Set(purchases.map(({ day }) => day))].sort();
  const [first] = days;
  const last = days.at(-1);
  const open = own.filter(({ unpaid, cancelledAt }) => unpaid === true && cancelledAt === undefined);
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? '', day));
  return {
    purchaseCount: days.length,
    orderCount: purchases.length,
    firstPaidDay: first ?? null,
    lastPaidDay: last ?? null,
    daysSinceFirstPurchase: first === undefined ? null : daysBetween(first, asOf),
    daysSinceLastPurchase: last === undefined ? null : daysBetween(last, asOf),
    daysSinceUnpaidOrder:
      open.length === 0 ? null : Math.min(...open.map(({ day }) => daysBetween(day, asOf))),
    totalSpentMinor: purchases.reduce(
      (sum, { minor = 0, refundedMinor = 0 }) => sum + minor - refundedMinor,
      0,
    ),
    ownCycleDays: gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
  };
}

test('facts agree with their definitions and their schema, however the log was filled', () => {
  fc.assert(
    fc.property(arbitrarySketches, asOfDays, (sketches, days) => {
      const asOf = dayAfterNewYear(days);
      const known = new Set(sketches.filter(({ day }) => day <= asOf).map(({ customerId }) => customerId));
      for (const log of fillings(sketches)) {
        const snapshot = takeSnapshot(log, { asOf });
        const entries = [...snapshot];
        expect(new Set(entries.map(({ customerId }) => customerId))).toEqual(known);
        for (const { customerId, facts } of entries) {
          expect(facts).toMatchObject(naiveFacts(sketches, customerId, asOf));
          expect(customerFactsSchema.parse(facts)).toEqual(facts);
          expect(snapshot.facts(customerId)).toEqual(facts);
        }
      }
    }),
  );
});

test('the RFM of a snapshot is that of rfm', () => {
  fc.assert(
    fc.property(arbitrarySketches, asOfDays, (sketches, days) => {
      const [log] = fillings(sketches);
      if (log === undefined) throw new Error('There are three fillings.');
      const asOf = dayAfterNewYear(days);
      const table = rfm(log, { asOf }).value;
      for (const { customerId, facts } of takeSnapshot(log, { asOf })) {
        const row = table?.of(customerId);
        expect([facts.recencyScore, facts.frequencyScore, facts.monetaryScore, facts.rfmSegment]).toEqual([
          row?.recencyScore ?? null,
          row?.frequencyScore ?? null,
          row?.monetaryScore ?? null,
          row?.segment ?? null,
        ]);
      }
    }),
  );
});
