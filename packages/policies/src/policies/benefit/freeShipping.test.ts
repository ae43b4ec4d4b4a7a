import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { freeShippingPolicy } from '../../../test/benefitPolicies.js';
import type { Actor } from '../../case/index.js';
import type { Decision } from '../../decide/index.js';
import type { HostFactsOf } from '../../kind/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { applyPreset } from '../../preset/index.js';
import { formatRefusal } from '../../refusal/index.js';
import { type Scenario, startScenario } from '../../testing/index.js';
import { verifyPolicy } from '../../verify/index.js';
import {
  type FreeShippingShape,
  freeShippingChinaPreset,
  freeShippingDefinition,
  freeShippingEuPreset,
  freeShippingKind,
} from './index.js';

const agent: Actor = { id: 'a1', role: 'agent' };
const lead: Actor = { id: 'l1', role: 'lead' };
const customer: Actor = { id: 'customer-1', role: 'customer' };
const system: Actor = { id: 'shop', role: 'system' };

type Facts = HostFactsOf<FreeShippingShape>;
type Cause = 'cancelled' | 'returned_without_reason' | 'returned_by_agreement' | 'returned_for_fault';

/** An order of CNY 200.00, whose freight of CNY 15.00 has been paid. */
const facts: Facts = {
  ...freeShippingKind.behaviour.samples.facts,
  freightMinor: 1_500,
  paid: { minor: 21_500, currency: 'CNY' },
};

interface Start {
  readonly facts?: Partial<Facts>;
  readonly usage?: Scenario<FreeShippingShape>['usage'];
  readonly policy?: ReturnType<typeof freeShippingPolicy>;
}

function requested(start: Start = {}): Scenario<FreeShippingShape> {
  const { policy = freeShippingPolicy(), usage = {} } = start;
  const now = '2026-03-02T10:00:00+08:00';
  const scenario = startScenario(policy, { now, facts: { ...facts, ...start.facts }, usage });
  scenario.given(customer, 'request', { ground: 'promotion' });
  return scenario;
}

function applied(start: Start = {}): Scenario<FreeShippingShape> {
  const scenario = requested(start);
  scenario.given(lead, 'grant', {});
  scenario.given(system, 'apply', {});
  scenario.settle(system, 'waive_freight', 'effect_succeeded');
  return scenario;
}

function sent(start: Start = {}): Scenario<FreeShippingShape> {
  const scenario = applied(start);
  scenario.given(system, 'fulfil', {});
  return scenario;
}

function refusalOf(decision: Decision<unknown>) {
  if (decision.ok) throw new Error('It was accepted.');
  return decision.refusal;
}

const withSurchargeBy = (value: 'customer' | 'shop') => {
  const { settings } = freeShippingDefinition;
  const remoteSurchargeBy = { ...settings.remoteSurchargeBy, value };
  return freeShippingPolicy({ ...freeShippingDefinition, settings: { ...settings, remoteSurchargeBy } });
};

const china = unwrap(applyPreset(freeShippingDefinition, freeShippingChinaPreset));
const eu = unwrap(applyPreset(freeShippingDefinition, freeShippingEuPreset));

describe.each([
  ['neutral', freeShippingDefinition],
  ['China', china],
  ['EU', eu],
])('the shipped definition, %s', (_, definition) => {
  test('has nothing that verification finds', () => {
    expect(verifyPolicy(freeShippingPolicy(definition), { cases: 300 })).toEqual([]);
  }, 30_000);

  test('survives a trip through JSON and comes out as its examples say', () => {
    const again = JSON.parse(JSON.stringify(definition));
    expect(freeShippingPolicy(again).version).toBe(freeShippingPolicy(definition).version);
    expect(checkExamples(unwrap(guardRules(definition, guardFactsOf(freeShippingKind.shape))))).toEqual([]);
  });
});

test('a seeded fault is found: freight that cannot be restored leads nowhere', () => {
  const transitions = freeShippingDefinition.transitions.filter(({ name }) => name !== 'removal_fails');
  const policy = freeShippingPolicy({ ...freeShippingDefinition, transitions });
  expect(verifyPolicy(policy, { cases: 0 }).map(({ code }) => code)).toEqual(['effect_unhandled']);
});

