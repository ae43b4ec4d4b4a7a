import { describe, expect, test } from 'vitest';
import {
  agent,
  awaiting,
  code,
  come,
  counts,
  customer,
  guards,
  line,
  type Play,
  platform,
  type Request,
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
import { returnPolicy } from '../../../test/returnPolicy.js';
import { paidKey } from '../../authority/index.js';
import { replay } from '../../evolve/index.js';
import type { OrderLine } from './index.js';
import { returnsSoFar } from './returnsSoFar.js';

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

  test('with replacements a settled case closes like any other: what is claimed later is a case of its own', () => {
    const play = returned(exchange(6_000));
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'ship_goods', 'effect_succeeded');
    play.pass('2026-03-18T23:59:59+08:00');
    expect(play.current.state).toBe('settled');
    play.pass('2026-03-19T00:00:00+08:00');
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

describe('a claim on a replacement has a fault of its own', () => {
  const POT = [{ lineId: 'pot', pieces: 1 }];

  // Of the way out, 8.00, the pot bears 3.20. The way back cost 12.00.
  test.each([
    ['no_reason', [], 'defective', ['photo'], 'shop', 320, 1_200],
    ['defective', ['photo'], 'no_reason', [], 'none', 0, 0],
  ] as const)('%s, and then %3$s', (first, shown, second, more, fault, outboundMinor, backMinor) => {
    const play = returned({ remedy: 'exchange', reason: first, evidence: shown, lines: POT });
    play.given(agent, 'settle', { missing: 'keep' });
    if (first === 'defective') play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    play.given(customer, 'claim', { remedy: 'return_refund', reason: second, evidence: more, lines: POT });
    expect(play.current.data.fault).toBe(fault);
    play.given(agent, 'approve', { lines: POT });
    sent(play, 'p9', 1, 'pot');
    come(play, 'p9', 1, 'pot');
    shelved(play, 1, 0, 'pot');
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ goodsMinor: 6_000, outboundMinor, backMinor });
  });

  test('and evidence of its own', () => {
    const play = returned({ remedy: 'exchange', reason: 'defective', evidence: ['photo'], lines: POT });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    play.given(customer, 'claim', {
      remedy: 'return_refund',
      reason: 'defective',
      evidence: [],
      lines: POT,
    });
    expect(code(play.when(agent, 'approve', { lines: POT }))).toBe('evidence_missing');
    play.given(agent, 'ask_evidence', { evidence: ['photo'] });
    play.given(customer, 'add_evidence', { evidence: ['photo'] });
    expect(code(play.when(agent, 'approve', { lines: POT }))).toBe('ok');
  });

  test('of an older version keeps the fault that it had', () => {
    const play = returned({ remedy: 'exchange', reason: 'no_reason', lines: POT });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'ship_goods', 'effect_succeeded');
    const { events } = play;
    play.given(customer, 'claim', {
      remedy: 'return_refund',
      reason: 'defective',
      evidence: ['photo'],
      lines: POT,
    });
    const old = events.map((event) => {
      const { fault: _, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(replay(returnPolicy(), old).data.fault).toBe('none');
    expect(replay(returnPolicy(), events).data.fault).toBe('shop');
  });
});

// Delivered on 5 March; 14 days end with 19 March.
test.each([
  ['2026-03-19T23:59:59+08:00', []],
  ['2026-03-20T00:00:00+08:00', ['in_time']],
])('goods that came after the case was opened are claimed about at %s: %s', (now, expected) => {
  const pot = { shipping: 'shipped', deliveredAt: null } as const;
  const lines = [line('cups', 3, 9_000), line('pot', 1, 6_000, pot)];
  const cup = [{ lineId: 'cups', pieces: 1 }];
  const missing = { remedy: 'resend', reason: 'missing_pieces', evidence: ['photo'], lines: cup } as const;
  const play = requested({ ...missing, evidence: ['photo'], lines: cup }, { lines });
  play.given(agent, 'approve', { lines: cup });
  play.given(agent, 'settle', { missing: 'keep' });
  play.settle(system, 'ship_goods', 'effect_succeeded');
  const come = line('pot', 1, 6_000, { deliveredAt: '2026-03-05T10:00:00+08:00' });
  play.facts = { ...play.facts, lines: [line('cups', 3, 9_000), come] };
  play.now = now;
  const claim = { ...request, lines: [{ lineId: 'pot', pieces: 1 }] };
  expect(guards(play.when(customer, 'claim', claim))).toEqual(expected);
});

test.each([
  ['refund_only', 'late_delivery', ['lines_fit_remedy']],
  ['return_refund', 'no_reason', []],
] as const)('a claim fits where the goods are: %s of delivered ones', (remedy, reason, expected) => {
  const play = returned();
  play.given(agent, 'settle', { missing: 'keep' });
  play.settle(system, 'refund_payment', 'effect_succeeded');
  const claim = { remedy, reason, lines: [{ lineId: 'pot', pieces: 1 }], evidence: [] };
  expect(guards(play.when(customer, 'claim', claim))).toEqual(expected);
});

test('a replacement for what never came can be sent back, whatever the carrier says of the first', () => {
  const cups = [{ lineId: 'cups', pieces: 3 }];
  const lines = [line('cups', 3, 9_000, { shipping: 'shipped', deliveredAt: null }), line('pot', 1, 6_000)];
  const play = requested({ remedy: 'resend', reason: 'not_received', lines: cups }, { lines });
  play.given(agent, 'approve', { lines: cups });
  play.given({ id: 'o1', role: 'owner' }, 'settle', { missing: 'keep' });
  play.settle(system, 'ship_goods', 'effect_succeeded');
  expect(guards(play.when(customer, 'claim', { ...request, lines: cups }))).toEqual([]);
});

describe('a claim on a replacement that comes to nothing', () => {
  const POT = [{ lineId: 'pot', pieces: 1 }];
  const about = (reason: Request['reason']): Request => ({
    remedy: 'return_refund',
    reason,
    evidence: ['photo'],
    lines: POT,
  });
  const approved = (play: Play) => {
    play.given(agent, 'approve', { lines: POT });
    play.settle(system, 'arrange_return', 'effect_succeeded');
  };

  /** A faulty pot has been exchanged for another one, about which the customer claims. */
  function claimed(): Play {
    const play = returned({ remedy: 'exchange', reason: 'defective', evidence: ['photo'], lines: POT });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    play.given(customer, 'claim', about('no_reason'));
    return play;
  }

  const ended: Record<string, (play: Play) => void> = {
    'is given up': (play) => play.given(customer, 'cancel', {}),
    'is given up in a talk about it': (play) => {
      play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 100 });
      play.given(customer, 'cancel', {});
    },
    'is given up once agreed upon': (play) => {
      approved(play);
      play.given(customer, 'cancel', {});
    },
    'is about goods that are kept': (play) => {
      approved(play);
      play.given(customer, 'keep_goods', { lines: POT });
    },
    'is refused': (play) => {
      play.given(agent, 'reject', { ground: 'used_beyond_trial', note: 'Scratched.' });
      play.pass('2026-03-20T00:00:00+08:00');
    },
    'is dismissed': (play) => {
      play.given(customer, 'dispute', { evidence: [] });
      play.given(platform, 'dismiss', {});
    },
    'is not followed by a parcel': (play) => {
      approved(play);
      play.pass('2026-03-11T00:00:00+08:00');
      play.pass('2026-04-12T00:00:00+08:00');
    },
  };

  test.each(Object.entries(ended))('leaves the replacement under warranty when it %s', (_, end) => {
    const play = claimed();
    end(play);
    expect(play.current.approvals.every(({ status }) => status !== 'held')).toBe(true);
    // Faults count for 90 days from the settlement, in a case of their own.
    const returns = returnsSoFar([play.current]);
    const later = start({ returns }, play.usage, '2026-05-20T00:00:00+08:00', 'case-2');
    later.given(customer, 'request_return', about('defective'));
    approved(later);
    come(later, 'p9', 1, 'pot');
    shelved(later, 1, 0, 'pot');
    later.given(agent, 'settle', { missing: 'keep' });
    later.settle(system, 'refund_payment', 'effect_succeeded');
    expect(counts(later, 'pot')).toMatchObject({ bought: 1, refunded: 1 });
    const again = start(
      { returns: returnsSoFar([later.current, play.current]) },
      later.usage,
      later.now,
      'case-3',
    );
    expect(guards(again.when(customer, 'request_return', about('defective')))).toEqual(['pieces_free']);
  });
});

