import { expect, test } from 'vitest';
import { type OrderReturns, startReturns } from '../../../test/orderReturns.js';
import { agent, facts, line, platform, type Request, system, yuan } from '../../../test/returnPlays.js';

const owner = { id: 'o1', role: 'owner' };
const POT = [{ lineId: 'pot', pieces: 1 }];
const CUPS = [{ lineId: 'cups', pieces: 3 }];
const order = { ...facts, paid: yuan(15_000), outbound: { costMinor: 0, paidBy: 'shop' as const } };
function agreed(returns: OrderReturns, changes: Partial<Request>): string {
  const opened = returns.open(agent, changes);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { id, data } = opened.next;
  const lines = data.requested.map(({ lineId, pieces }) => ({ lineId, pieces }));
  const approved = returns.give(id, owner, 'approve', { lines });
  if (!approved.ok) throw new Error(approved.refusal.message);
  return id;
}
function refundOf(returns: OrderReturns, changes: Partial<Request>): number {
  const before = returns.refundedMinor;
  returns.settle(agreed(returns, changes));
  return returns.refundedMinor - before;
}
const tiered = {
  ...order,
  lines: [line('big', 1, 25_000), line('small', 1, 5_000)],
  promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 30_000, offMinor: 3_000 }] }],
  paid: yuan(27_000),
};

test('what is agreed upon and never sent loses no discount for what is', () => {
  const returns = startReturns(tiered);
  const a = agreed(returns, { lines: [{ lineId: 'small', pieces: 1 }] });
  const back = refundOf(returns, { lines: [{ lineId: 'big', pieces: 1 }] });
  expect(returns.give(a, agent, 'cancel', {}).ok).toBe(true);
  // The small one is kept at 50.
  expect(back).toBe(22_000);
});

test.fails('nor does it keep one from the customer (who loses 10.00)', () => {
  const returns = startReturns({
    ...order,
    lines: [line('a', 1, 10_000), line('b', 1, 10_000)],
    promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 10_000, offMinor: 1_000 }] }],
    paid: yuan(19_000),
  });
  const a = agreed(returns, { lines: [{ lineId: 'a', pieces: 1 }] });
  const back = refundOf(returns, { lines: [{ lineId: 'b', pieces: 1 }] });
  expect(returns.give(a, agent, 'cancel', {}).ok).toBe(true);
  expect(back).toBe(10_000);
});

test.fails('what a marketplace refunds for goods of another case is not kept from whoever sends others (60.00 are worth 30.00)', () => {
  const returns = startReturns(order);
  const a = agreed(returns, { lines: CUPS });
  expect(returns.give(a, platform, 'impose_refund', { refundMinor: 3_000 }).ok).toBe(true);
  const pot = refundOf(returns, { lines: POT });
  expect(returns.give(a, agent, 'cancel', {}).ok).toBe(true);
  expect(pot).toBe(6000);
});

test('wear that was not taken off is left when the goods of an exchange cannot be sent', () => {
  const returns = startReturns(order);
  const opened = returns.open(agent, {
    remedy: 'exchange',
    lines: [{ lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor: 5_000 } }],
  });
  if (!opened.ok) throw new Error();
  const id = opened.next.id;
  returns.give(id, owner, 'approve', { lines: POT });
  returns.give(id, agent, 'send_parcel', {
    parcelId: 'p',
    carrier: 'sf',
    trackingNumber: 't',
    freight: { costMinor: 800, paidBy: 'shop' },
    lines: POT,
  });
  returns.give(id, agent, 'receive_parcel', { parcelId: 'p', lines: POT });
  returns.give(id, agent, 'inspect', {
    lineId: 'pot',
    pieces: 1,
    condition: 'worn',
    disposal: 'restock',
    deductMinor: 500,
  });
  expect(returns.give(id, owner, 'settle', { missing: 'keep' }).ok).toBe(true);
  const of = (type: string) =>
    returns.cases.get(id)?.effects.find((e) => e.type === type && e.status === 'pending')?.key ?? '';
  // gross 1000, freight 800, wear 500: 1000 are taken off, 300 are left
  const refund = of('refund_payment');
  if (refund !== '') returns.give(id, system, 'effect_succeeded', { key: refund });
  returns.give(id, system, 'effect_failed', { key: of('ship_goods'), reason: 'sold out' } as never);
  expect(returns.give(id, agent, 'give_up_settlement', {}).ok).toBe(true);
  const data = returns.cases.get(id)?.data;
  expect([data?.lastPlan?.deductedMinor, data?.deductedMinor]).toEqual([1000, 300]);
});
