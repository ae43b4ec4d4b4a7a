import { epochMillisOf, type Instant } from '@aftercare/core';
import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { countOf } from './countOf.js';
import { latestOf } from './latestOf.js';
import { replacedElsewhereAt } from './otherReturns.js';
import { freeOf, ownedOf, replacedOf } from './ownedPieces.js';
import { leftoverOf } from './returnKeys.js';
import { piecesAway } from './returnMoves.js';
import { undecidedPieces } from './returnPlans.js';
import { isOfCustomer, type LinePieces, type OrderLine, type Remedy } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';
import { returnWindowEnd } from './returnWindow.js';

type ReturnView = View<ReturnShape>;

const HOUR = 3_600_000;

/** What a command asks for, or what the case is about. */
function requestOf(view: ReturnView) {
  const { command, data } = view;
  const isRequest = command.type === 'request_return' || command.type === 'claim';
  const { reason, lines: wanted } = isRequest ? command.params : { ...data, lines: data.requested };
  const remedy = 'remedy' in command.params ? command.params.remedy : data.remedy;
  const lines = linesNow(view).filter(({ lineId }) => wanted.some((one) => one.lineId === lineId));
  return { reason, remedy, wanted, lines };
}

/** Goods may have moved since the case was opened: where they are now decides what can be done about them. */
function linesNow({ data, facts }: ReturnView): OrderLine[] {
  return data.lines.map((line) => {
    const { shipping, deliveredAt } = facts.lines.find(({ lineId }) => lineId === line.lineId) ?? line;
    return { ...line, shipping, deliveredAt: line.deliveredAt ?? deliveredAt };
  });
}

/** Hours begun since the time for the request ended; the line whose time ended first counts. */
export function hoursLate(view: ReturnView): number {
  const { settings, now } = view;
  const { reason, lines, wanted } = requestOf(view);
  const { window } = settings.reasons[reason];
  if (window.value === null) return 0;
  const calendar = view.calendar(settings.calendar);
  const rule = window.value;
  const isWhole = settings.windowFrom === 'whole_order';
  const counted = isWhole ? linesToDeliver(view) : lines;
  const ends = counted.flatMap((line) => {
    const delivered = deliveryOf(view, line, wanted);
    return delivered === null ? [] : [epochMillisOf(returnWindowEnd(delivered, rule, calendar)) ?? 0];
  });
  // Of an order in several parcels the last one counts, and while one is under way the time has not begun.
  if (ends.length === 0 || (isWhole && ends.length < counted.length)) return 0;
  const end = isWhole ? Math.max(...ends) : Math.min(...ends);
  const over = (epochMillisOf(now) ?? 0) - end;
  // The end itself is excluded: a request at that instant is late.
  return over < 0 ? 0 : Math.floor(over / HOUR) + 1;
}

/** Lines that were delivered, or still will be: for what was refunded before it came no delivery is waited for. */
function linesToDeliver(view: ReturnView): OrderLine[] {
  const { gone } = leftoverOf(view);
  return linesNow(view).filter(
    ({ lineId, deliveredAt, pieces }) => deliveredAt !== null || countIn(gone, lineId) < pieces,
  );
}

/**
 * When the pieces of a line were delivered that something is asked about. Of replacements the settlement stands for it, as
 * they came after it; with pieces among them that were bought, the delivery of these counts.
 */
function deliveryOf(view: ReturnView, line: OrderLine, wanted: readonly LinePieces[]): Instant | null {
  const isReplaced = areReplacements(view, line, wanted);
  return (isReplaced ? lastReplacedAt(view, line.lineId) : null) ?? line.deliveredAt;
}

/** Whether what is asked about can be replacements alone. */
function areReplacements(view: ReturnView, { lineId }: OrderLine, wanted: readonly LinePieces[]): boolean {
  const asked = wanted.reduce((sum, one) => sum + (one.lineId === lineId ? one.pieces : 0), 0);
  return asked > 0 && asked <= replacedOf(view, lineId);
}

