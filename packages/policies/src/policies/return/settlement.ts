import { allocateMoney, money } from '@aftercare/core';
import { countIn } from './countIn.js';
import { type FreightInput, type FreightRule, type FreightTrip, freightShares } from './freightShares.js';
import { type DueMode, goodsDue, type PricedLine, type Promotion } from './goodsDue.js';
import { costInPlace, type InPlace, takeInPlace } from './inPlace.js';
import { priceDifference } from './priceDifference.js';
import { addTenders, NO_TENDERS, splitRefund, type Tender, type TenderAmounts } from './refundSplit.js';
import type { PiecesByLine, Plan, Remedy } from './returnSchemas.js';
import { shareOf } from './shareOf.js';

/** Pieces of a line, and what becomes of them. */
export interface SettledPieces {
  readonly lineId: string;
  readonly refund: number;
  readonly replace: number;
  readonly keep: number;
  /** Of one piece. Default: the goods that the customer has, for what was paid. */
  readonly replacement?: { readonly sku: string; readonly priceMinor: number };
}

/** All that a settlement is worked out from. */
export interface SettlementInput {
  readonly id: string;
  readonly remedy: Remedy;
  readonly pieces: readonly SettledPieces[];
  readonly lines: readonly (PricedLine & { readonly sku: string })[];
  readonly promotions: readonly Promotion[];
  readonly gifts: readonly {
    readonly giftId: string;
    readonly valueMinor: number;
    readonly fromMinor: number;
  }[];
  /** Pieces that were refunded before. */
  readonly gone: PiecesByLine;
  /** What was given for goods before, nothing taken off. */
  readonly settledBeforeMinor: number;
  /** Of that, what other exchanges hold whose goods have not come in the place of others yet. */
  readonly exchangingMinor: number;
  readonly differencePaidMinor: number;
  /** What exchanges have put in the place of pieces, and the customer still has. */
  readonly supplements: readonly InPlace[];
  readonly dueMode: DueMode;
  readonly freightRule: FreightRule;
  readonly outbound: FreightTrip;
  readonly back: FreightInput['back'];
  /** What was agreed upon for goods that the customer keeps. */
  readonly offerMinor: number;
  /** What the case holds of it already. Default 0. */
  readonly heldMinor?: number;
  /** For wear, found at inspection. */
  readonly wearMinor: number;
  /** Null when gifts are not deducted; else those that came back. */
  readonly giftsReturned: readonly string[] | null;
  readonly left: TenderAmounts;
  /** The most that is reimbursed for the way back: it is no part of what was paid for the order. */
  readonly backLeftMinor: number;
  readonly tenderOrder: readonly Tender[];
  readonly forgivenDifferenceMinor: number;
}

/**
 * Works out a settlement to the cent: the goods, the freight of both ways, what is taken off, the means of payment that it
 * goes back in, and what is to be sent or paid. It never gives back more than is left of what was paid, and what is taken
 * off never makes the customer owe money: only an exchange for something dearer asks for it.
 *
 * @example
 * ```ts
 * import { settlementPlan } from '@aftercare/policies';
 *
 * const none = { money: 0, coupon: 0, points: 0, gift_value: 0 };
 * const plan = settlementPlan({
 *   id: 'settlement-1',
 *   remedy: 'return_refund',
 *   pieces: [{ lineId: 'a', refund: 1, replace: 0, keep: 0 }],
 *   lines: [{ lineId: 'a', sku: 'cup', pieces: 2, priceMinor: 9900 }],
 *   promotions: [],
 *   gifts: [],
 *   gone: {},
 *   settledBeforeMinor: 0,
 *   exchangingMinor: 0,
 *   differencePaidMinor: 0,
 *   supplements: [],
 *   dueMode: 'recalculated',
 *   freightRule: { outbound: 'shop', back: 'customer' },
 *   outbound: { costMinor: 800, paidBy: 'customer' },
 *   back: [],
 *   offerMinor: 0,
 *   wearMinor: 500,
 *   giftsReturned: null,
 *   left: { ...none, money: 10700 },
 *   backLeftMinor: 0,
 *   tenderOrder: ['money'],
 *   forgivenDifferenceMinor: 0,
 * });
 * plan.goodsMinor; // => 4950
 * plan.outboundMinor; // => 400
 * plan.refundMinor; // => 4850
 * ```
 */
