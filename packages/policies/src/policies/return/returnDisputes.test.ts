import { describe, expect, test } from 'vitest';
import {
  agent,
  awaiting,
  code,
  come,
  counts,
  customer,
  type Facts,
  guards,
  lead,
  line,
  type Play,
  platform,
  type Request,
  refunds,
  requested,
  returned,
  sent,
  shelved,
  system,
  yuan,
} from '../../../test/returnPlays.js';
import { returnPolicy } from '../../../test/returnPolicy.js';
import { paidKey } from '../../authority/index.js';
import { replay } from '../../evolve/index.js';

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

  // In whichever way it has come to light: only for the customer's own change of mind is freight bargained over.
  test.each([
    ['no_reason', []],
    ['placed_by_mistake', []],
    ['defective', ['freight_is_open']],
    ['damaged_in_transit', ['freight_is_open']],
    ['late_delivery', ['freight_is_open']],
  ] as const)('is no matter of bargain otherwise: %s', (reason, expected) => {
    const play = requested({ reason, evidence: ['photo'] }, order);
    expect(guards(play.when(agent, 'offer_freight', {}))).toEqual(expected);
  });

  test('is as the rule has it when the shop turns out to be at fault', () => {
    const play = requested(mistaken, order);
    play.given(agent, 'offer_freight', {});
    play.given(customer, 'agree_freight', { rule: both });
    play.given(agent, 'assess_fault', { fault: 'shop' });
    expect(guards(play.when(customer, 'agree_freight', { rule: both }))).toEqual(['freight_is_open']);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    sent(play, 'p1', 3);
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ refundMinor: 9_000, deductedMinor: 0, backMinor: 1_200 });
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

  describe('of the customer, to answer within three days', () => {
    const dear = { lines: [line('cups', 3, 60_000)], paid: yuan(60_800) };
    const dueAt = ({ current }: Play) => current.deadlines.map((one) => [one.name, one.dueAt]);

    function offered(): Play {
      const play = requested({ reason: 'defective', evidence: ['photo'] }, dear);
      play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 1_000 });
      expect(dueAt(play)).toEqual([['customer_answer', '2026-03-06T16:00:00.000Z']]);
      play.now = '2026-03-06T23:00:00+08:00';
      return play;
    }

    test('begin anew with each offer', () => {
      const play = offered();
      play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 2_000 });
      expect(dueAt(play)).toEqual([['customer_answer', '2026-03-09T16:00:00.000Z']]);
    });

    test.each([
      ['offer', { remedy: 'partial_refund', amountMinor: 30_000 }],
      ['approve', { lines: [{ lineId: 'cups', pieces: 3 }] }],
    ] as const)('do not run while a superior decides: %s', (type, params) => {
      const play = offered();
      play.given(agent, type, params);
      expect(dueAt(play)).toEqual([['shop_answer', '2026-03-08T15:00:00.000Z']]);
      play.pass('2026-03-20T10:00:00+08:00');
      play.given(lead, 'agree', {});
      if (type === 'offer') expect(dueAt(play)).toEqual([['customer_answer', '2026-03-23T16:00:00.000Z']]);
    });
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

  test('the platform orders a return where the customer had asked for a part of the price', () => {
    const play = requested({ remedy: 'partial_refund', reason: 'defective', evidence: ['photo'] });
    play.given(agent, 'reject', { ground: 'not_shown', note: 'Nothing to be seen.' });
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'order_return', {});
    play.settle(system, 'arrange_return', 'effect_succeeded');
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    // 90.00, and their part of the way out: the shop was at fault.
    expect(refunds(play.current)).toEqual([['money', yuan(9_480)]]);
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

  // Three cups for 90.00.
  test.each([
    [1, 'disputed', { undecided: 3 }],
    [8_999, 'disputed', { undecided: 3 }],
    [9_000, 'settled', { refunded: 3 }],
    [9_001, 'settled', { refunded: 3 }],
  ])('%i cents that the platform has refunded leave the case %s', (refundMinor, state, expected) => {
    const play = rejected();
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'impose_refund', { refundMinor });
    expect(play.current.state).toBe(state);
    expect(counts(play)).toMatchObject(expected);
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(refundMinor);
  });

  test('a small refund by the platform is taken off what is paid when the goods come back', () => {
    const play = awaiting();
    play.given(platform, 'impose_refund', { refundMinor: 500 });
    play.given(platform, 'impose_refund', { refundMinor: 300 });
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(8_200)]]);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.counters.case).toMatchObject({ grantedMinor: 9_000, returnedMinor: 9_000 });
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(9_000);
  });

  test('a small refund that the platform orders leaves the goods to the customer, who may still send them', () => {
    const play = requested();
    play.given(platform, 'order_refund', { refundMinor: 500 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(play)).toMatchObject({ kept: 3 });
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([
      ['money', yuan(500)],
      ['money', yuan(8_500)],
    ]);
  });

  test('a refund that failed is given up when the platform has paid in its place', () => {
    const play = returned();
    play.given(agent, 'settle', { missing: 'keep' });
    play.given(platform, 'impose_refund', { refundMinor: 9_000 });
    expect(guards(play.when(agent, 'give_up_settlement', {}))).toContain('all_parts_failed');
    play.settle(system, 'refund_payment', 'effect_failed');
    play.given(agent, 'give_up_settlement', {});
    const key = play.current.effects.find(({ type }) => type === 'refund_payment')?.key ?? '';
    expect(guards(play.when(agent, 'retry_effect', { key }))).toEqual(['part_is_due']);
    play.given(agent, 'settle', { missing: 'keep' });
    expect([play.current.state, refunds(play.current).length]).toEqual(['settled', 1]);
    expect(counts(play)).toMatchObject({ refunded: 3, restocked: 3 });
    expect(play.current.counters.case).toMatchObject({ grantedMinor: 9_000, returnedMinor: 9_000 });
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(9_000);
    expect(replay(returnPolicy(), play.events)).toEqual(play.current);
  });

  describe('the platform may refund in every state', () => {
    const from: Record<string, () => Play> = {
      requested,
      rejected,
      awaiting_parcel: awaiting,
      expired: () => {
        const play = awaiting();
        play.pass('2026-03-11T00:00:00+08:00');
        return play;
      },
      cancelled: () => {
        const play = requested();
        play.given(customer, 'cancel', {});
        return play;
      },
      inspecting: returned,
      settling: () => {
        const play = returned();
        play.given(agent, 'settle', { missing: 'keep' });
        return play;
      },
      settled: () => {
        const play = returned();
        play.given(agent, 'settle', { missing: 'keep' });
        play.settle(system, 'refund_payment', 'effect_succeeded');
        return play;
      },
      closed: () => {
        const play = requested();
        play.given(agent, 'reject', { ground: 'abuse', note: 'Third time this month.' });
        play.pass('2026-03-20T00:00:00+08:00');
        return play;
      },
    };

    test.each(Object.entries(from))('%s', (state, played) => {
      const play = played();
      expect(play.current.state).toBe(state);
      const before = play.usage[paidKey('order-1', 'CNY')]?.amount ?? 0;
      play.given(platform, 'impose_refund', { refundMinor: 800 });
      expect(play.current.state).toBe(state);
      expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(before + 800);
      expect(play.current.data.returned.money).toBe((state === 'settled' ? 9_000 : 0) + 800);
      expect(play.current.approvals.find(({ id }) => id === 'imposed-1')?.status).toBe('committed');
    });
  });

  test.each(['expired', 'settled'])('a case that is %s can be put before the platform', (state) => {
    const play = state === 'expired' ? awaiting() : returned();
    if (state === 'expired') play.pass('2026-03-11T00:00:00+08:00');
    else {
      play.given(agent, 'settle', { missing: 'keep' });
      play.settle(system, 'refund_payment', 'effect_succeeded');
    }
    play.given(customer, 'dispute', { evidence: [] });
    play.given(platform, 'order_refund', { refundMinor: 500 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(play.current.data.returned.money).toBe((state === 'settled' ? 9_000 : 0) + 500);
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

describe('goods that were sent before the platform decides', () => {
  /** Three cups, before the platform: sent, or received, or looked at as well. */
  function disputed(until: 'sent' | 'received' | 'inspected'): Play {
    const play = awaiting();
    sent(play, 'p1', 3);
    if (until !== 'sent') come(play, 'p1', 3);
    if (until === 'inspected') shelved(play, 3);
    play.given(customer, 'dispute', { evidence: [] });
    return play;
  }

  test.each(['sent', 'received', 'inspected'] as const)(
    'and %s are settled after it orders a return',
    (until) => {
      const play = disputed(until);
      play.given(platform, 'order_return', {});
      expect(play.current.state).toBe('inspecting');
      // Nobody is asked to send them again.
      expect(play.current.effects.filter(({ type }) => type === 'arrange_return')).toHaveLength(1);
      if (until === 'sent') come(play, 'p1', 3);
      if (until !== 'inspected') shelved(play, 3);
      play.given(agent, 'settle', { missing: 'keep' });
      expect(refunds(play.current)).toEqual([['money', yuan(9_000)]]);
    },
  );

  test('are counted when they come meanwhile, and looked at once it has', () => {
    const play = disputed('sent');
    come(play, 'p1', 3);
    expect(play.current.state).toBe('disputed');
    // What is sent on to the customer would no longer be what it decides about.
    const back = { lineId: 'cups', pieces: 3, condition: 'worn', disposal: 'send_back' } as const;
    expect(code(play.when(agent, 'inspect', back))).toBe('not_in_state');
    // By less than the price of all of them the shop pays for what it has.
    play.given(platform, 'order_refund', { refundMinor: 5_000 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    shelved(play, 3);
    expect(counts(play)).toMatchObject({ received: 3, restocked: 3, refunded: 3 });
  });

  test.each(['sent', 'received'] as const)('and %s go on to the customer when it dismisses', (until) => {
    const play = disputed(until);
    play.given(platform, 'dismiss', {});
    expect([play.current.state, play.usage[paidKey('order-1', 'CNY')]?.amount]).toEqual(['inspecting', 0]);
    if (until === 'sent') come(play, 'p1', 3);
    play.given(agent, 'inspect', { lineId: 'cups', pieces: 3, condition: 'worn', disposal: 'send_back' });
    play.given(agent, 'settle', { missing: 'keep' });
    expect([play.current.state, refunds(play.current)]).toEqual(['settled', []]);
    expect(counts(play)).toMatchObject({ kept: 3, sentOn: 3 });
  });

  test('and were taken back are paid for even when it dismisses', () => {
    const play = disputed('inspected');
    play.given(platform, 'dismiss', {});
    play.given(agent, 'settle', { missing: 'keep' });
    expect(refunds(play.current)).toEqual([['money', yuan(9_000)]]);
  });
});

describe('a case that is reopened', () => {
  const all = { lines: [{ lineId: 'cups', pieces: 3 }] };

  /** Not sent in time. */
  function notSent(): Play {
    const play = awaiting();
    play.pass('2026-03-11T00:00:00+08:00');
    return play;
  }

  /** Asked for a photo that never came. */
  function notAnswered(): Play {
    const play = requested();
    play.given(agent, 'ask_evidence', { evidence: ['photo'] });
    play.pass('2026-03-07T00:00:00+08:00');
    return play;
  }

  function refused(): Play {
    const play = requested();
    play.given(agent, 'reject', { ground: 'abuse', note: 'Third time this month.' });
    return play;
  }

  /** Settled with nothing, as the customer got it all back. */
  function sentBack(): Play {
    const play = awaiting();
    come(play, 'p0', 3);
    play.given(agent, 'inspect', { lineId: 'cups', pieces: 3, condition: 'worn', disposal: 'send_back' });
    play.given(agent, 'settle', { missing: 'keep' });
    return play;
  }

  test.each([
    ['expired', 'nothing was sent', notSent],
    ['expired', 'no answer came', notAnswered],
    ['rejected', 'it was refused', refused],
    ['settled', 'all stayed with the customer', sentBack],
  ])('from %s, as %s, is agreed upon and paid like a first request', (state, _, played) => {
    const play = played();
    expect(play.current.state).toBe(state);
    play.given(customer, 'reopen', { evidence: [] });
    expect(counts(play)).toMatchObject({ requested: 3, undecided: 3 });
    expect(counts(play).unsettled).toBeUndefined();
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount ?? 0).toBe(0);
    play.given(agent, 'approve', all);
    play.settle(system, 'arrange_return', 'effect_succeeded');
    come(play, 'p1', 3);
    shelved(play, 3);
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(9_000);
  });

  test('after it expired gives up what was granted before, however often', () => {
    const play = notSent();
    play.given(customer, 'reopen', { evidence: [] });
    play.given(agent, 'reject', { ground: 'abuse', note: 'Third time this month.' });
    play.given(customer, 'reopen', { evidence: [] });
    expect(play.current.approvals.map(({ status }) => status)).toEqual(['released']);
    expect(code(play.when(agent, 'approve', all))).toBe('ok');
  });
});
