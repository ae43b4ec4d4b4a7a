import {
  addMonths,
  createOrderLog,
  createShopCalendar,
  type Day,
  dayNumberOf,
  dayOfNumber,
  instantOf,
  type Order,
} from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assessTier,
  assessTiers,
  type CountedDay,
  defaultMembershipProgram,
  type MembershipProgram,
  membershipBasis,
  type TierAssessment,
} from './index.js';

const FIRST = dayNumberOf('2023-11-20') ?? 0;

const rolling = (months: number) => ({ kind: 'rolling_months' as const, months });
const calendarYear = { kind: 'calendar_year' as const };

const window = fc.constantFrom<MembershipProgram['window']>(
  { kind: 'lifetime' },
  ...[1, 3, 12, 18].map(rolling),
  calendarYear,
  calendarYear,
);

const validity = fc.oneof(
  fc.record({ months: fc.constantFrom(1, 2, 6, 12) }),
  fc.record({ calendarYears: fc.constantFrom(0, 1) }),
);

const downgrade: fc.Arbitrary<MembershipProgram['downgrade']> = fc.oneof(
  { arbitrary: fc.constant({ policy: 'never' as const, refundOverrides: true }), weight: 1 },
  {
    arbitrary: fc.record({
      policy: fc.constantFrom('one_step' as const, 'requalify' as const),
      validity,
      graceDays: fc.constantFrom(0, 1, 20, 40),
    }),
    weight: 4,
  },
);

const program: fc.Arbitrary<MembershipProgram> = fc
  .record({ window, downgrade })
  .map((parts) => ({ ...defaultMembershipProgram, ...parts }));

/** What counts on some days of two years: amounts and numbers around the thresholds. */
const counted: fc.Arbitrary<CountedDay[]> = fc
  .uniqueArray(
    fc.record({
      at: fc.nat(760),
      amountMinor: fc.constantFrom(100_00, 400_00, 999_99, 1_000_00, 3_000_00, 10_000_00),
      purchases: fc.constantFrom(0, 1, 3, 8),
    }),
    { maxLength: 8, size: 'max', selector: ({ at }) => at },
  )
  .map((list) =>
    list
      .sort((a, b) => a.at - b.at)
      .map(({ at, amountMinor, purchases }) => ({ day: dayOfNumber(FIRST + at), amountMinor, purchases })),
  );

/** The first day on which what counted on a day is out of the window. */
function leaves(day: Day, { window }: MembershipProgram): Day {
  switch (window.kind) {
    case 'lifetime':
      return '9999-12-31';
    case 'rolling_months':
      return addMonths(day, window.months);
    case 'calendar_year':
      return `${Number(day.slice(0, 4)) + 1}-01-01`;
  }
}

function validUntil(day: Day, { downgrade }: MembershipProgram): Day {
  if (downgrade.policy === 'never') return '9999-12-31';
  if ('months' in downgrade.validity) return addMonths(day, downgrade.validity.months);
  return `${Number(day.slice(0, 4)) + downgrade.validity.calendarYears + 1}-01-01`;
}

/** The rank that is earned on a day by what counted before `end`. */
function earnedRank(entries: readonly CountedDay[], on: Day, end: Day, of: MembershipProgram): number {
  const inWindow = entries.filter(({ day }) => day < end && day <= on && leaves(day, of) > on);
  const amount = inWindow.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const purchases = inWindow.reduce((sum, entry) => sum + entry.purchases, 0);
  return (
    1 +
    of.tiers.findLastIndex(
      ({ reach }, index) =>
        index === 0 ||
        amount >= (reach?.amountMinor ?? Number.POSITIVE_INFINITY) ||
        purchases >= (reach?.purchases ?? Number.POSITIVE_INFINITY),
    )
  );
}

