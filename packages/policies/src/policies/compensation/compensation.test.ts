import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { compensationPolicy } from '../../../test/compensationPolicy.js';
import { authorityCny } from '../../authority/index.js';
import type { Actor } from '../../case/index.js';
import type { Decision } from '../../decide/index.js';
import type { HostFactsOf } from '../../kind/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { applyPreset } from '../../preset/index.js';
import { formatRefusal } from '../../refusal/index.js';
import { type Scenario, startScenario } from '../../testing/index.js';
import { verifyPolicy } from '../../verify/index.js';
import {
  type CompensationPart,
  type CompensationShape,
  compensationChinaPreset,
  compensationDefinition,
  compensationEuPreset,
  compensationKind,
} from './index.js';

const agent: Actor = { id: 'a1', role: 'agent' };
const lead: Actor = { id: 'l1', role: 'lead' };
const owner: Actor = { id: 'o1', role: 'owner' };
const customer: Actor = { id: 'customer-1', role: 'customer' };
const platform: Actor = { id: 'tmall', role: 'platform' };
const system: Actor = { id: 'payments', role: 'system' };

type Facts = HostFactsOf<CompensationShape>;
type Reason =
  | 'late_delivery'
  | 'damaged'
  | 'bad_service'
  | 'fraud'
  | 'late_dispatch'
  | 'quality'
  | 'shop_promise';

const facts: Facts = {
  orderId: 'order-1',
  customerId: 'customer-1',
  paid: { minor: 20_000, currency: 'CNY' },
  refundedMinor: 0,
  lines: [
    { id: 'line-1', paidMinor: 15_000 },
    { id: 'line-2', paidMinor: 5_000 },
  ],
  daysSinceDelivery: 3,
};

const cash = (valueMinor: number): { parts: CompensationPart[] } => ({
  parts: [{ form: 'cash_refund', valueMinor }],
});

interface Start {
  readonly reason?: Reason;
  readonly facts?: Partial<Facts>;
  readonly lineIds?: string[];
  readonly evidence?: string[];
  readonly concerned?: Actor;
  readonly usage?: Scenario<CompensationShape>['usage'];
  readonly policy?: ReturnType<typeof compensationPolicy>;
}

function reported(start: Start = {}): Scenario<CompensationShape> {
  const {
    reason = 'late_delivery',
    lineIds = ['line-1'],
    evidence = [],
    concerned,
    policy = compensationPolicy(),
    usage = {},
  } = start;
  const now = '2026-03-02T10:00:00+08:00';
  const scenario = startScenario(policy, { now, facts: { ...facts, ...start.facts }, usage });
  const params = { reason, lineIds, evidence };
  scenario.given(agent, 'report', concerned === undefined ? params : { ...params, concerned });
  return scenario;
}

function refusalOf(decision: Decision<unknown>) {
  if (decision.ok) throw new Error('It was accepted.');
  return decision.refusal;
}

const china = unwrap(applyPreset(compensationDefinition, compensationChinaPreset));
const eu = unwrap(applyPreset(compensationDefinition, compensationEuPreset));

describe.each([
  ['neutral', compensationDefinition],
  ['China', china],
  ['EU', eu],
])('the shipped definition, %s', (_, definition) => {
  test('has nothing that verification finds', () => {
    expect(verifyPolicy(compensationPolicy(definition), { cases: 300 })).toEqual([]);
  });

  test('survives a trip through JSON and comes out as its examples say', () => {
    const again = JSON.parse(JSON.stringify(definition));
    expect(compensationPolicy(again).version).toBe(compensationPolicy(definition).version);
    expect(checkExamples(unwrap(guardRules(definition, guardFactsOf(compensationKind.shape))))).toEqual([]);
  });
});

