import { unwrap } from '@aftercare/core';
import { checkExamples } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { returnPolicy } from '../../../test/returnPolicy.js';
import { paidKey } from '../../authority/index.js';
import type { Actor, Case } from '../../case/index.js';
import type { Decision } from '../../decide/index.js';
import type { DataOf, HostFactsOf, KindCommand } from '../../kind/index.js';
import { guardFactsOf, guardRules } from '../../policy/index.js';
import { type Scenario, startScenario } from '../../testing/index.js';
import { type OrderLine, type ReturnShape, returnDefinition, returnKind } from './index.js';

const agent: Actor = { id: 'a1', role: 'agent' };
const lead: Actor = { id: 'l1', role: 'lead' };
const customer: Actor = { id: 'customer-1', role: 'customer' };
const platform: Actor = { id: 'tmall', role: 'platform' };
const system: Actor = { id: 'warehouse', role: 'system' };

type Facts = HostFactsOf<ReturnShape>;
type Request = Extract<KindCommand<ReturnShape>, { type: 'request_return' }>['params'];

const line = (
  lineId: string,
  pieces: number,
  priceMinor: number,
  more: Partial<OrderLine> = {},
): OrderLine => ({
  lineId,
  sku: lineId,
  pieces,
  priceMinor,
  shipping: 'delivered',
  deliveredAt: '2026-03-01T10:00:00+08:00',
  excludedAs: null,
  exclusionConfirmed: false,
  ...more,
});

/** 3 cups for 90.00 and a pot for 60.00, freight 8.00: 158.00 in money. */
const facts: Facts = {
  orderId: 'order-1',
  customerId: 'customer-1',
  paid: { minor: 15_800, currency: 'CNY' },
  refundedMinor: 0,
  otherTenders: { coupon: 0, points: 0, gift_value: 0 },
  lines: [line('cups', 3, 9_000), line('pot', 1, 6_000)],
  promotions: [],
  gifts: [],
  outbound: { costMinor: 800, paidBy: 'customer' },
  freightInsured: false,
};

const request: Request = {
  remedy: 'return_refund',
  reason: 'no_reason',
  lines: [{ lineId: 'cups', pieces: 3 }],
  evidence: [],
};

const NOW = '2026-03-03T10:00:00+08:00';

type Play = Scenario<ReturnShape>;

function start(changes: Partial<Facts> = {}, usage: Play['usage'] = {}, now = NOW): Play {
  return startScenario(returnPolicy(), { now, facts: { ...facts, ...changes }, usage });
}

function requested(
  changes: Partial<Request> = {},
  order: Partial<Facts> = {},
  usage: Play['usage'] = {},
): Play {
  const play = start(order, usage);
  play.given(customer, 'request_return', { ...request, ...changes });
  return play;
}

/** Agreed upon by an agent, address given. */
function awaiting(changes: Partial<Request> = {}, order: Partial<Facts> = {}): Play {
  const play = requested(changes, order);
  play.given(agent, 'approve', {
    lines: play.current.data.requested.map(({ lineId, pieces }) => ({ lineId, pieces })),
  });
  play.settle(system, 'arrange_return', 'effect_succeeded');
  return play;
}

const sent = (play: Play, parcelId: string, pieces: number, lineId = 'cups') =>
  play.given(customer, 'send_parcel', {
    parcelId,
    carrier: 'sf',
    trackingNumber: parcelId,
    freight: { costMinor: 1_200, paidBy: 'customer' },
    lines: [{ lineId, pieces }],
  });
const come = (play: Play, parcelId: string, pieces: number, lineId = 'cups') =>
  play.given(agent, 'receive_parcel', { parcelId, lines: [{ lineId, pieces }] });
const shelved = (play: Play, pieces: number, deductMinor = 0, lineId = 'cups') =>
  play.given(agent, 'inspect', { lineId, pieces, condition: 'as_sold', disposal: 'restock', deductMinor });

