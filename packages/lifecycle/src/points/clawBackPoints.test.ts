import { money } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  clawBackPoints,
  creditPoints,
  defaultPointsPolicy,
  earnPoints,
  type PointsDecision,
  type PointsEntry,
  type PointsPolicy,
  redeemPoints,
  replayPoints,
} from './index.js';

const debts: PointsPolicy = { ...defaultPointsPolicy, pendingDays: 0, belowZero: 'allowed' };
const noDebts: PointsPolicy = { ...debts, belowZero: 'forgiven' };

const yuan = (amount: number) => money(amount * 100, 'CNY');

function entryOf(decision: PointsDecision): PointsEntry {
  if (decision.accepted) return decision.entry;
  throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
}

const reasonOf = (decision: PointsDecision) => (decision.accepted ? 'accepted' : decision.refusal.reason);

const earned = (
  id: string,
  on: string,
  amount: number,
  policy = debts,
  before: readonly PointsEntry[] = [],
) => entryOf(earnPoints(before, { id, orderId: `order-${id}`, on, amount: yuan(amount) }, policy));

const redeemed = (ledger: readonly PointsEntry[], id: string, on: string, points: number) =>
  entryOf(redeemPoints(ledger, { id, on, points }));

const refunded = (
  ledger: readonly PointsEntry[],
  id: string,
  order: string,
  on: string,
  amount: number,
  policy = debts,
) => clawBackPoints(ledger, { id, orderId: `order-${order}`, on, refunded: yuan(amount) }, policy);

describe('a refund', () => {
  const ledger = [earned('a', '2026-01-01', 100), earned('b', '2026-01-02', 40)];

  test('takes its share from the lot that the order made', () => {
    expect(entryOf(refunded(ledger, 'x', 'b', '2026-01-03', 10))).toMatchObject({
      from: [{ lot: 'b', points: 10 }],
      owed: 0,
      forgiven: 0,
    });
  });

  test('many small ones take as much as one large one', () => {
    // 0.4 yuan each: the order keeps 99, 99, 98 points and so on, by what is left of its amount.
    const all = [...ledger];
    for (let count = 1; count <= 5; count++) {
      const decision = refunded(all, `x${count}`, 'a', '2026-01-03', (4 * count) / 10);
      if (decision.accepted) all.push(decision.entry);
    }
    expect(replayPoints(all, '2026-01-03').clawedBack).toBe(2);
    const once = [...ledger, entryOf(refunded(ledger, 'x', 'a', '2026-01-03', 2))];
    expect(replayPoints(once, '2026-01-03').clawedBack).toBe(2);
  });

  test('told twice takes nothing more', () => {
    const all = [...ledger, entryOf(refunded(ledger, 'x', 'a', '2026-01-03', 30))];
    expect(reasonOf(refunded(all, 'x', 'a', '2026-01-03', 30))).toBe('already_recorded');
    expect(reasonOf(refunded(all, 'y', 'a', '2026-01-04', 30))).toBe('nothing_to_claw_back');
  });

  test('of more than the order takes no more than its points', () => {
    const all = [...ledger, entryOf(refunded(ledger, 'x', 'a', '2026-01-03', 500))];
    expect(replayPoints(all, '2026-01-03')).toMatchObject({ clawedBack: 100, balance: 40 });
  });

  test('of points that were spent takes others, then makes a debt', () => {
    const spent = [...ledger, redeemed(ledger, 'r', '2026-01-03', 110)];
    const clawed = entryOf(refunded(spent, 'x', 'a', '2026-01-04', 100));
    expect(clawed).toMatchObject({ from: [{ lot: 'b', points: 30 }], owed: 70, forgiven: 0 });
    expect(replayPoints([...spent, clawed], '2026-01-04')).toMatchObject({ balance: -70, debt: 70 });
  });

  test('of points that were spent lets them go where no debts are made', () => {
    const spent = [...ledger, redeemed(ledger, 'r', '2026-01-03', 110)];
    const clawed = entryOf(refunded(spent, 'x', 'a', '2026-01-04', 100, noDebts));
    expect(clawed).toMatchObject({ from: [{ lot: 'b', points: 30 }], owed: 0, forgiven: 70 });
    expect(replayPoints([...spent, clawed], '2026-01-04')).toMatchObject({ balance: 0, debt: 0 });
    // And they stay let go: the same refunds again ask for nothing.
    expect(reasonOf(refunded([...spent, clawed], 'y', 'a', '2026-01-05', 100, noDebts))).toBe(
      'nothing_to_claw_back',
    );
  });

  test('of points that were spent takes pending ones before it makes a debt', () => {
    const pending = { ...debts, pendingDays: 30 };
    const spent = [
      ...ledger,
      redeemed(ledger, 'r', '2026-01-03', 140),
      earned('c', '2026-01-03', 25, pending),
    ];
    expect(entryOf(refunded(spent, 'x', 'a', '2026-01-04', 100))).toMatchObject({
      from: [{ lot: 'c', points: 25 }],
      owed: 75,
    });
  });

  test('of points that have expired makes no debt', () => {
    const clawed = entryOf(refunded(ledger, 'x', 'a', '2027-02-01', 100));
    expect(clawed).toMatchObject({ from: [{ lot: 'a', points: 100 }], owed: 0 });
    expect(replayPoints([...ledger, clawed], '2027-02-01')).toMatchObject({ expired: 40, clawedBack: 100 });
  });

  test('of an order without points is refused', () => {
    expect(reasonOf(refunded(ledger, 'x', 'z', '2026-01-03', 1))).toBe('unknown_order');
    expect(reasonOf(refunded(ledger, 'x', 'a', '2025-12-31', 1))).toBe('unknown_order');
  });
});

