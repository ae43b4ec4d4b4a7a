import { describe, expect, test } from 'vitest';
import { NO_TENDERS } from './refundSplit.js';
import { settlementPlan } from './settlement.js';
import type { SettledPieces, SettlementInput } from './settlementInput.js';

/** 2 cups for 100.00, a lamp for 60.00; 20.00 off from 120.00; freight 8.00; 148.00 in money. */
const input: SettlementInput = {
  id: 'settlement-1',
  remedy: 'return_refund',
  pieces: [],
  lines: [
    { lineId: 'cups', sku: 'cup', pieces: 2, priceMinor: 10_000 },
    { lineId: 'lamp', sku: 'lamp', pieces: 1, priceMinor: 6_000 },
  ],
  promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 12_000, offMinor: 2_000 }] }],
  gifts: [],
  gone: {},
  settledBeforeMinor: 0,
  awaited: { pieces: {}, goodsMinor: 0, tenders: NO_TENDERS },
  rest: { goodsMinor: 0, moneyMinor: 0 },
  pendingMinor: 0,
  differencePaidMinor: 0,
  supplements: [],
  dueMode: 'recalculated',
  freightRule: { outbound: 'shop', back: 'shop' },
  outbound: { costMinor: 800, paidBy: 'customer' },
  back: [],
  offerMinor: 0,
  wearMinor: 0,
  giftsReturned: null,
  giftsDeducted: [],
  left: { ...NO_TENDERS, money: 14_800 },
  backLeftMinor: 5_000,
  tenderOrder: ['money'],
  forgivenDifferenceMinor: 0,
};

const refund = (lineId: string, count: number): SettledPieces => ({
  lineId,
  refund: count,
  replace: 0,
  keep: 0,
});

describe('what goes back for goods', () => {
  // Due for all: 140.00. Net of the discount by share: cups 87.50, lamp 52.50.
  test.each([
    ['recalculated', [refund('cups', 1)], 14_000 - 11_000],
    ['recalculated', [refund('lamp', 1)], 14_000 - 10_000],
    ['recalculated', [refund('cups', 2), refund('lamp', 1)], 14_000],
    ['proportional', [refund('cups', 1)], 4_375],
    ['proportional', [refund('lamp', 1)], 5_250],
    ['proportional', [refund('cups', 2), refund('lamp', 1)], 14_000],
  ] as const)('%s, case %#', (dueMode, pieces, goodsMinor) => {
    expect(settlementPlan({ ...input, dueMode, pieces }).goodsMinor).toBe(goodsMinor);
  });

  test('a discount that a first return has lost comes back with the last piece', () => {
    const first = settlementPlan({ ...input, pieces: [refund('cups', 1)] }).goodsMinor;
    const rest = {
      pieces: [refund('cups', 1), refund('lamp', 1)],
      gone: { cups: 1 },
      settledBeforeMinor: first,
    };
    expect(first + settlementPlan({ ...input, ...rest }).goodsMinor).toBe(14_000);
    expect(first + settlementPlan({ ...input, ...rest, dueMode: 'proportional' }).goodsMinor).toBe(14_000);
  });

  test('where less went back than is due now, nothing is asked for', () => {
    // 50.00 were given for goods that stay; the cup alone would have given 30.00.
    const plan = settlementPlan({ ...input, pieces: [refund('cups', 1)], settledBeforeMinor: 5_000 });
    expect(plan).toMatchObject({ goodsMinor: 0, toPayMinor: 0 });
  });
});

describe('what is taken off', () => {
  test.each([
    [2_999, 2_999, 372],
    [3_371, 3_371, 0],
    [3_372, 3_371, 0],
  ])('wear of %i never makes the customer owe', (wearMinor, deductedMinor, rest) => {
    // One cup: 30.00, and of the freight, 11.90, the share of 43.75 in 140.00: 3.71 (rounded down).
    const plan = settlementPlan({
      ...input,
      pieces: [refund('cups', 1)],
      wearMinor,
      outbound: { costMinor: 1_190, paidBy: 'customer' },
    });
    expect(plan.outboundMinor).toBe(371);
    expect([plan.deductedMinor, plan.refundMinor]).toEqual([deductedMinor, rest]);
  });
});

describe('the way out of goods that cost nothing', () => {
  const [cups, lamp] = [10_000, 6_000];
  test.each([
    ['a price of nothing', { lines: input.lines.map((one) => ({ ...one, priceMinor: 0 })) }],
    ['a discount', { promotions: [{ promotionId: 'p', tiers: [{ fromMinor: 0, offMinor: cups + lamp }] }] }],
  ])('is given back by piece: for %s', (_, free) => {
    const order = { ...input, ...free, left: { ...NO_TENDERS, money: 800 } };
    const of = (pieces: readonly SettledPieces[], gone = {}) =>
      settlementPlan({ ...order, pieces, gone }).refundMinor;
    expect(of([refund('cups', 2), refund('lamp', 1)])).toBe(800);
    expect([of([refund('cups', 1)]), of([refund('cups', 1)], { cups: 1 })]).toEqual([266, 267]);
    expect(of([refund('lamp', 1)], { cups: 2 })).toBe(267);
    expect(of([])).toBe(0);
  });
});

describe('what is left of the order bounds it', () => {
  test.each([
    [14_799, 14_799, 1],
    [14_800, 14_800, 0],
    [14_801, 14_800, 0],
    [0, 0, 14_800],
  ])('with %i left', (money, refundMinor, unpaidMinor) => {
    const pieces = [refund('cups', 2), refund('lamp', 1)];
    const plan = settlementPlan({ ...input, pieces, left: { ...NO_TENDERS, money } });
    expect(plan).toMatchObject({ refundMinor, unpaidMinor });
  });

  test.each([
    [1_199, 1_199],
    [1_200, 1_200],
    [1_201, 1_200],
  ])('the way back is reimbursed beside it, up to %i', (backLeftMinor, backMinor) => {
    const back = [{ costMinor: 1_200, paidBy: 'customer' as const }];
    const plan = settlementPlan({ ...input, pieces: [refund('lamp', 1)], back, backLeftMinor });
    expect(plan.backMinor).toBe(backMinor);
    expect(plan.refundMinor).toBe(4_000 + plan.outboundMinor);
  });
});

test.each([
  [5_249, 0, 1],
  [5_250, 0, 0],
  [5_251, 1, 0],
])(
  'the lamp, 52.50 after its share of the discount, for goods of %i',
  (priceMinor, toPayMinor, goodsMinor) => {
    const pieces = [
      { lineId: 'lamp', refund: 0, replace: 1, keep: 0, replacement: { sku: 'torch', priceMinor } },
    ];
    const plan = settlementPlan({ ...input, remedy: 'exchange', pieces });
    expect(plan).toMatchObject({
      toPayMinor,
      goodsMinor,
      refundMinor: goodsMinor,
      shipments: [{ sku: 'torch', pieces: 1 }],
    });
  },
);

test.each([
  [5_249, 5_249],
  [5_250, 5_250],
  [5_251, 5_250],
])('for goods that stay, %i is offered and no more than their price is given', (offerMinor, goodsMinor) => {
  const pieces = [{ lineId: 'lamp', refund: 0, replace: 0, keep: 1 }];
  expect(settlementPlan({ ...input, remedy: 'partial_refund', pieces, offerMinor }).refundMinor).toBe(
    goodsMinor,
  );
});
