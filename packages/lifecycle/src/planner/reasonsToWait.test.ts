import type { Customer } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { atLeast, is, type PlannerSketch, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now } from '../../test/customers.js';
import { newProspect, type PlanInput } from './planInput.js';

function reasonFor(rule: Partial<RuleSketch>, input: Partial<PlanInput> = {}, sketch: PlannerSketch = {}) {
  const planner = plannerOf([{ name: 'rule', ...rule }], sketch);
  const { receipts } = planner.plan({
    customer: { id: 'c-1' },
    facts: boughtOnce(10),
    history: [],
    now,
    ...input,
  });
  const outcome = receipts[0]?.outcome;
  return outcome?.kind === 'suppressed' ? outcome.reason : outcome?.kind;
}
const offer: Partial<RuleSketch> = { kind: 'offer', purpose: 'marketing' };
const wish: Partial<RuleSketch> = { kind: 'care', purpose: 'marketing' };

describe('a customer who objects to being selected by behaviour', () => {
  const customer: Customer = { id: 'c-1', objectsToProfiling: true };
  const withRule = (when: readonly object[]) => reasonFor({ when }, { customer });

  test.each([
    ['everybody', []],
    ['whose parcel has come', [atLeast('daysSinceSigned', 0)]],
    ['who has no open case', [is('hasOpenCase', false)]],
    ['of the tier', [is('tier', null)]],
  ])('is reached by a rule that treats alike all %s', (_, when) => {
    expect(withRule(when)).toBe('planned');
  });

  test.each([
    ['purchases', [atLeast('purchaseCount', 1)]],
    ['stage', [is('stage', 'new')]],
    ['days since the anchor', [atLeast('daysSinceAnchor', 0)]],
    ['tags', [{ fact: 'tags', operator: 'doesNotContain', value: 'vip' }]],
    ['score, be it under a "not"', [{ not: atLeast('monetaryScore', 5) }]],
    ['visits, beside what is alike for all', [is('hasOpenCase', false), is('daysSinceLastVisit', null)]],
  ])('is not reached by a rule that looks at the %s', (_, when) => {
    expect(withRule(when)).toBe('profiling_objection');
  });

  test('is reached by all where there is no objection', () => {
    expect(
      reasonFor(
        { when: [atLeast('purchaseCount', 1)] },
        { customer: { id: 'c-1', objectsToProfiling: false } },
      ),
    ).toBe('planned');
  });
});

describe('an open case', () => {
  test.each<[string, Partial<RuleSketch>, string]>([
    ['offers', offer, 'open_case'],
    ['wishes that are marketing', wish, 'open_case'],
    ['service', {}, 'planned'],
  ])('with regard to %s', (_, rule, expected) => {
    expect(reasonFor(rule, { openCases: [{ id: 'k-1' }] })).toBe(expected);
    expect(reasonFor(rule, { openCases: [] })).toBe('planned');
  });

  test('is a fact that rules can look at', () => {
    const when = [is('hasOpenCase', true)];
    expect(reasonFor({ when }, { openCases: [{ id: 'k-1' }] })).toBe('planned');
    expect(reasonFor({ when })).toBeUndefined();
  });
});

describe('a parcel under way', () => {
  const underWay = { facts: boughtOnce(10, { daysSinceSigned: null }) };

  test.each(['recommend', 'offer', 'gift'] as const)(
    'keeps back what wants to sell (%s), though the rule says nothing of it',
    (kind) => {
      expect(reasonFor({ ...offer, kind }, underWay)).toBe('awaiting_delivery');
      expect(reasonFor({ ...offer, kind })).toBe('planned');
    },
  );

  test.each(['care', 'notice', 'remind'] as const)('keeps back nothing else (%s)', (kind) => {
    expect(reasonFor({ kind, purpose: 'marketing' }, underWay)).toBe('planned');
  });

  test('is nobody’s who never bought, or where deliveries are not recorded', () => {
    expect(reasonFor(offer, { facts: newProspect })).toBe('planned');
    expect(reasonFor(offer, underWay, { policy: { deliveriesRecorded: false } })).toBe('planned');
  });

  test('has been awaited since the purchase', () => {
    const waits = (days: number) => ({
      when: [is('awaitingDelivery', true), is('daysAwaitingDelivery', days)],
    });
    expect(reasonFor(waits(10), underWay)).toBe('planned');
    expect(reasonFor(waits(9), underWay)).toBeUndefined();
    expect(reasonFor({ when: [is('daysAwaitingDelivery', null)] })).toBe('planned');
  });
});

describe('an event in a region', () => {
  const heat = { code: 'heat', region: 'north', from: '2026-03-30', to: '2026-04-02' };
  const north = { facts: boughtOnce(10, { region: 'north' }), worldEvents: [heat] };

  test('keeps back marketing and lets service through', () => {
    expect(reasonFor(offer, north)).toBe('region_event');
    expect(reasonFor(wish, north)).toBe('region_event');
    expect(reasonFor({}, north)).toBe('planned');
  });

  test.each([
    ['2026-03-29T15:59:59.999Z', 'planned'],
    ['2026-03-29T16:00:00Z', 'region_event'],
    ['2026-04-01T15:59:59.999Z', 'region_event'],
    ['2026-04-01T16:00:00Z', 'planned'],
  ])('lasts from its first shop day to the end of its last (at %s: %s)', (at, expected) => {
    expect(reasonFor({ ...wish, validForDays: 3 }, { ...north, now: at })).toBe(expected);
  });

  test('is of the region that the customer gave, else of the last order', () => {
    const elsewhere = { ...north, customer: { id: 'c-1', region: 'south' } };
    expect(reasonFor(wish, elsewhere)).toBe('planned');
    expect(reasonFor(wish, { ...elsewhere, facts: boughtOnce(10) })).toBe('planned');
    expect(
      reasonFor(wish, { ...north, customer: { id: 'c-1', region: 'north' }, facts: boughtOnce(10) }),
    ).toBe('region_event');
    expect(reasonFor(wish, { worldEvents: [heat] })).toBe('planned');
  });

  test('is a fact that rules can look at: the first of the list, and its days', () => {
    const disaster = { ...heat, code: 'disaster', from: '2026-03-31' };
    const sees = (code: string, days: number) => ({
      when: [is('worldEvent', code), is('daysSinceWorldEvent', days)],
    });
    expect(reasonFor(sees('heat', 1), north)).toBe('planned');
    expect(reasonFor(sees('disaster', 0), { ...north, worldEvents: [disaster, heat] })).toBe('planned');
    expect(reasonFor(sees('heat', 1), { ...north, worldEvents: [heat, disaster] })).toBe('planned');
  });
});
