import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  lead,
  manager,
  system,
  type ToyShape,
  toyDefinition,
  toyKind,
  toyPolicy,
} from '../../test/toyPolicy.js';
import type { Actor } from '../case/index.js';
import { replay } from '../evolve/index.js';
import { formatRefusal } from '../refusal/index.js';
import { type Scenario, startScenario } from '../testing/index.js';
import { availableCommands } from './availableCommands.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import { openCase } from './openCase.js';
import { tick } from './tick.js';

const policy = toyPolicy();
const complaint = {
  orderId: 'o1',
  customerId: 'c1',
  paid: { minor: 10000, currency: 'CNY' },
  reason: 'delay' as const,
  photos: [],
};
const cny = (minor: number) => ({ amount: { minor, currency: 'CNY' } });

function opened(options: { daysSinceDelivery?: number } = {}): Scenario<ToyShape> {
  const facts = { daysSinceDelivery: options.daysSinceDelivery ?? 3 };
  const scenario = startScenario(policy, { now: '2026-03-02T10:00:00+08:00', facts });
  scenario.given(agent, 'complain', complaint);
  return scenario;
}

function refusalOf(decision: Decision<unknown>) {
  if (decision.ok) throw new Error('It was accepted.');
  return decision.refusal;
}

describe('a case', () => {
  test('goes from complaint to payment, and its events lead to it again', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    scenario.given(customer, 'accept', {});
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current.state).toBe('paying');
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current.state).toBe('paid');
    expect(scenario.current.counters.case).toEqual({ promisedMinor: 1500, paidBackMinor: 1500 });
    expect(replay(policy, JSON.parse(JSON.stringify(scenario.events)))).toEqual(scenario.current);
  });

  test('is closed once it has come to its end', () => {
    const scenario = opened();
    scenario.pass('2026-03-05T00:00:00+08:00');
    expect(scenario.current.state).toBe('closed');
    expect(refusalOf(scenario.when(agent, 'propose', cny(1))).code).toBe('closed');
  });

  test('says in which states a command has its place', () => {
    const refusal = refusalOf(opened().when(lead, 'approve', {}));
    expect(refusal).toMatchObject({ code: 'not_in_state', details: { possibleIn: ['awaiting_approval'] } });
    expect(refusal.message).toBe(
      'This cannot be done while the case is in the state "Open". It can be done in: Awaiting approval.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      '案件处于“已受理”状态，不能进行此操作。可在以下状态进行：待审批。',
    );
  });

  test('and nothing of them where it has its place in none', () => {
    expect(refusalOf(opened().when(customer, 'complain', complaint)).message).toBe(
      'This cannot be done while the case is in the state "Open".',
    );
  });

  test('is opened by its own command alone', () => {
    const { facts } = toyKind.behaviour.samples;
    const context = { now: '2026-03-02T10:00:00+08:00', actor: agent, usage: {}, facts };
    const command = { id: '1', type: 'propose', params: cny(1) } as const;
    const refusal = refusalOf(openCase(toyPolicy(), command, { ...context, ids: ['case-1'] }));
    expect(refusal.code).toBe('invalid_command');
    expect(refusal.message).toContain('"complain"');
  });
});

