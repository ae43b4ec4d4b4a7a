import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { giftPolicy } from '../../../test/benefitPolicies.js';
import type { Actor } from '../../case/index.js';
import { type Decision, decide } from '../../decide/index.js';
import type { HostFactsOf } from '../../kind/index.js';
import { migrateCase } from '../../migrate/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { applyPreset } from '../../preset/index.js';
import { formatRefusal } from '../../refusal/index.js';
import { type Scenario, startScenario } from '../../testing/index.js';
import { verifyPolicy } from '../../verify/index.js';
import { type GiftShape, giftChinaPreset, giftDefinition, giftEuPreset, giftKind } from './index.js';

const agent: Actor = { id: 'a1', role: 'agent' };
const lead: Actor = { id: 'l1', role: 'lead' };
const customer: Actor = { id: 'customer-1', role: 'customer' };
const platform: Actor = { id: 'tmall', role: 'platform' };
const system: Actor = { id: 'shop', role: 'system' };

type Facts = HostFactsOf<GiftShape>;

/** Gifts of CNY 6.00 whose stated value is CNY 9.90, with an order of CNY 200.00. */
const facts: Facts = giftKind.behaviour.samples.facts;

interface Start {
  readonly facts?: Partial<Facts>;
  readonly ground?: 'promotion' | 'membership' | 'concession' | 'goodwill';
  readonly quantity?: number;
  readonly usage?: Scenario<GiftShape>['usage'];
  readonly policy?: ReturnType<typeof giftPolicy>;
}

function requested(start: Start = {}): Scenario<GiftShape> {
  const { ground = 'promotion', quantity = 1, policy = giftPolicy(), usage = {} } = start;
  const now = '2026-03-02T10:00:00+08:00';
  const scenario = startScenario(policy, { now, facts: { ...facts, ...start.facts }, usage });
  scenario.given(customer, 'request', { ground, sku: 'tea-sample', quantity });
  return scenario;
}

function applied(start: Start = {}): Scenario<GiftShape> {
  const scenario = requested(start);
  scenario.given(lead, 'grant', {});
  scenario.given(system, 'apply', {});
  scenario.settle(system, 'add_gift', 'effect_succeeded');
  return scenario;
}

function sent(start: Start = {}): Scenario<GiftShape> {
  const scenario = applied(start);
  scenario.given(system, 'fulfil', {});
  return scenario;
}

function dueBack(start: Start = {}): Scenario<GiftShape> {
  const scenario = sent(start);
  scenario.given(system, 'reassess', { remainingMinor: 0, cause: 'returned_without_reason' });
  return scenario;
}

function refusalOf(decision: Decision<unknown>) {
  if (decision.ok) throw new Error('It was accepted.');
  return decision.refusal;
}

/** The guards that stop a grant; none when it goes through. */
function obstacles(start: Start): readonly string[] {
  const decision = requested(start).when(lead, 'grant', {});
  if (decision.ok) return [];
  return decision.refusal.code === 'guard_failed'
    ? [...new Set(decision.refusal.details.guards)]
    : [decision.refusal.code];
}

const withSettings = (settings: Partial<typeof giftDefinition.settings>) =>
  giftPolicy({ ...giftDefinition, settings: { ...giftDefinition.settings, ...settings } });

describe.each([
  ['neutral', giftDefinition],
  ['China', unwrap(applyPreset(giftDefinition, giftChinaPreset))],
  ['EU', unwrap(applyPreset(giftDefinition, giftEuPreset))],
])('the shipped definition, %s', (_, definition) => {
  test('has nothing that verification finds', () => {
    expect(verifyPolicy(giftPolicy(definition), { cases: 300 })).toEqual([]);
  }, 30_000);

  test('survives a trip through JSON and comes out as its examples say', () => {
    const again = JSON.parse(JSON.stringify(definition));
    expect(giftPolicy(again).version).toBe(giftPolicy(definition).version);
    expect(checkExamples(unwrap(guardRules(definition, guardFactsOf(giftKind.shape))))).toEqual([]);
  });
});

