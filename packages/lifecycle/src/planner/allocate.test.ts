import { describe, expect, test } from 'vitest';
import { openPolicy, type PlannerSketch, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now, nowPlus } from '../../test/customers.js';
import type { CapPolicy } from '../caps/index.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { CareReceipt } from './careReceipt.js';
import type { CarePlan } from './planner.js';

const facts = boughtOnce(10);
const planOf = (
  rules: readonly RuleSketch[],
  history: readonly CareHistoryEntry[] = [],
  sketch: PlannerSketch = {},
  at: string = now,
): CarePlan => plannerOf(rules, sketch).plan({ customer: { id: 'c-1' }, facts, history, now: at });
const plannedBy = ({ actions }: CarePlan) => actions.map(({ rule }) => rule).sort();
const outcomeOf = ({ receipts }: CarePlan, name: string): CareReceipt['outcome'] | undefined =>
  receipts.find(({ rule }) => rule === name)?.outcome;
const idOf = (rule: string) => `${rule}/purchase_2026-03-21/c-1`;

/** What a rule planned is in the history. */
function entryBy(rule: RuleSketch, status: CareHistoryEntry['status'], at: string = now): CareHistoryEntry {
  const [action] = planOf([rule], [], {}, at).actions;
  if (action === undefined) throw new Error(`${rule.name} plans nothing.`);
  return careHistoryEntry(action, status, at);
}

describe('of several actions of one day and channel', () => {
  test.each<[string, Partial<RuleSketch>, Partial<RuleSketch>]>([
    [
      'the one of higher value is chosen, whatever its priority',
      { value: 2, priority: 1 },
      { value: 1, priority: 9 },
    ],
    ['a value is more than none', { value: 0.1 }, {}],
    ['of equal value, the one of higher priority', { priority: 2, validForDays: 9 }, { priority: 1 }],
    ['of equal priority, the one that expires first', { validForDays: 2 }, { validForDays: 3 }],
  ])('%s', (_, better, worse) => {
    // Names and places are against the better one.
    const plan = planOf([
      { name: 'a_worse', ...worse },
      { name: 'z_better', ...better },
    ]);
    expect(plannedBy(plan)).toEqual(['z_better']);
    expect(outcomeOf(plan, 'a_worse')).toEqual({
      kind: 'suppressed',
      reason: 'outranked',
      by: idOf('z_better'),
    });
  });

  test('of those that are alike, the one whose name comes first', () => {
    expect(plannedBy(planOf([{ name: 'b' }, { name: 'a' }, { name: 'c' }]))).toEqual(['a']);
  });

  test('each names the best one, not the next better', () => {
    const plan = planOf([
      { name: 'good', value: 1 },
      { name: 'better', value: 2 },
      { name: 'best', value: 3 },
    ]);
    expect(outcomeOf(plan, 'good')).toMatchObject({ by: idOf('best') });
    expect(outcomeOf(plan, 'better')).toMatchObject({ by: idOf('best') });
  });

  test('a service does not give way to marketing, and marketing does to a service', () => {
    const offer: RuleSketch = { name: 'offer', purpose: 'marketing', value: 1 };
    expect(plannedBy(planOf([{ name: 'service' }, offer]))).toEqual(['offer', 'service']);
    const plan = planOf([{ name: 'service', value: 2 }, offer]);
    expect(plannedBy(plan)).toEqual(['service']);
    expect(outcomeOf(plan, 'offer')).toMatchObject({ reason: 'outranked', by: idOf('service') });
  });
});

describe('actions do not compete', () => {
  test('on different channels', () => {
    const plan = planOf([{ name: 'app' }, { name: 'text', channels: ['sms'], value: 1 }]);
    expect(plannedBy(plan)).toEqual(['app', 'text']);
  });

  test('on different days: at half past nine in the evening marketing is for tomorrow', () => {
    const rules: RuleSketch[] = [
      { name: 'service', validForDays: 2 },
      { name: 'offer', purpose: 'marketing', validForDays: 2, value: 1 },
    ];
    expect(plannedBy(planOf(rules, [], {}, '2026-03-31T13:30:00Z'))).toEqual(['offer', 'service']);
  });
});

