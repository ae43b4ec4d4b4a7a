import { describe, expect, test } from 'vitest';
import { atLeast, openPolicy, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now, nowPlus } from '../../test/customers.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { PlanInput } from './planInput.js';

const thanks: RuleSketch = { name: 'thanks', validForDays: 5 };
const input: PlanInput = { customer: { id: 'c-1' }, facts: boughtOnce(3), history: [], now };
const planner = plannerOf([thanks]);
const sentAt = (at: string, status: CareHistoryEntry['status'] = 'sent') =>
  planner.plan(input).actions.map((action) => careHistoryEntry(action, status, at));

describe('a clock that jumps', () => {
  test('backwards sends nothing again', () => {
    // Sent at 9 o'clock on the 31st by a clock that then is set back by two days; the facts are those of that day.
    const facts = boughtOnce(1, {}, '2026-03-29');
    const plan = planner.plan({ ...input, facts, history: sentAt(now), now: nowPlus(-2) });
    expect([plan.actions, plan.withdrawals]).toEqual([[], []]);
    expect(plan.receipts.map(({ outcome }) => outcome)).toEqual([
      { kind: 'suppressed', reason: 'already_done', status: 'sent' },
    ]);
  });

  test('backwards over New Year is still within the caps', () => {
    const caps = { usual: [{ purpose: 'service' as const, most: 1, withinDays: 3 }], widened: [] };
    const capped = plannerOf([{ ...thanks, once: 'year' }], { policy: openPolicy({ caps }) });
    const at = '2027-01-01T02:00:00.000Z';
    const history = capped
      .plan({ ...input, now: at })
      .actions.map((each) => careHistoryEntry(each, 'sent', at));
    expect(history.map(({ actionId }) => actionId)).toEqual(['thanks/year_2027/c-1']);
    const plan = capped.plan({ ...input, history, now: '2026-12-31T02:00:00.000Z' });
    expect(plan.receipts[0]?.outcome).toMatchObject({
      reason: 'frequency_cap',
      filledBy: ['thanks/year_2027/c-1'],
    });
  });

  test('forwards by a year withdraws what was planned, and backwards again does not bring it back', () => {
    const planned = sentAt(now, 'planned');
    const ahead = planner.plan({ ...input, history: planned, now: nowPlus(365) });
    expect(ahead.withdrawals.map(({ reason }) => reason)).toEqual(['expired']);
    const withdrawn = planned.map(
      (entry): CareHistoryEntry => ({ ...entry, status: 'withdrawn', at: nowPlus(365) }),
    );
    const back = planner.plan({ ...input, history: [...planned, ...withdrawn] });
    expect([back.actions, back.withdrawals]).toEqual([[], []]);
  });
});

describe('a history that arrives late', () => {
  const follow: RuleSketch = {
    name: 'follow',
    when: [{ ...atLeast('daysSinceSent', 2), path: '$.thanks' }],
    channels: ['sms'],
  };

  test('gives the same id again, so that whoever keeps it sees that it is there', () => {
    const [first] = planner.plan(input).actions;
    const [again] = planner.plan({
      ...input,
      facts: boughtOnce(4, {}, '2026-04-01'),
      now: nowPlus(1),
    }).actions;
    expect(again?.id).toBe(first?.id);
  });

  test('is seen by rules once it is there, by the day on which it was sent', () => {
    const both = plannerOf([thanks, follow]);
    const rulesWith = (history: readonly CareHistoryEntry[]) =>
      both.plan({ ...input, history }).actions.map(({ rule }) => rule);
    expect(rulesWith(sentAt(nowPlus(-2)))).toEqual(['follow']);
    expect(rulesWith(sentAt(nowPlus(-1)))).toEqual([]);
    expect(rulesWith([])).toEqual(['thanks']);
  });

  test('says that it was sent, whatever else is told of it before or after', () => {
    const [planned, failed, sent, withdrawn] = (['planned', 'failed', 'sent', 'withdrawn'] as const).flatMap(
      (status) => sentAt(nowPlus(-2), status),
    );
    const entries = [planned, failed, sent, withdrawn].flatMap((entry) => entry ?? []);
    for (const history of [entries, entries.toReversed()]) {
      const plan = plannerOf([thanks, follow]).plan({ ...input, history });
      expect(plan.withdrawals).toEqual([]);
      expect(plan.receipts.find(({ rule }) => rule === 'thanks')?.outcome).toMatchObject({ status: 'sent' });
      expect(plan.actions.map(({ rule }) => rule)).toEqual(['follow']);
    }
  });

  test('of what was not sent is not taken as if it had been', () => {
    for (const status of ['planned', 'failed', 'withdrawn', 'held_out'] as const) {
      const plan = plannerOf([thanks, follow]).plan({ ...input, history: sentAt(nowPlus(-2), status) });
      expect(plan.receipts.map(({ rule }) => rule)).toEqual(['thanks']);
    }
  });
});

describe('an instant that is none', () => {
  test('is refused with its place', () => {
    const wrong = '2026-02-30T09:00:00Z';
    const issueOf = (change: Partial<PlanInput>): unknown => {
      try {
        return planner.plan({ ...input, ...change });
      } catch (error) {
        return error;
      }
    };
    expect(issueOf({ now: wrong })).toMatchObject({ issues: [{ code: 'invalid_instant', path: ['now'] }] });
    expect(issueOf({ customer: { id: 'c-1', birthdayChangedAt: wrong } })).toMatchObject({
      issues: [{ code: 'invalid_instant', path: ['customer', 'birthdayChangedAt'] }],
    });
    const [sent] = sentAt(now);
    const [planned] = sentAt(now, 'planned');
    if (sent === undefined || planned === undefined) throw new Error('Nothing was planned.');
    expect(issueOf({ history: [{ ...planned, dueAt: wrong }] })).toMatchObject({
      issues: [{ code: 'invalid_instant', path: ['history', 'dueAt'] }],
    });
    expect(issueOf({ history: [{ ...planned, expiresAt: wrong }] })).toMatchObject({
      issues: [{ code: 'invalid_instant', path: ['history', 'expiresAt'] }],
    });
    expect(issueOf({ history: [{ ...sent, at: wrong }] })).toMatchObject({
      issues: [{ code: 'invalid_instant', path: ['history', 'at'] }],
    });
  });
});
