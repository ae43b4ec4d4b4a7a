import { describe, expect, test } from 'vitest';
import { agreed, type OrderReturns, refundOf, startReturns } from '../../../test/orderReturns.js';
import {
  agent,
  facts,
  guards,
  line,
  platform,
  type Request,
  system,
  yuan,
} from '../../../test/returnPlays.js';
import { returnsSoFar } from './returnsSoFar.js';

const owner = { id: 'o1', role: 'owner' };
const POT = [{ lineId: 'pot', pieces: 1 }];
const CUPS = [{ lineId: 'cups', pieces: 3 }];

/** 3 cups for 90.00 and a pot for 60.00, without freight. */
const order = { ...facts, paid: yuan(15_000), outbound: { costMinor: 0, paidBy: 'shop' as const } };

const forKettle = (priceMinor: number): Partial<Request> => ({
  remedy: 'exchange',
  lines: [{ lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor } }],
});
const faulty = { reason: 'defective', evidence: ['photo'] } as const;

// The pot cost 60.00.
describe.each([5_000, 6_000, 7_500])('a pot is exchanged for a kettle of %i in one case', (price) => {
  const exchanged = () => {
    const returns = startReturns(order);
    returns.settle(agreed(returns, forKettle(price)));
    return returns;
  };

  test.each([{}, faulty])('and the rest comes back in others, each at its price: %j', (why) => {
    const returns = exchanged();
    expect(refundOf(returns, { ...why, lines: CUPS })).toBe(9_000);
    expect(refundOf(returns, { ...why, lines: POT })).toBe(price);
    expect(returns.refundedMinor - returns.differencesMinor).toBe(15_000);
  });

  test('and comes back first', () => {
    const returns = exchanged();
    expect(refundOf(returns, { lines: POT })).toBe(price);
    expect(refundOf(returns, { lines: CUPS })).toBe(9_000);
  });

  test('and is exchanged for the same again in another, at no cost', () => {
    const returns = exchanged();
    const [refunded, paid] = [returns.refundedMinor, returns.differencesMinor];
    for (const more of [forKettle(price), { remedy: 'exchange', lines: POT } as const]) {
      const settled = returns.settle(agreed(returns, { ...more, ...faulty }));
      expect(settled.data.lastPlan?.shipments).toEqual([{ sku: 'kettle', pieces: 1 }]);
    }
    expect([returns.refundedMinor, returns.differencesMinor]).toEqual([refunded, paid]);
    expect(refundOf(returns, { lines: POT })).toBe(price);
    expect(guards(returns.open(agent, { lines: POT }))).toEqual(['pieces_free']);
  });

  test('and is claimed about in that case or another, not in both', () => {
    const returns = exchanged();
    agreed(returns, { ...faulty, lines: POT });
    const claim = { ...faulty, evidence: ['photo'], remedy: 'return_refund', lines: POT } as const;
    expect(returns.give('return-1', agent, 'claim', { ...claim, lines: [...POT] }).ok).toBe(true);
    const approved = returns.give('return-1', owner, 'approve', { lines: POT });
    expect(guards(approved)).toContain('pieces_free');
  });
});

test.each([5_000, 7_500])('what is held for an exchange for goods of %i changes no other refund', (price) => {
  const returns = startReturns(order);
  const exchange = agreed(returns, forKettle(price));
  expect(refundOf(returns, { lines: [{ lineId: 'cups', pieces: 1 }] })).toBe(3_000);
  const [payment] = [returns.give(exchange, agent, 'receive_parcel', { parcelId: 'p', lines: POT })];
  expect(payment.ok).toBe(true);
  expect(refundOf(returns, { lines: [{ lineId: 'cups', pieces: 2 }] })).toBe(6_000);
});

describe('what was held for goods that the customer keeps after all changes no other refund', () => {
  const cup = { lines: [{ lineId: 'cups', pieces: 1 }] };

  test('at once', () => {
    const returns = startReturns(order);
    const exchange = agreed(returns, forKettle(1_000));
    expect(returns.give(exchange, agent, 'keep_goods', { lines: POT }).ok).toBe(true);
    expect(refundOf(returns, cup)).toBe(3_000);
  });

  test('because nobody sends them', () => {
    const returns = startReturns(order);
    const exchange = agreed(returns, forKettle(1_000));
    const { key } = returns.cases.get(exchange)?.effects.find(({ type }) => type === 'arrange_return') ?? {};
    expect(returns.give(exchange, system, 'effect_succeeded', { key: key ?? '' }).ok).toBe(true);
    // 7 days to send them, and 30 to take the case up again.
    for (const now of ['2026-03-11T10:00:00+08:00', '2026-04-11T10:00:00+08:00']) {
      returns.now = now;
      returns.lapse(exchange);
    }
    expect(returns.cases.get(exchange)?.state).toBe('closed');
    expect(refundOf(returns, { ...cup, ...faulty, evidence: ['photo'] })).toBe(3_000);
  });
});