describe('seeded faults are found', () => {
  const { transitions } = giftDefinition;
  const codes = (changed: typeof transitions) =>
    verifyPolicy(giftPolicy({ ...giftDefinition, transitions: changed }), { cases: 0 }).map(
      ({ code }) => code,
    );

  test('a gift that cannot be added leads nowhere', () => {
    expect(codes(transitions.filter(({ name }) => name !== 'application_fails'))).toEqual([
      'effect_unhandled',
    ]);
  });

  test('the clock would grant gifts', () => {
    const changed = transitions.map((one) => (one.name === 'grant' ? { ...one, by: ['clock'] } : one));
    expect(codes(changed)).toContain('deadline_grants');
  });

  test('a gift sent late is claimed back though the shop claims nothing', () => {
    const swapped = transitions.map((one) => {
      if (one.name !== 'sent_after_all') return one;
      const { when: _, ...always } = one;
      return always;
    });
    expect(codes(swapped)).toEqual(['transition_hidden']);
  });
});

describe('to whom a gift is due', () => {
  test.each([
    [9_899, ['order_large_enough']],
    [9_900, []],
    [9_901, []],
  ])('an order of %i fen for a promotion: %j', (orderMinor, expected) => {
    expect(obstacles({ facts: { orderMinor } })).toEqual(expected);
  });

  test.each([
    [1, 4_900, ['tier_high_enough']],
    [2, 4_899, ['order_large_enough']],
    [2, 4_900, []],
    [3, 4_901, []],
  ])('a member of tier %i with an order of %i fen: %j', (tierRank, orderMinor, expected) => {
    expect(obstacles({ ground: 'membership', facts: { tierRank, orderMinor } })).toEqual(expected);
  });

  test.each([
    [2, 1, ['in_stock']],
    [2, 2, []],
    [2, 3, []],
    [3, 9, ['few_enough']],
  ])('%i pieces with %i in stock: %j', (quantity, giftsInStock, expected) => {
    expect(obstacles({ quantity, facts: { giftsInStock } })).toEqual(expected);
  });

  // Ten per cent of CNY 200.00 must be left after the gift of CNY 6.00.
  test.each([
    [2_599, ['above_margin_floor']],
    [2_600, []],
    [2_601, []],
  ])('an order that earns %i fen: %j', (marginMinor, expected) => {
    expect(obstacles({ facts: { marginMinor } })).toEqual(expected);
  });

  test('the margin floor is rounded up: ten per cent of 9901 fen are 991', () => {
    expect(obstacles({ facts: { orderMinor: 9_901, marginMinor: 1_590 } })).toEqual(['above_margin_floor']);
    expect(obstacles({ facts: { orderMinor: 9_901, marginMinor: 1_591 } })).toEqual([]);
  });

  test('what the carrier asks for a remote address is part of the cost', () => {
    expect(obstacles({ facts: { marginMinor: 3_099, surchargeMinor: 500 } })).toEqual(['above_margin_floor']);
    const scenario = requested({ facts: { surchargeMinor: 500 } });
    scenario.given(agent, 'grant', {});
    expect(scenario.current).toMatchObject({ state: 'awaiting_approval', data: { costMinor: 1_100 } });
  });

  test('not everywhere', () => {
    expect(
      obstacles({ policy: withSettings({ notTo: ['overseas'] }), facts: { region: 'overseas' } }),
    ).toEqual(['region_served']);
  });

  test.each([
    [999_399, []],
    [999_400, []],
    [999_401, ['within_budget']],
  ])('with %i fen of the budget of CNY 10,000.00 used: %j', (amount, expected) => {
    expect(obstacles({ usage: { 'campaign|CNY|standing_gifts': { amount, version: 1 } } })).toEqual(expected);
  });

  test('once per order, until it is given up', () => {
    const first = requested();
    first.given(agent, 'grant', {});
    expect(() => requested({ usage: first.usage })).toThrow('The order has been given a gift already');
    first.given(customer, 'withdraw', {});
    expect(obstacles({ usage: first.usage })).toEqual([]);
  });

  test('articles that the shop gives away, on grounds that it knows, in currencies that it names', () => {
    expect(() => requested({ facts: { isGiftArticle: false } })).toThrow('none that the shop gives away');
    const { goodwill: _, ...grounds } = giftDefinition.settings.grounds;
    expect(() => requested({ ground: 'goodwill', policy: withSettings({ grounds }) })).toThrow(
      'on this ground',
    );
    expect(() => requested({ facts: { paid: { minor: 20_000, currency: 'GBP' } } })).toThrow(
      'in this currency',
    );
  });
});