describe('a complaint within one’s own limit', () => {
  test('is settled at once: four decisions from report to close', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(1_500));
    const { effects } = scenario.given(customer, 'accept', {});
    expect(effects).toEqual([
      {
        key: 'case-1/3/0',
        type: 'refund_payment',
        params: { orderId: 'order-1', amount: { minor: 1_500, currency: 'CNY' } },
        attempt: 1,
      },
    ]);
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    const closed = scenario.given(agent, 'close', { rootCause: 'carrier_delay', bearer: 'carrier' });
    expect(scenario.current).toMatchObject({
      state: 'closed',
      data: { outcome: 'paid', rootCause: 'carrier_delay', bearer: 'carrier' },
      counters: { case: { promisedMinor: 1_500, paidOutMinor: 1_500 } },
    });
    expect(closed.effects).toMatchObject([
      { type: 'book_cost', params: { bearer: 'carrier', amount: { minor: 1_500, currency: 'CNY' } } },
    ]);
  });

  test.each([
    [1_999, 'offered'],
    [2_000, 'offered'],
    [2_001, 'awaiting_approval'],
    [20_000, 'awaiting_approval'],
  ])('%i fen: %s', (minor, state) => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(minor));
    expect(scenario.current.state).toBe(state);
  });

  const { worth, ...settings } = compensationDefinition.settings;
  const goods = { ...worth.goods, value: { sample: 100 } };
  const givingSamples = compensationPolicy({
    ...compensationDefinition,
    settings: { ...settings, worth: { ...worth, goods } },
  });

  // 100 points are worth 1.00, and a sample as much; of other goods nobody has said what they are worth.
  test.each<[CompensationPart, boolean]>([
    [{ form: 'points', valueMinor: 299, points: 300 }, false],
    [{ form: 'points', valueMinor: 300, points: 300 }, true],
    [{ form: 'points', valueMinor: 301, points: 300 }, true],
    [{ form: 'points', valueMinor: 1, points: Number.MAX_SAFE_INTEGER }, false],
    [{ form: 'goods', valueMinor: 999, sku: 'sample', quantity: 10 }, false],
    [{ form: 'goods', valueMinor: 1_000, sku: 'sample', quantity: 10 }, true],
    [{ form: 'goods', valueMinor: 1_000, sku: 'lamp', quantity: 1 }, false],
    [{ form: 'goods', valueMinor: 1_000, sku: 'constructor', quantity: 1 }, false],
  ])('counts at no less than it is worth: %j', (part, isTaken) => {
    const decision = reported({ policy: givingSamples }).when(agent, 'propose', { parts: [part] });
    expect(decision.ok).toBe(isTaken);
    if (!decision.ok) expect(decision.refusal.attempts[0]?.guards[0]?.guard).toBe('worth_as_told');
  });

  test('all forms together count', () => {
    const parts: CompensationPart[] = [
      { form: 'cash_refund', valueMinor: 1_000 },
      { form: 'coupon', valueMinor: 600 },
      { form: 'points', valueMinor: 300, points: 300 },
      { form: 'goods', valueMinor: 100, sku: 'sample', quantity: 1 },
    ];
    const scenario = reported({ policy: givingSamples });
    scenario.given(agent, 'propose', { parts });
    const { effects } = scenario.given(customer, 'accept', {});
    expect(effects.map(({ type }) => type)).toEqual([
      'refund_payment',
      'issue_coupon',
      'grant_points',
      'ship_goods',
    ]);
    for (const type of ['refund_payment', 'issue_coupon', 'grant_points'] as const) {
      scenario.settle(system, type, 'effect_succeeded');
      expect(scenario.current.state).toBe('paying');
    }
    scenario.settle(system, 'ship_goods', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'paid', counters: { case: { paidOutMinor: 2_000 } } });
  });
});

