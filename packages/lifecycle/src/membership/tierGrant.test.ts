import type { Day } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  assessTier,
  type CountedDay,
  defaultMembershipProgram,
  type MembershipProgram,
  parseTierGrants,
  type TierGrant,
} from './index.js';

const yearly: MembershipProgram = {
  ...defaultMembershipProgram,
  downgrade: { policy: 'one_step', validity: { months: 12 }, graceDays: 0 },
};

const bought = ([day, yuan]: readonly [Day, number]): CountedDay[] => [
  { day, amountMinor: yuan * 100, purchases: 1 },
];

describe('a granted tier', () => {
  const grant: TierGrant = {
    customerId: 'ann',
    tier: 'tier_3',
    from: '2026-02-01',
    to: '2026-05-01',
    reason: 'Helped us test',
    grantedBy: 'staff-7',
  };
  const granted = (asOf: Day, orders: CountedDay[] = [], grants = [grant]) =>
    assessTier({ currency: 'CNY', counted: orders, countedAtFirst: orders }, yearly, asOf, grants);

  test.each([
    ['2026-01-31', 1, null, null, null],
    ['2026-02-01', 3, '2026-02-01', '2026-05-01', 'risen'],
    ['2026-04-30', 3, '2026-02-01', '2026-05-01', 'risen'],
    ['2026-05-01', 1, '2026-05-01', null, 'fallen'],
  ])('on %s the rank is %d since %s until %s', (asOf, rank, since, until, change) => {
    expect(granted(asOf)).toMatchObject({ rank, since, until, change });
  });

  test('goes behind a higher one that is earned', () => {
    const orders = bought(['2026-03-01', 10_000]);
    expect(granted('2026-02-28', orders)).toMatchObject({ rank: 3, by: 'granted' });
    expect(granted('2026-03-01', orders)).toMatchObject({ rank: 4, by: 'amount', since: '2026-03-01' });
  });

  test('that is earned meanwhile goes on without a break', () => {
    const orders = bought(['2026-03-01', 3000]);
    expect(granted('2026-06-01', orders)).toMatchObject({
      rank: 3,
      by: 'amount',
      since: '2026-02-01',
      until: '2027-03-01',
    });
  });

  test('ends in the tier that is earned then', () => {
    const orders = bought(['2026-03-01', 1000]);
    expect(granted('2026-04-01', orders)).toMatchObject({ rank: 3, until: '2026-05-01' });
    expect(granted('2026-05-01', orders)).toMatchObject({ rank: 2, by: 'amount', since: '2026-05-01' });
  });

  test('without an end has none', () => {
    const { to, ...endless } = grant;
    expect(to).toBe('2026-05-01');
    expect(granted('2030-01-01', [], [endless])).toMatchObject({ rank: 3, by: 'granted', until: null });
  });

  test('of an unknown code is misuse', () => {
    expect(() => granted('2026-02-01', [], [{ ...grant, tier: 'tier_33' }])).toThrow(
      expect.objectContaining({ code: 'unknown_tier' }),
    );
  });
});

test('grants must name a tier and a time', () => {
  const grant = {
    customerId: 'ann',
    tier: 'tier_2',
    from: '2026-01-02',
    to: '2026-01-02',
    reason: 'A friend',
    grantedBy: 'x',
  };
  const result = parseTierGrants(
    [grant, { ...grant, to: '2026-01-03', tier: 'tier2' }],
    defaultMembershipProgram,
  );
  expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
    ['empty_period', [0, 'to']],
  ]);
  const unknown = parseTierGrants([{ ...grant, to: '2026-01-03', tier: 'tier2' }], defaultMembershipProgram);
  expect(unknown.ok ? [] : unknown.issues.map(({ details }) => details)).toEqual([
    { tier: 'tier2', suggestion: 'tier_2' },
  ]);
});