describe('when the customer bargains', () => {
  test.each([
    ['benefit_only', 0, []],
    ['benefit_only', 1, ['concession_open']],
    ['beside_price', 1, []],
    ['none', 0, ['concession_open']],
  ] as const)('%s, with the price lowered by %i fen: %j', (whenBargaining, priceCutMinor, expected) => {
    const policy = withSettings({ whenBargaining });
    expect(obstacles({ ground: 'concession', policy, facts: { priceCutMinor } })).toEqual(expected);
  });

  test('by default the price stands and the gift is the concession', () => {
    expect(giftDefinition.settings.whenBargaining).toBe('benefit_only');
  });
});

describe('authority', () => {
  test.each([
    [999, 'granted'],
    [1_000, 'granted'],
    [1_001, 'awaiting_approval'],
  ])('a gift of %i fen granted by an agent: %s', (pieceCostMinor, state) => {
    const scenario = requested({ facts: { pieceCostMinor } });
    scenario.given(agent, 'grant', {});
    expect(scenario.current.state).toBe(state);
  });

  test('above it the superior is asked, and the customer hears nothing before', () => {
    const scenario = requested({ quantity: 2 });
    const { effects } = scenario.given(agent, 'grant', {});
    expect(effects.map(({ type, params }) => [type, params])).toEqual([
      ['request_approval', { role: 'lead', amount: { minor: 1_200, currency: 'CNY' } }],
    ]);
    scenario.given(lead, 'approve', {});
    expect(scenario.current).toMatchObject({ state: 'granted', approvals: [{ amount: { minor: 1_200 } }] });
  });

  test('what was promised under other rules is granted anew, once, within the authority of whoever does it', () => {
    const scenario = requested({ quantity: 2 });
    scenario.given(lead, 'grant', {});
    const policy = giftPolicy({ ...giftDefinition, approvalsValidFor: { days: 8, calendar: 'shop' } });
    const { now, usage, facts } = scenario;
    const migrated = migrateCase(policy, scenario.current, { now, usage, facts, actor: lead }, { id: 'm-1' });
    if (!migrated.ok) throw new Error(migrated.missingState);
    const given = (actor: Actor, type: 'apply' | 'grant', current = migrated.next) =>
      decide(policy, current, { id: `${type}-anew`, type, params: {} }, { now, usage, facts, actor });
    expect(refusalOf(given(system, 'apply')).code).toBe('approval_missing');
    expect(refusalOf(given(agent, 'grant')).code).toBe('needs_approval');
    const anew = given(lead, 'grant');
    if (!anew.ok) throw new Error(anew.refusal.message);
    expect(anew.reservations.filter(({ amount }) => amount !== 0)).toEqual([]);
    expect(given(system, 'apply', anew.next)).toMatchObject({ ok: true, next: { state: 'applying' } });
  });

  test('what is approved is what was asked for, though the price has risen since', () => {
    const scenario = requested({ quantity: 2 });
    scenario.given(agent, 'grant', {});
    scenario.facts = { ...scenario.facts, pieceCostMinor: 4_000 };
    scenario.given(lead, 'approve', {});
    expect(scenario.current.data.costMinor).toBe(1_200);
  });

  test('a gift that has run out is not approved any more', () => {
    const scenario = requested({ quantity: 2 });
    scenario.given(agent, 'grant', {});
    scenario.facts = { ...scenario.facts, giftsInStock: 1 };
    expect(refusalOf(scenario.when(lead, 'approve', {})).details).toEqual({ guards: ['in_stock'] });
  });

  test('nobody approves their own request', () => {
    const scenario = requested({ facts: { pieceCostMinor: 6_000 } });
    scenario.given(lead, 'grant', {});
    expect(refusalOf(scenario.when({ ...lead, role: 'supervisor' }, 'approve', {})).code).toBe('own_request');
  });

  test('the platform holds the shop to its promise, beyond authority and rules, and it is counted', () => {
    const scenario = requested({ facts: { orderMinor: 5_000, pieceCostMinor: 90_000 } });
    const { reservations } = scenario.given(platform, 'impose', { decision: 'd-1' });
    expect(scenario.current.state).toBe('granted');
    expect(reservations).toContainEqual({
      key: 'campaign|CNY|standing_gifts',
      amount: 90_000,
      usageVersion: 0,
    });
    expect(refusalOf(requested().when(lead, 'impose', { decision: 'd-1' }))).toMatchObject({
      code: 'not_authorised',
      whoCould: [{ role: 'platform' }],
    });
  });
});