test('a difference that is paid for goods that have not been sent changes no other refund', () => {
  const returns = startReturns(order);
  const exchange = agreed(returns, forKettle(7_500));
  const pot = { lineId: 'pot', pieces: 1, condition: 'as_sold', disposal: 'restock' } as const;
  returns.give(exchange, agent, 'receive_parcel', { parcelId: 'p', lines: POT });
  returns.give(exchange, agent, 'inspect', pot);
  returns.give(exchange, owner, 'settle', { missing: 'keep' });
  const asked = returns.cases.get(exchange)?.effects.find(({ type }) => type === 'request_payment');
  expect(returns.give(exchange, system, 'effect_succeeded', { key: asked?.key ?? '' }).ok).toBe(true);
  expect(returns.differencesMinor).toBe(1_500);
  expect(returnsSoFar([...returns.cases.values()])[0]).toMatchObject({
    differencePaidMinor: 0,
    replaced: [],
    supplements: [],
  });
  expect(refundOf(returns, { lines: CUPS })).toBe(9_000);
});

// A fault counts for 90 days: of the cups from 1 March 2026 to the end of 30 May, of what came on 3 March until 1 June.
test.each([
  ['2026-05-30T23:59:59+08:00', [], []],
  ['2026-05-31T00:00:00+08:00', [], ['in_time']],
  ['2026-06-01T23:59:59+08:00', [], ['in_time']],
  ['2026-06-02T00:00:00+08:00', ['in_time'], ['in_time']],
])('at %s a replacement of another case is claimed about: %j; with what was bought: %j', (now, one, all) => {
  const returns = startReturns(order);
  const cup = { remedy: 'exchange', lines: [{ lineId: 'cups', pieces: 1 }] } as const;
  returns.settle(agreed(returns, cup));
  returns.now = now;
  const wanted = { ...faulty, evidence: ['photo'], remedy: 'return_refund' } as const;
  const asked = (pieces: number) =>
    guards(returns.open(agent, { ...wanted, lines: [{ lineId: 'cups', pieces }] }));
  expect(asked(3)).toEqual(all);
  expect(asked(1)).toEqual(one);
});

