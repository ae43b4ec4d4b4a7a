import { describe, expect, test } from 'vitest';
import { agreed, type OrderReturns, refundOf, startReturns } from '../../../test/orderReturns.js';
import { agent, code, facts, guards, line, platform, system, yuan } from '../../../test/returnPlays.js';

const owner = { id: 'o1', role: 'owner' };
const A = [{ lineId: 'a', pieces: 1 }];
const B = [{ lineId: 'b', pieces: 1 }];

/** Two pieces at 100.00, and 10.00 off from 100.00: each is worth 100.00 for itself, both together 190.00. */
const order = {
  ...facts,
  lines: [line('a', 1, 10_000), line('b', 1, 10_000)],
  promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 10_000, offMinor: 1_000 }] }],
  paid: yuan(19_000),
  outbound: { costMinor: 0, paidBy: 'shop' as const },
};

/** Both are agreed upon, and the second is settled before anything of the first has come. */
function secondFirst() {
  const returns = startReturns(order);
  const first = agreed(returns, { lines: A });
  const second = agreed(returns, { lines: B });
  expect(returns.settle(second).data.rest).toEqual({ goodsMinor: 1_000, moneyMinor: 0 });
  expect(returns.refundedMinor).toBe(9_000);
  return { returns, first, second };
}

const settleRest = (returns: OrderReturns, caseId: string, by = owner) =>
  returns.give(caseId, by, 'settle', { missing: 'keep' });

describe('what a return is short of for what another of the order holds', () => {
  test('is told to staff, and waits while it is held', () => {
    const { returns, second } = secondFirst();
    const told = returns.cases.get(second)?.effects.filter(({ type }) => type === 'report_rest');
    expect(told?.map(({ params }) => params)).toEqual([{ orderId: 'order-1', amount: yuan(1_000) }]);
    expect(guards(settleRest(returns, second))).toContain('something_to_do');
  });

  test('goes back once the other has ended, and once', () => {
    const { returns, first, second } = secondFirst();
    expect(returns.give(first, agent, 'cancel', {}).ok).toBe(true);
    expect(settleRest(returns, second).ok).toBe(true);
    expect(returns.cases.get(second)?.state).toBe('settling');
    expect(returns.succeed(second).data).not.toHaveProperty('rest');
    expect([returns.cases.get(second)?.state, returns.refundedMinor]).toEqual(['settled', 10_000]);
    expect(guards(settleRest(returns, second))).toContain('something_to_do');
    // What stays costs 90.00 by itself.
    expect(refundOf(returns, { lines: A })).toBe(9_000);
  });

  test('has gone with the goods of the other where these came', () => {
    const { returns, first, second } = secondFirst();
    returns.settle(first);
    expect(returns.refundedMinor).toBe(19_000);
    expect(guards(settleRest(returns, second))).toContain('something_to_do');
  });

  test('needs the authority of any refund', () => {
    const { returns, first, second } = secondFirst();
    returns.give(first, agent, 'cancel', {});
    expect(code(settleRest(returns, second, { id: 'customer-1', role: 'customer' }))).toBe('not_authorised');
  });

  test('is still due where it could not be paid, and is settled with what is tried next', () => {
    const { returns, first, second } = secondFirst();
    returns.give(first, agent, 'cancel', {});
    settleRest(returns, second);
    const refund = returns.cases
      .get(second)
      ?.effects.find((one) => one.status === 'pending' && one.type === 'refund_payment');
    returns.give(second, system, 'effect_failed', { key: refund?.key ?? '', reason: 'declined' });
    expect(returns.give(second, agent, 'give_up_settlement', {}).ok).toBe(true);
    expect(returns.cases.get(second)?.data.rest).toEqual({ goodsMinor: 1_000, moneyMinor: 0 });
    expect(settleRest(returns, second).ok).toBe(true);
    expect(returns.succeed(second).state).toBe('settled');
    expect(returns.refundedMinor).toBe(10_000);
  });
});

test('what is offered for a piece beyond its price is not kept from the dearer one that comes back meanwhile', () => {
  // Two cups for 10.00, one of them exchanged for a kettle of 45.00: 50.00 were paid.
  const order = { ...facts, lines: [line('cups', 2, 1_000)], paid: yuan(1_000) };
  const returns = startReturns({ ...order, outbound: { costMinor: 0, paidBy: 'shop' } });
  const one = [{ lineId: 'cups', pieces: 1 }];
  const kettle = { lineId: 'cups', pieces: 1, replacement: { sku: 'kettle', priceMinor: 4_500 } };
  returns.settle(agreed(returns, { remedy: 'exchange', lines: [kettle] }));
  const stays = { remedy: 'partial_refund', reason: 'defective', evidence: ['photo'], lines: one } as const;
  const offered = returns.open(agent, stays);
  const forLess = offered.ok ? offered.next.id : '';
  const offer = { remedy: 'partial_refund', amountMinor: 1_000 } as const;
  expect(returns.give(forLess, owner, 'offer', offer).ok).toBe(true);
  const back = agreed(returns, { lines: one });
  returns.settle(back);
  expect(returns.give(forLess, agent, 'accept_offer', {}).ok).toBe(true);
  returns.settle(forLess);
  expect(settleRest(returns, back).ok).toBe(true);
  returns.succeed(back);
  // The cup that stays has been given back in full.
  expect(returns.refundedMinor).toBe(5_000);
});

test('a marketplace that pays beside a return that is held keeps nothing from another for good', () => {
  const cups = [{ lineId: 'cups', pieces: 3 }];
  const returns = startReturns({ ...facts, paid: yuan(15_000), outbound: order.outbound });
  const held = agreed(returns, { lines: cups });
  expect(returns.give(held, platform, 'impose_refund', { refundMinor: 3_000 }).ok).toBe(true);
  const pot = agreed(returns, { lines: [{ lineId: 'pot', pieces: 1 }] });
  expect(returns.settle(pot).data.rest).toEqual({ goodsMinor: 3_000, moneyMinor: 0 });
  expect(returns.give(held, agent, 'cancel', {}).ok).toBe(true);
  expect(settleRest(returns, pot).ok).toBe(true);
  returns.succeed(pot);
  // 30.00 of the cups by the marketplace, and 60.00 for the pot.
  expect(returns.refundedMinor).toBe(9_000);
});