/** The tier of every day, by looking at every day: what the words of the programme say, and slow. */
function dayByDay(entries: readonly CountedDay[], of: MembershipProgram, days: number): number[] {
  let rank = 1;
  let end = '9999-12-31';
  let grace: { ends: Day; best: number } | undefined;
  const ranks: number[] = [];
  const graceDays = of.downgrade.policy === 'never' ? 0 : of.downgrade.graceDays;
  for (let at = 0; at < days; at++) {
    const today = dayOfNumber(FIRST + at);
    const yesterday = dayOfNumber(FIRST + at - 1);
    const reach = (to: number) => {
      rank = to;
      grace = undefined;
      end = rank === 1 ? '9999-12-31' : validUntil(today, of);
    };
    if (grace === undefined && today === end) {
      const reviewed = of.window.kind === 'calendar_year' ? yesterday : today;
      const earned = earnedRank(entries, reviewed, today, of);
      if (earned >= rank) end = validUntil(today, of);
      else grace = { ends: dayOfNumber(FIRST + at + graceDays), best: earned };
    }
    if (grace?.ends === today)
      reach(of.downgrade.policy === 'one_step' ? Math.max(rank - 1, grace.best) : grace.best);
    const now = earnedRank(entries, today, dayOfNumber(FIRST + at + 1), of);
    if (now > rank) reach(now);
    else if (grace !== undefined && now === rank) reach(rank);
    else if (grace !== undefined) grace = { ...grace, best: Math.max(grace.best, now) };
    ranks.push(rank);
  }
  return ranks;
}

test('a tier, since when and until when agree with looking at every day', () => {
  let fallen = 0;
  fc.assert(
    fc.property(program, counted, fc.nat(900), (of, entries, asOfIndex) => {
      const asOf = dayOfNumber(FIRST + asOfIndex);
      const known = entries.filter(({ day }) => day <= asOf);
      const ranks = dayByDay(known, of, 1900);
      const actual = assessTier({ currency: 'CNY', counted: entries, countedAtFirst: entries }, of, asOf);
      const rank = ranks[asOfIndex] ?? 0;
      const before = ranks.slice(0, asOfIndex + 1).findLastIndex((other) => other !== rank);
      const began = before === -1 && rank === 1;
      const until = ranks.findIndex((other, at) => at > asOfIndex && other < rank);
      const change = began ? null : rank > (ranks[before] ?? 1) ? 'risen' : 'fallen';
      if (change === 'fallen') fallen++;
      expect({ rank: actual.rank, since: actual.since, until: actual.until, change: actual.change }).toEqual({
        rank,
        since: began ? null : dayOfNumber(FIRST + before + 1),
        until: until === -1 ? null : dayOfNumber(FIRST + until),
        change,
      });
    }),
    { numRuns: 600, seed: 20261121 },
  );
  // Most of this would hold of customers who never fall too.
  expect(fallen).toBeGreaterThan(50);
});

test('the order of the days makes no difference', () => {
  fc.assert(
    fc.property(program, counted, fc.nat(900), (of, entries, at) => {
      const assess = (list: CountedDay[]) =>
        assessTier({ currency: 'CNY', counted: list, countedAtFirst: list }, of, dayOfNumber(FIRST + at));
      expect(assess([...entries].reverse())).toEqual(assess(entries));
    }),
  );
});

test('where tiers are for ever, what counts more never makes a lower one, and no day does', () => {
  const lasting = window.map(
    (kind): MembershipProgram => ({
      ...defaultMembershipProgram,
      window: kind,
      downgrade: { policy: 'never', refundOverrides: true },
    }),
  );
  fc.assert(
    fc.property(lasting, counted, fc.nat(760), fc.nat(760), fc.nat(90), (of, entries, at, extraAt, later) => {
      const rank = (list: CountedDay[], on: number) =>
        assessTier({ currency: 'CNY', counted: list, countedAtFirst: list }, of, dayOfNumber(FIRST + on))
          .rank;
      const extra = { day: dayOfNumber(FIRST + extraAt), amountMinor: 1_000_00, purchases: 1 };
      expect(rank([...entries, extra], at)).toBeGreaterThanOrEqual(rank(entries, at));
      expect(rank(entries, at + later)).toBeGreaterThanOrEqual(rank(entries, at));
    }),
    { numRuns: 500 },
  );
});

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const HOUR = 3_600_000;

