import { countIn } from './countIn.js';
import { goodsDue } from './goodsDue.js';
import { costInPlace, takeInPlace } from './inPlace.js';
import type { PiecesByLine } from './returnSchemas.js';
import type { SettlementInput } from './settlementInput.js';
import { shareOf } from './shareOf.js';

/** What is given for goods that go back, or that stay for less; or of what is left of an earlier settlement. */
export function goodsOf(input: SettlementInput): number {
  const { remedy, pieces, offerMinor, dueMode } = input;
  // What was due before others held it may have gone with their goods since.
  if (pieces.length === 0)
    return Math.min(
      input.rest.goodsMinor,
      Math.max(beyondDue(input), beyondDue({ ...input, dueMode: 'recalculated' })),
      leftOfGoods(input),
    );
  if (remedy === 'partial_refund') {
    const worth = pieces.reduce((sum, { lineId, keep }) => sum + valueOfPieces(input, lineId, keep), 0);
    // Goods may have come back meanwhile, and the case that took them may have left to this one what was held here.
    const owed = notGivenBack(input) - Math.max(0, dueFor(input, 0) - input.pendingMinor);
    return Math.min(offerMinor, Math.max(worth, owed), leftOfGoods(input));
  }
  if (pieces.every(({ refund }) => refund === 0)) return 0;
  const left = leftOfGoods(input);
  const isLast = Object.values(keptOf(input, 1)).every((count) => count === 0);
  const recalculated = beyondDue({ ...input, dueMode: 'recalculated' });
  if (dueMode === 'recalculated' || isLast) return Math.min(recalculated, left);
  // What was paid for goods that stay is not paid twice.
  const share = Math.min(beyondDue(input), Math.max(0, dueFor(input, 0) - dueFor(input, 1)));
  // Where an earlier return has lost a discount, less would go back for a fault of the shop's than for a change of mind.
  return Math.min(Math.max(recalculated, share), left);
}

/** What has been paid beyond what is due for the goods that are kept. */
function beyondDue(input: SettlementInput): number {
  return Math.max(0, notGivenBack(input) - Math.max(0, dueFor(input, 1) - input.pendingMinor));
}

/** What can be given for goods: what has not been given back, and is not held by other cases. */
export function leftOfGoods(input: SettlementInput): number {
  return Math.max(0, notGivenBack(input) - input.awaited.goodsMinor);
}

/** What was paid for goods less what was given for them: less than nothing where a marketplace has given more. */
function notGivenBack(input: SettlementInput): number {
  const { lines, promotions, differencePaidMinor, settledBeforeMinor } = input;
  const all = keptOf({ ...input, gone: {} }, 0);
  const paid = goodsDue(lines, promotions, all, 'recalculated') + differencePaidMinor;
  return paid - settledBeforeMinor;
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
export function keptOf({ lines, gone, pieces }: SettlementInput, share: 0 | 1): PiecesByLine {
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
export function priceOf(input: SettlementInput, lineId: string, count: number): number {
  const kept = keptOf(input, 0);
  const less = { ...kept, [lineId]: Math.max(0, countIn(kept, lineId) - count) };
  const { lines, promotions } = input;
  return (
    goodsDue(lines, promotions, kept, 'proportional') - goodsDue(lines, promotions, less, 'proportional')
  );
}

/** What was paid for pieces of a line beyond {@link priceOf}, where earlier returns have lost the order a discount. */
export function lostDiscountOf(input: SettlementInput, lineId: string, count: number): number {
  const { lines, promotions, pendingMinor, supplements } = input;
  const price = goodsDue(lines, promotions, keptOf(input, 0), 'proportional');
  if (price === 0) return 0;
  const paid = notGivenBack(input) + pendingMinor - costInPlace(supplements);
  return shareOf(Math.max(0, paid - price), priceOf(input, lineId, count), price);
}

/** What pieces of a line have cost: replacements their own price, and less where something was given back for them. */
export function valueOfPieces(input: SettlementInput, lineId: string, count: number): number {
  const { taken } = takeInPlace(input.supplements, lineId, count);
  return Math.max(0, priceOf(input, lineId, count) + costInPlace(taken));
}
