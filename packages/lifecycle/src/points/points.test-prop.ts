import { type Day, dayOfNumber, money } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clawBackPoints,
  confirmPoints,
  creditPoints,
  debitPoints,
  earnPoints,
  type PointsAccount,
  type PointsDecision,
  type PointsEntry,
  type PointsPolicy,
  parsePointsEntries,
  redeemPoints,
  replayPoints,
} from './index.js';

const FIRST = 20_000;
const LONGEST = 400;

const step = fc.record({
  what: fc.constantFrom(
    'earn',
    'earn',
    'confirm',
    'redeem',
    'redeem_all',
    'refund',
    'refund',
    'credit',
    'debit',
  ),
  day: fc.nat(LONGEST),
  amount: fc.integer({ min: 1, max: 300_00 }),
  percent: fc.constantFrom(100, 120, 150, 200),
  order: fc.nat(6),
});

const policy: fc.Arbitrary<PointsPolicy> = fc.record({
  currency: fc.constant('CNY'),
  rate: fc.record({
    points: fc.integer({ min: 1, max: 3 }),
    perMinor: fc.constantFrom(1, 100, 333),
    rounding: fc.constantFrom('down' as const, 'half_up' as const, 'up' as const),
  }),
  pendingDays: fc.constantFrom(0, 7, 30, null),
  expiry: fc.constantFrom({ months: 1 }, { months: 6 }, { calendarYears: 0 }, null),
  belowZero: fc.constantFrom('allowed' as const, 'forgiven' as const),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A ledger as a shop would make it: in the order of days, or with decisions that come late. */
function ledgerOf(
  steps: readonly Step[],
  { inOrder, of }: { inOrder: boolean; of: PointsPolicy },
): PointsEntry[] {
  const ledger: PointsEntry[] = [];
  const refundedMinor = new Map<string, number>();
  const sorted = inOrder ? [...steps].sort((a, b) => a.day - b.day) : steps;
  for (const [index, { what, day, amount, percent, order }] of sorted.entries()) {
    const on = dayOfNumber(FIRST + day);
    const id = `e-${index}`;
    const orderId = `o-${order}`;
    const byHand = { id, on, points: (amount % 90) + 1, reason: 'Because', by: 'staff-7' };
    const decide = (): PointsDecision => {
      switch (what) {
        case 'earn':
          return earnPoints(ledger, { id, orderId, on, amount: money(amount, 'CNY'), percent }, of);
        case 'redeem':
          return redeemPoints(ledger, { id, on, points: (amount % 150) + 1 });
        case 'confirm':
          return confirmPoints(ledger, { id, orderId, on });
        case 'redeem_all':
          return redeemPoints(ledger, { id, on, points: Math.max(1, replayPoints(ledger, on).balance) });
        case 'refund': {
          const sum = (refundedMinor.get(orderId) ?? 0) + amount;
          refundedMinor.set(orderId, sum);
          return clawBackPoints(ledger, { id, orderId, on, refunded: money(sum, 'CNY') }, of);
        }
        case 'credit':
          return creditPoints(ledger, byHand, of);
        default:
          return debitPoints(ledger, byHand);
      }
    };
    const decision = decide();
    if (decision.accepted) ledger.push(decision.entry);
  }
  return ledger;
}

const steps = fc.array(step, { maxLength: 60, size: 'max' });
const anyDay = fc.nat(LONGEST + 400).map((day): Day => dayOfNumber(FIRST + day));

function expectConserved(account: PointsAccount): void {
  const inLots = (state: string) =>
    account.lots.filter((lot) => lot.state === state).reduce((sum, { remaining }) => sum + remaining, 0);
  expect(account.balance).toBe(inLots('available') - account.debt);
  expect(account.pending).toBe(inLots('pending'));
  expect(account.expired).toBe(inLots('expired'));
  const { earned, debt, balance, pending, redeemed, expired, clawedBack, debited } = account;
  expect(earned + debt).toBe(balance + debt + pending + redeemed + expired + clawedBack + debited);
}

test('on every day the lots add up to the balance, and no point is made or lost', () => {
  let spent = 0;
  let owed = 0;
  fc.assert(
    fc.property(steps, policy, fc.boolean(), anyDay, (list, of, inOrder, asOf) => {
      const ledger = ledgerOf(list, { inOrder, of });
      const account = replayPoints(ledger, asOf);
      if (account.redeemed > 0) spent++;
      if (account.debt > 0) owed++;
      expectConserved(account);
      for (const { remaining, points } of account.lots) {
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(remaining).toBeLessThanOrEqual(points);
      }
      expect(account.debt).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000, seed: 20261121 },
  );
  // Most of this would hold of empty ledgers too.
  expect(spent).toBeGreaterThan(200);
  expect(owed).toBeGreaterThan(50);
});

test('nobody ever owes where debts are forgiven', () => {
  fc.assert(
    fc.property(steps, policy, anyDay, (list, any, asOf) => {
      const ledger = ledgerOf(list, { inOrder: true, of: { ...any, belowZero: 'forgiven' } });
      const account = replayPoints(ledger, asOf);
      expect(account.debt).toBe(0);
      expect(account.balance).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1000 },
  );
});

test('the order of entries, and entries that come twice, make no difference', () => {
  fc.assert(
    fc.property(
      steps.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: 0 }), fc.infiniteStream(fc.nat())),
      ),
      policy,
      anyDay,
      ([list, , numbers], of, asOf) => {
        const ledger = ledgerOf(list, { inOrder: true, of });
        const keyed = [...ledger, ...ledger.slice(0, 5)].map((entry) => ({
          entry,
          key: numbers.next().value,
        }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ entry }) => structuredClone(entry));
        expect(replayPoints(shuffled, asOf)).toEqual(replayPoints(ledger, asOf));
      },
    ),
    { numRuns: 500 },
  );
});

test('an order never loses more points by refunds than it earned, and all of them by a whole refund', () => {
  fc.assert(
    fc.property(
      policy,
      fc.integer({ min: 1, max: 300_00 }),
      fc.array(fc.nat(100_00), { maxLength: 8 }),
      fc.constantFrom(100, 150),
      (any, minor, refunds, percent) => {
        const of = { ...any, belowZero: 'allowed' as const };
        const order = { id: 'e', orderId: 'o', on: '2026-01-01', amount: money(minor, 'CNY'), percent };
        const earned = earnPoints([], order, of);
        if (!earned.accepted) return;
        const ledger: PointsEntry[] = [earned.entry];
        let sum = 0;
        for (const [index, refund] of [...refunds, minor].entries()) {
          sum += refund;
          const command = { id: `x-${index}`, orderId: 'o', on: '2026-01-02', refunded: money(sum, 'CNY') };
          const decision = clawBackPoints(ledger, command, of);
          if (decision.accepted) ledger.push(decision.entry);
          expect(replayPoints(ledger, '2026-01-02').clawedBack).toBeLessThanOrEqual(earned.entry.points);
        }
        expect(replayPoints(ledger, '2026-01-02').clawedBack).toBe(earned.entry.points);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every ledger that decisions make is one that the schema takes', () => {
  fc.assert(
    fc.property(steps, policy, (list, of) => {
      const ledger = ledgerOf(list, { inOrder: false, of });
      expect(parsePointsEntries(JSON.parse(JSON.stringify(ledger)))).toEqual({ ok: true, value: ledger });
    }),
    { numRuns: 200 },
  );
});