/** Sent, received, looked at: ready to be settled. */
function returned(changes: Partial<Request> = {}, order: Partial<Facts> = {}, deductMinor = 0): Play {
  const play = awaiting(changes, order);
  for (const { lineId, pieces } of play.current.data.requested) {
    sent(play, `parcel of ${lineId}`, pieces, lineId);
    come(play, `parcel of ${lineId}`, pieces, lineId);
    shelved(play, pieces, deductMinor, lineId);
  }
  return play;
}

const counts = ({ current }: Play, lineId = 'cups') => {
  const all = current.counters.lines[lineId] ?? {};
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0));
};
const code = (decision: Decision<DataOf<ReturnShape>>) => (decision.ok ? 'ok' : decision.refusal.code);
const guards = (decision: Decision<DataOf<ReturnShape>>) =>
  decision.ok ? [] : decision.refusal.attempts.flatMap((attempt) => attempt.guards.map(({ guard }) => guard));
const refunds = ({ effects }: Pick<Case, 'effects'>) =>
  effects.filter(({ type }) => type === 'refund_payment').map(({ params }) => [params.tender, params.amount]);
const yuan = (minor: number) => ({ minor, currency: 'CNY' });

describe('a request', () => {
  // Delivered on 1 March; 14 days end with 15 March.
  test.each([
    ['2026-03-15T23:59:59+08:00', 'ok'],
    ['2026-03-16T00:00:00+08:00', 'guard_failed'],
    ['2026-03-16T00:00:01+08:00', 'guard_failed'],
  ])('without a reason at %s: %s', (now, expected) => {
    expect(code(start({}, {}, now).when(customer, 'request_return', request))).toBe(expected);
  });

  test('names every guard that fails', () => {
    const lines = [line('cups', 3, 9_000, { excludedAs: 'made_to_measure' }), line('pot', 1, 6_000)];
    const play = start({ lines }, {}, '2026-03-20T10:00:00+08:00');
    const much = { ...request, lines: [{ lineId: 'cups', pieces: 4 }] };
    const decision = play.when(customer, 'request_return', much);
    expect(guards(decision)).toEqual(['in_time', 'not_excluded', 'pieces_fit']);
  });

  test.each([
    ['made_to_measure', false, 'guard_failed'],
    ['by_nature', true, 'guard_failed'],
    ['by_nature', false, 'ok'],
  ] as const)('for goods excluded as %s (confirmed: %s): %s', (excludedAs, exclusionConfirmed, expected) => {
    const lines = [line('cups', 3, 9_000, { excludedAs, exclusionConfirmed }), line('pot', 1, 6_000)];
    expect(code(start({ lines }).when(customer, 'request_return', request))).toBe(expected);
  });

  test('for faulty goods is not stopped by an exclusion', () => {
    const lines = [line('cups', 3, 9_000, { excludedAs: 'made_to_measure' }), line('pot', 1, 6_000)];
    const faulty = { ...request, reason: 'defective' } as const;
    expect(code(start({ lines }).when(customer, 'request_return', faulty))).toBe('ok');
  });

  test('out of goodwill comes from staff alone', () => {
    const play = start({}, {}, '2026-09-01T10:00:00+08:00');
    const goodwill = { ...request, reason: 'goodwill' } as const;
    expect(guards(play.when(customer, 'request_return', goodwill))).toEqual(['may_ask_for_it']);
    expect(code(play.when(agent, 'request_return', goodwill))).toBe('ok');
  });

  test('for an order that does not add up waits until somebody has looked', () => {
    const play = start({ paid: yuan(15_799) });
    expect(guards(play.when(customer, 'request_return', request))).toEqual(['order_adds_up']);
  });

  test('for faulty goods is granted only with a photo', () => {
    const play = requested({ reason: 'defective' });
    const approval = { lines: [{ lineId: 'cups', pieces: 3 }] };
    expect(code(play.when(agent, 'approve', approval))).toBe('evidence_missing');
    play.given(agent, 'ask_evidence', { evidence: ['photo'] });
    play.given(customer, 'add_evidence', { evidence: ['photo'] });
    expect(code(play.when(agent, 'approve', approval))).toBe('ok');
  });

  test('cannot be refused because a gift is missing', () => {
    const play = requested();
    const params = { ground: 'gift_missing', note: 'The spoon is not there.' } as unknown as {
      ground: 'abuse';
      note: string;
    };
    expect(code(play.when(agent, 'reject', params))).toBe('invalid_command');
  });
});