describe('above the own limit', () => {
  test('the superior agrees before the customer hears of it', () => {
    const scenario = reported();
    const asked = scenario.given(agent, 'propose', cash(6_000));
    expect(asked.effects).toMatchObject([{ type: 'request_approval', params: { role: 'lead' } }]);
    expect(refusalOf(scenario.when(customer, 'accept', {})).code).toBe('not_in_state');
    const approved = scenario.given(lead, 'approve', {});
    expect(approved.effects).toMatchObject([{ type: 'notify_customer' }]);
    expect(approved.receipt.assessment).toMatchObject({ covered: true, role: 'lead' });
  });

  test('a refusal says who could and up to which amount, in both languages', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(15_000));
    const refusal = refusalOf(scenario.when(lead, 'approve', {}));
    expect(formatRefusal(refusal, 'en')).toBe(
      'CNY 150.00 needs approval; up to CNY 100.00 does not. It could be done by: supervisor.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toContain('可由以下角色办理：主管。');
  });

  test('more than anybody may grant: what oneself may, and who may most of what was paid', () => {
    const refusal = refusalOf(reported().when(agent, 'propose', cash(50_000)));
    expect(formatRefusal(refusal, 'en')).toBe(
      'CNY 500.00 is more than anybody may grant here; up to CNY 20.00 needs nobody else. Up to CNY 200.00 could be granted by: supervisor.',
    );
    expect(formatRefusal(refusal, 'zh-CN')).toBe(
      'CNY 500.00 超出任何人的权限；不超过 CNY 20.00 则可自行办理。以下角色最多可给 CNY 200.00：主管。',
    );
  });

  test('evidence that is missing is named in both languages', () => {
    const refusal = refusalOf(reported({ reason: 'damaged' }).when(agent, 'propose', cash(100)));
    expect(formatRefusal(refusal, 'en')).toBe('Evidence is missing: photo.');
    expect(formatRefusal(refusal, 'zh-CN')).toBe('缺少凭证：照片。');
  });

  test('nobody approves their own request', () => {
    const scenario = reported();
    scenario.given(lead, 'propose', cash(15_000));
    expect(refusalOf(scenario.when({ ...lead, role: 'supervisor' }, 'approve', {})).code).toBe('own_request');
  });

  test('what is denied is looked at anew', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(6_000));
    scenario.given(lead, 'deny', { note: 'A day late is worth less.' });
    expect(scenario.current).toMatchObject({ state: 'investigating', data: { offer: null }, requests: [] });
  });
});

