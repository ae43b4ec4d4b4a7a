import { describe, expect, test } from 'vitest';
import { atLeast, below, is, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now, shanghai, today } from '../../test/customers.js';
import { careHistoryEntry } from './careHistory.js';
import { newProspect, type PlanInput } from './planInput.js';

const input: PlanInput = { customer: { id: 'c-1' }, facts: boughtOnce(10), history: [], now };

/** In how many shop days the planner wants to be asked again. */
function dueIn(rules: readonly RuleSketch[], change: Partial<PlanInput> = {}): number {
  const at = plannerOf(rules).nextDueAt({ ...input, ...change });
  const day = shanghai.dayAt(at);
  // It is the start of a shop day.
  expect(Date.parse(at)).toBe(shanghai.startOfDay(day));
  return shanghai.daysBetween(today, day);
}
const onDay = (days: number): RuleSketch => ({
  name: `day_${days}`,
  when: [is('daysSinceLastPurchase', days)],
});
/** Nothing is to be done within the two years and a day that are looked ahead. */
const NOTHING = 731;

describe('the next day on which something is due', () => {
  test.each([
    [11, 1],
    [12, 2],
    [45, 35],
    [740, 730],
    [741, NOTHING],
    // Today's is planned today.
    [10, NOTHING],
  ])('is that of a rule for day %i after the purchase, seen from day 10: in %i days', (days, expected) => {
    expect(dueIn([onDay(days)])).toBe(expected);
  });

  test('is the earliest of all rules', () => {
    expect(dueIn([onDay(45), onDay(30), onDay(90)])).toBe(20);
  });

  test('is not one on which something stands in the way', () => {
    expect(
      dueIn([{ ...onDay(30), kind: 'offer', purpose: 'marketing' }], { openCases: [{ id: 'k-1' }] }),
    ).toBe(NOTHING);
    expect(dueIn([onDay(30)], { customer: { id: 'c-1', reachableOn: [] } })).toBe(NOTHING);
  });

  test('is that on which a cap has room again', () => {
    const rule: RuleSketch = {
      name: 'rule',
      purpose: 'marketing',
      when: [atLeast('daysSinceLastPurchase', 10)],
    };
    const other: RuleSketch = { ...rule, name: 'other', channels: ['sms'] };
    const caps = { usual: [{ purpose: 'marketing' as const, most: 1, withinDays: 3 }], widened: [] };
    const planner = plannerOf([rule, other], { policy: { caps, marketingConsent: 'opt_out' } });
    const history = planner.plan(input).actions.map((action) => careHistoryEntry(action, 'sent', now));
    // Sent at nine; at nine three days later there is room, and before that marketing rests anyway.
    expect(history).toHaveLength(1);
    expect(planner.nextDueAt({ ...input, history })).toBe('2026-04-02T16:00:00.000Z');
  });

  test('is that on which a region is calm again', () => {
    const rule: RuleSketch = { name: 'rule', purpose: 'marketing' };
    const worldEvents = [{ code: 'heat', region: 'north', from: '2026-03-30', to: '2026-04-06' }];
    expect(dueIn([rule], { customer: { id: 'c-1', region: 'north' }, worldEvents })).toBe(6);
  });

  test('is that on which something planned has to be withdrawn', () => {
    const rule: RuleSketch = { ...onDay(10), validForDays: 5 };
    const planner = plannerOf([rule]);
    const history = planner.plan(input).actions.map((action) => careHistoryEntry(action, 'planned', now));
    expect(dueIn([rule], { history })).toBe(5);
  });

  test('is that of a control group as well, whose place has to be recorded', () => {
    expect(dueIn([{ ...onDay(30), holdoutBuckets: 10_000 }])).toBe(20);
  });

  test('is the sixteenth birthday, on which a customer may be written to', () => {
    const birthday = { calendar: 'solar', month: 4, day: 20, year: 2010 } as const;
    expect(dueIn([{ name: 'rule' }], { customer: { id: 'c-1', birthday } })).toBe(20);
  });
});

describe('what nobody can foresee', () => {
  const best: RuleSketch = {
    name: 'best',
    when: [atLeast('monetaryScore', 5), atLeast('daysSinceLastPurchase', 15)],
  };

  test('is looked at again every day on which it could make a rule fire', () => {
    expect(dueIn([best])).toBe(5);
    expect(dueIn([{ ...best, when: [atLeast('monetaryScore', 5)] }])).toBe(1);
    expect(dueIn([{ ...best, when: [atLeast('monetaryScore', 5), below('daysSinceLastPurchase', 5)] }])).toBe(
      NOTHING,
    );
  });

  test('is not, once the rule has had its turn', () => {
    const rule: RuleSketch = { ...best, when: [atLeast('monetaryScore', 3)] };
    const planner = plannerOf([rule]);
    const history = planner.plan(input).actions.map((action) => careHistoryEntry(action, 'sent', now));
    expect(dueIn([rule], { history })).toBe(NOTHING);
  });

  test('is looked at again every day while something is planned that has outlived its grounds', () => {
    const rule: RuleSketch = { ...best, when: [atLeast('monetaryScore', 3)], validForDays: 5 };
    const planner = plannerOf([rule]);
    const planned = planner.plan(input).actions.map((action) => careHistoryEntry(action, 'planned', now));
    expect(planned).toHaveLength(1);
    // Before another purchase, nothing but its own last day ends it; after one, the score does that keeps it alive.
    expect(dueIn([rule], { history: planned })).toBe(5);
    const outlived = planned.map((entry) => ({ ...entry, grounds: '0 x never, 0' }));
    expect(dueIn([rule], { history: outlived })).toBe(1);
  });

  test('is no matter of who has no membership, if it is one of tiers', () => {
    expect(dueIn([{ name: 'rule', when: [atLeast('tierRank', 2)] }])).toBe(NOTHING);
  });

  test('is a birthday that only the facts know, once it is past', () => {
    const facts = { ...newProspect, birthdayKnown: true, isBirthday: false, daysUntilBirthday: 12 };
    expect(dueIn([{ name: 'rule', when: [is('daysUntilBirthday', 3)] }], { facts })).toBe(9);
    expect(dueIn([onDay(1)], { facts })).toBe(13);
  });
});
