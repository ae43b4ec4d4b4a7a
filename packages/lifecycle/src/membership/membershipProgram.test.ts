import { describe, expect, test } from 'vitest';
import {
  checkMembershipProgram,
  daysUntilMemberDay,
  defaultMembershipProgram,
  isMemberDay,
  type MembershipProgram,
  type MembershipTier,
  parseMembershipProgram,
} from './index.js';

const { tiers } = defaultMembershipProgram;

/** The default programme with something else in some of its tiers. */
const changed = (changes: Readonly<Record<number, Partial<MembershipTier>>>): MembershipProgram => ({
  ...defaultMembershipProgram,
  tiers: tiers.map((tier, index) => ({ ...tier, ...changes[index] })),
});

const issuesOf = (program: unknown) => {
  const result = parseMembershipProgram(program);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path]);
};

describe('a programme', () => {
  test('the default one is sound and survives a trip through JSON', () => {
    expect(parseMembershipProgram(JSON.parse(JSON.stringify(defaultMembershipProgram)))).toEqual({
      ok: true,
      value: defaultMembershipProgram,
    });
  });

  test.each<[string, unknown, string, (string | number)[]]>([
    [
      'a first tier with a threshold',
      changed({ 0: { reach: { purchases: 1 } } }),
      'first_tier_threshold',
      ['tiers', 0, 'reach'],
    ],
    ['two tiers of one code', changed({ 2: { code: 'tier_2' } }), 'duplicate_code', ['tiers', 2, 'code']],
    ['no tier', { ...defaultMembershipProgram, tiers: [] }, 'out_of_range', ['tiers']],
    [
      'an unknown currency',
      { ...defaultMembershipProgram, currency: 'CNX' },
      'unknown_currency',
      ['currency'],
    ],
    [
      'a 32nd of the month',
      { ...defaultMembershipProgram, memberDays: [32] },
      'out_of_range',
      ['memberDays', 0],
    ],
    ['a misspelt key', { ...defaultMembershipProgram, memberDay: [8] }, 'unknown_key', []],
    [
      'half a fen',
      changed({ 1: { reach: { amountMinor: 0.5 } } }),
      'not_multiple_of',
      ['tiers', 1, 'reach', 'amountMinor'],
    ],
    [
      'a window of no months',
      { ...defaultMembershipProgram, window: { kind: 'rolling_months', months: 0 } },
      'out_of_range',
      ['window', 'months'],
    ],
  ])('refuses %s', (_, program, code, path) => {
    expect(issuesOf(program)).toContainEqual([code, path]);
  });
});

