import { money } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  confirmPoints,
  creditPoints,
  debitPoints,
  defaultPointsPolicy,
  earnPoints,
  type PointsDecision,
  type PointsEntry,
  type PointsPolicy,
  parsePointsEntries,
  parsePointsPolicy,
  redeemPoints,
  replayPoints,
} from './index.js';

const debts: PointsPolicy = { ...defaultPointsPolicy, pendingDays: 0, belowZero: 'allowed' };

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

describe('earning', () => {
  test.each([
    [99, 100, 'down', 0],
    [100, 100, 'down', 1],
    [101, 100, 'down', 1],
    [149, 100, 'half_up', 1],
    [150, 100, 'half_up', 2],
    [101, 100, 'up', 2],
    // 66.67 yuan at one and a half times are 100.005 points, 66.66 are 99.99.
    [66_67, 150, 'down', 100],
    [66_66, 150, 'down', 99],
    // A binary fraction would make 7.000000000000001 of it, and eight points.
    [7_00, 100, 'up', 7],
  ] as const)('%d fen at %d percent, rounded %s, are %d points', (minor, percent, rounding, points) => {
    const policy: PointsPolicy = { ...debts, rate: { points: 1, perMinor: 100, rounding } };
    const command = { id: 'e', orderId: 'o', on: '2026-01-01', amount: money(minor, 'CNY'), percent };
    const decision = earnPoints([], command, policy);
    expect(decision.accepted ? decision.entry.points : 0).toBe(points);
    if (points === 0) expect(reasonOf(decision)).toBe('earns_nothing');
  });

  test('an order earns once, whatever the id of the entry', () => {
    const ledger = [earned('a', '2026-01-01', 100)];
    const again = { id: 'other', orderId: 'order-a', on: '2026-01-02', amount: yuan(100) };
    expect(earnPoints(ledger, again, debts)).toEqual({
      accepted: false,
      refusal: { reason: 'already_earned', orderId: 'order-a' },
    });
  });

  test('an id that is known is told with its entry', () => {
    const entry = earned('a', '2026-01-01', 100);
    const again = { id: 'a', orderId: 'order-a', on: '2026-01-01', amount: yuan(100) };
    expect(earnPoints([entry], again, debts)).toEqual({
      accepted: false,
      refusal: { reason: 'already_recorded', entry },
    });
  });

  test.each([
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 12 }, '2024-02-29', '2025-02-28'],
    [{ calendarYears: 0 }, '2026-12-31', '2027-01-01'],
    [{ calendarYears: 1 }, '2026-01-01', '2028-01-01'],
    [{ calendarYears: 10 }, '9995-01-01', null],
    [null, '2026-01-01', null],
  ])('with an expiry of %j, points of %s are gone on %s', (expiry, on, expiresOn) => {
    expect(earned('a', on, 100, { ...debts, expiry })).toMatchObject({ expiresOn });
  });

  test('misuse is thrown', () => {
    const command = { id: 'a', orderId: 'o', on: '2026-01-01', amount: yuan(1) };
    const misuse = (change: object) => () => earnPoints([], { ...command, ...change }, debts);
    expect(misuse({ amount: money(1, 'EUR') })).toThrow(
      expect.objectContaining({ code: 'currency_mismatch' }),
    );
    expect(misuse({ amount: money(-1, 'CNY') })).toThrow(expect.objectContaining({ code: 'out_of_range' }));
    expect(misuse({ percent: 1.5 })).toThrow(expect.objectContaining({ code: 'not_multiple_of' }));
    expect(misuse({ on: '2026-02-29' })).toThrow(expect.objectContaining({ code: 'invalid_day' }));
    expect(() => redeemPoints([], { id: 'r', on: '2026-01-01', points: 0 })).toThrow(
      expect.objectContaining({ code: 'out_of_range' }),
    );
  });
});

describe('pending points', () => {
  const ledger = [earned('a', '2026-01-01', 100, { ...debts, pendingDays: 7 })];

  test.each([
    ['2026-01-07', 0, 100],
    ['2026-01-08', 100, 0],
    ['2026-01-09', 100, 0],
  ])('on %s %d can be spent and %d are pending', (asOf, balance, pending) => {
    expect(replayPoints(ledger, asOf)).toMatchObject({ balance, pending });
    const spending = redeemPoints(ledger, { id: 'r', on: asOf, points: 100 });
    expect(reasonOf(spending)).toBe(balance === 100 ? 'accepted' : 'not_enough_points');
  });

  test('wait for a confirmation where the policy has no number of days', () => {
    const waiting = [earned('a', '2026-01-01', 100, { ...debts, pendingDays: null })];
    expect(replayPoints(waiting, '2026-06-01')).toMatchObject({ balance: 0, pending: 100 });
    const confirmed = entryOf(confirmPoints(waiting, { id: 'k', orderId: 'order-a', on: '2026-02-01' }));
    const all = [...waiting, confirmed];
    expect(replayPoints(all, '2026-01-31').balance).toBe(0);
    expect(replayPoints(all, '2026-02-01').balance).toBe(100);
    expect(reasonOf(confirmPoints(all, { id: 'k2', orderId: 'order-a', on: '2026-02-02' }))).toBe(
      'not_pending',
    );
    expect(reasonOf(confirmPoints(ledger, { id: 'k', orderId: 'order-a', on: '2026-02-02' }))).toBe(
      'not_pending',
    );
    expect(reasonOf(confirmPoints([], { id: 'k', orderId: 'order-a', on: '2026-02-02' }))).toBe(
      'unknown_order',
    );
  });
});

