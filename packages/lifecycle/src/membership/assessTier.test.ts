import { type Day, dayNumberOf, dayOfNumber } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  assessTier,
  type CountedDay,
  defaultMembershipProgram,
  type MembershipBasis,
  type MembershipProgram,
} from './index.js';

/** tier_2 from 1,000 yuan or 3 purchases, tier_3 from 3,000 or 8, tier_4 from 10,000 or 20. */
const yearly: MembershipProgram = {
  ...defaultMembershipProgram,
  downgrade: { policy: 'one_step', validity: { months: 12 }, graceDays: 0 },
};
const withGrace: MembershipProgram = {
  ...yearly,
  downgrade: { policy: 'one_step', validity: { months: 12 }, graceDays: 30 },
};
const requalify: MembershipProgram = {
  ...yearly,
  downgrade: { policy: 'requalify', validity: { months: 12 }, graceDays: 0 },
};
const calendarYear: MembershipProgram = {
  ...yearly,
  window: { kind: 'calendar_year' },
  downgrade: { policy: 'requalify', validity: { calendarYears: 1 }, graceDays: 0 },
};
const never: MembershipProgram = { ...yearly, downgrade: { policy: 'never', refundOverrides: true } };
const keeping: MembershipProgram = { ...yearly, downgrade: { policy: 'never', refundOverrides: false } };

/** Yuan by day, one purchase each. */
const bought = (...days: readonly (readonly [Day, number, number?])[]): CountedDay[] =>
  days.map(([day, yuan, purchases = 1]) => ({ day, amountMinor: yuan * 100, purchases }));

const basis = (counted: CountedDay[], countedAtFirst = counted): MembershipBasis => ({
  currency: 'CNY',
  counted,
  countedAtFirst,
});

const assess = (
  program: MembershipProgram,
  asOf: Day,
  ...days: readonly (readonly [Day, number, number?])[]
) => assessTier(basis(bought(...days)), program, asOf);

const dayBefore = (day: Day) => dayOfNumber((dayNumberOf(day) ?? 0) - 1);

describe('rising', () => {
  test.each([
    [999, 1, 'tier_1', 'base'],
    [1000, 1, 'tier_2', 'amount'],
    [1001, 1, 'tier_2', 'amount'],
    [10, 2, 'tier_1', 'base'],
    [10, 3, 'tier_2', 'purchases'],
    [10, 4, 'tier_2', 'purchases'],
    [1000, 3, 'tier_2', 'amount'],
    [2999, 7, 'tier_2', 'amount'],
    [2999, 8, 'tier_3', 'purchases'],
    [3000, 7, 'tier_3', 'amount'],
    [10_000, 1, 'tier_4', 'amount'],
    [50_000, 50, 'tier_4', 'amount'],
  ])('%d yuan and %d purchases make %s by %s', (yuan, purchases, tier, by) => {
    expect(assess(yearly, '2026-03-01', ['2026-03-01', yuan, purchases])).toMatchObject({ tier, by });
  });

  test('is on the day on which enough has counted, and not before', () => {
    const orders = [
      ['2026-01-10', 600],
      ['2026-02-20', 400],
    ] as const;
    expect(assess(yearly, '2026-02-19', ...orders)).toMatchObject({ rank: 1, since: null, change: null });
    expect(assess(yearly, '2026-02-20', ...orders)).toMatchObject({
      rank: 2,
      since: '2026-02-20',
      change: 'risen',
      until: '2027-02-20',
    });
  });

  test('a customer of whom nothing counts begins in the first tier', () => {
    expect(assess(yearly, '2026-01-01')).toEqual({
      tier: 'tier_1',
      rank: 1,
      title: { en: 'Regular', 'zh-CN': '普通会员' },
      by: 'base',
      since: null,
      until: null,
      change: null,
      next: {
        tier: 'tier_2',
        rank: 2,
        title: { en: 'Plus', 'zh-CN': '高级会员' },
        missingMinor: 1_000_00,
        missingPurchases: 3,
      },
      counted: { amountMinor: 0, purchases: 0 },
      asOf: '2026-01-01',
      currency: 'CNY',
    });
  });
});