describe('return and refund', () => {
  test('in two parcels adds up, and is settled once', () => {
    const play = awaiting();
    sent(play, 'p1', 2);
    come(play, 'p1', 1);
    come(play, 'p1', 1);
    sent(play, 'p2', 1);
    come(play, 'p2', 1);
    expect(counts(play)).toEqual({
      bought: 3,
      requested: 3,
      approved: 3,
      unsettled: 3,
      sentBack: 3,
      received: 3,
      toInspect: 3,
    });
    shelved(play, 2);
    expect(guards(play.when(agent, 'settle', { missing: 'keep' }))).toContain('all_inspected');
    shelved(play, 1);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(9_000)]]);
    expect(code(play.when(agent, 'settle', { missing: 'keep' }))).toBe('not_in_state');
    const done = play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(counts(play)).toEqual({
      bought: 3,
      requested: 3,
      approved: 3,
      sentBack: 3,
      received: 3,
      restocked: 3,
      refunded: 3,
    });
    expect(done.effects.map(({ type }) => type)).toEqual([
      'update_membership',
      'adjust_points',
      'credit_invoice',
      'notify_customer',
    ]);
    expect(play.current.approvals.map(({ status }) => status)).toEqual(['committed']);
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(9_000);
  });

  test('counts goods that nobody ordered apart', () => {
    const play = awaiting();
    sent(play, 'p1', 3);
    const decision = play.given(agent, 'receive_parcel', {
      parcelId: 'p1',
      lines: [{ lineId: 'cups', pieces: 2 }],
      unexpected: [{ sku: 'somebody else’s shoe', pieces: 2 }],
    });
    expect(decision.effects.map(({ type }) => type)).toEqual(['report_unexpected_goods']);
    play.given(agent, 'confirm_receipt', {});
    expect(counts(play)).toMatchObject({ sentBack: 3, received: 2, missing: 1, toInspect: 2 });
    come(play, 'p1', 1);
    expect(counts(play)).toMatchObject({ sentBack: 3, received: 3, toInspect: 3 });
    expect(counts(play).missing).toBeUndefined();
    expect(
      guards(play.when(agent, 'receive_parcel', { parcelId: 'p1', lines: [{ lineId: 'cups', pieces: 1 }] })),
    ).toEqual(['pieces_fit']);
  });

  test.each([
    ['refund', 9_000, { refunded: 3 }],
    ['keep', 6_000, { refunded: 2, kept: 1 }],
  ] as const)('with a piece lost on the way: %s', (missing, minor, expected) => {
    const play = awaiting();
    sent(play, 'p1', 3);
    come(play, 'p1', 2);
    play.given(agent, 'confirm_receipt', {});
    shelved(play, 2);
    play.given(agent, 'settle', { missing });
    expect(refunds(play.current)).toEqual([['money', yuan(minor)]]);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(play)).toMatchObject(expected);
  });

  test('the shop’s fault gives both ways of freight back', () => {
    const lines = [
      { lineId: 'cups', pieces: 3 },
      { lineId: 'pot', pieces: 1 },
    ];
    const play = returned({ reason: 'wrong_goods', evidence: ['photo'], lines });
    play.given(agent, 'settle', { missing: 'keep' });
    // 150.00 of goods and 8.00 of freight go back of what was paid; twice 12.00 were paid to a carrier, and come on top.
    expect(play.current.data.plan).toMatchObject({
      goodsMinor: 15_000,
      outboundMinor: 800,
      backMinor: 2_400,
      refundMinor: 15_800,
      unpaidMinor: 0,
    });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settling');
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(15_800);
  });

  test('wear is taken off, a piece that goes on to the customer is kept', () => {
    const play = awaiting();
    sent(play, 'p1', 3);
    come(play, 'p1', 3);
    play.given(agent, 'inspect', {
      lineId: 'cups',
      pieces: 1,
      condition: 'worn',
      disposal: 'restock',
      deductMinor: 700,
    });
    const back = play.given(agent, 'inspect', {
      lineId: 'cups',
      pieces: 2,
      condition: 'damaged',
      disposal: 'send_back',
    });
    expect(back.effects.map(({ type }) => type)).toEqual(['send_back_goods']);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(2_300)]]);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(play)).toMatchObject({ refunded: 1, kept: 2, damaged: 2, sentOn: 2, restocked: 1 });
  });

  test('a missing gift is deducted once its order falls below its amount', () => {
    const gifts = [{ giftId: 'spoon', valueMinor: 500, fromMinor: 10_000 }];
    const play = returned({}, { gifts });
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({
      goodsMinor: 9_000,
      deductedMinor: 500,
      refundMinor: 8_500,
    });
  });

  test('a gift that came back is not', () => {
    const play = awaiting({}, { gifts: [{ giftId: 'spoon', valueMinor: 500, fromMinor: 10_000 }] });
    play.given(agent, 'receive_parcel', {
      parcelId: 'p1',
      lines: [{ lineId: 'cups', pieces: 3 }],
      gifts: ['spoon'],
    });
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ deductedMinor: 0, refundMinor: 9_000 });
  });

  test('goes back in the stated order, and a lost discount is taken off', () => {
    // 150.00 less 20.00 from 120.00, a coupon of 88.00, freight 8.00: 50.00 in money.
    const promotions = [{ promotionId: 'p', tiers: [{ fromMinor: 12_000, offMinor: 2_000 }] }];
    const otherTenders = { coupon: 8_800, points: 0, gift_value: 0 };
    const play = returned({}, { promotions, otherTenders, paid: yuan(5_000) });
    play.given(agent, 'settle', { missing: 'keep' });
    // 130.00 were due, 60.00 are due for the pot alone: 70.00, of which 50.00 in money.
    expect(refunds(play.current)).toEqual([
      ['money', yuan(5_000)],
      ['coupon', yuan(2_000)],
    ]);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settling');
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.data.returned).toEqual({ money: 5_000, coupon: 2_000, points: 0, gift_value: 0 });
  });

  test('a failed payment is tried again under the same key and counted once', () => {
    const play = returned();
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_failed');
    expect(play.current.counters.case.returnedMinor).toBeUndefined();
    const failed = play.current.effects.find(({ status }) => status === 'failed');
    play.given(agent, 'retry_effect', { key: failed?.key ?? '' });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.counters.case).toEqual({ grantedMinor: 9_000, returnedMinor: 9_000 });
  });

  test('the customer keeps some, or all, after all', () => {
    const play = awaiting();
    play.given(customer, 'keep_goods', { lines: [{ lineId: 'cups', pieces: 1 }] });
    expect(
      guards(
        play.when(customer, 'send_parcel', {
          parcelId: 'p',
          carrier: 'c',
          trackingNumber: 't',
          lines: [{ lineId: 'cups', pieces: 3 }],
        }),
      ),
    ).toEqual(['pieces_fit']);
    play.given(customer, 'keep_goods', { lines: [{ lineId: 'cups', pieces: 2 }] });
    expect(play.current.state).toBe('cancelled');
    expect(counts(play)).toEqual({ bought: 3, requested: 3, approved: 3, kept: 3 });
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(0);
  });
});