describe('never more than was paid', () => {
  test.each([
    [20_000, 0, 'accepted'],
    [20_001, 0, 'over_limit'],
    [14_999, 5_000, 'accepted'],
    [15_000, 5_000, 'accepted'],
    [15_001, 5_000, 'over_limit'],
  ])('%i fen after %i refunded elsewhere: %s', (minor, refundedMinor, outcome) => {
    const decision = reported({ facts: { refundedMinor } }).when(agent, 'propose', cash(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test.each([
    [15_000, 'accepted'],
    [15_001, 'over_limit'],
  ])('%i fen after 5000 refunded elsewhere since the complaint: %s', (minor, outcome) => {
    const scenario = reported();
    scenario.facts = { ...scenario.facts, refundedMinor: 5_000 };
    const decision = scenario.when(agent, 'propose', cash(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test('a refund elsewhere that was known is not forgotten', () => {
    const scenario = reported({ facts: { refundedMinor: 5_000 } });
    scenario.facts = { ...scenario.facts, refundedMinor: 0 };
    expect(refusalOf(scenario.when(agent, 'propose', cash(15_001))).code).toBe('over_limit');
  });

  // CNY 15.00 are offered of 200.00.
  test.each([
    [18_500, true],
    [18_501, false],
  ])('after %i fen refunded elsewhere since the offer it can be accepted: %s', (refundedMinor, accepted) => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(1_500));
    scenario.facts = { ...scenario.facts, refundedMinor };
    const decision = scenario.when(customer, 'accept', {});
    expect(decision.ok).toBe(accepted);
    if (decision.ok) return;
    expect(decision.refusal.details).toEqual({ guards: ['still_within_paid'] });
    scenario.given(customer, 'reject', {});
    scenario.given(agent, 'propose', cash(20_000 - refundedMinor));
    scenario.given(customer, 'accept', {});
    expect(scenario.current.state).toBe('paying');
  });

  test('for a reason that goes beyond the price, refunds elsewhere take nothing away', () => {
    const policy = compensationPolicy(china);
    const scenario = reported({ reason: 'late_dispatch', policy });
    scenario.given(agent, 'propose', cash(1_500));
    scenario.facts = { ...scenario.facts, refundedMinor: 20_000 };
    expect(scenario.when(customer, 'accept', {}).ok).toBe(true);
  });

  test.each([
    [6_000, 'accepted'],
    [6_001, 'over_limit'],
  ])('%i fen after other cases of the order have given 14000', (minor, outcome) => {
    const usage = { 'paid|CNY|order-1': { amount: 14_000, version: 1 } };
    const decision = reported({ usage }).when(agent, 'propose', cash(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test.each([
    [45_000, 'accepted'],
    [50_000, 'accepted'],
    [50_001, 'over_limit'],
  ])('fraud in China goes beyond the price, up to its own figure: %i', (minor, outcome) => {
    // Three times CNY 150.00 of the line is 450.00, less than the 500.00 that the law names as the least.
    const scenario = reported({ reason: 'fraud', evidence: ['proof'], policy: compensationPolicy(china) });
    const decision = scenario.when(agent, 'propose', cash(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test.each([
    [1_500, 'accepted'],
    [1_501, 'over_limit'],
  ])('late dispatch on a Chinese marketplace: %i', (minor, outcome) => {
    // Ten per cent of CNY 150.00, within 5.00 and 100.00.
    const scenario = reported({ reason: 'late_dispatch', policy: compensationPolicy(china) });
    const decision = scenario.when(agent, 'propose', cash(minor));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  // CNY 150.00 and 50.00 were paid for the lines. A promise is kept up to their price, fraud in China costs three times
  // that and 500.00 at least, late dispatch a tenth and 5.00 at least.
  test.each<[Reason, number, number, string]>([
    ['shop_promise', 15_000, 5_000, 'accepted'],
    ['shop_promise', 15_000, 5_001, 'over_limit'],
    // What the other line has left is not this one's.
    ['shop_promise', 10_000, 5_001, 'over_limit'],
    // 600.00 for both lines: the least of 500.00 is one for the order.
    ['fraud', 50_000, 10_000, 'accepted'],
    ['fraud', 50_000, 10_001, 'over_limit'],
    ['late_dispatch', 1_500, 500, 'accepted'],
    ['late_dispatch', 1_500, 501, 'over_limit'],
  ])('for %s, %i for one line in one case, then %i for the other: %s', (reason, first, second, outcome) => {
    const policy = compensationPolicy(china);
    const earlier = reported({ reason, evidence: ['proof'], policy });
    earlier.given(owner, 'propose', cash(first));
    const { usage } = earlier;
    const later = reported({ reason, lineIds: ['line-2'], evidence: ['proof'], policy, usage });
    const decision = later.when(owner, 'propose', cash(second));
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(outcome);
  });

  test('what goes beyond the price can be granted anew, and is free again when it is turned down', () => {
    const slow = { ...china, approvalsValidFor: { hours: 24 } };
    const scenario = reported({ reason: 'fraud', evidence: ['proof'], policy: compensationPolicy(slow) });
    scenario.given(owner, 'propose', cash(50_000));
    scenario.now = '2026-03-03T10:00:00+08:00';
    const rejected = scenario.when(customer, 'reject', {});
    if (!rejected.ok) throw new Error(rejected.refusal.message);
    expect(rejected.reservations.map(({ key, amount }) => [key, amount])).toEqual(
      expect.arrayContaining([
        ['beyond_paid|fraud|CNY|order-1', -50_000],
        ['beyond_paid_lines|fraud|CNY|order-1', -15_000],
      ]),
    );
    scenario.given(customer, 'accept', {});
    scenario.given(owner, 'renew', {});
    expect(scenario.current.state).toBe('paying');
    expect(scenario.usage['beyond_paid|fraud|CNY|order-1']?.amount).toBe(50_000);
    expect(scenario.usage['beyond_paid_lines|fraud|CNY|order-1']?.amount).toBe(15_000);
  });

  test('parts are not so much that their sum is no number any more', () => {
    const part = (valueMinor: number) => ({ form: 'cash_refund', valueMinor }) as const;
    const most = Math.floor(Number.MAX_SAFE_INTEGER / 8);
    const all = { parts: Array.from({ length: 8 }, () => part(most)) };
    expect(refusalOf(reported().when(agent, 'propose', all)).code).toBe('over_limit');
    const more = { parts: [part(most + 1)] };
    expect(refusalOf(reported().when(agent, 'propose', more)).code).toBe('invalid_command');
  });

  test('one compensation per line and reason', () => {
    const first = reported();
    first.given(agent, 'propose', cash(100));
    const { usage } = first;
    const again = refusalOf(reported({ usage }).when(agent, 'propose', cash(100)));
    expect(again).toMatchObject({
      code: 'guard_failed',
      details: { guards: ['not_compensated_before'] },
    });
    const other = reported({ usage, reason: 'damaged', evidence: ['photo'] });
    expect(other.when(agent, 'propose', cash(100)).ok).toBe(true);
    first.given(customer, 'reject', {});
    expect(reported({ usage: first.usage }).when(agent, 'propose', cash(100)).ok).toBe(true);
  });
});

describe('what a complaint needs', () => {
  test.each([
    [null, 'late_delivery', true],
    [29, 'late_delivery', true],
    [30, 'late_delivery', true],
    [31, 'late_delivery', false],
    [90, 'quality', true],
    [91, 'quality', false],
  ] as const)('%s days after delivery, %s: %s', (daysSinceDelivery, reason, accepted) => {
    expect(inTime({ daysSinceDelivery, reason })).toBe(accepted);
  });

  // Two years are 731 days where a 29 February falls in them.
  test.each([
    [730, 'damaged', true],
    [731, 'damaged', true],
    [732, 'damaged', false],
    [31, 'late_delivery', false],
  ] as const)('in the EU, %s days after delivery, %s: %s', (daysSinceDelivery, reason, accepted) => {
    expect(inTime({ daysSinceDelivery, reason, policy: compensationPolicy(eu) })).toBe(accepted);
  });

  function inTime({
    daysSinceDelivery,
    reason,
    policy = compensationPolicy(),
  }: {
    readonly daysSinceDelivery: number | null;
    readonly reason: 'late_delivery' | 'quality' | 'damaged';
    readonly policy?: ReturnType<typeof compensationPolicy>;
  }): boolean {
    const scenario = startScenario(policy, {
      now: '2026-03-02T10:00:00+08:00',
      facts: { ...facts, daysSinceDelivery },
    });
    return scenario.when(agent, 'report', { reason, lineIds: ['line-1'], evidence: [] }).ok;
  }

  test('lines of the order', () => {
    const scenario = startScenario(compensationPolicy(), { now: '2026-03-02T10:00:00+08:00', facts });
    const params = { reason: 'quality', lineIds: ['line-1', 'line-9'], evidence: [] } as const;
    expect(refusalOf(scenario.when(agent, 'report', params))).toMatchObject({
      details: { guards: ['lines_known'] },
    });
  });

  test('a photo of the damage before money, which may come later', () => {
    const scenario = reported({ reason: 'damaged' });
    expect(refusalOf(scenario.when(agent, 'propose', cash(100)))).toMatchObject({
      code: 'evidence_missing',
      details: { missing: ['photo'] },
    });
    scenario.given(customer, 'add_evidence', { evidence: ['photo'] });
    expect(scenario.when(agent, 'propose', cash(100)).ok).toBe(true);
  });
});

describe('a member of staff who upset the customer', () => {
  const concerned: Actor = { id: 'a9', role: 'agent' };

  test('hands over to a superior, as do all of the same rank', () => {
    const scenario = reported({ reason: 'bad_service', concerned });
    const { effects } = scenario.given(agent, 'propose', cash(500));
    expect(scenario.current).toMatchObject({
      state: 'proposed',
      data: { demandMinor: 500, offer: null },
      approvals: [],
    });
    expect(effects).toMatchObject([{ type: 'create_task', params: { role: 'lead' } }]);
    expect(refusalOf(scenario.when(agent, 'decline', { note: 'No.' })).code).toBe('guard_failed');
    scenario.given(lead, 'propose', cash(500));
    expect(scenario.current.state).toBe('offered');
  });

  test('is the highest of the shop: nobody stands above them, so they settle it themselves', () => {
    const scenario = reported({ reason: 'bad_service', concerned: owner });
    scenario.given(lead, 'propose', cash(500));
    expect(scenario.current.state).toBe('proposed');
    expect(scenario.when(owner, 'decline', { note: 'It was a misunderstanding.' }).ok).toBe(true);
    scenario.given(owner, 'propose', cash(500));
    expect(scenario.current.state).toBe('offered');
  });

  // A supervisor is away and has lent their authority.
  function withDelegation(of: string, to: string) {
    const from = '2026-03-01T00:00:00+08:00';
    const until = '2026-04-01T00:00:00+08:00';
    const delegations = [{ of, role: 'supervisor', to, from, until }];
    return compensationPolicy(compensationDefinition, { ...authorityCny, delegations });
  }

  const liForZhao: Actor = { id: 'li', role: 'agent', onBehalfOf: 'zhao' };
  test.each<[string, Actor, Actor]>([
    ['an agent about themselves with the authority of a superior', liForZhao, { id: 'li', role: 'agent' }],
    ['an agent about whom they act for', liForZhao, { id: 'zhao', role: 'lead' }],
    ['a lead about what they did as an agent', { id: 'li', role: 'lead' }, { id: 'li', role: 'agent' }],
  ])('is not decided about by those concerned: %s', (_, actor, about) => {
    const policy = withDelegation('zhao', 'li');
    const scenario = reported({ reason: 'bad_service', concerned: about, policy });
    expect(refusalOf(scenario.when(actor, 'decline', { note: 'No.' })).code).toBe('guard_failed');
    scenario.given(actor, 'propose', cash(500));
    expect(scenario.current).toMatchObject({ state: 'proposed', data: { offer: null } });
  });

  test('turns down nothing that their superior has put before another one', () => {
    const paid = { minor: 100_000, currency: 'CNY' };
    const scenario = reported({ reason: 'bad_service', concerned: lead, facts: { paid } });
    scenario.given({ id: 's1', role: 'supervisor' }, 'propose', cash(40_000));
    expect(scenario.current.state).toBe('awaiting_approval');
    expect(refusalOf(scenario.when(lead, 'deny', { note: 'No.' }))).toMatchObject({
      code: 'guard_failed',
      details: { guards: ['from_superior'] },
    });
    scenario.given({ id: 'm1', role: 'manager' }, 'deny', { note: 'Half of it.' });
    expect(scenario.current.state).toBe('investigating');
  });

  test('does not ask to renew what a superior has granted: the request would go to one of their own rank', () => {
    const slow = { ...compensationDefinition, approvalsValidFor: { hours: 24 } };
    const policy = compensationPolicy(slow);
    const scenario = reported({ reason: 'bad_service', concerned, policy });
    scenario.given(lead, 'propose', cash(500));
    scenario.now = '2026-03-03T10:00:00+08:00';
    scenario.given(customer, 'accept', {});
    expect(refusalOf(scenario.when(concerned, 'renew', {})).code).toBe('guard_failed');
    scenario.given(lead, 'renew', {});
    expect(scenario.current.state).toBe('paying');
  });

  test('is decided about by others with the authority of a superior', () => {
    const scenario = reported({ reason: 'bad_service', concerned, policy: withDelegation('zhao', 'li') });
    scenario.given(liForZhao, 'propose', cash(500));
    expect(scenario.current.state).toBe('offered');
  });
});

describe('the customer', () => {
  test('may turn an offer down, and it is kept when another one is made', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(500));
    scenario.given(customer, 'reject', {});
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(0);
    scenario.given(agent, 'propose', cash(900));
    expect(scenario.current.data).toMatchObject({
      offer: { number: 2, totalMinor: 900 },
      earlierOffers: [{ number: 1, totalMinor: 500 }],
    });
  });

  test('has seven days to answer, with a reminder, and then the money is free again', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(500));
    const [reminder] = scenario.pass('2026-03-07T16:00:00Z');
    expect(reminder?.effects).toMatchObject([{ params: { template: 'offer_ends_soon' } }]);
    scenario.pass('2026-03-09T15:59:59Z');
    expect(scenario.current.state).toBe('offered');
    scenario.pass('2026-03-09T16:00:00Z');
    expect(scenario.current).toMatchObject({ state: 'closed', data: { outcome: 'unanswered' } });
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(0);
  });

  test('may withdraw, and may appeal when the shop declines', () => {
    const scenario = reported();
    scenario.given(agent, 'decline', { note: 'Delivered in time.' });
    scenario.given(customer, 'appeal', { note: 'It was not.' });
    expect(scenario.current).toMatchObject({ state: 'investigating', data: { outcome: 'open' } });
    scenario.given(customer, 'withdraw', {});
    expect(scenario.current.state).toBe('withdrawn');
  });
});

describe('after acceptance the shop keeps its word', () => {
  test('an approval that has run out is renewed, and cannot be denied', () => {
    const slow = { ...compensationDefinition, approvalsValidFor: { hours: 24 } };
    const scenario = reported({ policy: compensationPolicy(slow) });
    scenario.given(agent, 'propose', cash(6_000));
    scenario.given(lead, 'approve', {});
    scenario.now = '2026-03-03T10:00:00+08:00';
    scenario.given(customer, 'accept', {});
    expect(scenario.current.state).toBe('accepted');
    scenario.given(agent, 'renew', {});
    expect(scenario.current.state).toBe('awaiting_approval');
    expect(refusalOf(scenario.when(lead, 'deny', { note: 'No.' })).code).toBe('guard_failed');
    expect(refusalOf(scenario.when(customer, 'withdraw', {})).code).toBe('guard_failed');
    const { effects } = scenario.given(lead, 'approve', {});
    expect(effects).toMatchObject([{ type: 'refund_payment' }]);
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(6_000);
  });

  // CNY 60.00 were accepted, and the approval has run out.
  test.each([
    ['before it is renewed', 14_000, 'awaiting_approval'],
    ['before it is renewed', 14_001, 'investigating'],
    ['while a superior is asked', 14_001, 'investigating'],
  ])('%s, after %i fen refunded elsewhere: %s', (when, refundedMinor, state) => {
    const slow = { ...compensationDefinition, approvalsValidFor: { hours: 24 } };
    const scenario = reported({ policy: compensationPolicy(slow) });
    scenario.given(agent, 'propose', cash(6_000));
    scenario.given(lead, 'approve', {});
    scenario.now = '2026-03-03T10:00:00+08:00';
    scenario.given(customer, 'accept', {});
    if (when === 'while a superior is asked') scenario.given(agent, 'renew', {});
    scenario.facts = { ...scenario.facts, refundedMinor };
    scenario.given(agent, 'renew', {});
    expect(scenario.current.state).toBe(state);
    if (state === 'awaiting_approval') return;
    expect(scenario.current).toMatchObject({ requests: [], counters: { case: { promisedMinor: 0 } } });
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(0);
    scenario.given(agent, 'propose', cash(1_500));
    scenario.given(customer, 'accept', {});
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'paid', counters: { case: { promisedMinor: 1_500 } } });
  });

  test('a payment that fails is tried again, the others are not repeated', () => {
    const parts: CompensationPart[] = [
      { form: 'cash_refund', valueMinor: 1_000 },
      { form: 'coupon', valueMinor: 500 },
    ];
    const scenario = reported();
    scenario.given(agent, 'propose', { parts });
    const [refund] = scenario.given(customer, 'accept', {}).effects;
    scenario.settle(system, 'refund_payment', 'effect_failed');
    scenario.settle(system, 'issue_coupon', 'effect_succeeded');
    expect(scenario.current.state).toBe('payment_failed');
    const { effects } = scenario.given(agent, 'retry_effect', { key: refund?.key ?? '' });
    expect(effects).toEqual([{ ...refund, attempt: 2 }]);
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current).toMatchObject({ state: 'paid', counters: { case: { paidOutMinor: 1_500 } } });
  });

  test('a payment of which nothing is heard goes up after three days, and is still told of when it succeeds', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(500));
    scenario.given(customer, 'accept', {});
    expect(scenario.pass('2026-03-05T09:59:59+08:00')).toEqual([]);
    const [escalated, ...more] = scenario.pass('2026-03-05T10:00:00+08:00');
    expect(escalated?.effects).toMatchObject([{ params: { role: 'lead', task: 'overdue_complaint' } }]);
    expect([scenario.current.state, more]).toEqual(['paying', []]);
    scenario.settle(system, 'refund_payment', 'effect_succeeded');
    expect(scenario.current.state).toBe('paid');
  });
});

describe('the platform', () => {
  test('decides outside the shop’s authority, and is counted', () => {
    const scenario = reported();
    const { reservations, receipt } = scenario.given(platform, 'force', cash(30_000));
    expect(scenario.current.state).toBe('paying');
    expect(reservations).toContainEqual({ key: 'paid|CNY|order-1', amount: 30_000, usageVersion: 0 });
    expect(receipt.assessment?.role).toBe('platform');
    expect(refusalOf(scenario.when(owner, 'force', cash(1))).code).toBe('not_in_state');
  });

  test('is heard however late it comes, as nobody else is: what it has decided must be counted', () => {
    const late = { ...facts, daysSinceDelivery: 31 };
    const scenario = startScenario(compensationPolicy(), { now: '2026-03-02T10:00:00+08:00', facts: late });
    const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
    expect(refusalOf(scenario.when(owner, 'report', report)).message).toBe(
      'The complaint comes too long after delivery (days since delivery: 31). It would pass with days since delivery 30 or less.',
    );
    scenario.given(platform, 'report', report);
    scenario.given(platform, 'force', cash(2_500));
    expect(scenario.usage['paid|CNY|order-1']?.amount).toBe(2_500);
  });

  test('only the platform can force', () => {
    const refusal = refusalOf(reported().when(owner, 'force', cash(1)));
    expect(refusal).toMatchObject({ code: 'not_authorised', whoCould: [{ role: 'platform' }] });
  });
});

test('a shop without managers is told of the tasks that are for them', () => {
  const { roles, limits } = authorityCny;
  const matrix = {
    ...authorityCny,
    roles: roles.filter(({ role }) => role !== 'manager'),
    limits: limits.filter(({ role }) => role !== 'manager'),
  };
  const load = () => compensationPolicy(compensationDefinition, matrix);
  expect(load).toThrow('effects[0].create_task.role: There is no role "manager".');
});

describe('time', () => {
  test('alone approves nothing: an approval that is not given goes up', () => {
    const scenario = reported();
    scenario.given(agent, 'propose', cash(6_000));
    const [escalated] = scenario.pass('2026-03-10T10:00:00+08:00');
    expect(escalated?.effects).toMatchObject([{ type: 'create_task', params: { role: 'manager' } }]);
    expect(scenario.current).toMatchObject({ state: 'awaiting_approval', approvals: [] });
    expect(scenario.pass('2026-04-10T10:00:00+08:00')).toEqual([]);
  });

  test.each([
    ['2026-03-03T09:59:59+08:00', 0],
    ['2026-03-03T10:00:00+08:00', 1],
  ])('a first answer within a day: at %s %i tasks', (now, count) => {
    expect(reported().pass(now)).toHaveLength(count);
  });
});
