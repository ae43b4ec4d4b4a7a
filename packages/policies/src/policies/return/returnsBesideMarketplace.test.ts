import { describe, expect, test } from 'vitest';
import { agreed, type OrderReturns, refundOf, startReturns } from '../../../test/orderReturns.js';
import { agent, facts, line, platform, type Request, system, yuan } from '../../../test/returnPlays.js';

const owner = { id: 'o1', role: 'owner' };
const CUPS = [{ lineId: 'cups', pieces: 3 }];
const POT = [{ lineId: 'pot', pieces: 1 }];

/** 3 cups for 90.00 and a pot for 60.00, without freight. */
const order = { ...facts, paid: yuan(15_000), outbound: { costMinor: 0, paidBy: 'shop' as const } };

function asked(returns: OrderReturns, changes: Partial<Request>): string {
  const opened = returns.open(agent, changes);
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.next.id;
}

/** The goods of a case come and go on a shelf. */
function comeBack(returns: OrderReturns, caseId: string, lineId: string, pieces: number): void {
  const parcel = { parcelId: `${caseId} ${lineId}`, lines: [{ lineId, pieces }] };
  expect(returns.give(caseId, agent, 'receive_parcel', parcel).ok).toBe(true);
  const found = { lineId, pieces, condition: 'as_sold', disposal: 'restock' } as const;
  expect(returns.give(caseId, agent, 'inspect', found).ok).toBe(true);
}

const stateOf = (returns: OrderReturns, caseId: string) => returns.cases.get(caseId)?.state;
const settled = (returns: OrderReturns, caseId: string) => {
  returns.give(caseId, owner, 'settle', { missing: 'keep' });
  for (const { key } of returns.cases.get(caseId)?.effects ?? [])
    returns.give(caseId, system, 'effect_succeeded', { key });
  return stateOf(returns, caseId);
};

describe.each(['return_refund', 'exchange'] as const)(
  'pieces that one case is to take back (%s)',
  (remedy) => {
    test('and a marketplace refunds in another: the first ends, and nothing of it is given twice', () => {
      const returns = startReturns(order);
      const second = asked(returns, { lines: CUPS });
      const first = agreed(returns, { remedy, lines: CUPS });
      expect(returns.give(second, platform, 'impose_refund', { refundMinor: 9_000 }).ok).toBe(true);
      comeBack(returns, first, 'cups', 3);
      expect(settled(returns, first)).toBe('settled');
      expect(returns.refundedMinor).toBe(9_000);
      expect(returns.cases.get(first)?.counters.lines.cups).toMatchObject({ kept: 3, restocked: 3 });
    });

    test('and one of them a marketplace refunds in another: the others are settled', () => {
      const returns = startReturns(order);
      const second = asked(returns, { lines: [{ lineId: 'cups', pieces: 1 }] });
      const first = agreed(returns, { remedy, lines: CUPS });
      expect(returns.give(second, platform, 'impose_refund', { refundMinor: 3_000 }).ok).toBe(true);
      comeBack(returns, first, 'cups', 3);
      expect(settled(returns, first)).toBe('settled');
      const { refunded = 0, replaced = 0, kept } = returns.cases.get(first)?.counters.lines.cups ?? {};
      expect([refunded + replaced, kept]).toEqual([2, 1]);
    });
  },
);

describe('two cases that have taken back goods of which a marketplace refunds one in a third', () => {
  const cup = [{ lineId: 'cups', pieces: 1 }];
  const twoCups = { ...order, lines: [line('cups', 2, 6_000)], paid: yuan(6_000) };

  test('do not wait for each other', () => {
    const returns = startReturns(twoCups);
    const third = asked(returns, { lines: cup });
    const [first, second] = [agreed(returns, { lines: cup }), agreed(returns, { lines: cup })];
    expect(returns.give(third, platform, 'impose_refund', { refundMinor: 3_000 }).ok).toBe(true);
    for (const id of [first, second]) comeBack(returns, id, 'cups', 1);
    expect([settled(returns, first), settled(returns, second)]).toEqual(['settled', 'settled']);
    expect([first, second].map((id) => returns.cases.get(id)?.counters.lines.cups?.refunded ?? 0)).toEqual([
      1, 0,
    ]);
  });
});

describe('a marketplace', () => {
  const keepAll = (returns: OrderReturns, id: string) => {
    expect(returns.give(id, agent, 'keep_goods', { lines: CUPS }).ok).toBe(true);
    expect(stateOf(returns, id)).toBe('cancelled');
  };
  const sendNothing = (returns: OrderReturns, id: string) => {
    const { key = '' } = returns.cases.get(id)?.effects.find(({ type }) => type === 'arrange_return') ?? {};
    expect(returns.give(id, system, 'effect_succeeded', { key }).ok).toBe(true);
    for (const day of ['2026-04-01', '2026-06-01']) {
      returns.now = `${day}T10:00:00+08:00`;
      returns.lapse(id);
    }
    expect(stateOf(returns, id)).toBe('closed');
  };

  test.each([
    ['kept', keepAll],
    ['never sent', sendNothing],
  ])('that pays for what the customer has %s pays no goods beyond their price', (_, end) => {
    const returns = startReturns(order);
    const id = agreed(returns, { lines: CUPS });
    end(returns, id);
    for (const refundMinor of [6_000, 6_000]) returns.give(id, platform, 'impose_refund', { refundMinor });
    expect(returns.cases.get(id)?.data.lastPlan).toMatchObject({ goodsMinor: 3_000, refundMinor: 6_000 });
  });

  const forMugs = { lineId: 'cups', pieces: 3, replacement: { sku: 'mug', priceMinor: 1_000 } };
  test.each<Partial<Request>>([{ lines: CUPS }, { remedy: 'exchange', lines: [forMugs] }])(
    'that refunds goods which another case holds has given what they cost: %j',
    (held) => {
      const returns = startReturns(order);
      const second = asked(returns, { lines: CUPS });
      agreed(returns, held);
      returns.give(second, platform, 'impose_refund', { refundMinor: 9_000 });
      expect(returns.cases.get(second)?.data.lastPlan?.goodsMinor).toBe(9_000);
    },
  );

  test('that has two cases take back the same goods has one of them do so', () => {
    const returns = startReturns(order);
    const [first, second] = [asked(returns, { lines: CUPS }), asked(returns, { lines: CUPS })];
    for (const id of [first, second]) expect(returns.give(id, platform, 'order_return', {}).ok).toBe(true);
    expect(returns.cases.get(second)?.counters.lines.cups).toMatchObject({ requested: 3, refused: 3 });
    comeBack(returns, first, 'cups', 3);
    expect(settled(returns, first)).toBe('settled');
    expect(returns.give(second, agent, 'cancel', {}).ok).toBe(true);
  });

  test('that pays more than goods cost leaves nothing of it to pieces that do not stay', () => {
    const returns = startReturns(order);
    const kettle = { lineId: 'pot', pieces: 1, replacement: { sku: 'kettle', priceMinor: 7_000 } };
    const second = asked(returns, { lines: POT });
    returns.settle(agreed(returns, { remedy: 'exchange', lines: [kettle] }));
    returns.give(second, platform, 'impose_refund', { refundMinor: 9_000 });
    expect(returns.cases.get(second)?.data.lastPlan).toMatchObject({ goodsMinor: 7_000, refundMinor: 9_000 });
    expect(refundOf(returns, { lines: CUPS })).toBe(16_000 - 9_000);
  });
});
