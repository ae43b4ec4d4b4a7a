import { describe, expect, test } from 'vitest';
import {
  agent,
  awaiting,
  code,
  come,
  counts,
  customer,
  guards,
  lead,
  line,
  type Play,
  platform,
  refunds,
  request,
  requested,
  returned,
  sent,
  shelved,
  start,
  system,
  yuan,
} from '../../../test/returnPlays.js';
import { paidKey } from '../../authority/index.js';

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

  test('the last goods of an order bring the last cent of the way out', () => {
    const order = {
      outbound: { costMinor: 801, paidBy: 'customer' as const },
      paid: yuan(12_801),
      lines: [line('cups', 1, 6_000), line('pot', 1, 6_000)],
    };
    const ofLine = (lineId: string) =>
      ({ reason: 'defective', evidence: ['photo'], lines: [{ lineId, pieces: 1 }] }) as const;
    const one = returned(ofLine('cups'), order);
    one.given(agent, 'settle', { missing: 'keep' });
    const other = returned(ofLine('pot'), order, 0, one.usage);
    other.given(agent, 'settle', { missing: 'keep' });
    const minors = [one, other].map(({ current }) => current.data.plan?.refundMinor);
    expect(minors).toEqual([6_400, 6_401]);
  });

  test('a parcel that is told twice has one way back', () => {
    const play = awaiting({ reason: 'wrong_goods', evidence: ['photo'] });
    sent(play, 'p1', 1);
    sent(play, 'p1', 2);
    expect(play.current.data.parcels).toMatchObject([
      { parcelId: 'p1', freight: { costMinor: 1_200 }, lines: [{ lineId: 'cups', pieces: 3 }] },
    ]);
    come(play, 'p1', 2);
    expect(play.current.data.parcels).toMatchObject([{ lines: [{ lineId: 'cups', pieces: 1 }] }]);
    shelved(play, 2);
    play.given(agent, 'confirm_receipt', {});
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan?.backMinor).toBe(1_200);
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'refund_payment', 'effect_succeeded');
    // Taken up again, the same parcel is told a third time.
    play.given(customer, 'reopen', { evidence: [] });
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 1 }] });
    sent(play, 'p1', 1);
    come(play, 'p1', 1);
    shelved(play, 1);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ goodsMinor: 3_000, backMinor: 0 });
  });

  test('a way back whose cost is told later counts then', () => {
    const play = awaiting({ reason: 'wrong_goods', evidence: ['photo'] });
    const parcel = { parcelId: 'p1', carrier: 'sf', trackingNumber: 'p1' };
    play.given(customer, 'send_parcel', { ...parcel, lines: [{ lineId: 'cups', pieces: 1 }] });
    sent(play, 'p1', 2);
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan?.backMinor).toBe(1_200);
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

  test.each([
    [1, 3_000],
    [2, 6_000],
  ])('%i damaged cups cannot cost more than %i: nothing of them is taken off the others', (pieces, most) => {
    const play = awaiting();
    come(play, 'p1', 3);
    const looked = (deductMinor: number) =>
      play.when(agent, 'inspect', {
        lineId: 'cups',
        pieces,
        condition: 'damaged',
        disposal: 'write_off',
        deductMinor,
      });
    expect(guards(looked(most + 1))).toEqual(['deduction_within_price']);
    expect(looked(most).ok).toBe(true);
  });

  test('that is nothing, for wear that costs all of it, is told to the customer', () => {
    const play = awaiting();
    come(play, 'p1', 3);
    shelved(play, 3, 9_000);
    const settled = play.given(agent, 'settle', { missing: 'keep' });
    expect(settled.next.state).toBe('settled');
    expect(settled.effects.map(({ type, params }) => [type, params])).toEqual([
      ['notify_customer', { customerId: 'customer-1', template: 'return_settled' }],
    ]);
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

  // 158.00 were paid for the order, and 90.00 are due for the cups.
  test.each([
    [6_799, 0, 9_000],
    [6_800, 0, 9_000],
    [6_801, 1, 8_999],
    [15_799, 8_999, 1],
  ])('takes account of %i refunded elsewhere after the request', (refundedMinor, unpaidMinor, minor) => {
    const play = returned();
    play.facts = { ...play.facts, refundedMinor };
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(minor)]]);
    expect(play.current.data.plan?.unpaidMinor).toBe(unpaidMinor);
  });

  test('has nothing to pay once all was refunded elsewhere', () => {
    const play = returned();
    play.facts = { ...play.facts, refundedMinor: 15_800 };
    play.given(agent, 'settle', { missing: 'keep' });
    expect([play.current.state, refunds(play.current)]).toEqual(['settled', []]);
  });

  test('money that went back twice elsewhere stops nobody from sending other goods', () => {
    const pot = [{ lineId: 'pot', pieces: 1 }];
    const other = returned();
    other.given(agent, 'settle', { missing: 'keep' });
    const play = requested({ remedy: 'exchange', lines: pot }, {}, other.usage);
    play.facts = { ...play.facts, refundedMinor: 15_800 };
    expect(code(play.when(agent, 'approve', { lines: pot }))).toBe('ok');
  });

  test('with nothing due is settled for good: what was taken back is not asked about once more', () => {
    const pot = [{ lineId: 'pot', pieces: 1 }];
    const play = returned({ lines: pot }, {}, 6_000);
    play.given(agent, 'settle', { missing: 'keep' });
    expect([play.current.state, refunds(play.current)]).toEqual(['settled', []]);
    expect(play.current.approvals.map(({ status, amount }) => [status, amount.minor])).toEqual([
      ['committed', 0],
    ]);
    const again = { ...request, lines: pot };
    expect(guards(start({}, play.usage).when(customer, 'request_return', again))).toEqual(['pieces_free']);
    // The cups are, and at their own price.
    const other = returned({}, {}, 0, play.usage);
    other.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(other.current)).toEqual([['money', yuan(9_000)]]);
  });

  test('of goods beyond an agent’s authority that come to nothing needs nobody else', () => {
    const play = requested({}, { paid: yuan(90_800), lines: [line('cups', 3, 90_000)] });
    play.given(lead, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    come(play, 'p1', 3);
    shelved(play, 3, 90_000);
    play.given(agent, 'settle', { missing: 'keep' });
    expect([play.current.state, refunds(play.current)]).toEqual(['settled', []]);
  });

  test('with everything sent on to the customer leaves the pieces as they were', () => {
    const pot = [{ lineId: 'pot', pieces: 1 }];
    const play = awaiting({ lines: pot });
    come(play, 'p1', 1, 'pot');
    play.given(agent, 'inspect', {
      lineId: 'pot',
      pieces: 1,
      condition: 'worn',
      disposal: 'send_back',
    });
    play.given(agent, 'settle', { missing: 'keep' });
    expect(counts(play, 'pot')).toMatchObject({ kept: 1, sentOn: 1 });
    const again = { ...request, reason: 'defective', evidence: ['photo'], lines: pot } as const;
    expect(code(start({}, play.usage).when(customer, 'request_return', again))).toBe('ok');
  });

  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'of a line with the id %s',
    (lineId) => {
      const lines = [line('cups', 3, 9_000), line(lineId, 1, 6_000)];
      const play = returned({ lines: [{ lineId, pieces: 1 }] }, { lines });
      play.given(agent, 'settle', { missing: 'keep' });
      play.settle(system, 'refund_payment', 'effect_succeeded');
      expect(refunds(play.current)).toEqual([['money', yuan(6_000)]]);
      expect(counts(play, lineId)).toMatchObject({ received: 1, restocked: 1, refunded: 1 });
      const lost = awaiting({ lines: [{ lineId, pieces: 1 }] }, { lines });
      sent(lost, 'p1', 1, lineId);
      lost.given(agent, 'confirm_receipt', {});
      lost.given(agent, 'settle', { missing: 'refund' });
      expect(refunds(lost.current)).toEqual([['money', yuan(6_000)]]);
      // Nothing of the cups is taken for it.
      expect(code(start({ lines }, play.usage).when(customer, 'request_return', request))).toBe('ok');
    },
  );

  test('a refund elsewhere that was known at the request is not forgotten', () => {
    const play = returned({}, { refundedMinor: 15_000 });
    play.facts = { ...play.facts, refundedMinor: 0 };
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(800)]]);
  });

  test('a superior agrees to no more than is left by then', () => {
    const lines = [line('cups', 3, 90_000)];
    const play = requested({}, { paid: yuan(90_800), lines });
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(play.current.data.pending).toBe('approval');
    play.facts = { ...play.facts, refundedMinor: 801 };
    expect(code(play.when(lead, 'agree', {}))).toBe('over_limit');
    play.facts = { ...play.facts, refundedMinor: 800 };
    expect(code(play.when(lead, 'agree', {}))).toBe('ok');
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

describe('goods that come after the settlement', () => {
  const cup = { lineId: 'cups', pieces: 1 };
  const settle = (play: Play, missing: 'refund' | 'keep' = 'keep') => {
    play.given(agent, 'settle', { missing });
    if (play.current.state === 'settling') play.settle(system, 'refund_payment', 'effect_succeeded');
  };
  const money = ({ current }: Play) => current.data.returned.money;

  /** One of three cups came back and was paid for; the others were left to the customer. */
  function onePaid(): Play {
    const play = awaiting();
    sent(play, 'p1', 1);
    come(play, 'p1', 1);
    shelved(play, 1);
    settle(play);
    return play;
  }

  test('are paid for when they had been left to the customer', () => {
    const play = onePaid();
    expect(money(play)).toBe(3_000);
    come(play, 'p2', 1);
    expect(play.current.state).toBe('received');
    // Another parcel of the same lot.
    come(play, 'p3', 1);
    shelved(play, 2);
    settle(play);
    expect(money(play)).toBe(9_000);
    expect(counts(play)).toMatchObject({ refunded: 3, restocked: 3 });
    expect(play.current.approvals.map(({ id, status }) => [id, status])).toEqual([
      ['settlement-1', 'committed'],
      ['settlement-2', 'committed'],
    ]);
    expect(guards(play.when(agent, 'receive_parcel', { parcelId: 'p4', lines: [cup] }))).toEqual([
      'pieces_fit',
    ]);
  });

  test.each([
    ['refund', 9_000],
    ['keep', 6_000],
  ] as const)(
    'go on the shelf when they were lost and are found (%s: %i cents before)',
    (missing, before) => {
      const play = awaiting();
      sent(play, 'p1', 3);
      come(play, 'p1', 2);
      shelved(play, 2);
      play.given(agent, 'confirm_receipt', {});
      settle(play, missing);
      expect(money(play)).toBe(before);
      come(play, 'p1', 1);
      shelved(play, 1);
      settle(play);
      // Each cup is paid for once, whenever it comes.
      expect(money(play)).toBe(9_000);
      expect(play.current.state).toBe('settled');
      expect(counts(play)).toEqual({
        bought: 3,
        requested: 3,
        approved: 3,
        refunded: 3,
        sentBack: 3,
        received: 3,
        restocked: 3,
      });
    },
  );

  test('go on the shelf when the platform has refunded them on their way', () => {
    const play = awaiting();
    sent(play, 'p1', 3);
    play.given(platform, 'impose_refund', { refundMinor: 9_000 });
    come(play, 'p1', 3);
    shelved(play, 3);
    settle(play);
    expect(refunds(play.current)).toEqual([]);
    expect(counts(play)).toMatchObject({ refunded: 3, restocked: 3 });
    expect(counts(play).underWay).toBeUndefined();
  });

  test('are looked at when the platform has refunded them before that', () => {
    const play = awaiting();
    come(play, 'p1', 3);
    play.given(platform, 'impose_refund', { refundMinor: 9_000 });
    shelved(play, 2);
    play.given(agent, 'inspect', { lineId: 'cups', pieces: 1, condition: 'worn', disposal: 'send_back' });
    expect(play.current.state).toBe('settled');
    expect(counts(play)).toMatchObject({ refunded: 3, restocked: 2, sentOn: 1, unreturned: 1 });
    expect(play.current.data.accepted).toEqual({ cups: 0 });
  });

  test('take nothing for their wear off other goods', () => {
    const play = awaiting();
    come(play, 'p1', 3);
    play.given(platform, 'impose_refund', { refundMinor: 9_000 });
    shelved(play, 3, 5_000);
    const pot = [{ lineId: 'pot', pieces: 1 }];
    play.given(customer, 'claim', { ...request, lines: pot });
    play.given(agent, 'approve', { lines: pot });
    come(play, 'p2', 1, 'pot');
    shelved(play, 1, 700, 'pot');
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(5_300)]]);
  });

  test('keep a superior from agreeing to a settlement without them', () => {
    const play = awaiting({}, { lines: [line('cups', 3, 60_000)], paid: yuan(60_800) }, {}, lead);
    sent(play, 'p1', 2);
    come(play, 'p1', 2);
    shelved(play, 2);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.pending).toBe('settlement');
    sent(play, 'p2', 1);
    expect(guards(play.when(lead, 'agree', {}))).toEqual(['settlement_pending']);
    come(play, 'p2', 1);
    shelved(play, 1);
    settle(play);
    expect(money(play)).toBe(60_000);
  });
});