test('a promise that a marketplace holds the shop to is kept whatever the order comes to, as long as there is one', () => {
  const scenario = requested({ facts: { orderMinor: 5_000 } });
  scenario.given(platform, 'impose', { decision: 'd-1' });
  scenario.given(system, 'reassess', { remainingMinor: 4_000, cause: 'returned_without_reason' });
  scenario.given(system, 'apply', {});
  expect(scenario.current.state).toBe('applying');
  const cancelled = requested({ facts: { orderMinor: 5_000 } });
  cancelled.given(platform, 'impose', { decision: 'd-1' });
  cancelled.given(system, 'reassess', { remainingMinor: 0, cause: 'cancelled' });
  expect(cancelled.current.state).toBe('revoked');
});

describe('refusals say why, who could and the nearest change', () => {
  test('an order that is too small', () => {
    const refusal = refusalOf(requested({ facts: { orderMinor: 9_800 } }).when(agent, 'grant', {}));
    expect(formatRefusal(refusal, 'en')).toBe(
      'The order is too small (value of the goods: CNY 98.00). It would pass with value of the goods CNY 99.00 or more.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      '订单金额未达到门槛（商品金额：CNY 98.00）。满足以下条件即可通过：商品金额不低于 CNY 99.00。',
    );
  });

  test('an approval above the own limit', () => {
    const scenario = requested({ facts: { pieceCostMinor: 6_000 } });
    scenario.given(agent, 'grant', {});
    const refusal = refusalOf(scenario.when(lead, 'approve', {}));
    expect(refusal).toMatchObject({ code: 'needs_approval', whoCould: [{ role: 'supervisor' }] });
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      'CNY 60.00 需要审批；不超过 CNY 50.00 则无需审批。可由以下角色办理：主管。',
    );
  });
});

describe('on the way to the customer', () => {
  test('a gift is put on the order once, whatever fails', () => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    const [add] = scenario.given(system, 'apply', {}).effects;
    expect(add).toMatchObject({
      type: 'add_gift',
      params: { orderId: 'order-1', sku: 'tea-sample', quantity: 1 },
    });
    scenario.settle(system, 'add_gift', 'effect_failed');
    expect(scenario.current.state).toBe('applying');
    expect(refusalOf(scenario.when(system, 'apply', {})).code).toBe('not_in_state');
    const again = scenario.given(agent, 'retry_effect', { key: add?.key ?? '' });
    expect(again.effects).toEqual([{ ...add, attempt: 2 }]);
    scenario.settle(system, 'add_gift', 'effect_succeeded');
    expect(scenario.current.state).toBe('applied');
  });

  test('a grant that has run out, or an order that has shrunk, gets nothing', () => {
    const late = requested();
    late.given(agent, 'grant', {});
    late.now = '2026-03-10T00:00:00+08:00';
    expect(refusalOf(late.when(system, 'apply', {}))).toMatchObject({
      code: 'approval_missing',
      details: { why: 'expired' },
    });
    const shrunk = requested();
    shrunk.given(agent, 'grant', {});
    shrunk.facts = { ...shrunk.facts, orderMinor: 9_899 };
    expect(refusalOf(shrunk.when(system, 'apply', {})).details).toEqual({ guards: ['order_large_enough'] });
  });

  test('once the goods can no longer come back, its budget is spent for good', () => {
    const scenario = sent();
    expect(scenario.current.approvals).toMatchObject([{ status: 'held' }]);
    scenario.pass('2026-04-02T00:00:00+08:00');
    expect(scenario.current).toMatchObject({ state: 'closed', approvals: [{ status: 'committed' }] });
    expect(scenario.usage['campaign|CNY|standing_gifts']?.amount).toBe(600);
  });
});