describe('own authority ends at a limit', () => {
  test.each([
    [1999, 'offered'],
    [2000, 'offered'],
    [2001, 'awaiting_approval'],
  ])('%i fen lead to %s', (minor, state) => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(minor));
    expect(scenario.current.state).toBe(state);
  });

  test('above it the lowest role that may grant it is asked', () => {
    const scenario = opened();
    const { effects } = scenario.given(agent, 'propose', cny(5001));
    expect(effects).toMatchObject([{ type: 'request_approval', params: { role: 'manager' } }]);
    const refusal = refusalOf(scenario.when(lead, 'approve', {}));
    expect(refusal).toMatchObject({
      code: 'needs_approval',
      whoCould: [{ role: 'manager' }],
      nearest: [{ kind: 'amount', mostMinor: 5000, currency: 'CNY' }],
    });
    expect(refusal.message).toBe(
      'CNY 50.01 needs approval; up to CNY 50.00 does not. It could be done by: manager.',
    );
    scenario.given(manager, 'approve', {});
    expect(scenario.current.state).toBe('offered');
  });

  test.each([
    [9999, 'accepted'],
    [10000, 'accepted'],
    [10001, 'over_limit'],
  ])('nobody may promise more than was paid, and nobody is asked: %i', (minor, outcome) => {
    const decision = opened().when(agent, 'propose', cny(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test('beyond what anybody may grant, it is told what the actor may, and who may most of it', () => {
    const refusal = refusalOf(opened().when(agent, 'propose', cny(10001)));
    expect(refusal).toMatchObject({
      code: 'over_limit',
      details: { mostMinor: 2000, byMost: { role: 'manager', mostMinor: 10000 } },
      whoCould: [{ role: 'manager', upTo: { minor: 10000, currency: 'CNY' } }],
      nearest: [{ kind: 'amount', mostMinor: 2000, currency: 'CNY' }],
    });
    expect(refusal.message).toBe(
      'CNY 100.01 is more than anybody may grant here; up to CNY 20.00 needs nobody else. Up to CNY 100.00 could be granted by: manager.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      'CNY 100.01 超出任何人的权限；不超过 CNY 20.00 则可自行办理。以下角色最多可给 CNY 100.00：经理。',
    );
  });

  test('where nobody may more than the actor, nobody else is named', () => {
    const refusal = refusalOf(opened().when(manager, 'propose', cny(10001)));
    expect(refusal).toMatchObject({ details: { mostMinor: 10000, byMost: null }, whoCould: [] });
    expect(refusal.message).toBe(
      'CNY 100.01 is more than anybody may grant here; up to CNY 100.00 needs nobody else.',
    );
  });

  test('nobody approves their own request, nor one made through somebody else', () => {
    const scenario = opened();
    const both = { id: 'l1', role: 'lead' };
    scenario.given(both, 'propose', cny(6000));
    // A lead may grant CNY 50.00: another lead could not approve it either.
    for (const role of ['lead', 'manager']) {
      const refusal = refusalOf(scenario.when({ id: 'l1', role }, 'approve', {}));
      expect(refusal).toMatchObject({ code: 'own_request', whoCould: [{ role: 'manager' }] });
    }
  });

  test('what an earlier grant took is free again when another takes its place', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(2000));
    const { reservations } = scenario.given(agent, 'propose', cny(1500));
    expect(reservations.map(({ amount }) => amount)).toEqual([-500, 0, -500]);
    expect(scenario.usage['paid|CNY|o1']?.amount).toBe(1500);
  });
});

describe('an approval', () => {
  test('runs out', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    scenario.now = '2026-03-04T09:59:59+08:00';
    expect(scenario.when(customer, 'accept', {}).ok).toBe(true);
    scenario.now = '2026-03-04T10:00:00+08:00';
    expect(refusalOf(scenario.when(customer, 'accept', {}))).toMatchObject({
      code: 'approval_missing',
      details: { why: 'expired' },
    });
  });

  test('is void when what was approved has been changed', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    const edited = { ...scenario.current, data: { ...scenario.current.data, amountMinor: 1501 } };
    const context = { now: scenario.now, actor: customer, usage: {}, facts: scenario.facts };
    const decision = decide(policy, edited, { id: 'x', type: 'accept', params: {} }, context);
    expect(refusalOf(decision)).toMatchObject({ code: 'approval_missing', details: { why: 'changed' } });
  });
});

describe('guards and evidence', () => {
  test.each([
    [30, true],
    [31, false],
  ])('a complaint after %i days: %s', (daysSinceDelivery, accepted) => {
    const scenario = startScenario(policy, {
      now: '2026-03-02T10:00:00+08:00',
      facts: { daysSinceDelivery },
    });
    expect(scenario.when(agent, 'complain', complaint).ok).toBe(accepted);
  });

  test('a guard that fails says what it found and what would pass', () => {
    const scenario = startScenario(policy, {
      now: '2026-03-02T10:00:00+08:00',
      facts: { daysSinceDelivery: 33 },
    });
    const refusal = refusalOf(scenario.when(agent, 'complain', complaint));
    expect(refusal).toMatchObject({
      code: 'guard_failed',
      details: { guards: ['in_time'] },
      nearest: [{ kind: 'fact', fact: 'daysSinceDelivery', from: 33, to: 30, side: 'at_most' }],
    });
    expect(refusal.message).toBe(
      'The complaint comes too late (days since delivery: 33). It would pass with days since delivery 30 or less.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      '投诉已超过期限（签收后天数：33）。满足以下条件即可通过：签收后天数不超过 30。',
    );
  });

  test('evidence is asked for by reason', () => {
    const scenario = startScenario(policy, {
      now: '2026-03-02T10:00:00+08:00',
      facts: { daysSinceDelivery: 3 },
    });
    scenario.given(agent, 'complain', { ...complaint, reason: 'damage' });
    expect(refusalOf(scenario.when(agent, 'propose', cny(100)))).toMatchObject({
      code: 'evidence_missing',
      details: { reason: 'damage', missing: ['photo'] },
      message: 'Evidence is missing: photo.',
    });
  });

  test('a customer has a say in their own case only', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    const other = { id: 'c2', role: 'customer' };
    expect(refusalOf(scenario.when(other, 'accept', {})).code).toBe('not_own_case');
  });
});