describe('authority', () => {
  const dear = { lines: [line('cups', 3, 60_000)], paid: yuan(60_800) };
  // The agent may grant 200.00.
  test.each([
    [19_999, 'ok'],
    [20_000, 'ok'],
    [20_001, 'needs'],
  ])('an agent grants goods for %i cents: %s', (priceMinor, expected) => {
    const order = { lines: [line('cups', 3, priceMinor)], paid: yuan(priceMinor + 800) };
    const play = requested({}, order);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(play.current.state).toBe(expected === 'ok' ? 'approved' : 'requested');
  });

  test('above it the superior agrees to exactly what was asked, and settling that needs nobody again', () => {
    const play = requested({}, dear);
    const asked = play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(asked.effects).toMatchObject([
      { type: 'request_approval', params: { role: 'lead', amount: yuan(60_000) } },
    ]);
    expect(code(play.when({ ...lead, id: agent.id }, 'agree', {}))).toBe('own_request');
    play.given(lead, 'agree', {});
    play.settle(system, 'arrange_return', 'effect_succeeded');
    come(play, 'p1', 3);
    shelved(play, 3);
    const settled = play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('settling');
    expect(settled.reservations).toEqual([]);
  });

  test('what differs from it is put up again', () => {
    const play = requested({}, dear);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    play.given(lead, 'agree', {});
    come(play, 'p1', 2);
    shelved(play, 2);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('inspecting');
    // Another piece makes it something else again: there is nothing to agree to any more.
    come(play, 'p2', 1);
    expect(guards(play.when(lead, 'agree', {}))).toContain('settlement_pending');
    shelved(play, 1);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('settling');
  });

  test('what compensation has given of the order is not given twice', () => {
    const usage = { [paidKey('order-1', 'CNY')]: { amount: 7_000, version: 1 } };
    const play = requested({}, {}, usage);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    // 158.00 were paid and 70.00 have gone back: 88.00 are left.
    expect(play.current.data.plan).toMatchObject({ goodsMinor: 9_000, refundMinor: 8_800, unpaidMinor: 200 });
  });
});

