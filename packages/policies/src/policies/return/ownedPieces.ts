import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { countOf } from './countOf.js';
import { heldElsewhere, replacedElsewhere, stayingElsewhere } from './otherReturns.js';
import { leftoverOf, type PiecesBeside } from './returnKeys.js';
import type { PiecesByLine } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = View<ReturnShape>;

/** Pieces of a line that replacements have added to those bought, in all returns of the order. */
export function replacedOf(view: ReturnView, lineId: string): number {
  return countOf(view, lineId, 'replaced') + replacedElsewhere(view, lineId);
}

/** What bounds a settlement counts with. Who is only agreeing leaves to others what these have agreed upon before. */
export function piecesBeside(view: ReturnView): PiecesBeside {
  const byLine = (piecesOf: (view: ReturnView, lineId: string) => number): PiecesByLine =>
    Object.fromEntries(view.data.lines.map(({ lineId }) => [lineId, piecesOf(view, lineId)]));
  return {
    replaced: byLine(replacedOf),
    waiting: view.command.type === 'settle' ? byLine(heldElsewhere) : {},
  };
}

/** Pieces of a line that the customer has got, replacements included. */
export function ownedOf(view: ReturnView, lineId: string): number {
  const bought = view.data.lines.find((line) => line.lineId === lineId)?.pieces ?? 0;
  return bought + replacedOf(view, lineId);
}

/** Of these the pieces that no settlement has refunded or replaced, or has begun to. */
export function unsettledOf(view: ReturnView, lineId: string): number {
  const settled = countIn(leftoverOf(view).taken, lineId) - heldElsewhere(view, lineId);
  return Math.max(0, ownedOf(view, lineId) - settled);
}

/** Of these the pieces that none is about to refund or replace. */
export function untakenOf(view: ReturnView, lineId: string): number {
  return Math.max(0, ownedOf(view, lineId) - countIn(leftoverOf(view).taken, lineId));
}

/** {@link untakenOf}, without those that are to stay with the customer for less by what another case holds. */
export function freeOf(view: ReturnView, lineId: string): number {
  return Math.max(0, untakenOf(view, lineId) - stayingElsewhere(view, lineId));
}