export function settlementPlan(input: SettlementInput): Plan {
  const { id, remedy, pieces, tenderOrder, left } = input;
  const difference = differenceOf(input);
  const goodsMinor = goodsOf(input) + difference.toRefundMinor;
  const freight = freightOf(input);
  const gross = goodsMinor + freight.outboundMinor;
  const backMinor = Math.min(freight.backMinor, Math.max(0, input.backLeftMinor));
  const deductedMinor = Math.min(gross, freight.deductedMinor + wearAndGifts(input));
  const { parts, unpaidMinor } = splitRefund(gross - deductedMinor, left, tenderOrder);
  const refundMinor = gross - deductedMinor - unpaidMinor;
  return {
    id,
    remedy,
    lines: pieces.map(({ lineId, refund, replace, keep }) => ({ lineId, refund, replace, keep })),
    goodsMinor,
    outboundMinor: freight.outboundMinor,
    backMinor,
    deductedMinor,
    refundMinor,
    unpaidMinor,
    tenders: addTenders(parts, NO_TENDERS),
    toPayMinor: difference.toPayMinor,
    worthMinor: Math.max(refundMinor, goodsMinor) + backMinor + replacedValue(input),
    shipments: pieces.filter(({ replace }) => replace > 0).flatMap((line) => shipmentsOf(input, line)),
    supplements: [...difference.supplements, ...keptForLess(input, goodsMinor)],
    taken: takenOf(input),
    ...giftsBackEarly(input),
  };
}

/** What is given for goods that go back, or that stay for less. */
function goodsOf(input: SettlementInput): number {
  const { remedy, pieces, offerMinor, heldMinor = 0 } = input;
  if (remedy === 'partial_refund') {
    const worth = pieces.reduce((sum, { lineId, keep }) => sum + valueOfPieces(input, lineId, keep), 0);
    // Goods may have come back meanwhile in another case, which has left what is held here.
    return Math.min(offerMinor, Math.max(worth, heldMinor), leftOfGoods(input));
  }
  if (pieces.every(({ refund }) => refund === 0)) return 0;
  const { dueMode, exchangingMinor } = input;
  const due = dueFor(input, 1);
  const untilNow = Math.max(0, leftOfGoods(input) - Math.max(0, due - exchangingMinor));
  const isLast = Object.values(keptOf(input, 1)).every((count) => count === 0);
  if (dueMode === 'recalculated' || isLast) return untilNow;
  // A discount that was lost by an earlier return stays lost; what was paid for goods that stay is not paid twice.
  return Math.min(untilNow, Math.max(0, dueFor(input, 0) - due));
}

/** What was paid for goods and has not been given back. */
function leftOfGoods(input: SettlementInput): number {
  const { lines, promotions, differencePaidMinor, settledBeforeMinor } = input;
  const all = keptOf({ ...input, gone: {} }, 0);
  const paid = goodsDue(lines, promotions, all, 'recalculated') + differencePaidMinor;
  return Math.max(0, paid - settledBeforeMinor);
}

/** What is due for all that the customer has before the settlement (`share` 0), or after it (1). */
function dueFor(input: SettlementInput, share: 0 | 1): number {
  const { lines, promotions, dueMode } = input;
  const kept = keptOf(input, share);
  if (Object.values(kept).every((count) => count === 0)) return 0;
  const due = goodsDue(lines, promotions, kept, dueMode) + supplementsKept(input, share);
  // Shares of cheaper goods are rounded apart from those of the goods in whose place they are.
  return Math.max(0, due);
}

