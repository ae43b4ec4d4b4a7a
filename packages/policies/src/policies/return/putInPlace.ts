import { allocateMoney, money } from '@aftercare/core';
import { countIn } from './countIn.js';
import { keptOf, leftOfGoods, lostDiscountOf, priceOf, valueOfPieces } from './goodsValue.js';
import { costInPlace, type InPlace, takeInPlace } from './inPlace.js';
import { priceDifference } from './priceDifference.js';
import type { SettledPieces, SettlementInput } from './settlementInput.js';
import { shareOf } from './shareOf.js';

/** The goods that are sent: those that were chosen, or else the same as the customer has. */
export function shipmentsOf(input: SettlementInput, { lineId, replace, replacement }: SettledPieces) {
  if (replacement !== undefined) return [{ sku: replacement.sku, pieces: replace }];
  const { taken } = takeInPlace(input.supplements, lineId, replace);
  const bought = replace - taken.reduce((sum, { pieces }) => sum + pieces, 0);
  const others = taken.map(({ sku, pieces }) => ({ sku: sku ?? skuOf(input, lineId), pieces }));
  return bought === 0 ? others : [...others, { sku: skuOf(input, lineId), pieces: bought }];
}

/** What an exchange leaves to pay or to give back; a resend leaves nothing. */
export function differenceOf(input: SettlementInput) {
  const supplements: InPlace[] = [];
  let toPayMinor = 0;
  let toRefundMinor = 0;
  for (const { lineId, replace, replacement } of input.pieces) {
    if (input.remedy !== 'exchange' || replace === 0 || replacement === undefined) continue;
    const { taken } = takeInPlace(input.supplements, lineId, replace);
    const value = valueOfPieces(input, lineId, replace) + lostDiscountOf(input, lineId, replace);
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
export function keptForLess(input: SettlementInput, backMinor: number): InPlace[] {
  const portions = staying(input).flatMap(({ lineId, keep }) => {
    const { taken } = takeInPlace(input.supplements, lineId, keep);
    const bought = keep - taken.reduce((sum, one) => sum + one.pieces, 0);
    const all: InPlace[] = bought === 0 ? [...taken] : [...taken, { lineId, pieces: bought, minor: 0 }];
    const price = priceOf(input, lineId, keep);
    return all.map((one) => ({ one, value: Math.max(0, shareOf(price, one.pieces, keep) + one.minor) }));
  });
  const values = portions.map(({ value }) => value);
  const worth = values.reduce((sum, value) => sum + value, 0);
  // Any currency will do for a division.
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
export function takenOf(input: SettlementInput): InPlace[] {
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

function skuOf({ lines }: SettlementInput, lineId: string): string {
  return lines.find((line) => line.lineId === lineId)?.sku ?? lineId;
}