describe('when the order is cancelled or returned below the threshold', () => {
  test.each([
    [9_899, 'revoked'],
    [9_900, 'granted'],
    [9_901, 'granted'],
  ])('with %i fen left a gift that is not on the order is %s', (remainingMinor, state) => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    scenario.given(system, 'reassess', { remainingMinor, cause: 'returned_without_reason' });
    expect(scenario.current.state).toBe(state);
    expect(scenario.usage['campaign|CNY|standing_gifts']?.amount).toBe(state === 'revoked' ? 0 : 600);
  });

  test('one that is on the order but not sent is taken off', () => {
    const scenario = applied();
    const { effects } = scenario.given(system, 'reassess', {
      remainingMinor: 0,
      cause: 'returned_without_reason',
    });
    expect(effects.map(({ type }) => type)).toEqual(['remove_gift', 'notify_customer']);
    scenario.settle(system, 'remove_gift', 'effect_failed');
    expect(scenario.current.state).toBe('revoking');
    const failed = scenario.current.effects.find(({ type }) => type === 'remove_gift');
    scenario.given(agent, 'retry_effect', { key: failed?.key ?? '' });
    scenario.settle(system, 'remove_gift', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'revoked', approvals: [{ status: 'released' }] });
  });

  test('one that is just being put on the order is taken off after that, and goes out to nobody', () => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    scenario.given(system, 'apply', {});
    const change = { remainingMinor: 0, cause: 'cancelled' } as const;
    expect(scenario.given(system, 'reassess', change).effects).toEqual([]);
    const { effects } = scenario.settle(system, 'add_gift', 'effect_succeeded');
    expect(effects.map(({ type }) => type)).toEqual(['remove_gift', 'notify_customer']);
    scenario.settle(system, 'remove_gift', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'revoked', approvals: [{ status: 'released' }] });
  });

  test('one that was asked for before the order was large enough stays on it', () => {
    const scenario = requested({ facts: { orderMinor: 5_000 } });
    scenario.facts = { ...scenario.facts, orderMinor: 9_900 };
    scenario.given(agent, 'grant', {});
    scenario.given(system, 'apply', {});
    scenario.settle(system, 'add_gift', 'effect_succeeded');
    expect(scenario.current.state).toBe('applied');
  });

  test('one that nobody knows to be on the order is asked about when its time is over', () => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    scenario.given(system, 'apply', {});
    const passed = scenario.pass('2026-03-10T00:00:00+08:00').flatMap(({ effects }) => effects);
    expect(passed.at(-1)).toMatchObject({ type: 'create_task', params: { task: 'overdue_gift' } });
    scenario.settle(system, 'add_gift', 'effect_succeeded');
    expect(scenario.current.state).toBe('applied');
  });

  test('one that failed to be added is not added later to an order without a claim to it', () => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    const [add] = scenario.given(system, 'apply', {}).effects;
    scenario.settle(system, 'add_gift', 'effect_failed');
    scenario.given(system, 'reassess', { remainingMinor: 0, cause: 'returned_without_reason' });
    const retry = () => refusalOf(scenario.when(agent, 'retry_effect', { key: add?.key ?? '' }));
    expect(retry().details).toEqual({ guards: ['still_wanted'] });
    scenario.settle(system, 'remove_gift', 'effect_succeeded');
    expect(retry().details).toEqual({ guards: ['still_wanted'] });
  });

  test('one that was sent is due back, and the return learns that this is no ground to refuse it', () => {
    const scenario = sent({ quantity: 2 });
    const { effects } = scenario.given(system, 'reassess', {
      remainingMinor: 9_899,
      cause: 'returned_without_reason',
    });
    expect(scenario.current.state).toBe('due_back');
    expect(effects[0]).toMatchObject({
      type: 'note_due_back',
      params: {
        orderId: 'order-1',
        sku: 'tea-sample',
        pieces: 2,
        deductible: { minor: 1_980, currency: 'CNY' },
        isGroundToRefuseReturn: false,
      },
    });
  });

  test('the shop’s fault leaves it to the customer, unless a setting says otherwise', () => {
    const fault = { remainingMinor: 0, cause: 'returned_for_fault' } as const;
    const kept = sent();
    kept.given(system, 'reassess', fault);
    expect(kept.current.state).toBe('fulfilled');
    const { claimBackWhen } = giftDefinition.settings;
    const strict = withSettings({ claimBackWhen: { ...claimBackWhen, value: ['returned_for_fault'] } });
    const claimed = sent({ policy: strict });
    claimed.given(system, 'reassess', fault);
    expect(claimed.current.state).toBe('due_back');
  });

  test('one that went out while it was being taken off is due back too', () => {
    const scenario = applied();
    scenario.given(system, 'reassess', { remainingMinor: 0, cause: 'returned_without_reason' });
    scenario.given(system, 'fulfil', {});
    expect(scenario.current).toMatchObject({ state: 'due_back', counters: { case: { piecesSent: 1 } } });
  });

  test('a customer who keeps the goods after all keeps the gift', () => {
    const scenario = dueBack();
    const { effects } = scenario.given(system, 'reassess', {
      remainingMinor: 9_900,
      cause: 'returned_without_reason',
    });
    expect(scenario.current.state).toBe('fulfilled');
    expect(effects[0]).toMatchObject({
      type: 'note_due_back',
      params: { pieces: 0, deductible: { minor: 0 } },
    });
  });
});