describe('goods that came in an exchange', () => {
  const POT = [{ lineId: 'pot', pieces: 1 }];
  const offered = (priceMinor: number) => [
    line('cups', 3, 9_000),
    line('pot', 1, 6_000, {
      replacements: [
        { sku: 'kettle', priceMinor },
        { sku: 'urn', priceMinor: 8_000 },
      ],
    }),
  ];
  const toGive = ({ current }: Play) => {
    const { plan } = current.data;
    return [plan?.refundMinor, plan?.toPayMinor, plan?.shipments];
  };
  const finish = (play: Play) => {
    const open = () =>
      play.current.effects.filter(({ status }) => status === 'pending').map(({ type }) => type);
    for (const type of ['request_payment', 'refund_payment', 'reimburse_freight', 'ship_goods']) {
      if (open().includes(type)) play.settle(system, type, 'effect_succeeded');
    }
    expect(play.current.state).toBe('settled');
  };
  /** The pot, 60.00, has been exchanged for a kettle. */
  const withKettle = (priceMinor: number): Play => {
    const wanted = { sku: 'kettle', priceMinor };
    const lines = [{ lineId: 'pot', pieces: 1, replacement: wanted }];
    const play = returned({ remedy: 'exchange', reason: 'no_reason', lines }, { lines: offered(priceMinor) });
    play.given(agent, 'settle', { missing: 'keep' });
    finish(play);
    return play;
  };
  const claimed = (play: Play, more: Partial<Request>) => {
    play.given(customer, 'claim', {
      remedy: 'exchange',
      reason: 'defective',
      evidence: ['photo'],
      lines: POT,
      ...more,
    });
    play.given(agent, 'approve', {
      lines: more.lines?.map(({ lineId, pieces }) => ({ lineId, pieces })) ?? POT,
    });
    for (const { lineId, pieces } of more.lines ?? POT) {
      come(play, `again ${lineId}`, pieces, lineId);
      shelved(play, pieces, 0, lineId);
    }
    play.given(agent, 'settle', { missing: 'keep' });
  };
  const kettle = (priceMinor: number): Request['lines'] => [
    { lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor } },
  ];

  test.each([5_000, 6_000, 7_500])('at %i are exchanged for the same again and again at no cost', (price) => {
    const play = withKettle(price);
    for (const lines of [kettle(price), POT]) {
      claimed(play, { lines });
      expect(toGive(play)).toEqual([0, 0, [{ sku: 'kettle', pieces: 1 }]]);
      finish(play);
    }
  });

  // The urn costs 80.00.
  test.each([
    [5_000, 3_000],
    [7_500, 500],
  ])('at %i are worth their own price in the next exchange', (price, toPayMinor) => {
    const play = withKettle(price);
    const lines = [{ lineId: 'pot', pieces: 1, replacement: { sku: 'urn', priceMinor: 8_000 } }];
    claimed(play, { lines });
    expect(toGive(play)).toEqual([0, toPayMinor, [{ sku: 'urn', pieces: 1 }]]);
    finish(play);
    claimed(play, { remedy: 'return_refund' });
    expect(play.current.data.plan?.goodsMinor).toBe(8_000);
  });

  // No reason: 60.00 of the pot, or what it was exchanged for, stay with the customer in both ways of reckoning.
  test.each([
    [5_000, 'no_reason'],
    [5_000, 'defective'],
    [7_500, 'no_reason'],
    [7_500, 'defective'],
  ] as const)('at %i stay with the customer at that price when the rest goes back: %s', (price, reason) => {
    const play = withKettle(price);
    claimed(play, { remedy: 'return_refund', reason, lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(play.current.data.plan?.goodsMinor).toBe(9_000);
    finish(play);
    claimed(play, { remedy: 'return_refund', reason });
    expect(play.current.data.plan?.goodsMinor).toBe(price);
  });

  test('are sent again by themselves, beside what was bought', () => {
    const kettles = { sku: 'kettle', priceMinor: 3_000 };
    const lines = [{ lineId: 'cups', pieces: 1, replacement: kettles }];
    const play = returned({ remedy: 'exchange', reason: 'no_reason', lines });
    play.given(agent, 'settle', { missing: 'keep' });
    finish(play);
    claimed(play, { lines: [{ lineId: 'cups', pieces: 2 }] });
    expect(toGive(play)).toEqual([
      0,
      0,
      [
        { sku: 'kettle', pieces: 1 },
        { sku: 'cups', pieces: 1 },
      ],
    ]);
  });
});

describe('figures of the customer’s own', () => {
  const replacements = [{ sku: 'kettle', priceMinor: 7_500 }];
  const lines = [line('cups', 3, 9_000), line('pot', 1, 6_000, { replacements })];
  const forKettle = (priceMinor: number, sku = 'kettle'): Request => ({
    ...request,
    remedy: 'exchange',
    lines: [{ lineId: 'pot', pieces: 1, replacement: { sku, priceMinor } }],
  });

  test.each([
    [7_499, ['figures_of_shop']],
    [7_500, []],
    [7_501, ['figures_of_shop']],
  ])('%i for goods of 7500 in an exchange', (priceMinor, expected) => {
    const play = start({ lines });
    expect(guards(play.when(customer, 'request_return', forKettle(priceMinor)))).toEqual(expected);
    // Staff answer for the price that they name.
    expect(code(play.when(agent, 'request_return', forKettle(priceMinor)))).toBe('ok');
  });

  test('goods that the shop has not named are not exchanged for by the customer alone', () => {
    const params = forKettle(0, 'golden pot');
    expect(guards(start({ lines }).when(customer, 'request_return', params))).toEqual(['figures_of_shop']);
    expect(guards(start().when(customer, 'request_return', params))).toEqual(['figures_of_shop']);
  });

  test('a claim names no price either', () => {
    const play = returned({ ...forKettle(6_000), reason: 'defective', evidence: ['photo'] });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'reimburse_freight', 'effect_succeeded');
    play.settle(system, 'ship_goods', 'effect_succeeded');
    const claim = { ...forKettle(5_999), reason: 'defective', evidence: ['photo'] } as const;
    expect(guards(play.when(customer, 'claim', claim))).toEqual(['figures_of_shop']);
    expect(code(play.when(customer, 'claim', { ...claim, lines: forKettle(6_000).lines }))).toBe('ok');
  });

  const partial = (amountMinor: number) => ({ remedy: 'partial_refund', amountMinor }) as const;
  const faulty: Partial<Request> = { reason: 'defective', evidence: ['photo'] };

  test('an amount for goods that stay is the shop’s to name', () => {
    const play = awaiting(faulty);
    expect(guards(play.when(customer, 'change_remedy', partial(1)))).toEqual(['figures_of_shop']);
    expect(code(play.when(agent, 'change_remedy', partial(15_000)))).toBe('ok');
    expect(guards(play.when(agent, 'change_remedy', partial(15_001)))).toEqual(['offer_within_price']);
  });

  test('what the shop has offered can be taken', () => {
    const play = requested(faulty);
    play.given(agent, 'offer', { remedy: 'return_refund', amountMinor: 2_000 });
    play.given(customer, 'accept_offer', {});
    expect(code(play.when(customer, 'change_remedy', partial(2_000)))).toBe('ok');
    expect(guards(play.when(customer, 'change_remedy', partial(2_001)))).toEqual(['figures_of_shop']);
  });

  test('nothing is changed while goods are being stopped, and goods on their way do not stay for less', () => {
    const lines = [line('cups', 3, 9_000, { shipping: 'shipped', deliveredAt: null })];
    const late = { lines, paid: yuan(9_800) };
    const play = requested({ remedy: 'refund_only', reason: 'late_delivery' }, late);
    play.given(agent, 'approve', { lines: [{ lineId: 'cups', pieces: 3 }] });
    expect(guards(play.when(agent, 'change_remedy', partial(1_000)))).toEqual([
      'lines_fit_remedy',
      'stops_done',
    ]);
    play.settle(system, 'intercept_parcel', 'effect_failed');
    expect(guards(play.when(agent, 'change_remedy', partial(1_000)))).toEqual(['lines_fit_remedy']);
    // They have come in the meantime.
    play.facts = { ...play.facts, lines: [line('cups', 3, 9_000)] };
    expect(code(play.when(agent, 'change_remedy', partial(1_000)))).toBe('ok');
  });
});

