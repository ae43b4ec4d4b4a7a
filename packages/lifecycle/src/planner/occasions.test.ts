import type { Birthday, CustomerFacts } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { atLeast, below, is, type PlannerSketch, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, shanghai } from '../../test/customers.js';
import { defaultMembershipProgram, type TierAssessment } from '../membership/index.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import { newProspect, type PlanInput } from './planInput.js';

/** The ids of all that is planned on these days, at noon in Shanghai, when each plan is recorded. */
function idsOn(
  days: readonly string[],
  rule: RuleSketch,
  inputOn: (day: string) => Partial<PlanInput>,
  sketch: PlannerSketch = {},
): readonly string[] {
  const planner = plannerOf([rule], sketch);
  const history: CareHistoryEntry[] = [];
  for (const day of days) {
    const now = `${day}T12:00:00+08:00`;
    const input = { customer: { id: 'c-1' }, facts: newProspect, history, now, ...inputOn(day) };
    for (const action of planner.plan(input).actions) history.push(careHistoryEntry(action, 'sent', now));
  }
  return history.map(({ actionId }) => actionId.replace(/^rule\//, '').replace(/\/c-1$/, ''));
}
const since = (day: string, today: string) => shanghai.daysBetween(day, today);
const factsSince = (day: string, today: string, change: Partial<CustomerFacts> = {}) => ({
  facts: boughtOnce(since(day, today), change, today),
});

describe('planning on the first and the third day of a window', () => {
  const days = ['2026-03-10', '2026-03-12'];

  test.each(['customer', 'order', 'stage_entry', 'year'] as const)(
    'gives one action: once per %s',
    (once) => {
      const rule: RuleSketch = { name: 'rule', once, when: [atLeast('daysSinceLastPurchase', 0)] };
      expect(idsOn(days, rule, (day) => factsSince('2026-03-10', day))).toHaveLength(1);
    },
  );

  test.each<[RuleSketch['once'] & string, string[]]>([
    ['customer', ['once']],
    ['order', ['purchase_2026-03-10', 'purchase_2026-03-12']],
    ['stage_entry', ['new_since_2026-03-10', 'new_since_2026-03-12']],
    ['year', ['year_2026']],
  ])('gives another one after another purchase, or not: once per %s', (once, expected) => {
    const rule: RuleSketch = { name: 'rule', once };
    expect(idsOn(days, rule, (day) => factsSince(day, day))).toEqual(expected);
  });

  test('two orders of one day are one occasion', () => {
    const rule: RuleSketch = { name: 'rule', once: 'order' };
    const again = (day: string) =>
      factsSince('2026-03-10', day, { orderCount: day === '2026-03-10' ? 1 : 2 });
    expect(idsOn(days, rule, again)).toEqual(['purchase_2026-03-10']);
  });

  test('an unpaid order is reminded of once, and the next one again', () => {
    const rule: RuleSketch = {
      name: 'rule',
      kind: 'remind',
      once: 'unpaid_order',
      when: [atLeast('daysSinceUnpaidOrder', 1), below('daysSinceUnpaidOrder', 4)],
    };
    const unpaidOn = (placed: string) => (day: string) => ({
      facts: { ...newProspect, daysSinceUnpaidOrder: since(placed, day) },
    });
    const window = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14'];
    expect(idsOn(window, rule, unpaidOn('2026-03-10'))).toEqual(['unpaid_since_2026-03-10']);
    const twice = (day: string) => unpaidOn(day < '2026-03-13' ? '2026-03-10' : '2026-03-12')(day);
    expect(idsOn(window, rule, twice)).toEqual(['unpaid_since_2026-03-10', 'unpaid_since_2026-03-12']);
  });
});

describe('a birthday', () => {
  const rule: RuleSketch = { name: 'rule', once: 'birthday', when: [below('daysUntilBirthday', 4)] };
  const bornOn = (month: number, day: number): Birthday => ({ calendar: 'solar', month, day });
  const withBirthday = (birthday: Birthday) => () => ({ customer: { id: 'c-1', birthday } });

  test.each([
    ['2026-06-06', []],
    ['2026-06-07', ['birthday_2026']],
    ['2026-06-10', ['birthday_2026']],
    ['2026-06-11', []],
  ])('is kept from three days before it to the day itself (on %s: %j)', (day, expected) => {
    expect(idsOn([day], rule, withBirthday(bornOn(6, 10)))).toEqual(expected);
  });

  test('on 2 January is one occasion on both sides of New Year', () => {
    const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-12-30'];
    expect(idsOn(days, rule, withBirthday(bornOn(1, 2)))).toEqual(['birthday_2027', 'birthday_2028']);
  });

  test('that is told anew in the same year is no second one', () => {
    const moving = (day: string) => withBirthday(bornOn(6, day < '2026-06-10' ? 8 : 14))();
    expect(idsOn(['2026-06-07', '2026-06-12'], rule, moving)).toEqual(['birthday_2026']);
  });

  test.each([
    ['2026-06-10T12:00:00+08:00', false],
    ['2025-06-10T12:00:00+08:00', true],
  ])('that was changed on %s earns again: %s', (birthdayChangedAt, earns) => {
    const when = [...(rule.when ?? []), is('birthdayInCoolOff', false)];
    const changed = () => ({ customer: { id: 'c-1', birthday: bornOn(6, 10), birthdayChangedAt } });
    expect(idsOn(['2026-06-10'], { ...rule, when }, changed)).toHaveLength(earns ? 1 : 0);
  });

  test('begins with the day of the customer’s own zone', () => {
    const today: RuleSketch = { ...rule, when: [is('isBirthday', true)], validForDays: 2 };
    const inZone = (timeZone: string) => () => ({
      customer: { id: 'c-1', timeZone, birthday: bornOn(6, 10) },
    });
    // Noon in Shanghai is midnight in New York, and six in the morning in Berlin.
    expect(idsOn(['2026-06-10'], today, inZone('America/New_York'))).toHaveLength(1);
    expect(idsOn(['2026-06-10'], today, inZone('America/Los_Angeles'))).toHaveLength(0);
    expect(idsOn(['2026-06-11'], today, inZone('America/Los_Angeles'))).toHaveLength(1);
  });

  test('of the lunar calendar has the year of that calendar', () => {
    const lunar: Birthday = { calendar: 'lunar', month: 12, day: 30 };
    // The last day of the lunar year 2025 is 16 February 2026.
    expect(idsOn(['2026-02-15'], rule, withBirthday(lunar), { lunar: china })).toEqual(['birthday_2025']);
    expect(idsOn(['2026-02-15'], rule, withBirthday(lunar))).toEqual([]);
  });

  test('can be known to the facts alone', () => {
    const known = (day: string) => ({
      facts: {
        ...newProspect,
        birthdayKnown: true,
        isBirthday: false,
        daysUntilBirthday: since(day, '2027-01-02'),
      },
    });
    expect(idsOn(['2026-12-30', '2027-01-01'], rule, known)).toEqual(['birthday_2027']);
  });
});

describe('days that come back', () => {
  const singles = (max: number) => ({
    fact: 'daysUntilFestival',
    path: '$.singles_day',
    operator: 'lessThan',
    value: max,
  });

  test('a festival is wished for once each time it comes', () => {
    const rule: RuleSketch = {
      name: 'rule',
      purpose: 'marketing',
      once: 'festival',
      festival: 'singles_day',
      when: [singles(4)],
    };
    const days = ['2026-11-07', '2026-11-08', '2026-11-11', '2026-11-12', '2027-11-10'];
    expect(idsOn(days, rule, () => ({}))).toEqual(['singles_day_2026-11-11', 'singles_day_2027-11-11']);
  });

  test('a lunar festival needs a lunar calendar', () => {
    const when = [{ ...singles(2), path: '$.spring_festival' }];
    const rule: RuleSketch = {
      name: 'rule',
      purpose: 'marketing',
      once: 'festival',
      festival: 'spring_festival',
      when,
    };
    expect(idsOn(['2026-02-16'], rule, () => ({}), { lunar: china })).toEqual(['spring_festival_2026-02-17']);
    expect(idsOn(['2026-02-16'], rule, () => ({}))).toEqual([]);
  });

  test('a member day is one each month', () => {
    const [memberDay = 0] = defaultMembershipProgram.memberDays ?? [];
    const rule: RuleSketch = { name: 'rule', once: 'member_day', when: [is('isMemberDay', true)] };
    const dayOf = (month: string, day: number) => `2026-${month}-${String(day).padStart(2, '0')}`;
    const days = ['03', '04'].flatMap((month) => [memberDay - 1, memberDay].map((day) => dayOf(month, day)));
    const program = { program: defaultMembershipProgram };
    expect(idsOn(days, rule, () => ({}), program)).toEqual([
      `member_day_${dayOf('03', memberDay)}`,
      `member_day_${dayOf('04', memberDay)}`,
    ]);
    expect(idsOn(days, rule, () => ({}))).toEqual([]);
  });
});

describe('what else happens', () => {
  test('a change of tier is told once, and the next one again', () => {
    const tierOn = (day: string): Partial<PlanInput> => {
      const isHigh = day >= '2026-03-20';
      const title = { en: 'Tier', 'zh-CN': '等级' };
      const membership: TierAssessment = {
        tier: isHigh ? 'tier_3' : 'tier_2',
        rank: isHigh ? 3 : 2,
        title,
        by: 'amount',
        since: isHigh ? '2026-03-20' : '2026-03-01',
        until: null,
        change: 'risen',
        next: null,
        counted: { amountMinor: 0, purchases: 0 },
        asOf: day,
        currency: 'CNY',
      };
      return { membership };
    };
    const rule: RuleSketch = { name: 'rule', once: 'tier_change', when: [is('tierChange', 'risen')] };
    expect(idsOn(['2026-03-01', '2026-03-03', '2026-03-20', '2026-03-25'], rule, tierOn)).toEqual([
      'tier_2_since_2026-03-01',
      'tier_3_since_2026-03-20',
    ]);
  });

  test('goods that run out, and goods past their best', () => {
    const goods = [
      { sku: 'tea', signedDay: '2026-03-01', pieces: 19, daysPerPiece: 87 / 19, bestBefore: '2026-05-30' },
    ];
    // 87 days after 1 March.
    const window = ['2026-05-20', '2026-05-23', '2026-05-27', '2026-05-29'];
    const runOut: RuleSketch = { name: 'rule', once: 'run_out', when: [below('daysUntilRunOut', 8)] };
    expect(idsOn(window, runOut, () => ({ goods }))).toEqual(['runs_out_2026-05-27']);
    const best: RuleSketch = { name: 'rule', once: 'best_before', when: [below('daysUntilBestBefore', 8)] };
    expect(idsOn(window, best, () => ({ goods }))).toEqual(['best_before_2026-05-30']);
  });

  test('an event in the region, and the next one', () => {
    const event = (from: string, to: string) => ({ code: 'heat', region: 'north', from, to });
    const worldEvents = [event('2026-07-01', '2026-07-05'), event('2026-07-08', '2026-07-10')];
    const rule: RuleSketch = { name: 'rule', once: 'world_event', when: [is('worldEvent', 'heat')] };
    const north = () => ({ customer: { id: 'c-1', region: 'north' }, worldEvents });
    expect(idsOn(['2026-07-01', '2026-07-04', '2026-07-06', '2026-07-09'], rule, north)).toEqual([
      'heat_since_2026-07-01',
      'heat_since_2026-07-08',
    ]);
  });
});