test('a gift that comes back before anybody asks for it is not deducted later', () => {
  const scenario = sent({ quantity: 2 });
  const early = scenario.given(agent, 'give_back', { quantity: 1 });
  expect(early.effects).toMatchObject([{ type: 'note_due_back', params: { pieces: 0 } }]);
  scenario.given(system, 'reassess', { remainingMinor: 0, cause: 'returned_without_reason' });
  const [deduct] = scenario.given(agent, 'deduct', {}).effects;
  expect(deduct?.params).toMatchObject({ amount: { minor: 990, currency: 'CNY' } });
  const all = sent();
  all.given(agent, 'give_back', { quantity: 1 });
  expect(all.current).toMatchObject({ state: 'clawed_back', approvals: [{ status: 'released' }] });
});

describe('a gift that is due back', () => {
  test('comes back in parts that add up, and not more than was sent', () => {
    const scenario = dueBack({ quantity: 2 });
    scenario.given(agent, 'give_back', { quantity: 1 });
    expect(scenario.current.state).toBe('due_back');
    expect(refusalOf(scenario.when(agent, 'give_back', { quantity: 2 })).details).toMatchObject({
      guards: expect.arrayContaining(['not_more_than_due']),
    });
    scenario.given(agent, 'give_back', { quantity: 1 });
    expect(scenario.current).toMatchObject({
      state: 'clawed_back',
      counters: { case: { piecesSent: 2, piecesBack: 2 } },
      approvals: [{ status: 'released' }],
    });
  });

  test('is deducted at its stated value for the pieces that stay away', () => {
    const scenario = dueBack({ quantity: 2 });
    scenario.given(agent, 'give_back', { quantity: 1 });
    const { effects } = scenario.given(agent, 'deduct', {});
    expect(effects[0]).toMatchObject({
      type: 'deduct_from_refund',
      params: { orderId: 'order-1', amount: { minor: 990, currency: 'CNY' } },
    });
    scenario.settle(system, 'deduct_from_refund', 'effect_succeeded');
    expect(scenario.current).toMatchObject({
      state: 'clawed_back',
      counters: { case: { piecesSent: 2, piecesBack: 1, piecesDeducted: 1 } },
    });
  });

  test('is deducted after fourteen days, with a reminder three days before', () => {
    const scenario = dueBack();
    const [reminder] = scenario.pass('2026-03-14T00:00:00+08:00');
    expect(reminder?.effects).toMatchObject([{ params: { template: 'gift_due_back_soon' } }]);
    scenario.pass('2026-03-16T23:59:59+08:00');
    expect(scenario.current.state).toBe('due_back');
    scenario.pass('2026-03-17T00:00:00+08:00');
    expect(scenario.current.state).toBe('deducting');
  });

  test('without a value told beforehand is not deducted, and in the end the customer keeps it', () => {
    const scenario = dueBack({ facts: { pieceStatedMinor: 0 } });
    expect(refusalOf(scenario.when(agent, 'deduct', {})).details).toEqual({ guards: ['value_stated'] });
    scenario.pass('2026-03-17T00:00:00+08:00');
    expect(scenario.current).toMatchObject({ state: 'closed', approvals: [{ status: 'committed' }] });
  });

  test('may be left to the customer by a superior, and is then deducted by nobody', () => {
    const scenario = dueBack();
    const [deduct] = scenario.given(agent, 'deduct', {}).effects;
    const note = 'A regular customer.';
    expect(refusalOf(scenario.when(lead, 'waive', { note })).details).toEqual({
      guards: ['deduction_failed'],
    });
    scenario.settle(system, 'deduct_from_refund', 'effect_failed');
    expect(refusalOf(scenario.when(agent, 'waive', { note }))).toMatchObject({
      whoCould: [{ role: 'lead' }],
    });
    scenario.given(lead, 'waive', { note });
    expect(scenario.current.state).toBe('closed');
    const retry = refusalOf(scenario.when(agent, 'retry_effect', { key: deduct?.key ?? '' }));
    expect(retry.details).toEqual({ guards: ['still_claimed'] });
  });
});