test('every guard’s examples hold', () => {
  const rules = unwrap(guardRules(returnDefinition, guardFactsOf(returnKind.shape)));
  expect(checkExamples(rules)).toEqual([]);
});

test('the definition survives a round trip through JSON', () => {
  expect(returnPolicy(JSON.parse(JSON.stringify(returnDefinition))).version).toBe(returnPolicy().version);
});

describe('exchange', () => {
  const exchange = (priceMinor: number): Partial<Request> => ({
    remedy: 'exchange',
    reason: 'no_reason',
    lines: [{ lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor } }],
  });

  // The pot cost 60.00.
  test.each([
    [5_999, [['money', yuan(1)]], 0],
    [6_000, [], 0],
    [6_001, [], 1],
    [7_500, [], 1_500],
  ])('for goods of %i cents', (priceMinor, expected, toPayMinor) => {
    const play = returned(exchange(priceMinor));
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual(expected);
    expect(play.current.data.plan?.toPayMinor).toBe(toPayMinor);
    const types = play.current.effects.map(({ type }) => type);
    expect(types.includes('request_payment')).toBe(toPayMinor > 0);
    expect(types.includes('ship_goods')).toBe(toPayMinor === 0);
  });

  test('for something dearer leaves only when the customer has paid the difference', () => {
    const play = returned(exchange(7_500));
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'request_payment', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(counts(play, 'pot')).toMatchObject({ requested: 1, replaced: 1 });
    // The kettle is faulty: what was paid for it goes back, the difference included.
    play.given(customer, 'claim', {
      remedy: 'return_refund',
      reason: 'defective',
      evidence: ['photo'],
      lines: [{ lineId: 'pot', pieces: 1 }],
    });
    expect(play.current.state).toBe('reopened');
    play.given(agent, 'approve', { lines: [{ lineId: 'pot', pieces: 1 }] });
    come(play, 'p2', 1, 'pot');
    shelved(play, 1, 0, 'pot');
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ id: 'settlement-2', goodsMinor: 7_500 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(play, 'pot')).toMatchObject({
      bought: 1,
      requested: 2,
      approved: 2,
      replaced: 1,
      refunded: 1,
    });
    const again = {
      remedy: 'return_refund',
      reason: 'defective',
      evidence: ['photo'],
      lines: [{ lineId: 'pot', pieces: 1 }],
    } as const;
    expect(
      guards(play.when(customer, 'claim', { ...again, evidence: ['photo'], lines: [...again.lines] })),
    ).toEqual(['pieces_fit']);
  });

  test('a difference that is not paid is never charged: the case is settled in another way', () => {
    const play = returned(exchange(7_500));
    play.given(agent, 'settle', { missing: 'keep' });
    play.pass('2026-03-07T00:00:00+08:00');
    expect(play.current.state).toBe('inspecting');
    expect(play.current.approvals.map(({ status }) => status)).toEqual(['released']);
    play.given(customer, 'change_remedy', { remedy: 'return_refund', amountMinor: 0 });
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(6_000)]]);
  });
});

