import { rfm } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, dayAfterNewYear, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../../test/sketchLog.js';

const daysSinceNewYear = (day: string) => (Date.parse(day) - Date.parse('2026-01-01')) / 86_400_000;

/** RFM as its definition says, customer by customer and pair by pair. */
function naiveRfm(sketches: readonly OrderSketch[], asOfDays: number) {
  const purchases = sketches.filter(
    (sketch) => isPurchase(sketch) && daysSinceNewYear(sketch.day) <= asOfDays,
  );
  const customers = [...new Set(purchases.map((sketch) => sketch.customerId))];
  const raw = customers.map((customerId) => {
    const own = purchases.filter((sketch) => sketch.customerId === customerId);
    const days = own.map((sketch) => daysSinceNewYear(sketch.day));
    return {
      customerId,
      recencyDays: asOfDays - Math.max(...days),
      frequency: new Set(days).size,
      monetaryMinor: own.reduce((sum, { minor = 0, refundedMinor = 0 }) => sum + minor - refundedMinor, 0),
    };
  });
  const score = (worse: number) => 1 + Math.floor((5 * worse) / raw.length);
  return raw.map((row) => ({
    ...row,
    recencyScore: score(raw.filter((other) => other.recencyDays > row.recencyDays).length),
    frequencyScore: score(raw.filter((other) => other.frequency < row.frequency).length),
    monetaryScore: score(raw.filter((other) => other.monetaryMinor < row.monetaryMinor).length),
  }));
}

const byId = (a: { customerId: string }, b: { customerId: string }) => (a.customerId < b.customerId ? -1 : 1);

test('rfm agrees with its definition, however the log was filled', () => {
  fc.assert(
    fc.property(arbitrarySketches, fc.integer({ min: -1, max: 401 }), (sketches, asOfDays) => {
      const expected = naiveRfm(sketches, asOfDays).sort(byId);
      for (const log of fillings(sketches)) {
        const { value, basis } = rfm(log, { asOf: dayAfterNewYear(asOfDays) });
        const rows = Array.from(value ?? [], ({ segment, ...row }) => row).sort(byId);
        expect(rows).toEqual(expected);
        expect(basis.count).toBe(expected.length);
        expect(value === null).toBe(expected.length === 0);
        expect(value?.segments.reduce((sum, { customers }) => sum + customers, 0) ?? 0).toBe(expected.length);
      }
    }),
  );
});