describe('time', () => {
  test('a request is escalated after one working day and ends after three', () => {
    const scenario = requested();
    const [escalated] = scenario.pass('2026-03-04T00:00:00+08:00');
    expect(escalated?.effects).toMatchObject([{ type: 'create_task', params: { role: 'lead' } }]);
    scenario.pass('2026-03-05T23:59:59+08:00');
    expect(scenario.current.state).toBe('requested');
    scenario.pass('2026-03-06T00:00:00+08:00');
    expect(scenario.current).toMatchObject({ state: 'expired', approvals: [] });
  });

  test('an approval that nobody gives goes up and grants nothing', () => {
    const scenario = requested({ quantity: 2 });
    scenario.given(agent, 'grant', {});
    const [escalated] = scenario.pass('2026-03-03T10:00:00+08:00');
    expect(escalated?.effects).toMatchObject([{ params: { role: 'manager', task: 'overdue_approval' } }]);
    scenario.pass('2026-04-01T00:00:00+08:00');
    expect(scenario.current).toMatchObject({ state: 'expired', approvals: [], requests: [] });
  });

  test('a grant that is not used within seven days ends, and its budget is free', () => {
    const scenario = requested();
    scenario.given(agent, 'grant', {});
    const [reminder] = scenario.pass('2026-03-08T00:00:00+08:00');
    expect(reminder?.effects).toMatchObject([{ params: { template: 'gift_ends_soon' } }]);
    scenario.pass('2026-03-10T00:00:00+08:00');
    expect(scenario.current.state).toBe('expired');
    expect(scenario.usage['campaign|CNY|standing_gifts']?.amount).toBe(0);
  });
});