describe('a difference that is paid after it was given up', () => {
  const inThePlace = (sku: string, priceMinor: number, lineId: string, pieces: number): Partial<Request> => ({
    remedy: 'exchange',
    reason: 'no_reason',
    lines: [{ lineId, pieces, replacement: { sku, priceMinor } }],
  });
  const asked = ({ current }: Play) => current.effects.filter(({ type }) => type === 'request_payment');
  const shipped = ({ current }: Play) =>
    current.effects.filter(({ type }) => type === 'ship_goods').map(({ params }) => params.goods);
  const tasks = ({ current }: Play) =>
    current.effects.filter(({ params }) => params.task === 'difference_paid_too_late').length;
  const lapsed = (play: Play) => {
    play.given(agent, 'settle', { missing: 'keep' });
    play.pass('2026-03-20T00:00:00+08:00');
    expect(play.current.state).toBe('inspecting');
    return play;
  };

  test('does not pay a refund out once more that has taken its place', () => {
    const play = lapsed(returned(inThePlace('kettle', 7_500, 'pot', 1)));
    play.given(customer, 'change_remedy', { remedy: 'return_refund', amountMinor: 0 });
    play.given(agent, 'settle', { missing: 'keep' });
    play.given(system, 'effect_succeeded', { key: asked(play)[0]?.key ?? '' });
    expect(refunds(play.current)).toEqual([['money', yuan(6_000)]]);
    expect(tasks(play)).toBe(1);
    expect(play.current.data.differencePaidMinor).toBe(0);
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
  });

  test('counts once when the same difference has been asked for again', () => {
    const play = lapsed(returned(inThePlace('kettle', 7_500, 'pot', 1)));
    play.given(agent, 'settle', { missing: 'keep' });
    const [first, second] = asked(play);
    play.given(system, 'effect_succeeded', { key: first?.key ?? '' });
    play.given(system, 'effect_succeeded', { key: second?.key ?? '' });
    expect(shipped(play)).toEqual([[{ sku: 'kettle', pieces: 1 }]]);
    expect(play.current.data.differencePaidMinor).toBe(1_500);
    expect(tasks(play)).toBe(1);
  });

  test('is not taken for a greater one that is asked for since', () => {
    const play = awaiting(inThePlace('mug', 4_000, 'cups', 3));
    come(play, 'p1', 1);
    shelved(play, 1);
    lapsed(play);
    come(play, 'p2', 2);
    shelved(play, 2);
    play.given(agent, 'settle', { missing: 'keep' });
    const [first, second] = asked(play);
    play.given(system, 'effect_succeeded', { key: first?.key ?? '' });
    expect([play.current.data.differencePaidMinor, shipped(play), tasks(play)]).toEqual([0, [], 1]);
    play.given(system, 'effect_succeeded', { key: second?.key ?? '' });
    expect(play.current.data.differencePaidMinor).toBe(3_000);
    expect(shipped(play)).toEqual([[{ sku: 'mug', pieces: 3 }]]);
  });

  test('is nothing that the customer is asked for again', () => {
    const play = returned(inThePlace('kettle', 7_500, 'pot', 1));
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'request_payment', 'effect_failed');
    const key = asked(play)[0]?.key ?? '';
    expect(code(play.when(agent, 'retry_effect', { key }))).toBe('ok');
    play.pass('2026-03-20T00:00:00+08:00');
    expect(guards(play.when(agent, 'retry_effect', { key }))).toEqual(['part_is_due']);
  });

  test('is a task for somebody in a closed case too', () => {
    const play = lapsed(returned(inThePlace('kettle', 7_500, 'pot', 1)));
    play.given(customer, 'change_remedy', { remedy: 'return_refund', amountMinor: 0 });
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    play.given(agent, 'close', {});
    play.given(system, 'effect_succeeded', { key: asked(play)[0]?.key ?? '' });
    expect([play.current.state, tasks(play)]).toEqual(['closed', 1]);
  });
});