test('a parcel that is sent after another one was overdue has ten days of its own', () => {
  const play = awaiting();
  sent(play, 'p1', 1);
  expect(play.pass('2026-03-20T10:00:00+08:00').map(({ events }) => events[0]?.type)).toEqual([
    'deadline_reminded',
    'escalated',
  ]);
  // Nothing else that happens makes it due again.
  come(play, 'p1', 1);
  shelved(play, 1);
  expect(play.current.deadlines).toMatchObject([{ name: 'shop_confirmation', spent: true }]);
  sent(play, 'p2', 2);
  expect(play.current.deadlines).toMatchObject([
    { name: 'shop_confirmation', dueAt: '2026-03-30T16:00:00.000Z', spent: false },
  ]);
});

describe('goods that come without notice', () => {
  const dueAt = (play: Play) => play.current.deadlines.map(({ name, dueAt }) => [name, dueAt]);

  test('are to be looked at within ten days of their coming', () => {
    const play = awaiting();
    play.now = '2026-03-05T10:00:00+08:00';
    come(play, 'p1', 1);
    const due = [['shop_confirmation', '2026-03-15T16:00:00.000Z']];
    expect(dueAt(play)).toEqual(due);
    play.now = '2026-03-06T10:00:00+08:00';
    // The second parcel gives no more time for the first.
    come(play, 'p2', 1);
    shelved(play, 1);
    expect(dueAt(play)).toEqual(due);
    const told = play.pass('2026-03-20T00:00:00+08:00');
    expect(told.map(({ events }) => events[0]?.type)).toEqual(['deadline_reminded', 'escalated']);
  });

  test('after a settlement have ten days of their own', () => {
    const play = awaiting();
    sent(play, 'p1', 1);
    come(play, 'p1', 1);
    shelved(play, 1);
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    play.now = '2026-03-17T10:00:00+08:00';
    come(play, 'p2', 1);
    expect(dueAt(play)).toEqual([['shop_confirmation', '2026-03-27T16:00:00.000Z']]);
  });

  test('and those that were talked about before a dispute have some too', () => {
    const play = requested();
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    play.given(customer, 'dispute', { evidence: [] });
    play.given(customer, 'withdraw_dispute', {});
    expect(play.current.state).toBe('inspecting');
    expect(dueAt(play)).toEqual([['shop_confirmation', '2026-03-13T16:00:00.000Z']]);
  });
});

test('a return whose goods all go on to the customer ends with their way back, where the shop bears it', () => {
  const faulty = {
    reason: 'wrong_goods',
    evidence: ['photo'],
    lines: [{ lineId: 'cups', pieces: 1 }],
  } as const;
  const play = awaiting(faulty);
  sent(play, 'p1', 1);
  come(play, 'p1', 1);
  const onward = { lineId: 'cups', pieces: 1, condition: 'as_sold', disposal: 'send_back' } as const;
  play.given(agent, 'inspect', onward);
  play.given(agent, 'settle', { missing: 'keep' });
  expect(refunds(play.current)).toEqual([]);
  play.settle(system, 'reimburse_freight', 'effect_succeeded');
  expect(play.current.state).toBe('settled');
  expect(play.current.data.lastPlan?.backMinor).toBe(1_200);
});