describe('a debt', () => {
  const first = [earned('a', '2026-01-01', 100)];
  const spent = [...first, redeemed(first, 'r', '2026-01-02', 100)];
  const owing = [...spent, entryOf(refunded(spent, 'x', 'a', '2026-01-03', 60))];

  test('is paid by the next points at once, pending or not', () => {
    const all = [...owing, earned('b', '2026-01-04', 80, { ...debts, pendingDays: 7 }, owing)];
    expect(replayPoints(all, '2026-01-04')).toMatchObject({ debt: 0, balance: 0, pending: 20 });
    expect(replayPoints(all, '2026-01-11')).toMatchObject({ debt: 0, balance: 20, pending: 0 });
  });

  test('is not paid before it is made, by points that come late', () => {
    const late = [...owing, earned('b', '2026-01-02', 80, debts, owing)];
    expect(replayPoints(late, '2026-01-02')).toMatchObject({ debt: 0, balance: 80 });
    expect(replayPoints(late, '2026-01-03')).toMatchObject({ debt: 60, balance: 20 });
  });

  test('is paid by points that are given by hand', () => {
    const gift = { id: 'g', on: '2026-01-04', points: 10, reason: 'Sorry', by: 'staff-7' };
    const all = [...owing, entryOf(creditPoints(owing, gift, debts))];
    expect(replayPoints(all, '2026-01-04')).toMatchObject({ debt: 50, balance: -50 });
  });

  test('comes of what two hosts took at once, beyond what the lot held', () => {
    const both = [...first, redeemed(first, 'r1', '2026-01-02', 70), redeemed(first, 'r2', '2026-01-02', 70)];
    expect(replayPoints(both, '2026-01-02')).toMatchObject({ debt: 40, balance: -40, redeemed: 140 });
    expect(reasonOf(redeemPoints(both, { id: 'r3', on: '2026-01-03', points: 1 }))).toBe('not_enough_points');
  });

  test('is paid by what other lots hold, which then cannot be spent or taken', () => {
    // 40 are owed of the 100 of a second lot, and the third one was spent.
    const three = [
      ...first,
      earned('b', '2026-01-01', 100),
      earned('c', '2026-01-01', 50, { ...debts, expiry: null }),
    ];
    const both = [
      ...three,
      redeemed(first, 'r1', '2026-01-02', 70),
      redeemed(first, 'r2', '2026-01-02', 70),
      redeemed([...three].slice(2), 'r3', '2026-01-02', 50),
    ];
    const spend = (points: number) => reasonOf(redeemPoints(both, { id: 'r4', on: '2026-01-03', points }));
    expect(replayPoints(both, '2026-01-03')).toMatchObject({ debt: 40, balance: 60 });
    expect([spend(60), spend(61)]).toEqual(['accepted', 'not_enough_points']);
    expect(entryOf(refunded(both, 'x', 'c', '2026-01-03', 50))).toMatchObject({
      from: [{ lot: 'b', points: 50 }],
      owed: 0,
    });
    const less = [...both, redeemed(both, 'r5', '2026-01-03', 30)];
    expect(entryOf(refunded(less, 'x', 'c', '2026-01-03', 50))).toMatchObject({
      from: [{ lot: 'b', points: 30 }],
      owed: 20,
    });
  });
});