describe('what is missing', () => {
  test('is counted from what is in the window', () => {
    const { next, counted } = assess(yearly, '2026-03-01', ['2025-02-01', 5000], ['2026-02-01', 250.5]);
    // The 5,000 of February 2025 are out of the window; tier_3 of that day has fallen to tier_2 since.
    expect(counted).toEqual({ amountMinor: 250_50, purchases: 1 });
    expect(next).toMatchObject({ tier: 'tier_3', missingMinor: 2749_50, missingPurchases: 7 });
  });

  test('is nothing in the highest tier', () => {
    expect(assess(yearly, '2026-03-01', ['2026-02-01', 10_000]).next).toBe(null);
  });

  test('passes over tiers that are granted by hand, and is null where no number leads to a tier', () => {
    const [first, second, third, fourth] = yearly.tiers;
    if (!first || !second || !third || !fourth) throw new Error('four tiers');
    const { reach, ...byHand } = second;
    const program = {
      ...yearly,
      tiers: [first, byHand, { ...third, reach: { amountMinor: 500_00 } }, fourth],
    };
    expect(reach).toBeDefined();
    expect(assess(program, '2026-03-01', ['2026-02-01', 100]).next).toMatchObject({
      tier: 'tier_3',
      rank: 3,
      missingMinor: 400_00,
      missingPurchases: null,
    });
  });
});

describe('a rolling window', () => {
  test.each([
    [1, '2026-01-31', '2026-02-28'],
    [1, '2024-01-31', '2024-02-29'],
    [1, '2026-01-15', '2026-02-15'],
    [12, '2024-02-29', '2025-02-28'],
    [12, '2023-02-28', '2024-02-28'],
    [48, '2024-02-29', '2028-02-29'],
    [2, '2026-12-31', '2027-02-28'],
  ])('of %d months holds what counted on %s until %s (excluded)', (months, day, leaves) => {
    const program: MembershipProgram = { ...yearly, window: { kind: 'rolling_months', months } };
    const counted = (asOf: Day) => assess(program, asOf, [day, 100]).counted.amountMinor;
    expect(counted(dayBefore(day))).toBe(0);
    expect(counted(day)).toBe(100_00);
    expect(counted(dayBefore(leaves))).toBe(100_00);
    expect(counted(leaves)).toBe(0);
  });

  test('adds up only what is in it together', () => {
    const orders = (second: Day) =>
      [
        ['2025-03-10', 600],
        [second, 400],
      ] as const;
    expect(assess(yearly, '2026-03-09', ...orders('2026-03-09')).rank).toBe(2);
    expect(assess(yearly, '2026-03-10', ...orders('2026-03-10')).rank).toBe(1);
    expect(assess(yearly, '2026-03-11', ...orders('2026-03-11')).rank).toBe(1);
  });
});

describe('a window of a calendar year', () => {
  test('begins anew on 1 January', () => {
    const orders = [
      ['2025-12-31', 600],
      ['2026-01-01', 400],
    ] as const;
    expect(assess(calendarYear, '2025-12-31', ...orders).counted.amountMinor).toBe(600_00);
    expect(assess(calendarYear, '2026-01-01', ...orders).counted.amountMinor).toBe(400_00);
    expect(assess(calendarYear, '2026-01-01', ...orders).rank).toBe(1);
  });

  test('a tier lasts to the end of the next year, and that whole year decides', () => {
    const reached = ['2025-05-05', 3000] as const;
    expect(assess(calendarYear, '2025-05-05', reached)).toMatchObject({ rank: 3, until: '2027-01-01' });
    expect(assess(calendarYear, '2026-12-31', reached)).toMatchObject({ rank: 3, since: '2025-05-05' });
    expect(assess(calendarYear, '2027-01-01', reached)).toMatchObject({
      rank: 1,
      since: '2027-01-01',
      change: 'fallen',
      by: 'base',
    });
    expect(assess(calendarYear, '2027-01-01', reached, ['2026-12-31', 1000])).toMatchObject({
      rank: 2,
      until: '2029-01-01',
    });
    expect(assess(calendarYear, '2027-01-01', reached, ['2026-12-31', 3000])).toMatchObject({
      rank: 3,
      since: '2025-05-05',
      until: '2029-01-01',
    });
  });
});