describe('a part of the price of goods that stay', () => {
  /** 30.00 of 90.00 for three cups. */
  const forLess = (returns: OrderReturns, amountMinor = 3_000, lines: Request['lines'] = CUPS): string => {
    const opened = returns.open(agent, { ...faulty, evidence: ['photo'], remedy: 'partial_refund', lines });
    if (!opened.ok) throw new Error(opened.refusal.message);
    const { id } = opened.next;
    expect(returns.give(id, owner, 'offer', { remedy: 'partial_refund', amountMinor }).ok).toBe(true);
    expect(returns.give(id, agent, 'accept_offer', {}).ok).toBe(true);
    return id;
  };

  test.each([true, false])('is taken off no other goods: settled %s', (isSettled) => {
    const returns = startReturns(order);
    const kept = forLess(returns);
    if (isSettled) returns.settle(kept);
    expect(refundOf(returns, { lines: POT })).toBe(6_000);
    if (!isSettled) returns.settle(kept);
    expect(refundOf(returns, { lines: CUPS })).toBe(6_000);
    expect(returns.refundedMinor).toBe(15_000);
  });

  test('is offered, and the goods go back in no other case until it is settled or given up', () => {
    const returns = startReturns(order);
    const before = returns.open(agent, { lines: [{ lineId: 'cups', pieces: 1 }] });
    const kept = forLess(returns);
    expect(guards(returns.open(agent, { lines: [{ lineId: 'cups', pieces: 1 }] }))).toEqual(['pieces_free']);
    const lines = [{ lineId: 'cups', pieces: 1 }];
    expect(guards(returns.give(before.ok ? before.next.id : '', owner, 'approve', { lines }))).toContain(
      'pieces_free',
    );
    expect(returns.give(kept, agent, 'cancel', {}).ok).toBe(true);
    expect(refundOf(returns, { lines: CUPS })).toBe(9_000);
    expect(returns.refundedMinor).toBe(9_000);
  });

  test('is not offered, nor agreed to by a superior, for goods that go back in another case', () => {
    const returns = startReturns({ ...order, lines: [line('cups', 3, 90_000)], paid: yuan(90_000) });
    const wish = { ...faulty, evidence: ['photo'], remedy: 'partial_refund', lines: CUPS } as const;
    const offer = { remedy: 'partial_refund', amountMinor: 30_000 } as const;
    const [putUp, asked] = [1, 2].map(() => {
      const opened = returns.open(agent, { ...wish, lines: [...CUPS] });
      return opened.ok ? opened.next.id : '';
    });
    expect(returns.give(putUp ?? '', agent, 'offer', offer).ok).toBe(true);
    expect(returns.cases.get(putUp ?? '')?.data.pending).toBe('offer');
    agreed(returns, { lines: CUPS });
    expect(guards(returns.give(asked ?? '', owner, 'offer', offer))).toContain('pieces_free');
    expect(guards(returns.give(putUp ?? '', owner, 'agree', {}))).toContain('pieces_free');
  });

  test('for one of several pieces leaves the others free', () => {
    const returns = startReturns(order);
    forLess(returns, 1_000, [{ lineId: 'cups', pieces: 1 }]);
    expect(refundOf(returns, { lines: [{ lineId: 'cups', pieces: 2 }] })).toBe(6_000);
    expect(guards(returns.open(agent, { lines: [{ lineId: 'cups', pieces: 1 }] }))).toEqual(['pieces_free']);
  });

  /** The goods go back meanwhile, as only a marketplace can have it. */
  const orderedBack = (returns: OrderReturns, asked: ReturnType<OrderReturns['open']>): number => {
    const before = returns.refundedMinor;
    const id = asked.ok ? asked.next.id : '';
    expect(returns.give(id, platform, 'order_return', {}).ok).toBe(true);
    returns.settle(id);
    return returns.refundedMinor - before;
  };

  // What is held for cups that come back goes with them, or is left to the case that holds it where nothing else is bought.
  test.each([
    [order, 9_000, 9_000],
    [{ ...order, lines: order.lines.slice(0, 1), paid: yuan(9_000) }, 6_000, 9_000],
  ])('is paid once when the goods have come back meanwhile: %#', (ordered, refundMinor, totalMinor) => {
    const returns = startReturns(ordered);
    const asked = returns.open(agent, { lines: CUPS });
    const kept = forLess(returns);
    expect(orderedBack(returns, asked)).toBe(refundMinor);
    returns.settle(kept);
    expect(returns.refundedMinor).toBe(totalMinor);
  });

  // 30.00 of 90.00 are held: what the cups have become dearer by, or cheaper, is no part of them.
  test.each([2_000, 3_000, 5_000])(
    'for pieces of %i is not kept from whoever sends them back',
    (priceMinor) => {
      const returns = startReturns({ ...order, lines: order.lines.slice(0, 1), paid: yuan(9_000) });
      const mugs = { lineId: 'cups', pieces: 3, replacement: { sku: 'mug', priceMinor } };
      returns.settle(agreed(returns, { remedy: 'exchange', lines: [mugs] }));
      const before = returns.refundedMinor;
      const asked = returns.open(agent, { lines: CUPS });
      const kept = forLess(returns);
      expect(orderedBack(returns, asked)).toBe(3 * priceMinor - 3_000);
      returns.settle(kept);
      expect(returns.refundedMinor - before).toBe(3 * priceMinor);
    },
  );

  test('and another part come to no more than their price', () => {
    const returns = startReturns(order);
    returns.settle(forLess(returns));
    const before = returns.refundedMinor;
    returns.settle(forLess(returns, 9_000));
    expect(returns.refundedMinor - before).toBe(6_000);
    expect(refundOf(returns, { lines: CUPS })).toBe(0);
    expect(refundOf(returns, { lines: POT })).toBe(6_000);
  });

  test('is what they are worth less in an exchange', () => {
    const returns = startReturns(order);
    returns.settle(forLess(returns));
    const mugs = { lineId: 'cups', pieces: 3, replacement: { sku: 'mug', priceMinor: 3_000 } };
    returns.settle(agreed(returns, { remedy: 'exchange', lines: [mugs] }));
    expect(returns.differencesMinor).toBe(3_000);
    expect(refundOf(returns, { lines: CUPS })).toBe(9_000);
  });
});

