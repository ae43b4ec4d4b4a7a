import { describe, expect, test } from 'vitest';
import { atLeast, below, is, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now, nowPlus, today } from '../../test/customers.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import { newProspect, type PlanInput } from './planInput.js';

/** An offer to slipping customers, good for two weeks. */
const offer: RuleSketch = {
  name: 'offer',
  kind: 'offer',
  purpose: 'marketing',
  channels: ['app_push', 'sms'],
  once: 'stage_entry',
  validForDays: 14,
  when: [atLeast('daysSinceLastPurchase', 45), below('daysSinceLastPurchase', 50)],
};
const input: PlanInput = { customer: { id: 'c-1' }, facts: boughtOnce(45), history: [], now };

/** What the planner that made an action says of it after something has changed. */
function afterwards(
  change: Partial<PlanInput>,
  rule: RuleSketch = offer,
  status: CareHistoryEntry['status'] = 'planned',
  rules: readonly RuleSketch[] = [rule],
) {
  const [action] = plannerOf([rule]).plan(input).actions;
  if (action === undefined) throw new Error('Nothing was planned.');
  const history = [careHistoryEntry(action, status, now)];
  const plan = plannerOf(rules).plan({ ...input, history, ...change });
  return { reasons: plan.withdrawals.map(({ reason }) => reason), plan, action };
}

describe('an action that is planned stays', () => {
  test('as long as nothing has changed', () => {
    expect(afterwards({}).reasons).toEqual([]);
  });

  test.each([1, 5, 13])('when only %i days have passed, though its rule does not fire any more', (days) => {
    const later = { ...boughtOnce(45), daysSinceLastPurchase: 45 + days, daysSinceSigned: 45 + days };
    expect(afterwards({ facts: later, now: nowPlus(days) }).reasons).toEqual([]);
  });

  test('when its rule still fires for the same occasion, whatever else has happened', () => {
    const facts = boughtOnce(45, { daysSinceUnpaidOrder: 0, totalSpentMinor: 4000 });
    expect(afterwards({ facts }).reasons).toEqual([]);
  });

  test.each(['sent', 'failed', 'withdrawn', 'held_out'] as const)('out of it once it was %s', (status) => {
    expect(afterwards({ facts: newProspect, now: nowPlus(40) }, offer, status).reasons).toEqual([]);
  });
});

describe('an action that is planned is withdrawn', () => {
  test('when the customer has bought again', () => {
    const { plan, action } = afterwards({
      facts: boughtOnce(0, { purchaseCount: 2, totalSpentMinor: 19_800, daysSinceSigned: null }),
    });
    expect(plan.withdrawals).toEqual([
      {
        actionId: action.id,
        rule: 'offer',
        customerId: 'c-1',
        reason: 'grounds_changed',
        grounds: '1 x 2026-02-14, 9900, signed 2026-02-14',
        groundsNow: '2 x 2026-03-31, 19800',
      },
    ]);
  });

  test('when the only purchase was refunded, and counts no more', () => {
    expect(afterwards({ facts: newProspect }).reasons).toEqual(['grounds_changed']);
  });

  test('when an order of long ago arrives late and begins the stage anew', () => {
    expect(afterwards({ facts: boughtOnce(46, { purchaseCount: 2 }) }).reasons).toEqual(['grounds_changed']);
  });

  test('when the order that it reminds of is paid, or gives way to another', () => {
    const reminder: RuleSketch = {
      name: 'reminder',
      kind: 'remind',
      once: 'unpaid_order',
      validForDays: 3,
      when: [atLeast('daysSinceUnpaidOrder', 1)],
    };
    const planner = plannerOf([reminder]);
    const unpaid = (days: number | null) => ({
      ...input,
      facts: { ...newProspect, daysSinceUnpaidOrder: days },
    });
    const history = planner.plan(unpaid(1)).actions.map((each) => careHistoryEntry(each, 'planned', now));
    const reasonsFor = (days: number | null, at = now) =>
      planner.plan({ ...unpaid(days), history, now: at }).withdrawals.map(({ reason }) => reason);
    expect(reasonsFor(1)).toEqual([]);
    expect(reasonsFor(2, nowPlus(1))).toEqual([]);
    expect(reasonsFor(null)).toEqual(['grounds_changed']);
    expect(reasonsFor(0)).toEqual(['grounds_changed']);
    expect(reasonsFor(2)).toEqual(['grounds_changed']);
  });

  test.each([
    [14 - 9 / 24 - 1 / 86_400_000, []],
    [14 - 9 / 24, ['expired']],
    [400, ['expired']],
  ])('when it expires: after %d days', (days, expected) => {
    const since = 45 + Math.floor(days + 9 / 24);
    const facts = boughtOnce(45, { daysSinceLastPurchase: since, daysSinceSigned: since });
    expect(afterwards({ facts, now: nowPlus(days) }).reasons).toEqual(expected);
  });

  test('when its rule is not there any more', () => {
    expect(afterwards({}, offer, 'planned', [{ ...offer, name: 'other' }]).reasons).toEqual(['rule_removed']);
  });

  test.each<[string, Partial<PlanInput>]>([
    ['no_contact', { customer: { id: 'c-1', reachableOn: [] } }],
    ['no_consent', { customer: { id: 'c-1', minor: true } }],
    ['profiling_objection', { customer: { id: 'c-1', objectsToProfiling: true } }],
    ['open_case', { openCases: [{ id: 'k-1' }] }],
    ['awaiting_delivery', { facts: boughtOnce(45, { daysSinceSigned: null }) }],
    [
      'region_event',
      {
        customer: { id: 'c-1', region: 'north' },
        worldEvents: [{ code: 'heat', region: 'north', from: today, to: '2026-04-02' }],
      },
    ],
  ])('when %s has come up', (reason, change) => {
    expect(afterwards(change).reasons).toEqual([reason]);
  });

  test('when the customer objects on the channel that it was planned for, though the rule has others', () => {
    const objection = (channel: string) => ({
      customer: { id: 'c-1', consents: [{ channel, purpose: 'marketing', granted: false } as const] },
    });
    expect(afterwards(objection('app_push')).reasons).toEqual(['no_consent']);
    expect(afterwards(objection('sms')).reasons).toEqual([]);
    expect(afterwards({ customer: { id: 'c-1', reachableOn: ['sms'] } }).reasons).toEqual(['no_contact']);
    expect(afterwards({ customer: { id: 'c-1', reachableOn: ['app_push'] } }).reasons).toEqual([]);
  });

  test('on every run until that is recorded, and then never planned again', () => {
    const { plan, action } = afterwards({ openCases: [{ id: 'k-1' }] });
    expect(plan.withdrawals).toHaveLength(1);
    const history = [careHistoryEntry(action, 'planned', now), careHistoryEntry(action, 'withdrawn', now)];
    const next = plannerOf([offer]).plan({ ...input, history });
    expect([next.withdrawals, next.actions]).toEqual([[], []]);
    expect(next.receipts[0]?.outcome).toMatchObject({ reason: 'already_done', status: 'withdrawn' });
  });
});