describe('what is in the history', () => {
  const early: RuleSketch = { name: 'early', value: 2 };
  const rules = [early, { name: 'late', value: 1 }];

  test.each([
    ['planned', 'suppressed'],
    ['sent', 'suppressed'],
    ['held_out', 'suppressed'],
    ['failed', 'planned'],
    ['withdrawn', 'planned'],
  ] as const)('as %s: what is worth less on that day and channel is %s', (status, expected) => {
    const plan = planOf(rules, [entryBy(early, status)]);
    expect(outcomeOf(plan, 'late')?.kind).toBe(expected);
    if (expected === 'suppressed') {
      expect(outcomeOf(plan, 'late')).toMatchObject({ reason: 'outranked', by: idOf('early') });
    }
  });

  test('does not outrank what is worth more, nor what comes on another day', () => {
    const sent = [entryBy(early, 'sent')];
    expect(plannedBy(planOf([early, { name: 'late', value: 3 }], sent))).toEqual(['late']);
    expect(plannedBy(planOf(rules, sent, {}, nowPlus(1)))).toEqual(['late']);
  });

  test('of a rule that is gone outranks nothing', () => {
    expect(plannedBy(planOf([{ name: 'late', value: 1 }], [entryBy(early, 'sent')]))).toEqual(['late']);
  });

  test('the best of several wins, in whatever order they come', () => {
    const third: RuleSketch = { name: 'third', value: 3 };
    const history = [entryBy(early, 'sent'), entryBy(third, 'sent')];
    for (const entries of [history, history.toReversed()]) {
      expect(outcomeOf(planOf([...rules, third], entries), 'late')).toMatchObject({ by: idOf('third') });
    }
  });
});

describe('caps', () => {
  const offers: RuleSketch = { name: 'offers', purpose: 'marketing', validForDays: 3 };
  const others: RuleSketch[] = [{ ...offers, name: 'second', channels: ['sms'] }];
  const once: CapPolicy = { usual: [{ purpose: 'marketing', most: 1, withinDays: 3 }], widened: [] };
  // Without quiet hours, so that nothing is put off to a later hour.
  const capped = { policy: openPolicy({ caps: once, quietHours: {} }) };

  test('look at what the plan already holds, best first', () => {
    const plan = planOf([...others, { ...offers, value: 1 }], [], capped);
    expect(plannedBy(plan)).toEqual(['offers']);
    expect(outcomeOf(plan, 'second')).toEqual({
      kind: 'suppressed',
      reason: 'frequency_cap',
      limit: once.usual[0],
      filledBy: [idOf('offers')],
    });
  });

  test.each([
    [3 - 1 / 86_400_000, []],
    [3, ['second']],
  ])('let the next one go three days after one that was sent, not before (%d days)', (days, expected) => {
    const sent = entryBy(offers, 'sent');
    expect(plannedBy(planOf(others, [sent], capped, nowPlus(days)))).toEqual(expected);
  });

  test('count what is planned and not sent when it is due', () => {
    // Planned at ten in the evening of the 28th, due at nine in the morning of the 29th.
    const night = '2026-03-28T14:00:00.000Z';
    const planned = entryBy({ ...offers, validForDays: 30 }, 'planned', night);
    expect(planned.dueAt).toBe('2026-03-29T01:00:00.000Z');
    const rules = [{ ...offers, validForDays: 30 }, ...others];
    expect(plannedBy(planOf(rules, [planned], capped, '2026-04-01T00:59:59.999Z'))).toEqual([]);
    expect(plannedBy(planOf(rules, [planned], capped, '2026-04-01T01:00:00.000Z'))).toEqual(['second']);
  });

  test.each(['failed', 'withdrawn'] as const)('do not count what %s', (status) => {
    expect(plannedBy(planOf(others, [entryBy(offers, status)], capped))).toEqual(['second']);
  });

  test('do not count what is withdrawn just now', () => {
    const stale = entryBy({ ...offers, validForDays: 1 }, 'planned', nowPlus(-1));
    const plan = planOf(others, [stale], capped);
    expect(plan.withdrawals.map(({ reason }) => reason)).toEqual(['expired']);
    expect(plannedBy(plan)).toEqual(['second']);
  });

  test('do not count notes to the staff', () => {
    const note: RuleSketch = { ...offers, name: 'note', channels: ['service_desk'] };
    expect(plannedBy(planOf([note, ...others], [entryBy(note, 'sent')], capped))).toEqual(['second']);
  });

  test('count what was sent by a rule that is gone', () => {
    expect(plannedBy(planOf(others, [entryBy(offers, 'sent')], capped))).toEqual([]);
  });

  test('are widened for a sale, which ends by itself', () => {
    const widened = [{ from: '2026-03-31', to: '2026-04-01', caps: [] }];
    const sale = { policy: openPolicy({ caps: { ...once, widened } }) };
    const both = [{ ...offers, value: 1 }, ...others];
    expect(plannedBy(planOf(both, [], sale))).toEqual(['offers', 'second']);
    expect(plannedBy(planOf(both, [], sale, nowPlus(1)))).toEqual(['offers']);
    // Late on the last day of the sale, what is due tomorrow is due after it.
    expect(plannedBy(planOf(both, [], sale, '2026-03-31T13:00:00Z'))).toEqual(['offers']);
  });

  test('of a full channel lead to the next one of the rule, where there is one', () => {
    const wechat: RuleSketch = { ...offers, name: 'first', channels: ['wechat', 'sms'], value: 1 };
    const other: RuleSketch = { ...wechat, name: 'other', value: 2 };
    const plan = planOf([wechat, other]);
    expect(plan.actions.map(({ rule, channel }) => [rule, channel])).toEqual([
      ['first', 'sms'],
      ['other', 'wechat'],
    ]);
    expect(outcomeOf(planOf([{ ...wechat, channels: ['wechat'] }, other]), 'first')).toMatchObject({
      reason: 'frequency_cap',
      limit: { channel: 'wechat', most: 1, per: 'day' },
    });
  });

  test('of the customer are not got round by another channel', () => {
    const caps: CapPolicy = { usual: [{ purpose: 'marketing', most: 1, withinDays: 3 }], widened: [] };
    const first: RuleSketch = { ...offers, name: 'first', channels: ['wechat', 'sms'], value: 1 };
    const plan = planOf([first, { ...first, name: 'other', value: 2 }], [], { policy: openPolicy({ caps }) });
    expect(plannedBy(plan)).toEqual(['other']);
  });
});