function lastReplacedAt(view: ReturnView, lineId: string): Instant | null {
  const own = countOf(view, lineId, 'replaced') > 0 ? view.data.settledAt : null;
  return latestOf([own, replacedElsewhereAt(view, lineId)]);
}

/** Lines that nobody may return without a fault. */
export function excludedLines(view: ReturnView): number {
  const { settings } = view;
  const { reason, lines } = requestOf(view);
  if (!isOfCustomer(settings.reasons[reason].fault)) return 0;
  return lines.filter(({ excludedAs, exclusionConfirmed }) => {
    const exclusion = excludedAs === null ? undefined : settings.excluded.value[excludedAs];
    return exclusion !== undefined && (!exclusion.needsConfirmation || exclusionConfirmed);
  }).length;
}

/** Lines that are not where a remedy needs them: goods can be stopped until they are delivered, and sent back after it. */
export function unfitLines(view: ReturnView): number {
  const { remedy, lines, reason, wanted } = requestOf(view);
  return lines.filter((line) => {
    if (fits(remedy, line, reason)) return false;
    // Where replacements are is not told: they may have come, be it that what was bought never did.
    return !areReplacements(view, line, wanted) || !fits(remedy, { ...line, shipping: 'delivered' }, reason);
  }).length;
}

function fits(remedy: Remedy, { shipping }: OrderLine, reason: string): boolean {
  // What the carrier calls delivered may have been given to somebody else.
  const neverCame = reason === 'not_received' && shipping !== 'not_shipped';
  if (remedy === 'refund_only') return shipping !== 'delivered' || neverCame;
  return shipping === 'delivered' || (remedy === 'resend' && neverCame);
}

/** Pieces that other settlements of the order have taken: in another case, or in an earlier round of this one. */
export function piecesTaken(view: ReturnView): number {
  const lines = linesToTake(view);
  return excess(view, lines, freeOf) - excess(view, lines, ownedOf);
}

function linesToTake(view: ReturnView): readonly LinePieces[] {
  const { command } = view;
  switch (command.type) {
    case 'request_return':
    case 'approve':
      return command.params.lines;
    case 'offer':
    case 'agree':
      return undecidedPieces(view);
    default:
      return [];
  }
}

/** Pieces beyond those that a command can be about. */
export function piecesTooMany(view: ReturnView): number {
  const { command } = view;
  switch (command.type) {
    case 'request_return':
    case 'claim':
    case 'approve':
    case 'keep_goods':
    case 'send_parcel':
    case 'receive_parcel':
      return excess(view, command.params.lines, mostOf);
    case 'inspect':
      return excess(view, [command.params], mostOf);
    default:
      return 0;
  }
}

function excess(
  view: ReturnView,
  lines: readonly LinePieces[],
  most: (view: ReturnView, lineId: string) => number,
): number {
  const wanted = new Map<string, number>();
  for (const { lineId, pieces } of lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + pieces);
  let over = 0;
  for (const [lineId, pieces] of wanted) over += Math.max(0, pieces - most(view, lineId));
  return over;
}

/** How many pieces of a line a command can be about. */
function mostOf(view: ReturnView, lineId: string): number {
  const { command, data } = view;
  const count = (counter: string) => countOf(view, lineId, counter);
  // What is agreed upon and not here: still with the customer, under way or lost.
  const away = Math.max(0, count('unsettled') - count('toInspect') - countIn(data.accepted, lineId));
  switch (command.type) {
    case 'request_return':
      return ownedOf(view, lineId);
    case 'claim':
      return count('bought') + count('replaced') - count('requested');
    case 'approve':
      return count('undecided');
    case 'receive_parcel':
      return piecesAway(view, lineId) + count('kept');
    case 'inspect':
      return count('toInspect');
    default:
      return Math.max(0, away - count('underWay') - countIn(data.lost, lineId));
  }
}
