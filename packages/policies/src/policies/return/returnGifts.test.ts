import { describe, expect, test } from 'vitest';
import { agreed, type OrderReturns, startReturns } from '../../../test/orderReturns.js';
import { agent, facts, system, yuan } from '../../../test/returnPlays.js';

const owner = { id: 'o1', role: 'owner' };
const CUPS = { lineId: 'cups', pieces: 3 };
const POT = { lineId: 'pot', pieces: 1 };

/** 3 cups for 90.00 and a pot for 60.00, without freight, and a spoon worth 5.00 for what was bought. */
function start(fromMinor: number, valueMinor = 500): OrderReturns {
  const gifts = [{ giftId: 'spoon', valueMinor, fromMinor }];
  return startReturns({ ...facts, gifts, paid: yuan(15_000), outbound: { costMinor: 0, paidBy: 'shop' } });
}

const gift = (returns: OrderReturns, caseId: string) =>
  returns.give(caseId, agent, 'receive_parcel', { parcelId: 'gift', lines: [], gifts: ['spoon'] });
const planOf = (returns: OrderReturns, caseId: string) => returns.cases.get(caseId)?.data.lastPlan;

describe('a gift that the order no longer reaches', () => {
  test('is deducted when it is missing', () => {
    const returns = start(10_000);
    const { data } = returns.settle(agreed(returns, { lines: [CUPS] }));
    expect(data.lastPlan).toMatchObject({ goodsMinor: 9_000, deductedMinor: 500, refundMinor: 8_500 });
    expect(data.giftsDeducted).toEqual([{ giftId: 'spoon', minor: 500 }]);
  });

  test('is not when it came back', () => {
    const returns = start(10_000);
    const id = agreed(returns, { lines: [CUPS] });
    gift(returns, id);
    expect(returns.settle(id).data.lastPlan).toMatchObject({ deductedMinor: 0, refundMinor: 9_000 });
  });

  test('is deducted once, whatever comes back after it', () => {
    const returns = start(10_000);
    returns.settle(agreed(returns, { lines: [CUPS] }));
    returns.settle(agreed(returns, { lines: [POT] }));
    expect(returns.refundedMinor).toBe(14_500);
  });

  test('is not deducted as long as the order reaches its amount', () => {
    const returns = start(6_000);
    const { data } = returns.settle(agreed(returns, { lines: [CUPS] }));
    expect(data.lastPlan).toMatchObject({ deductedMinor: 0, refundMinor: 9_000 });
    expect(data.giftsDeducted).toBeUndefined();
  });

  test.each([true, false])(
    'and came back before that is not deducted later, in another case: %s',
    (isOther) => {
      const returns = start(5_000);
      const id = agreed(returns, { lines: [CUPS] });
      gift(returns, id);
      returns.settle(id);
      if (!isOther) {
        const claim = { remedy: 'return_refund', reason: 'no_reason', lines: [POT], evidence: [] } as const;
        returns.give(id, agent, 'claim', { ...claim, lines: [POT] });
        expect(returns.give(id, owner, 'approve', { lines: [POT] }).ok).toBe(true);
        returns.settle(id);
      } else returns.settle(agreed(returns, { lines: [POT] }));
      expect(returns.refundedMinor).toBe(15_000);
    },
  );

  test('is taken off what comes back next where the refund was not enough for it', () => {
    const returns = start(14_000, 4_000);
    const cup = { lineId: 'cups', pieces: 1 };
    expect(returns.settle(agreed(returns, { lines: [cup] })).data.lastPlan).toMatchObject({
      deductedMinor: 3_000,
      refundMinor: 0,
    });
    expect(returns.settle(agreed(returns, { lines: [cup] })).data.lastPlan).toMatchObject({
      deductedMinor: 1_000,
      refundMinor: 2_000,
    });
    expect(returns.settle(agreed(returns, { lines: [POT] })).data.lastPlan).toMatchObject({
      deductedMinor: 0,
    });
  });
});

describe('a gift that was deducted and comes back after all', () => {
  test('is paid for with what is settled next', () => {
    const returns = start(10_000);
    returns.settle(agreed(returns, { lines: [CUPS] }));
    const other = agreed(returns, { lines: [POT] });
    gift(returns, other);
    expect(returns.settle(other).data.lastPlan).toMatchObject({
      goodsMinor: 6_000,
      giftsMinor: 500,
      deductedMinor: 0,
      refundMinor: 6_500,
    });
    expect(returns.refundedMinor).toBe(15_000);
  });

  test('is paid for by itself where nothing else is to be settled, and once', () => {
    const returns = start(10_000);
    const id = agreed(returns, { lines: [CUPS] });
    returns.settle(id);
    expect(gift(returns, id).ok).toBe(true);
    returns.settle(id);
    expect(planOf(returns, id)).toMatchObject({ goodsMinor: 0, giftsMinor: 500, refundMinor: 500 });
    expect(returns.refundedMinor).toBe(9_000);
    expect(gift(returns, id).ok).toBe(true);
    returns.settle(id);
    expect(returns.cases.get(id)?.state).toBe('settled');
    expect(returns.refundedMinor).toBe(9_000);
  });

  test('is paid for once where two cases are open', () => {
    const returns = start(10_000);
    const late = agreed(returns, { lines: [CUPS] });
    returns.settle(late);
    const open = agreed(returns, { lines: [POT] });
    gift(returns, late);
    returns.give(late, owner, 'settle', { missing: 'keep' });
    // The case that it came in holds what is paid for it.
    expect(returns.settle(open).data.lastPlan).toMatchObject({ deductedMinor: 0, refundMinor: 6_000 });
    const pay = returns.cases
      .get(late)
      ?.effects.find(({ type, status }) => type === 'refund_payment' && status === 'pending');
    expect(returns.give(late, system, 'effect_succeeded', { key: pay?.key ?? '' }).ok).toBe(true);
    expect(returns.refundedMinor).toBe(15_000);
  });
});

test('goods that are to come back count for the gift until they have', () => {
  const returns = start(5_000);
  const pot = agreed(returns, { lines: [POT] });
  const cups = agreed(returns, { lines: [{ lineId: 'cups', pieces: 2 }] });
  expect(returns.settle(cups).data.lastPlan).toMatchObject({ deductedMinor: 0, refundMinor: 6_000 });
  // One cup is left.
  expect(returns.settle(pot).data.lastPlan).toMatchObject({ deductedMinor: 500, refundMinor: 5_500 });
});