describe('idempotency', () => {
  test('the same command under the same id does nothing twice', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    expect(scenario.when(agent, 'propose', cny(1500), 'command-2')).toEqual({
      ok: true,
      duplicateOf: 2,
      events: [],
      next: scenario.current,
      effects: [],
      reservations: [],
    });
  });

  test.each([
    ['other parameters', agent, 1501],
    ['another actor', lead, 1500],
  ])('%s under the same id are refused', (_, actor, minor) => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    expect(refusalOf(scenario.when(actor, 'propose', cny(minor), 'command-2')).code).toBe(
      'command_id_reused',
    );
  });

  test.each([
    'case-1/answer/2026-03-09T16:00:00.000Z',
    'case-1/answer/2026-03-08T16:00:00.000Z/0',
    // Of a deadline that a later version of the policy may have.
    'case-1/second_answer/2026-03-09T16:00:00.000Z',
  ])('nobody takes an id that the clock may need: %s', (id) => {
    const scenario = opened();
    const refusal = refusalOf(scenario.when(agent, 'propose', cny(1500), id));
    expect(refusal).toMatchObject({ code: 'command_id_of_clock', details: { id } });
    expect(refusal.message).toBe(
      `Ids of a case, a deadline and an instant are the clock's, and "${id}" is one. A command needs another id.`,
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      `由案件、时限和时刻组成的标识（如“${id}”）供到期处理使用，命令须用其他标识。`,
    );
  });

  test('nor to open a case with it', () => {
    const { facts } = toyKind.behaviour.samples;
    const context = { now: '2026-03-02T10:00:00+08:00', actor: customer, usage: {}, facts };
    const id = 'case-1/response/2026-03-04T16:00:00.000Z';
    const command = { id, type: 'complain', params: complaint } as const;
    expect(refusalOf(openCase(policy, command, { ...context, ids: ['case-1'] })).code).toBe(
      'command_id_of_clock',
    );
  });

  test.each([
    'case-1/propose',
    'case-1/2/0/1/effect_succeeded',
    'case-1/request/42',
    'case-10/answer/2026-03-09T16:00:00.000Z',
  ])('another id that begins with that of a case is as good as any: %s', (id) => {
    expect(opened().when(agent, 'propose', cny(1500), id).ok).toBe(true);
  });

  test('an outcome that another worker reports again has been reported', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    scenario.given(customer, 'accept', {});
    const { effects, version } = scenario.settle(system, 'refund_payment', 'effect_succeeded').next;
    const key = effects.find(({ status }) => status === 'succeeded')?.key ?? '';
    const again = (by: Actor, params: { readonly key: string; readonly result?: { readonly id: string } }) =>
      scenario.when(by, 'effect_succeeded', params, 'command-4');
    const restarted = { id: 'payments after the restart', role: 'system' };
    expect(again(restarted, { key })).toMatchObject({ ok: true, duplicateOf: version, events: [] });
    expect(refusalOf(again(restarted, { key, result: { id: 'p-2' } })).code).toBe('command_id_reused');
    expect(refusalOf(again({ id: 'payments 2', role: 'agent' }, { key })).code).toBe('command_id_reused');
  });

  test('a command without an id is refused', () => {
    const refusal = refusalOf(opened().when(agent, 'propose', cny(1), ''));
    expect(refusal.message).toBe('The command is not valid. id: Expected a text and received "".');
  });

  test('a refusal is not remembered', () => {
    const scenario = opened();
    expect(scenario.when(agent, 'propose', cny(-1), 'x').ok).toBe(false);
    expect(scenario.when(agent, 'propose', cny(100), 'x').ok).toBe(true);
  });

  test('a stale version is refused', () => {
    const { current, now, facts } = opened();
    const context = { now, facts, actor: agent, usage: {} };
    const command = { id: 'x', type: 'propose' as const, params: cny(1), expectedVersion: 0 };
    expect(refusalOf(decide(policy, current, command, context)).code).toBe('stale_version');
  });
});