describe('without a return', () => {
  test('missing pieces are sent again', () => {
    const play = requested({
      remedy: 'resend',
      reason: 'missing_pieces',
      evidence: ['photo'],
      lines: [{ lineId: 'cups', pieces: 1 }],
    });
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 1 }] });
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.effects.at(-1)).toMatchObject({
      type: 'ship_goods',
      params: { goods: [{ sku: 'cups', pieces: 1 }] },
    });
    play.settle(system, 'ship_goods', 'effect_succeeded');
    expect(counts(play)).toMatchObject({ replaced: 1 });
  });

  test('a part of the price is offered, accepted and paid, and the goods stay', () => {
    const play = requested({ reason: 'defective', evidence: ['photo'] });
    play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 2_000 });
    expect(play.current.state).toBe('negotiating');
    play.given(customer, 'accept_offer', {});
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(2_000)]]);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(play)).toMatchObject({ kept: 3 });
  });

  const halfway = {
    lines: [
      line('cups', 3, 9_000, { shipping: 'shipped', deliveredAt: null }),
      line('pot', 1, 6_000, { shipping: 'not_shipped', deliveredAt: null }),
    ],
  };
  const stop: Partial<Request> = {
    remedy: 'refund_only',
    lines: [
      { lineId: 'cups', pieces: 3 },
      { lineId: 'pot', pieces: 1 },
    ],
  };

  test('goods are refunded when they are stopped, each as far as it has come', () => {
    const play = requested(stop, halfway);
    play.given(agent, 'approve', {
      lines: [
        { lineId: 'cups', pieces: 3 },
        { lineId: 'pot', pieces: 1 },
      ],
    });
    const types = play.current.effects.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['cancel_dispatch', 'intercept_parcel']));
    expect(guards(play.when(agent, 'settle', { missing: 'keep' }))).toEqual(
      expect.arrayContaining(['goods_are_there', 'stops_done']),
    );
    play.settle(system, 'cancel_dispatch', 'effect_succeeded');
    play.settle(system, 'intercept_parcel', 'effect_failed');
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan?.lines).toEqual([
      { lineId: 'cups', refund: 0, replace: 0, keep: 3 },
      { lineId: 'pot', refund: 1, replace: 0, keep: 0 },
    ]);
  });

  test('goods that were delivered are not refunded alone', () => {
    expect(guards(start().when(customer, 'request_return', { ...request, remedy: 'refund_only' }))).toEqual([
      'lines_fit_remedy',
    ]);
  });
});