describe('the checker', () => {
  const findings = (program: MembershipProgram) =>
    checkMembershipProgram(program).map(({ code, path, details }) => ({ code, path, details }));

  test('finds nothing in the default programme', () => {
    expect(findings(defaultMembershipProgram)).toEqual([]);
  });

  test.each([
    [1_000_01, []],
    [1_000_00, [{ tier: 'tier_3', lower: 'tier_2', measure: 'amountMinor' }]],
    [999_99, [{ tier: 'tier_3', lower: 'tier_2', measure: 'amountMinor' }]],
  ])('thresholds must rise: tier_3 from %d fen', (amountMinor, details) => {
    const program = changed({ 2: { reach: { amountMinor, purchases: 8 } } });
    const rising = findings(program).filter(({ code }) => code === 'thresholds_not_rising');
    expect(rising.map((finding) => finding.details)).toEqual(details);
  });

  test('a tier is out of reach when who earns it earns a higher one too', () => {
    const shadowed = findings(changed({ 2: { reach: { amountMinor: 10_000_00 } } }));
    expect(shadowed.filter(({ code }) => code === 'tier_out_of_reach')).toEqual([
      {
        code: 'tier_out_of_reach',
        path: ['tiers', 2, 'reach'],
        details: { tier: 'tier_3', higher: 'tier_4' },
      },
    ]);
    expect(findings(changed({ 2: { reach: { amountMinor: 9_999_99 } } }))).toEqual([]);
  });

  test('a tier without a threshold can only be granted', () => {
    const program = {
      ...defaultMembershipProgram,
      tiers: tiers.map(({ reach, ...tier }, at) =>
        at === 3 || reach === undefined ? tier : { ...tier, reach },
      ),
    };
    expect(findings(program)).toEqual([
      { code: 'tier_out_of_reach', path: ['tiers', 3, 'reach'], details: { tier: 'tier_4', higher: null } },
    ]);
  });

  test('four strong privileges in one step are one too many', () => {
    const { benefits } = tiers[2] ?? {};
    const four = changed({ 2: { benefits: { ...benefits, trialsAYear: 1 } } });
    expect(findings(four)).toEqual([
      {
        code: 'too_many_privileges',
        path: ['tiers', 2, 'benefits'],
        details: {
          tier: 'tier_3',
          privileges: ['discountPercent', 'birthdayCoupon', 'freeShippingFromMinor', 'trialsAYear'],
        },
      },
    ]);
  });

  test.each([
    ['discountPercent', { discountPercent: 4 }],
    ['discountPercent', { discountPercent: undefined }],
    ['pointsPercent', { pointsPercent: 149 }],
    ['freeShippingFromMinor', { freeShippingFromMinor: 99_01 }],
    ['freeShippingFromMinor', { freeShippingFromMinor: undefined }],
    ['birthdayCoupon', { birthdayCoupon: { amountMinor: 49_99, fromMinor: 0 } }],
    ['birthdayCoupon', { birthdayCoupon: undefined }],
    ['earlyNoticeDays', { earlyNoticeDays: undefined }],
  ])('a higher tier must not give less: %s', (benefit, change) => {
    const benefits = JSON.parse(JSON.stringify({ ...tiers[3]?.benefits, ...change }));
    const fewer = findings(changed({ 3: { benefits } })).filter(({ code }) => code === 'fewer_benefits');
    expect(fewer.map(({ details }) => details)).toEqual([{ tier: 'tier_4', lower: 'tier_3', benefit }]);
  });

  test('coupons of a share and of an amount are not compared', () => {
    const benefits = { ...tiers[3]?.benefits, birthdayCoupon: { discountPercent: 1 } };
    expect(findings(changed({ 3: { benefits } }))).toEqual([]);
  });

  test.each([
    [12, []],
    [11, [{ windowMonths: 11, validityMonths: 12 }]],
  ])('a window of %d months and a validity of 12', (months, details) => {
    const program: MembershipProgram = {
      ...defaultMembershipProgram,
      window: { kind: 'rolling_months', months },
    };
    expect(findings(program).map((finding) => finding.details)).toEqual(details);
  });

  test('a validity has no effect on a lifetime', () => {
    expect(findings({ ...defaultMembershipProgram, window: { kind: 'lifetime' } })).toEqual([
      { code: 'validity_without_effect', path: ['downgrade', 'validity'], details: {} },
    ]);
  });
});

describe('member days', () => {
  test.each([
    ['2026-02-07', 1],
    ['2026-02-08', 0],
    ['2026-02-09', 19],
    ['2026-02-27', 1],
    ['2026-02-28', 0],
    ['2026-03-01', 7],
    ['2028-02-28', 1],
    ['2028-02-29', 0],
    ['2026-12-31', 0],
    ['2027-01-01', 7],
  ])('the 8th and the 31st: on %s in %d days', (today, days) => {
    expect(daysUntilMemberDay({ memberDays: [31, 8] }, today)).toBe(days);
    expect(isMemberDay({ memberDays: [31, 8] }, today)).toBe(days === 0);
  });

  test('at the end of the year look into the next', () => {
    expect(daysUntilMemberDay({ memberDays: [8] }, '2026-12-09')).toBe(30);
  });

  test('where there are none, none comes', () => {
    expect(daysUntilMemberDay({ memberDays: [] }, '2026-12-09')).toBe(null);
    expect(isMemberDay({ memberDays: [] }, '2026-12-09')).toBe(false);
  });
});