describe('effects', () => {
  test('that fail can be tried again under the same key', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1));
    const [refund] = scenario.given(customer, 'accept', {}).effects;
    scenario.settle(system, 'refund_payment', 'effect_failed');
    expect(scenario.current.state).toBe('payment_failed');
    const { effects } = scenario.given(agent, 'retry_effect', { key: refund?.key ?? '' });
    expect(effects).toEqual([{ ...refund, attempt: 2 }]);
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current.state).toBe('paid');
  });

  test('that nothing follows on are kept, in a final state too', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    scenario.pass('2026-03-20T00:00:00+08:00');
    expect(scenario.current.state).toBe('closed');
    scenario.settle(system, 'notify_customer', 'effect_failed');
    expect(scenario.current.effects.filter(({ status }) => status === 'failed')).toHaveLength(1);
    expect(
      refusalOf(scenario.when(customer, 'effect_failed', { key: 'case-1/2/0', reason: 'no' })).code,
    ).toBe('not_authorised');
  });

  test('that have succeeded cannot fail any more', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    scenario.settle(system, 'notify_customer', 'effect_succeeded');
    const decision = scenario.when(system, 'effect_failed', { key: 'case-1/2/0', reason: 'late' });
    expect(refusalOf(decision).code).toBe('effect_settled');
    expect(refusalOf(scenario.when(system, 'retry_effect', { key: 'none' })).code).toBe('unknown_effect');
  });
});

describe('deadlines', () => {
  test('end with the last day, after a reminder, and act once', () => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    expect(scenario.current.deadlines).toEqual([
      {
        name: 'answer',
        dueAt: '2026-03-09T16:00:00.000Z',
        reminders: [{ index: 0, dueAt: '2026-03-08T16:00:00.000Z' }],
        spent: false,
      },
    ]);
    expect(scenario.pass('2026-03-08T15:59:59Z')).toEqual([]);
    const [reminder] = scenario.pass('2026-03-08T16:00:00Z');
    expect(reminder?.effects).toMatchObject([{ params: { template: 'last_day' } }]);
    expect(scenario.pass('2026-03-09T15:59:59Z')).toEqual([]);
    scenario.pass('2026-03-09T16:00:00Z');
    expect(scenario.current.state).toBe('closed');
    expect(scenario.usage['paid|CNY|o1']?.amount).toBe(0);
  });

  test('go on as long as the case stays in their states', () => {
    const scenario = opened();
    const [before] = scenario.current.deadlines;
    scenario.now = '2026-03-03T10:00:00+08:00';
    scenario.given(agent, 'propose', cny(3000));
    expect(scenario.current.deadlines).toEqual([before]);
    // Two working days after Monday end with Wednesday.
    expect(before?.dueAt).toBe('2026-03-04T16:00:00.000Z');
  });

  test.each([
    ['before anything is due', '2026-03-08T15:59:59Z'],
    ['when a reminder is due', '2026-03-08T16:00:00Z'],
    ['when a deadline is due', '2026-03-09T16:00:00Z'],
  ])('do nothing under another version of the policy: %s', (_, now) => {
    const scenario = opened();
    scenario.given(agent, 'propose', cny(1500));
    const { current, usage, facts } = scenario;
    const later = toyPolicy({ ...toyDefinition, settings: { windowDays: 60 } });
    const pass = () => tick(later, current, { now, usage, facts });
    expect(pass).toThrow(AftercareError);
    expect(pass).toThrow('The case was opened under another version of the policy.');
  });
});

describe('what a screen may offer', () => {
  test('every command has an answer for whoever looks', () => {
    const { current, now, facts } = opened();
    const context = { now, facts, usage: {} };
    const byAgent = availableCommands(policy, current, { ...context, actor: agent });
    expect(byAgent.map(({ command, allowed }) => [command, allowed])).toEqual([
      ['propose', 'with_params'],
      ['approve', false],
      ['deny', false],
      ['accept', false],
      ['lapse', false],
    ]);
    const [propose] = availableCommands(policy, current, { ...context, actor: customer });
    expect(propose).toMatchObject({
      allowed: false,
      refusal: { code: 'not_authorised', whoCould: [{ role: 'agent' }] },
    });
    const filled = availableCommands(policy, current, { ...context, actor: agent }, { propose: cny(10) });
    expect(filled[0]).toEqual({ command: 'propose', allowed: true });
  });
});