describe('freight that was waived for an order placed by mistake', () => {
  const mistaken: Partial<Request> = { reason: 'placed_by_mistake' };
  const order: Partial<Facts> = { outbound: { costMinor: 800, paidBy: 'shop' }, paid: yuan(15_000) };
  const both = { outbound: 'customer', back: 'customer' } as const;
  const onlyOut = { outbound: 'customer', back: 'shop' } as const;

  test('is bargained over step by step', () => {
    const play = requested(mistaken, order);
    expect(guards(play.when(customer, 'agree_freight', { rule: both }))).toEqual(['option_offered']);
    play.given(agent, 'offer_freight', {});
    expect(guards(play.when(customer, 'agree_freight', { rule: onlyOut }))).toEqual(['option_offered']);
    play.given(agent, 'offer_freight', {});
    expect(guards(play.when(agent, 'offer_freight', {}))).toEqual(['rung_left']);
    play.given(customer, 'agree_freight', { rule: onlyOut });
    expect(play.current.data.freight).toEqual({ rung: 2, agreed: onlyOut, promise: null });
  });

  test('both trips are borne against the best price next time', () => {
    const play = returned(mistaken, order);
    play.given(agent, 'offer_freight', {});
    play.given(customer, 'agree_freight', { rule: both });
    expect(play.current.data.freight.promise).toBe('best_price_next_time');
    play.given(agent, 'settle', { missing: 'keep' });
    // 90.00 of 150.00 go back: of the way out, 8.00, the customer bears 4.80.
    expect(play.current.data.plan).toMatchObject({
      goodsMinor: 9_000,
      deductedMinor: 480,
      refundMinor: 8_520,
    });
  });
});

describe('deadlines', () => {
  test('an unanswered request is escalated, and time grants nothing', () => {
    const play = requested();
    const due = play.pass('2026-03-20T00:00:00+08:00');
    expect(due.map(({ events }) => events[0]?.type)).toEqual(['deadline_reminded', 'escalated']);
    expect(play.current.state).toBe('requested');
    expect(play.current.approvals).toEqual([]);
  });

  test('goods that are not sent let the case expire; a late parcel is taken all the same', () => {
    const play = awaiting();
    play.pass('2026-03-11T00:00:00+08:00');
    expect(play.current.state).toBe('expired');
    come(play, 'late', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.state).toBe('settling');
  });

  test('an expired case ends in a month and gives back what it held', () => {
    const play = awaiting();
    play.pass('2026-03-11T00:00:00+08:00');
    play.pass('2026-05-01T00:00:00+08:00');
    expect(play.current.state).toBe('closed');
    expect(counts(play)).toMatchObject({ kept: 3 });
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(0);
  });

  test('a parcel that the shop does not confirm is told of, and paid by nobody', () => {
    const play = awaiting();
    sent(play, 'p1', 3);
    const due = play.pass('2026-04-01T00:00:00+08:00');
    expect(due.map(({ events }) => events[0]?.type)).toEqual(['deadline_reminded', 'escalated']);
    expect(refunds(play.current)).toEqual([]);
  });
});

describe('disputes', () => {
  function rejected(): Play {
    const play = requested();
    play.given(agent, 'reject', { ground: 'used_beyond_trial', note: 'Scratched.' });
    return play;
  }

  test('the platform orders a return', () => {
    const play = rejected();
    expect(counts(play)).toMatchObject({ refused: 3 });
    play.given(customer, 'dispute', { evidence: ['photo'] });
    expect(code(play.when(agent, 'order_return', {}))).toBe('not_authorised');
    play.given(platform, 'order_return', {});
    expect(play.current.state).toBe('approved');
    expect(counts(play)).toMatchObject({ approved: 3, unsettled: 3 });
  });

  test('what the platform has refunded by itself is counted, and not paid again', () => {
    const play = rejected();
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'impose_refund', { refundMinor: 9_000 });
    expect(play.current.state).toBe('settled');
    expect(refunds(play.current)).toEqual([]);
    expect(counts(play)).toMatchObject({ refunded: 3 });
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(9_000);
  });

  test('the platform may order more than is left, and it is counted', () => {
    const play = rejected();
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'order_refund', { refundMinor: 20_000 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.counters.case).toEqual({ grantedMinor: 20_000, returnedMinor: 20_000 });
  });

  test('a rejected request is looked at again with new evidence', () => {
    const play = rejected();
    play.given(customer, 'reopen', { evidence: ['video'] });
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(play.current.data.plan?.id).toBe('settlement-2');
  });

  test('a dismissed dispute ends the case', () => {
    const play = rejected();
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'dismiss', {});
    expect(play.current.state).toBe('closed');
  });
});