/** Pieces that the customer has before the settlement (`share` 0), or after it (1). */
function keptOf({ lines, gone, pieces }: SettlementInput, share: 0 | 1): PiecesByLine {
  return Object.fromEntries(
    lines.map(({ lineId, pieces: bought }) => {
      const now = pieces.find((one) => one.lineId === lineId)?.refund ?? 0;
      return [lineId, Math.max(0, bought - countIn(gone, lineId) - now * share)];
    }),
  );
}

/** What the pieces that the customer still has have cost beyond those bought, before or after the settlement. */
function supplementsKept({ supplements, pieces }: SettlementInput, share: 0 | 1): number {
  if (share === 0) return costInPlace(supplements);
  return costInPlace(
    pieces.reduce((left, { lineId, refund }) => takeInPlace(left, lineId, refund).left, supplements),
  );
}

/** What was paid for pieces of a line, after their share of discounts. */
function priceOf(input: SettlementInput, lineId: string, count: number): number {
  const kept = keptOf(input, 0);
  const less = { ...kept, [lineId]: Math.max(0, countIn(kept, lineId) - count) };
  const { lines, promotions } = input;
  return (
    goodsDue(lines, promotions, kept, 'proportional') - goodsDue(lines, promotions, less, 'proportional')
  );
}

/** What pieces of a line have cost: replacements their own price, and less where something was given back for them. */
function valueOfPieces(input: SettlementInput, lineId: string, count: number): number {
  const { taken } = takeInPlace(input.supplements, lineId, count);
  return Math.max(0, priceOf(input, lineId, count) + costInPlace(taken));
}

function replacedValue(input: SettlementInput): number {
  return input.pieces.reduce((sum, { lineId, replace }) => sum + valueOfPieces(input, lineId, replace), 0);
}

/** The goods that are sent: those that were chosen, or else the same as the customer has. */
function shipmentsOf(input: SettlementInput, { lineId, replace, replacement }: SettledPieces) {
  if (replacement !== undefined) return [{ sku: replacement.sku, pieces: replace }];
  const { taken } = takeInPlace(input.supplements, lineId, replace);
  const bought = replace - taken.reduce((sum, { pieces }) => sum + pieces, 0);
  const others = taken.map(({ sku, pieces }) => ({ sku: sku ?? skuOf(input, lineId), pieces }));
  return bought === 0 ? others : [...others, { sku: skuOf(input, lineId), pieces: bought }];
}

/** What an exchange leaves to pay or to give back; a resend leaves nothing. */
function differenceOf(input: SettlementInput) {
  const supplements: InPlace[] = [];
  let toPayMinor = 0;
  let toRefundMinor = 0;
  for (const { lineId, replace, replacement } of input.pieces) {
    if (input.remedy !== 'exchange' || replace === 0 || replacement === undefined) continue;
    const { taken } = takeInPlace(input.supplements, lineId, replace);
    const value = valueOfPieces(input, lineId, replace);
    const difference = priceDifference(
      value,
      replacement.priceMinor * replace,
      input.forgivenDifferenceMinor,
    );
    // Where promotions are recalculated, goods that stay may have been paid for by what was given back for others.
    const back = Math.min(difference.toRefundMinor, leftOfGoods(input) - toRefundMinor);
    toPayMinor += difference.toPayMinor;
    toRefundMinor += back;
    const minor = costInPlace(taken) + difference.toPayMinor - back;
    supplements.push({ lineId, pieces: replace, sku: replacement.sku, minor });
  }
  return { toRefundMinor, toPayMinor, supplements };
}

/**
 * Goods that stay for a part of their price, at what they have cost after it: what is given back for them is taken off
 * theirs when they come back later, and off no other goods.
 */