describe('expiry', () => {
  const ledger = [earned('a', '2026-01-01', 100)];

  test.each([
    ['2026-12-31', 100, 0],
    ['2027-01-01', 0, 100],
    ['2027-01-02', 0, 100],
  ])('on %s %d are left and %d have expired', (asOf, balance, expired) => {
    expect(replayPoints(ledger, asOf)).toMatchObject({ balance, expired });
    const spending = redeemPoints(ledger, { id: 'r', on: asOf, points: 1 });
    expect(reasonOf(spending)).toBe(balance > 0 ? 'accepted' : 'not_enough_points');
  });

  test('what was spent before does not expire', () => {
    const all = [...ledger, redeemed(ledger, 'r', '2026-12-31', 60)];
    expect(replayPoints(all, '2027-01-01')).toMatchObject({ balance: 0, redeemed: 60, expired: 40 });
  });

  test('the next expiry adds up the lots of its day', () => {
    const two = [...ledger, earned('b', '2026-01-01', 30), earned('c', '2026-02-01', 5)];
    expect(replayPoints(two, '2026-06-01').nextExpiry).toEqual({ on: '2027-01-01', points: 130 });
    expect(replayPoints([], '2026-06-01').nextExpiry).toBe(null);
  });
});

describe('redeeming', () => {
  test('takes from the lot that expires soonest, and those that never expire come last', () => {
    const ledger = [
      earned('for_ever', '2026-01-01', 50, { ...debts, expiry: null }),
      earned('late', '2026-02-01', 50),
      earned('soon', '2026-01-02', 50),
    ];
    expect(redeemed(ledger, 'r', '2026-03-01', 120)).toMatchObject({
      from: [
        { lot: 'soon', points: 50 },
        { lot: 'late', points: 50 },
        { lot: 'for_ever', points: 20 },
      ],
    });
  });

  test.each([
    [99, 'accepted'],
    [100, 'accepted'],
    [101, 'not_enough_points'],
  ])('%d of 100 points: %s', (points, outcome) => {
    const ledger = [earned('a', '2026-01-01', 100)];
    expect(reasonOf(redeemPoints(ledger, { id: 'r', on: '2026-01-02', points }))).toBe(outcome);
  });

  test('a decision that comes late does not spend what was spent on a later day', () => {
    const ledger = [earned('a', '2026-01-01', 100)];
    const all = [...ledger, redeemed(ledger, 'r1', '2026-01-05', 80)];
    expect(redeemPoints(all, { id: 'r2', on: '2026-01-03', points: 30 })).toEqual({
      accepted: false,
      refusal: { reason: 'not_enough_points', requested: 30, available: 20, pending: 0 },
    });
  });
});

describe('points by hand', () => {
  test('are credited and debited with a reason', () => {
    const gift = { id: 'g', on: '2026-01-04', points: 10, reason: 'Sorry', by: 'staff-7' };
    const ledger = [entryOf(creditPoints([], gift, debts))];
    const back = { ...gift, id: 'd', points: 4, reason: 'Wrong customer' };
    const all = [...ledger, entryOf(debitPoints(ledger, back))];
    expect(replayPoints(all, '2026-01-04')).toMatchObject({ earned: 10, debited: 4, balance: 6 });
    expect(reasonOf(debitPoints(all, { ...back, id: 'd2', points: 7 }))).toBe('not_enough_points');
  });
});

describe('a ledger', () => {
  const entry = earned('a', '2026-01-01', 100);

  test('counts an entry that comes twice once', () => {
    expect(replayPoints([entry, { ...entry }], '2026-01-01').balance).toBe(100);
  });

  test('does not take two entries of one id', () => {
    expect(() => replayPoints([entry, earned('a', '2026-01-01', 90)], '2026-01-01')).toThrow(
      expect.objectContaining({ code: 'entry_id_reused' }),
    );
  });

  test('does not take from a lot that is not there', () => {
    const taking: PointsEntry = {
      kind: 'redeemed',
      id: 'r',
      on: '2026-01-01',
      from: [{ lot: 'z', points: 1 }],
    };
    expect(() => replayPoints([entry, taking], '2026-01-01')).toThrow(
      expect.objectContaining({ code: 'unknown_lot' }),
    );
  });

  test('survives a trip through JSON', () => {
    const ledger = [entry, redeemed([entry], 'r', '2026-01-02', 30)];
    expect(parsePointsEntries(JSON.parse(JSON.stringify(ledger)))).toEqual({ ok: true, value: ledger });
    expect(parsePointsPolicy(JSON.parse(JSON.stringify(defaultPointsPolicy)))).toEqual({
      ok: true,
      value: defaultPointsPolicy,
    });
  });
});