describe('a discount that an earlier return has lost', () => {
  /** A coat for 250.00, a scarf for 50.00 and a pin for 10.00; 30.00 off from 300.00. Without the scarf the others cost 260.00. */
  const lost = () => {
    const returns = startReturns({
      ...order,
      lines: [line('coat', 1, 25_000), line('scarf', 1, 5_000), line('pin', 1, 1_000)],
      promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 30_000, offMinor: 3_000 }] }],
      paid: yuan(28_000),
    });
    expect(refundOf(returns, { lines: [{ lineId: 'scarf', pieces: 1 }] })).toBe(2_000);
    return returns;
  };

  test.each([{}, faulty])('is not taken off what goes back then: %j', (why) => {
    const returns = lost();
    expect(refundOf(returns, { ...why, lines: [{ lineId: 'coat', pieces: 1 }] })).toBe(25_000);
    expect(refundOf(returns, { ...why, lines: [{ lineId: 'pin', pieces: 1 }] })).toBe(1_000);
  });

  test.each([
    [24_000, 0, 1_000],
    [25_000, 0, 0],
    [26_000, 1_000, 0],
  ])('is not asked for once more in an exchange for goods of %i', (priceMinor, paidMinor, backMinor) => {
    const returns = lost();
    const parka = { lineId: 'coat', pieces: 1, replacement: { sku: 'parka', priceMinor } };
    returns.settle(agreed(returns, { remedy: 'exchange', lines: [parka] }));
    expect([returns.differencesMinor, returns.refundedMinor - 2_000]).toEqual([paidMinor, backMinor]);
    expect(refundOf(returns, { lines: [{ lineId: 'coat', pieces: 1 }] })).toBe(priceMinor);
  });
});

describe('what a marketplace has refunded', () => {
  const imposed = (refundMinor: number): OrderReturns => {
    const returns = startReturns(order);
    const id = agreed(returns, { lines: CUPS });
    expect(returns.give(id, platform, 'impose_refund', { refundMinor }).ok).toBe(true);
    return returns;
  };

  // The cups cost 90.00; what goes beyond is freight, or the marketplace's goodwill.
  test.each([9_000, 9_500])('%i for goods is taken off no others', (refundMinor) => {
    const returns = imposed(refundMinor);
    const left = Math.min(6_000, 15_000 - refundMinor);
    expect(refundOf(returns, { lines: POT })).toBe(left);
  });

  test('for a part of their price is taken off theirs', () => {
    const returns = imposed(3_000);
    returns.settle('return-1');
    expect(returns.refundedMinor).toBe(9_000);
    expect(refundOf(returns, { lines: POT })).toBe(6_000);
  });

  test('for goods that the shop keeps is not made up with others', () => {
    const returns = startReturns(order);
    const id = agreed(returns, { lines: CUPS });
    returns.give(id, agent, 'receive_parcel', { parcelId: 'p', lines: CUPS });
    expect(returns.give(id, platform, 'order_refund', { refundMinor: 5_000 }).ok).toBe(true);
    const paid = returns.cases.get(id)?.effects.find(({ type }) => type === 'refund_payment');
    returns.give(id, system, 'effect_succeeded', { key: paid?.key ?? '' });
    expect(returns.refundedMinor).toBe(5_000);
    expect(refundOf(returns, { lines: POT })).toBe(6_000);
  });
});

// 250.00 and 50.00 with 30.00 off from 300.00: what stays without the other has lost it.
test.each([false, true])(
  'what is agreed upon counts as kept until it has come, then cancelled: %s',
  (isCancelled) => {
    const returns = startReturns({
      ...order,
      lines: [line('coat', 1, 25_000), line('scarf', 1, 5_000)],
      promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 30_000, offMinor: 3_000 }] }],
      paid: yuan(27_000),
    });
    const scarf = agreed(returns, { lines: [{ lineId: 'scarf', pieces: 1 }] });
    expect(refundOf(returns, { lines: [{ lineId: 'coat', pieces: 1 }] })).toBe(22_000);
    if (isCancelled) expect(returns.give(scarf, agent, 'cancel', {}).ok).toBe(true);
    else returns.settle(scarf);
    expect(returns.refundedMinor).toBe(isCancelled ? 22_000 : 27_000);
  },
);

test('while another return waits for its goods, a settlement is granted anew, so that two at once are told apart', () => {
  const returns = startReturns(order);
  const cups = agreed(returns, { lines: CUPS });
  agreed(returns, { lines: POT });
  returns.give(cups, agent, 'receive_parcel', { parcelId: 'p', lines: CUPS });
  returns.give(cups, agent, 'inspect', {
    lineId: 'cups',
    pieces: 3,
    condition: 'as_sold',
    disposal: 'restock',
  });
  const settled = returns.give(cups, owner, 'settle', { missing: 'keep' });
  if (!settled.ok || settled.duplicateOf !== undefined) throw new Error('It was not settled.');
  expect(settled.receipt.transition).toBe('settle');
  expect(
    settled.reservations.map(({ amount, usageVersion }) => [amount, usageVersion !== undefined]),
  ).toContainEqual([0, true]);
});