describe('what is waived', () => {
  test.each([
    [1_499, 'granted'],
    [1_500, 'granted'],
    [1_501, 'awaiting_approval'],
  ])('freight of %i fen, granted by an agent: %s', (freightMinor, state) => {
    const scenario = requested({ facts: { freightMinor } });
    scenario.given(agent, 'grant', {});
    expect(scenario.current.state).toBe(state);
  });

  test.each([
    ['customer', 1_500, 800],
    ['shop', 2_300, 0],
  ] as const)('the surcharge for a remote address by the %s', (payer, costMinor, surchargeLeftMinor) => {
    const scenario = requested({ policy: withSurchargeBy(payer), facts: { surchargeMinor: 800 } });
    scenario.given(lead, 'grant', {});
    expect(scenario.current.data).toMatchObject({ costMinor, surchargeLeftMinor });
    const [waive] = scenario.given(system, 'apply', {}).effects;
    expect(waive?.params).toEqual({
      orderId: 'order-1',
      amount: { minor: costMinor, currency: 'CNY' },
      isFreightPaid: true,
      surchargeLeft: { minor: surchargeLeftMinor, currency: 'CNY' },
    });
  });

  test('no freight, nothing to waive', () => {
    const refusal = refusalOf(requested({ facts: { freightMinor: 0 } }).when(agent, 'grant', {}));
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      '该订单没有可减免的运费（权益成本：CNY 0.00）。满足以下条件即可通过：权益成本不低于 CNY 0.01。',
    );
  });

  // CNY 215.00 were paid. Freight that is given back counts with all else that is given back.
  test.each([
    [19_999, true, 'accepted'],
    [20_000, true, 'accepted'],
    [20_001, true, 'over_limit'],
    [20_001, false, 'accepted'],
  ])('after %i fen given back, freight paid %s: %s', (amount, isFreightPaid, outcome) => {
    const usage = { 'paid|CNY|order-1': { amount, version: 1 } };
    const decision = requested({ usage, facts: { isFreightPaid } }).when(lead, 'grant', {});
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test.each([
    [998_499, 'accepted'],
    [998_500, 'accepted'],
    [998_501, 'guard_failed'],
  ])('with %i fen of the budget used: %s', (amount, outcome) => {
    const usage = { 'campaign|CNY|standing_free_shipping': { amount, version: 1 } };
    const decision = requested({ usage }).when(lead, 'grant', {});
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });
});

test('freight that is paid after the grant is granted anew, and counts with all that is given back', () => {
  const scenario = requested({ facts: { isFreightPaid: false } });
  scenario.given(lead, 'grant', {});
  scenario.facts = { ...scenario.facts, isFreightPaid: true };
  expect(refusalOf(scenario.when(system, 'apply', {})).details).toEqual({ guards: ['freight_as_granted'] });
  scenario.given(lead, 'grant', {});
  const [waive] = scenario.given(system, 'apply', {}).effects;
  expect(waive?.params).toMatchObject({ isFreightPaid: true });
  expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(1_500);
  expect(scenario.usage['benefit|free_shipping|order-1']?.amount).toBe(1);
});

test.each([
  [1_499, 'lower'],
  [1_501, 'higher'],
])('freight of %i fen, %s than when it was granted to waive it, is granted anew', (freightMinor) => {
  const scenario = requested();
  scenario.given(lead, 'grant', {});
  scenario.facts = { ...scenario.facts, freightMinor };
  expect(refusalOf(scenario.when(system, 'apply', {})).details).toEqual({ guards: ['freight_as_granted'] });
  scenario.given(lead, 'grant', {});
  const [waive] = scenario.given(system, 'apply', {}).effects;
  expect(waive?.params).toMatchObject({ amount: { minor: freightMinor } });
});

describe('when the order falls below the threshold', () => {
  test.each([
    [0, 'closed', []],
    [1, 'revoking', ['restore_freight', 'notify_customer']],
    [9_899, 'revoking', ['restore_freight', 'notify_customer']],
    [9_900, 'applied', []],
  ])('before it is sent, with %i fen left: %s', (remainingMinor, state, effects) => {
    const scenario = applied();
    const decision = scenario.given(system, 'reassess', { remainingMinor, cause: 'cancelled' });
    expect(scenario.current.state).toBe(state);
    expect(decision.effects.map(({ type }) => type)).toEqual(effects);
  });

  // Freight of CNY 15.00 has been given back of the 215.00 that were paid: 200.00 are left to give back with the order.
  test.each([
    [true, 'closed', 1_500],
    [false, 'revoked', 0],
  ])('with the whole order gone, freight paid %s: %s, %i fen given back', (isFreightPaid, state, given) => {
    const scenario = applied({ facts: { isFreightPaid } });
    scenario.given(system, 'reassess', { remainingMinor: 0, cause: 'cancelled' });
    expect(scenario.current.state).toBe(state);
    expect(scenario.usage['paid|CNY|order-1']?.amount ?? 0).toBe(given);
  });

  test.each<[string, (scenario: Scenario<FreeShippingShape>) => unknown, string]>([
    [
      'the order shrinks',
      (one) => one.given(system, 'reassess', { remainingMinor: 5_000, cause: 'cancelled' }),
      'revoked',
    ],
    ['its time is over', (one) => one.pass('2026-03-10T00:00:00+08:00'), 'expired'],
  ])('freight that could not be given back is not taken from a refund when %s', (_, then, state) => {
    const scenario = requested();
    scenario.given(lead, 'grant', {});
    const [waive] = scenario.given(system, 'apply', {}).effects;
    scenario.settle(system, 'waive_freight', 'effect_failed');
    then(scenario);
    expect(scenario.current).toMatchObject({ state, approvals: [{ status: 'released' }] });
    expect(scenario.current.effects.map(({ type }) => type)).not.toContain('restore_freight');
    const key = waive?.key ?? '';
    expect(refusalOf(scenario.when(agent, 'retry_effect', { key })).details).toEqual({
      guards: ['still_wanted'],
    });
    // It went through after all: somebody has to know.
    const late = scenario.given(system, 'effect_succeeded', { key });
    expect(late.effects).toMatchObject([{ type: 'create_task', params: { task: 'check_free_shipping' } }]);
  });

  test('freight that is just being given back is restored after that only, so that it is gone never or once', () => {
    const scenario = requested();
    scenario.given(lead, 'grant', {});
    scenario.given(system, 'apply', {});
    const change = { remainingMinor: 5_000, cause: 'cancelled' } as const;
    expect(scenario.given(system, 'reassess', change).effects).toEqual([]);
    const late = scenario.settle(system, 'waive_freight', 'effect_succeeded');
    expect(late.effects.map(({ type }) => type)).toEqual(['restore_freight', 'notify_customer']);
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(1_500);
    scenario.settle(system, 'restore_freight', 'effect_succeeded');
    expect(scenario.current.state).toBe('revoked');
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(0);
  });

  test.each<[string, typeof freeShippingDefinition | typeof china, Cause, string]>([
    ['neutral', freeShippingDefinition, 'returned_without_reason', 'deducting'],
    ['neutral', freeShippingDefinition, 'returned_for_fault', 'fulfilled'],
    ['China', china, 'returned_without_reason', 'deducting'],
    ['EU', eu, 'returned_without_reason', 'fulfilled'],
    ['EU', eu, 'cancelled', 'fulfilled'],
    ['EU', eu, 'returned_by_agreement', 'deducting'],
  ])('after it was sent, %s, %s', (_, definition, cause, state) => {
    const scenario = sent({ policy: freeShippingPolicy(definition) });
    scenario.given(system, 'reassess', { remainingMinor: 5_000, cause });
    expect(scenario.current.state).toBe(state);
  });

  test('the freight is deducted from the refund once, and the budget is free again', () => {
    const scenario = sent();
    const change = { remainingMinor: 5_000, cause: 'returned_without_reason' } as const;
    const [deduct] = scenario.given(system, 'reassess', change).effects;
    expect(deduct).toMatchObject({
      type: 'deduct_from_refund',
      params: { amount: { minor: 1_500, currency: 'CNY' } },
    });
    scenario.settle(system, 'deduct_from_refund', 'effect_failed');
    expect(scenario.current.state).toBe('deducting');
    scenario.given(agent, 'retry_effect', { key: deduct?.key ?? '' });
    scenario.settle(system, 'deduct_from_refund', 'effect_succeeded');
    expect(scenario.current).toMatchObject({
      state: 'clawed_back',
      counters: { case: { waivedMinor: 1_500, deductedMinor: 1_500 } },
    });
    expect(scenario.usage['campaign|CNY|standing_free_shipping']?.amount).toBe(0);
  });

  test('freight that cannot be restored is let go by a superior only, and then for good', () => {
    const scenario = applied();
    const change = { remainingMinor: 5_000, cause: 'cancelled' } as const;
    const [restore] = scenario.given(system, 'reassess', change).effects;
    scenario.settle(system, 'restore_freight', 'effect_failed');
    const note = 'Shipped already.';
    expect(refusalOf(scenario.when(agent, 'waive', { note }))).toMatchObject({
      code: 'not_authorised',
      whoCould: [{ role: 'lead', title: { 'zh-CN': '组长' } }],
    });
    scenario.given(lead, 'waive', { note });
    expect(scenario.current).toMatchObject({ state: 'closed', approvals: [{ status: 'committed' }] });
    const retry = refusalOf(scenario.when(agent, 'retry_effect', { key: restore?.key ?? '' }));
    expect(retry.details).toEqual({ guards: ['still_claimed'] });
  });
});

describe('a concession', () => {
  test.each([
    [0, true],
    [1, false],
  ])('of the freight, with the price lowered by %i fen: %s', (priceCutMinor, accepted) => {
    const now = '2026-03-02T10:00:00+08:00';
    const scenario = startScenario(freeShippingPolicy(), { now, facts: { ...facts, priceCutMinor } });
    scenario.given(agent, 'request', { ground: 'concession' });
    expect(scenario.when(agent, 'grant', {}).ok).toBe(accepted);
  });
});