describe('a note to the staff', () => {
  const note: RuleSketch = {
    name: 'note',
    channels: ['service_desk'],
    validForDays: 5,
    when: [is('stage', 'slipping')],
  };

  test('stays though the customer may not be written to', () => {
    expect(afterwards({ customer: { id: 'c-1', reachableOn: [], minor: true } }, note).reasons).toEqual([]);
  });
});

describe('customers who were merged', () => {
  const other: PlanInput = { ...input, customer: { id: 'shop/2' } };
  const [ofOther] = plannerOf([offer]).plan(other).actions;
  const entry = (status: CareHistoryEntry['status']) =>
    ofOther === undefined ? [] : [careHistoryEntry(ofOther, status, now)];

  test('what was planned for one is withdrawn, and planned for the other', () => {
    const plan = plannerOf([offer]).plan({ ...input, history: entry('planned') });
    expect(plan.withdrawals.map(({ actionId, reason }) => [actionId, reason])).toEqual([
      ['offer/slipping_since_2026-02-14/shop/2', 'customer_merged'],
    ]);
    expect(plan.actions.map(({ id }) => id)).toEqual(['offer/slipping_since_2026-02-14/c-1']);
  });

  test.each(['sent', 'held_out'] as const)('what was %s for one is not sent to the other', (status) => {
    const plan = plannerOf([offer]).plan({ ...input, history: entry(status) });
    expect([plan.withdrawals, plan.actions]).toEqual([[], []]);
    expect(plan.receipts[0]?.outcome).toEqual({ kind: 'suppressed', reason: 'already_done', status });
  });

  test.each(['failed', 'withdrawn'] as const)('what %s for one can be planned for the other', (status) => {
    expect(plannerOf([offer]).plan({ ...input, history: entry(status) }).actions).toHaveLength(1);
  });

  test('nothing is sent twice when both had it planned, one of them sent', () => {
    const [own] = plannerOf([offer]).plan(input).actions;
    const history = [...entry('sent'), ...(own === undefined ? [] : [careHistoryEntry(own, 'planned', now)])];
    const plan = plannerOf([offer]).plan({ ...input, history });
    expect(plan.actions).toEqual([]);
    expect(plan.withdrawals.map(({ actionId, reason }) => [actionId, reason])).toEqual([
      [own?.id, 'already_done'],
    ]);
    expect(plannerOf([offer]).plan({ ...input, history: history.toReversed() })).toEqual(plan);
  });

  test('caps count what both had', () => {
    const rule: RuleSketch = { ...offer, name: 'second', channels: ['email'] };
    const caps = { usual: [{ purpose: 'marketing' as const, most: 1, withinDays: 3 }], widened: [] };
    const plan = plannerOf([rule], { policy: { caps, marketingConsent: 'opt_out' } }).plan({
      ...input,
      history: entry('sent'),
    });
    expect(plan.receipts[0]?.outcome).toMatchObject({ reason: 'frequency_cap', filledBy: [ofOther?.id] });
  });
});
