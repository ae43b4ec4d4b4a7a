import type { Instant } from '@aftercare/core';
import type { View } from '../../kind/index.js';
import { type InPlace, inPlaceTogether, takenAway } from './inPlace.js';
import { latestOf } from './latestOf.js';
import { addTenders, NO_TENDERS, type TenderAmounts } from './refundSplit.js';
import type { GiftDeduction, LinePieces, ReturnSoFar } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = Pick<View<ReturnShape>, 'caseId' | 'data' | 'facts'>;

/** The other returns of the order; what a host tells of the case itself is older than the case. */
function otherReturns({ caseId, facts }: ReturnView): readonly ReturnSoFar[] {
  return facts.returns.filter((one) => one.caseId !== caseId);
}

/** Pieces of a line that other cases have sent in the place of others. */
export function replacedElsewhere(view: ReturnView, lineId: string): number {
  return otherReturns(view).reduce((sum, { replaced }) => sum + piecesOf(replaced, lineId), 0);
}

/** Pieces of a line that are to stay with the customer by what other cases hold. */
export function stayingElsewhere(view: ReturnView, lineId: string): number {
  return otherReturns(view).reduce((sum, { staying }) => sum + piecesOf(staying, lineId), 0);
}

/** Pieces of a line that other cases hold to refund or replace them. */
export function heldElsewhere(view: ReturnView, lineId: string): number {
  return otherReturns(view).reduce((sum, { holding }) => sum + piecesOf(holding.lines, lineId), 0);
}

/** When another case last sent such pieces; null when none has. */
export function replacedElsewhereAt(view: ReturnView, lineId: string): Instant | null {
  const senders = otherReturns(view).filter(({ replaced }) => piecesOf(replaced, lineId) > 0);
  return latestOf(senders.map(({ settledAt }) => settledAt));
}

/**
 * What settlements have put in the place of pieces, and the customer still has.
 *
 * @param taken - what a part of this settlement has taken of it already
 */
export function inPlaceNow(view: ReturnView, taken: readonly InPlace[]): InPlace[] {
  const elsewhere = otherReturns(view).flatMap(({ supplements }) => supplements);
  return inPlaceTogether([...view.data.supplements, ...elsewhere, ...takenAway(taken)]).filter(
    ({ pieces }) => pieces > 0,
  );
}

/** Price differences that were paid for exchanges of the order. */
export function differencesPaid(view: ReturnView): number {
  return otherReturns(view).reduce(
    (sum, { differencePaidMinor }) => sum + differencePaidMinor,
    view.data.differencePaidMinor,
  );
}

/** What other cases hold for exchanges, and for goods that stay, and have not settled yet. */
export function pendingElsewhere(view: ReturnView): number {
  return otherReturns(view).reduce((sum, { pendingMinor }) => sum + pendingMinor, 0);
}

/** What other cases hold to give for goods and have not begun to settle. */
export function heldMinorElsewhere(view: ReturnView): number {
  return otherReturns(view).reduce((sum, { holding }) => sum + holding.goodsMinor, 0);
}

/** The same with all that goes with it, by means of payment. */
export function heldTendersElsewhere(view: ReturnView): TenderAmounts {
  return otherReturns(view).reduce((sum, { holding }) => addTenders(sum, holding.tenders), NO_TENDERS);
}

/** Pieces of a line that other cases have agreed to take back, and that are the customer's until they are settled. */
export function awaitedElsewhere(view: ReturnView, lineId: string): number {
  return otherReturns(view).reduce((sum, { awaited }) => sum + piecesOf(awaited, lineId), 0);
}

/** Whether other cases have agreed to take anything back that they have not settled. */
export function isAnyAwaitedElsewhere(view: ReturnView): boolean {
  return otherReturns(view).some(({ awaited }) => awaited.length > 0);
}

/** Gifts that have come back, in whichever case. */
export function giftsReturned(view: ReturnView): string[] {
  return [...view.data.giftsReturned, ...otherReturns(view).flatMap((one) => one.giftsReturned)];
}

/** What was deducted for gifts of the order so far. */
export function giftsDeducted(view: ReturnView): GiftDeduction[] {
  return [...(view.data.giftsDeducted ?? []), ...otherReturns(view).flatMap((one) => one.giftsDeducted)];
}

function piecesOf(lines: readonly LinePieces[], wanted: string): number {
  return lines.find(({ lineId }) => lineId === wanted)?.pieces ?? 0;
}