const order: fc.Arbitrary<Order> = fc
  .record({
    customer: fc.nat(3),
    placed: fc.nat(700 * 24),
    deliveryHours: fc.option(fc.nat(500), { nil: undefined }),
    yuan: fc.constantFrom(0, 100, 999, 1000, 3000),
    refunded: fc.constantFrom(0, 0, 0, 1, 100, 1000),
    paid: fc.constantFrom(true, true, true, false),
    onDelivery: fc.constantFrom(false, false, true),
    cancelled: fc.constantFrom(false, false, false, true),
    flag: fc.constantFrom(undefined, undefined, undefined, 'employee' as const, 'gift' as const),
  })
  .map(({ customer, placed, deliveryHours, yuan, refunded, paid, onDelivery, cancelled, flag }) => {
    const at = FIRST * 24 * HOUR + placed * HOUR;
    const placedAt = instantOf(at);
    const amount = { minor: Math.min(refunded, yuan) * 100, currency: 'CNY' };
    return {
      id: '',
      customerId: `c-${customer}`,
      total: { minor: yuan * 100, currency: 'CNY' },
      placedAt,
      ...(onDelivery ? { paymentMethod: 'cash_on_delivery' as const } : {}),
      ...(paid ? { paidAt: placedAt } : {}),
      ...(deliveryHours === undefined ? {} : { signedAt: instantOf(at + deliveryHours * HOUR) }),
      ...(cancelled ? { cancelledAt: instantOf(at + HOUR) } : {}),
      ...(amount.minor > 0 ? { refunds: [{ id: 'r', amount, refundedAt: instantOf(at + HOUR) }] } : {}),
      ...(flag === undefined ? {} : { flags: [flag] }),
    };
  });

test('a whole log is assessed as each of its customers is, in whatever order the orders came', () => {
  const counting = fc.constantFrom<MembershipProgram['counting']>(
    defaultMembershipProgram.counting,
    { orders: 'paid', exclude: [] },
    { orders: 'completed', daysAfterDelivery: 0, exclude: ['gift'] },
  );
  const grants = [
    {
      customerId: 'c-1',
      tier: 'tier_3',
      from: '2024-03-01',
      to: '2024-12-01',
      reason: 'A friend',
      grantedBy: 'x',
    },
    { customerId: 'nobody', tier: 'tier_2', from: '2024-03-01', reason: 'A guest', grantedBy: 'x' },
  ];
  fc.assert(
    fc.property(
      program,
      counting,
      fc.array(order, { maxLength: 20, size: 'max' }),
      fc.nat(800),
      (parts, counting, list, asOfIndex) => {
        const of = { ...parts, counting };
        const asOf = dayOfNumber(FIRST + asOfIndex);
        const orders = list.map((one, index) => ({ ...one, id: `o-${index}` }));
        const tiersOf = (sequence: readonly Order[]) => {
          const log = createOrderLog({ currency: 'CNY', calendar });
          for (const one of sequence) log.append(one);
          return assessTiers(log, of, { asOf, grants });
        };
        const tiers = tiersOf(orders);
        const byCustomer = new Map<string, TierAssessment>();
        for (const id of ['c-0', 'c-1', 'c-2', 'c-3', 'nobody']) {
          const own = orders.filter(({ customerId }) => customerId === id);
          const given = grants.filter(({ customerId }) => customerId === id);
          const alone = assessTier(membershipBasis(own, of, calendar), of, asOf, given);
          byCustomer.set(id, alone);
          expect(tiers.of(id)).toEqual(alone);
        }
        for (const { customerId, ...assessment } of tiersOf([...orders].reverse())) {
          expect(assessment).toEqual(byCustomer.get(customerId));
        }
        const inLog = [...byCustomer].filter(([id]) => orders.some(({ customerId }) => customerId === id));
        for (const { code } of of.tiers) {
          expect(tiers.customersByTier[code]).toBe(inLog.filter(([, { tier }]) => tier === code).length);
        }
      },
    ),
    { numRuns: 400 },
  );
});