describe('goods that are sold out', () => {
  const POT = [{ lineId: 'pot', pieces: 1 }];
  const kettle = (priceMinor: number): Request['lines'] => [
    { lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor } },
  ];

  /** A pot of 60.00 has come back for a kettle that cannot be sent. */
  function soldOut(lines: Request['lines'], reason: Request['reason']): Play {
    const play = requested({ remedy: 'exchange', reason, evidence: ['photo'], lines });
    play.given(agent, 'approve', { lines: POT });
    sent(play, 'p1', 1, 'pot');
    come(play, 'p1', 1, 'pot');
    shelved(play, 1, 0, 'pot');
    play.given(agent, 'settle', { missing: 'keep' });
    for (const type of ['request_payment', 'refund_payment', 'reimburse_freight']) {
      if (play.current.effects.some((effect) => effect.type === type))
        play.settle(system, type, 'effect_succeeded');
    }
    expect(guards(play.when(agent, 'give_up_settlement', {}))).toContain('only_shipment_failed');
    play.settle(system, 'ship_goods', 'effect_failed');
    return play;
  }

  // Of the way out, 8.00, the pot bears 3.20. What the kettle costs more or less has been evened out before.
  test.each([
    [6_000, 'no_reason', 6_000, 0],
    [6_000, 'defective', 6_320, 1_200],
    [5_000, 'no_reason', 5_000, 0],
    [5_000, 'defective', 5_320, 1_200],
    [7_500, 'no_reason', 7_500, 0],
    [7_500, 'defective', 7_820, 1_200],
  ] as const)('at %i are paid for: %s', (priceMinor, reason, refundMinor, backMinor) => {
    const play = soldOut(kettle(priceMinor), reason);
    play.given(agent, 'give_up_settlement', {});
    expect(play.current.state).toBe('inspecting');
    play.given(customer, 'change_remedy', { remedy: 'return_refund', amountMinor: 0 });
    play.given(agent, 'settle', { missing: 'keep' });
    expect(play.current.data.plan).toMatchObject({ id: 'settlement-2', refundMinor, backMinor: 0 });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.current.state).toBe('settled');
    expect(counts(play, 'pot')).toMatchObject({ refunded: 1, restocked: 1 });
    const paidBefore = Math.max(0, 6_000 - priceMinor);
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(refundMinor + paidBefore);
    expect(play.usage['freight_back|CNY|order-1']?.amount ?? 0).toBe(backMinor);
    expect(play.usage['returned|7|order-1|pot']?.amount).toBe(1);
    expect(replay(returnPolicy(), play.events)).toEqual(play.current);
  });

  test('leave the wear to be taken off that the difference was not enough for', () => {
    const play = requested({ remedy: 'exchange', lines: kettle(5_000) });
    play.given(agent, 'approve', { lines: POT });
    play.given(customer, 'send_parcel', {
      parcelId: 'p1',
      carrier: 'sf',
      trackingNumber: 'p1',
      freight: { costMinor: 800, paidBy: 'shop' },
      lines: POT,
    });
    come(play, 'p1', 1, 'pot');
    shelved(play, 1, 500, 'pot');
    play.given(agent, 'settle', { missing: 'keep' });
    // Of 10.00, 8.00 are for the way back.
    expect(play.current.data.plan).toMatchObject({ deductedMinor: 1_000, wearMinor: 200, refundMinor: 0 });
    play.settle(system, 'ship_goods', 'effect_failed');
    play.given(agent, 'give_up_settlement', {});
    expect(play.current.data.deductedMinor).toBe(300);
  });

  test('are sent later, when the shop has them again', () => {
    const play = soldOut(POT, 'defective');
    const key = play.current.effects.find(({ type }) => type === 'ship_goods')?.key ?? '';
    expect(code(play.when(agent, 'retry_effect', { key }))).toBe('ok');
    play.given(agent, 'give_up_settlement', {});
    // Not under the settlement that was given up.
    expect(guards(play.when(agent, 'retry_effect', { key }))).toEqual(['part_is_due']);
    play.given(agent, 'settle', { missing: 'keep' });
    expect(guards(play.when(agent, 'retry_effect', { key }))).toEqual(['part_is_due']);
    const late = play.given(system, 'effect_succeeded', { key });
    expect(late.effects).toMatchObject([{ params: { task: 'settled_too_late' } }]);
    play.settle(system, 'ship_goods', 'effect_succeeded');
    expect(counts(play, 'pot')).toMatchObject({ replaced: 1 });
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

  test('a part of the price that could not be paid is still what was offered', () => {
    const play = requested({ reason: 'defective', evidence: ['photo'] });
    play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 2_000 });
    play.given(customer, 'accept_offer', {});
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_failed');
    play.given(agent, 'give_up_settlement', {});
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(0);
    play.given(agent, 'settle', { missing: 'keep' });
    play.settle(system, 'refund_payment', 'effect_succeeded');
    expect(play.usage[paidKey('order-1', 'CNY')]?.amount).toBe(2_000);
  });

  test('a part of the price is not agreed upon before somebody has named it', () => {
    const faulty = { remedy: 'partial_refund', reason: 'defective', evidence: ['photo'] } as const;
    const play = requested({ ...faulty, evidence: ['photo'] });
    const all = { lines: [{ lineId: 'cups', pieces: 3 }] };
    expect(new Set(guards(play.when(agent, 'approve', all)))).toEqual(new Set(['amount_named']));
    play.given(agent, 'offer', { remedy: 'partial_refund', amountMinor: 2_000 });
    expect(code(play.when(agent, 'approve', all))).toBe('ok');
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

  // Of the way out, 8.00, the pot bears 3.20. The way back cost 12.00.
  test.each([
    ['no_reason', 0, 0],
    ['late_delivery', 160, 600],
  ] as const)(
    'goods that left all the same come back as others do: %s',
    (reason, outboundMinor, backMinor) => {
      const pot = [{ lineId: 'pot', pieces: 1 }];
      const play = requested({ remedy: 'refund_only', reason, lines: pot }, halfway);
      play.given(agent, 'approve', { lines: pot });
      play.settle(system, 'cancel_dispatch', 'effect_failed');
      play.facts = { ...play.facts, lines: [line('cups', 3, 9_000), line('pot', 1, 6_000)] };
      play.given(customer, 'change_remedy', { remedy: 'return_refund', amountMinor: 0 });
      sent(play, 'p1', 1, 'pot');
      come(play, 'p1', 1, 'pot');
      shelved(play, 1, 0, 'pot');
      play.given(agent, 'settle', { missing: 'keep' });
      expect(play.current.data.plan).toMatchObject({ goodsMinor: 6_000, outboundMinor, backMinor });
    },
  );

  test('goods that were delivered are not refunded alone', () => {
    expect(guards(start().when(customer, 'request_return', { ...request, remedy: 'refund_only' }))).toEqual([
      'lines_fit_remedy',
    ]);
  });

  describe('that never arrived', () => {
    const pot = { lineId: 'pot', pieces: 1 };

    const onItsWay = { shipping: 'shipped', deliveredAt: null } as const;

    /** The pot has left the shop, and the carrier cannot bring it back. */
    function lost(more: Partial<OrderLine> = onItsWay): Play {
      const lines = [line('cups', 3, 9_000), line('pot', 1, 6_000, more)];
      const play = requested({ remedy: 'refund_only', reason: 'not_received', lines: [pot] }, { lines });
      play.given(agent, 'approve', { lines: [pot] });
      play.settle(system, 'intercept_parcel', 'effect_failed');
      return play;
    }

    test.each([
      ['on its way', onItsWay],
      ['delivered', {}],
    ])('are refunded when they cannot be stopped, freight and all: %s by the carrier’s word', (_, more) => {
      const play = lost(more);
      expect(play.current.deadlines.map(({ name }) => name)).toEqual(['shop_confirmation']);
      expect(play.current.effects.at(-1)).toMatchObject({ params: { task: 'lost_parcel' } });
      play.given(agent, 'settle', { missing: 'refund' });
      // 60.00 of 150.00, and as much of the freight of 8.00.
      expect(refunds(play.current)).toEqual([['money', yuan(6_320)]]);
      play.settle(system, 'refund_payment', 'effect_succeeded');
      expect(counts(play, 'pot')).toMatchObject({ refunded: 1, unreturned: 1 });
    });

    test('are refunded when the customer no longer wants them sent again', () => {
      const lines = [line('cups', 3, 9_000), line('pot', 1, 6_000, onItsWay)];
      const play = requested({ remedy: 'resend', reason: 'not_received', lines: [pot] }, { lines });
      play.given(agent, 'approve', { lines: [pot] });
      play.given(customer, 'change_remedy', { remedy: 'refund_only', amountMinor: 0 });
      play.settle(system, 'intercept_parcel', 'effect_failed');
      play.given(agent, 'settle', { missing: 'refund' });
      expect(refunds(play.current)).toEqual([['money', yuan(6_320)]]);
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
      const settled = play.given(agent, 'settle', { missing: 'keep' });
      expect(play.current.state).toBe('settled');
      expect(settled.effects.map(({ params }) => params)).toEqual([
        { customerId: 'customer-1', template: 'return_settled' },
      ]);
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

test('an address that is told late sends nobody to post what is refunded without it', () => {
  const unsent = line('pot', 1, 6_000, { shipping: 'not_shipped', deliveredAt: null });
  const play = requested({}, { lines: [line('cups', 3, 9_000), unsent] });
  play.given(agent, 'approve', { lines: [...request.lines] });
  come(play, 'p1', 3);
  shelved(play, 3);
  play.given(agent, 'settle', { missing: 'keep' });
  play.settle(system, 'refund_payment', 'effect_succeeded');
  const pot = [{ lineId: 'pot', pieces: 1 }];
  play.given(agent, 'claim', { remedy: 'refund_only', reason: 'late_delivery', lines: pot, evidence: [] });
  play.given(agent, 'approve', { lines: pot });
  play.settle(system, 'arrange_return', 'effect_succeeded');
  expect(play.current.state).toBe('approved');
});