describe('the end of a validity', () => {
  const reached = ['2025-03-10', 3000] as const;

  test.each([
    ['2026-03-09', 3, null],
    ['2026-03-10', 2, 'fallen'],
    ['2026-03-11', 2, 'fallen'],
  ])('without another purchase, on %s the rank is %d', (asOf, rank, change) => {
    expect(assess(yearly, asOf, reached)).toMatchObject({ rank, change: change ?? 'risen' });
  });

  test('one step is one tier a validity', () => {
    expect(assess(yearly, '2026-03-10', reached)).toMatchObject({ rank: 2, until: '2027-03-10' });
    expect(assess(yearly, '2027-03-10', reached)).toMatchObject({
      rank: 1,
      until: null,
      since: '2027-03-10',
    });
  });

  test('to requalify is to fall to what is earned', () => {
    expect(assess(requalify, '2026-03-10', reached)).toMatchObject({ rank: 1 });
    expect(assess(requalify, '2026-03-10', reached, ['2025-10-01', 1000])).toMatchObject({
      rank: 2,
      by: 'amount',
    });
  });

  test('what has counted since the tier was reached keeps it', () => {
    const kept = [reached, ['2025-03-11', 3000]] as const;
    expect(assess(yearly, '2026-03-10', ...kept)).toMatchObject({
      rank: 3,
      since: '2025-03-10',
      until: '2027-03-10',
    });
    // On the day itself it comes too late: the tier has fallen, and rises again.
    const late = [reached, ['2026-03-10', 3000]] as const;
    expect(assess(yearly, '2026-03-10', ...late)).toMatchObject({
      rank: 3,
      since: '2026-03-10',
      change: 'risen',
    });
  });

  test('is not told to customers who have earned the next validity already', () => {
    const kept = [reached, ['2025-06-01', 3000]] as const;
    expect(assess(yearly, '2025-05-31', ...kept).until).toBe('2026-03-10');
    expect(assess(yearly, '2025-06-01', ...kept).until).toBe('2027-03-10');
  });

  test('never, where tiers are for ever or the window is a lifetime', () => {
    expect(assess(never, '2040-01-01', reached)).toMatchObject({ rank: 3, until: null, since: '2025-03-10' });
    const lifetime: MembershipProgram = { ...yearly, window: { kind: 'lifetime' } };
    expect(assess(lifetime, '2040-01-01', reached)).toMatchObject({ rank: 3, until: null });
  });
});

describe('the days of grace', () => {
  const reached = ['2025-03-10', 3000] as const;

  test.each([
    ['2026-04-08', 3],
    ['2026-04-09', 2],
    ['2026-04-10', 2],
  ])('keep the tier: on %s the rank is %d', (asOf, rank) => {
    expect(assess(withGrace, asOf, reached)).toMatchObject({ rank });
  });

  test('let a customer earn the tier again', () => {
    const saved = [reached, ['2026-04-08', 3000]] as const;
    expect(assess(withGrace, '2026-04-07', ...saved)).toMatchObject({ rank: 3, until: '2026-04-09' });
    expect(assess(withGrace, '2026-04-08', ...saved)).toMatchObject({
      rank: 3,
      since: '2025-03-10',
      // Valid until 8 April 2027, and 30 days.
      until: '2027-05-08',
    });
  });

  test('remember the best of them', () => {
    const program: MembershipProgram = {
      ...yearly,
      window: { kind: 'rolling_months', months: 1 },
      downgrade: { policy: 'requalify', validity: { months: 12 }, graceDays: 60 },
    };
    // tier_2 by the 1,000 of 11 March, which are out of the window of a month when the grace ends on 9 May.
    const orders = [reached, ['2026-03-11', 1000]] as const;
    expect(assess(program, '2026-05-08', ...orders)).toMatchObject({ rank: 3 });
    expect(assess(program, '2026-05-09', ...orders)).toMatchObject({ rank: 2, by: 'amount' });
  });
});

describe('refunds', () => {
  // 3,000 yuan counted, and 2,500 of them went back later.
  const kept = bought(['2025-03-10', 500]);
  const atFirst = bought(['2025-03-10', 3000]);

  test('leave the basis, and the tier that rested on them is lost', () => {
    expect(assessTier(basis(kept, atFirst), yearly, '2025-04-01')).toMatchObject({ rank: 1 });
    expect(assessTier(basis(kept, atFirst), never, '2025-04-01')).toMatchObject({ rank: 1 });
  });

  test('leave a tier that is for ever where the programme says so, and what is missing counts without them', () => {
    expect(assessTier(basis(kept, atFirst), keeping, '2025-04-01')).toMatchObject({
      rank: 3,
      counted: { amountMinor: 500_00, purchases: 1 },
      next: { missingMinor: 9500_00 },
    });
  });
});

test('a basis in another currency is misuse', () => {
  expect(() => assessTier({ ...basis([]), currency: 'EUR' }, yearly, '2026-01-01')).toThrow(
    expect.objectContaining({ code: 'currency_mismatch' }),
  );
});