function keptForLess(input: SettlementInput, backMinor: number): InPlace[] {
  const portions = staying(input).flatMap(({ lineId, keep }) => {
    const { taken } = takeInPlace(input.supplements, lineId, keep);
    const bought = keep - taken.reduce((sum, one) => sum + one.pieces, 0);
    const all: InPlace[] = bought === 0 ? [...taken] : [...taken, { lineId, pieces: bought, minor: 0 }];
    const price = priceOf(input, lineId, keep);
    return all.map((one) => ({ one, value: Math.max(0, shareOf(price, one.pieces, keep) + one.minor) }));
  });
  const values = portions.map(({ value }) => value);
  const worth = values.reduce((sum, value) => sum + value, 0);
  const parts = worth === 0 ? [] : allocateMoney(money(Math.min(backMinor, worth), 'CNY'), values);
  const after = portions.map(({ one }, index) => ({ ...one, minor: one.minor - (parts[index]?.minor ?? 0) }));
  return after.filter(({ sku, minor }) => sku !== undefined || minor !== 0);
}

/** The pieces that stay with the customer for a part of their price, of those that have not gone back meanwhile. */
function staying(input: SettlementInput): { lineId: string; keep: number }[] {
  if (input.remedy !== 'partial_refund') return [];
  const kept = keptOf(input, 0);
  return input.pieces
    .map(({ lineId, keep }) => ({ lineId, keep: Math.min(keep, countIn(kept, lineId)) }))
    .filter(({ keep }) => keep > 0);
}

/** What goes back, stays for less or is exchanged again of what settlements have put in the place of pieces. */
function takenOf(input: SettlementInput): InPlace[] {
  const { supplements, pieces, remedy } = input;
  const gone = pieces.flatMap(({ lineId, refund, replace, replacement }) => {
    const exchanged = remedy === 'exchange' && replacement !== undefined ? replace : 0;
    return takeInPlace(supplements, lineId, refund + exchanged).taken;
  });
  return [
    ...gone,
    ...staying(input).flatMap(({ lineId, keep }) => takeInPlace(supplements, lineId, keep).taken),
  ];
}

const NO_FREIGHT = { outboundMinor: 0, backMinor: 0, deductedMinor: 0 };

/** Freight is evened out when goods come back or are stopped; of an exchange only the way back, the goods stay bought. */
function freightOf(input: SettlementInput) {
  const { remedy, pieces, freightRule, outbound, back, lines } = input;
  if (remedy === 'resend' || remedy === 'partial_refund') return NO_FREIGHT;
  const whole = goodsDue(lines, input.promotions, keptOf({ ...input, gone: {} }, 0), 'proportional');
  const of = pieces.reduce((sum, { lineId, refund }) => sum + priceOf(input, lineId, refund), 0);
  const rule = remedy === 'exchange' ? { ...freightRule, outbound: 'as_paid' as const } : freightRule;
  const before = whole - goodsDue(lines, input.promotions, keptOf(input, 0), 'proportional');
  return freightShares({ rule, outbound, back, part: { of, whole, before } });
}

/** Gifts that came back while enough is kept for them: they are not deducted once it no longer is. */
function giftsBackEarly(input: SettlementInput): Pick<Plan, 'gifts'> {
  const { lines, gifts, giftsReturned } = input;
  const after = goodsDue(lines, [], keptOf(input, 1), 'recalculated');
  const early = gifts
    .filter(({ giftId, fromMinor }) => after >= fromMinor && giftsReturned?.includes(giftId) === true)
    .map(({ giftId }) => giftId);
  return early.length === 0 ? {} : { gifts: early };
}

/** Taken off for wear, and for gifts that this settlement makes due back and that did not come. */
function wearAndGifts(input: SettlementInput): number {
  const { lines, gifts, giftsReturned, wearMinor } = input;
  if (giftsReturned === null) return wearMinor;
  const before = goodsDue(lines, [], keptOf(input, 0), 'recalculated');
  const after = goodsDue(lines, [], keptOf(input, 1), 'recalculated');
  return gifts
    .filter(
      ({ giftId, fromMinor }) => before >= fromMinor && after < fromMinor && !giftsReturned.includes(giftId),
    )
    .reduce((sum, { valueMinor }) => sum + valueMinor, wearMinor);
}

function skuOf({ lines }: SettlementInput, lineId: string): string {
  return lines.find((line) => line.lineId === lineId)?.sku ?? lineId;
}
