import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitRefund, TENDERS, totalOfTenders } from './refundSplit.js';

const minor = fc.nat(1_000_000);
const amounts = fc.record({ money: minor, coupon: minor, points: minor, gift_value: minor });

test('parts and what is left over sum up to the amount, and no means gives back more than it has', () => {
  fc.assert(
    fc.property(minor, amounts, fc.shuffledSubarray([...TENDERS]), (amount, left, order) => {
      const { parts, unpaidMinor } = splitRefund(amount, left, order);
      expect(totalOfTenders(parts) + unpaidMinor).toBe(amount);
      for (const tender of TENDERS) {
        expect(parts[tender]).toBeGreaterThanOrEqual(0);
        expect(parts[tender]).toBeLessThanOrEqual(left[tender]);
      }
      const given = order.reduce((sum, tender) => sum + left[tender], 0);
      expect(unpaidMinor).toBe(Math.max(0, amount - given));
    }),
  );
});
