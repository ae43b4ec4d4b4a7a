import { describe, expect, test } from 'vitest';
import {
  agent,
  come,
  counts,
  customer,
  guards,
  line,
  type Play,
  type Request,
  refunds,
  request,
  requested,
  returned,
  shelved,
  start,
  system,
  yuan,
} from '../../../test/returnPlays.js';
import { paidKey } from '../../authority/index.js';

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

  // Faults count for 90 days, from the settlement on 3 March 2026 to the end of 1 June.
  test.each([
    ['2026-03-28T10:00:00+08:00', []],
    ['2026-06-01T23:59:59+08:00', []],
    ['2026-06-02T00:00:00+08:00', ['in_time']],
  ])('a faulty replacement is claimed about at %s: %s', (now, expected) => {
    const pot = [{ lineId: 'pot', pieces: 1 }];
    const faulty = { reason: 'defective', evidence: ['photo'], lines: pot } as const;
    const play = returned({ ...exchange(6_000), reason: 'defective', evidence: ['photo'] });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    play.pass(now);
    expect(play.current.state).toBe('settled');
    const claim = play.when(customer, 'claim', {
      ...faulty,
      remedy: 'return_refund',
      evidence: ['photo'],
      lines: pot,
    });
    expect(guards(claim)).toEqual(expected);
    // Another case cannot know of the replacement, and says so.
    const other = start({}, play.usage, '2026-03-28T10:00:00+08:00');
    const request = { ...faulty, remedy: 'return_refund' as const, evidence: ['photo'], lines: pot };
    expect(guards(other.when(customer, 'request_return', request))).toEqual(['pieces_free']);
    play.pass('2026-06-17T23:59:59+08:00');
    expect(play.current.state).toBe('settled');
    play.pass('2026-06-18T00:00:00+08:00');
    expect(play.current.state).toBe('closed');
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

  describe('that never arrived', () => {
    const pot = { lineId: 'pot', pieces: 1 };

    /** The pot has left the shop, and the carrier cannot bring it back. */
    function lost(): Play {
      const lines = [
        line('cups', 3, 9_000),
        line('pot', 1, 6_000, { shipping: 'shipped', deliveredAt: null }),
      ];
      const play = requested({ remedy: 'refund_only', reason: 'not_received', lines: [pot] }, { lines });
      play.given(agent, 'approve', { lines: [pot] });
      play.settle(system, 'intercept_parcel', 'effect_failed');
      return play;
    }

    test('are refunded when they cannot be stopped, freight and all', () => {
      const play = lost();
      expect(play.current.deadlines.map(({ name }) => name)).toEqual(['shop_confirmation']);
      expect(play.current.effects.at(-1)).toMatchObject({ params: { task: 'lost_parcel' } });
      play.given(agent, 'settle', { missing: 'refund' });
      // 60.00 of 150.00, and as much of the freight of 8.00.
      expect(refunds(play.current)).toEqual([['money', yuan(6_320)]]);
      play.settle(system, 'refund_payment', 'effect_succeeded');
      expect(counts(play, 'pot')).toMatchObject({ refunded: 1, unreturned: 1 });
    });

    test('stay bought when they have come after all', () => {
      const play = lost();
      play.given(agent, 'settle', { missing: 'keep' });
      expect(play.current.state).toBe('settled');
      expect(counts(play, 'pot')).toMatchObject({ kept: 1 });
      expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(0);
    });

    test('are stopped after all when the carrier is asked again', () => {
      const play = lost();
      const stop = play.current.effects.find(({ type }) => type === 'intercept_parcel');
      play.given(agent, 'retry_effect', { key: stop?.key ?? '' });
      play.settle(system, 'intercept_parcel', 'effect_succeeded');
      expect(play.current.data).toMatchObject({ accepted: { pot: 1 }, lost: { pot: 0 } });
      play.given(agent, 'settle', { missing: 'keep' });
      expect(refunds(play.current)).toEqual([['money', yuan(6_320)]]);
    });
  });

  describe('for which nothing is due', () => {
    const pot = { lineId: 'pot', pieces: 1 };
    const unsent = [
      line('cups', 3, 9_000),
      line('pot', 1, 6_000, { shipping: 'not_shipped', deliveredAt: null }),
    ];

    test('are settled all the same when the order was refunded elsewhere', () => {
      const play = requested(
        { remedy: 'refund_only', lines: [pot] },
        { refundedMinor: 15_800, lines: unsent },
      );
      play.given(agent, 'approve', { lines: [pot] });
      expect(guards(play.when(agent, 'settle', { missing: 'keep' }))).toEqual(
        expect.arrayContaining(['goods_are_there', 'stops_done']),
      );
      play.settle(system, 'cancel_dispatch', 'effect_succeeded');
      play.given(agent, 'settle', { missing: 'keep' });
      expect(play.current.state).toBe('settled');
      expect(refunds(play.current)).toEqual([]);
      expect(counts(play, 'pot')).toMatchObject({ refunded: 1 });
    });

    test('are not settled before they are back', () => {
      const play = requested({ lines: [pot] }, { refundedMinor: 15_800 });
      play.given(agent, 'approve', { lines: [pot] });
      expect(guards(play.when(agent, 'settle', { missing: 'keep' }))).toContain('goods_are_there');
    });
  });
});