describe('control groups', () => {
  const everybody = { policy: openPolicy({ holdout: { salt: 'test', buckets: 10_000 } }) };
  const mine: RuleSketch = { name: 'mine', value: 1, holdoutBuckets: 10_000 };

  test('of all care come before those of a rule', () => {
    expect(outcomeOf(planOf([mine], [], everybody), 'mine')).toMatchObject({ reason: 'holdout', of: 'all' });
    expect(outcomeOf(planOf([mine]), 'mine')).toMatchObject({ reason: 'holdout', of: 'rule' });
  });

  test('of a rule leave other rules alone', () => {
    expect(plannedBy(planOf([mine, { name: 'other', channels: ['sms'] }]))).toEqual(['other']);
  });

  test('take the place that their message would have taken', () => {
    const plan = planOf([mine, { name: 'other' }]);
    expect(plan.actions).toEqual([]);
    expect(outcomeOf(plan, 'other')).toMatchObject({ reason: 'outranked', by: idOf('mine') });
  });

  test('are told as actions that are not to be sent, and once they are recorded the next day is as if they were', () => {
    const [withheld] = planOf([mine]).heldOut;
    expect(withheld?.id).toBe(idOf('mine'));
    const history = withheld === undefined ? [] : [careHistoryEntry(withheld, 'held_out', now)];
    const next = planOf([mine, { name: 'other' }], history, {}, nowPlus(1));
    expect(next.heldOut).toEqual([]);
    expect(outcomeOf(next, 'mine')).toMatchObject({ reason: 'already_done', status: 'held_out' });
    expect(plannedBy(next)).toEqual(['other']);
  });

  test.each([
    [9703, 'planned'],
    [9704, 'suppressed'],
  ])('are the buckets below %i: of bucket 9703 the message is %s', (buckets, expected) => {
    const plan = planOf([{ name: 'rule' }], [], {
      policy: openPolicy({ holdout: { salt: 'test', buckets } }),
    });
    expect(outcomeOf(plan, 'rule')?.kind).toBe(expected);
  });
});
