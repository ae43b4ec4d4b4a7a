import { epochMillisOf } from '@aftercare/core';
import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { leftoverOf } from './returnKeys.js';
import { countOf } from './returnPlans.js';
import type { LinePieces, OrderLine, Remedy } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';
import { returnWindowEnd } from './returnWindow.js';

type ReturnView = View<ReturnShape>;

const HOUR = 3_600_000;

/** What a command asks for, or what the case is about. */
function requestOf({ command, data, facts }: ReturnView) {
  if (command.type === 'change_remedy') {
    // Goods have moved since the request: where they are now decides what can be done about them.
    return { ...data, remedy: command.params.remedy, lines: linesOf(facts.lines, data.requested) };
  }
  const isRequest = command.type === 'request_return' || command.type === 'claim';
  const { reason, remedy, lines } = isRequest ? command.params : { ...data, lines: data.requested };
  return { reason, remedy, lines: linesOf(data.lines, lines) };
}

function linesOf(lines: readonly OrderLine[], wanted: readonly LinePieces[]): OrderLine[] {
  return lines.filter(({ lineId }) => wanted.some((one) => one.lineId === lineId));
}

/** Hours begun since the time for the request ended; the line whose time ended first counts. */
export function hoursLate(view: ReturnView): number {
  const { settings, data, now } = view;
  const { reason, lines } = requestOf(view);
  const { window } = settings.reasons[reason];
  if (window.value === null) return 0;
  const calendar = view.calendar(settings.calendar);
  const rule = window.value;
  const counted = settings.windowFrom === 'whole_order' ? data.lines : lines;
  const ends = counted.flatMap((line) => {
    const delivered = deliveryOf(view, line);
    return delivered === null ? [] : [epochMillisOf(returnWindowEnd(delivered, rule, calendar)) ?? 0];
  });
  // Of an order in several parcels the last one counts, and while one is under way the time has not begun.
  const isWhole = settings.windowFrom === 'whole_order';
  if (ends.length === 0 || (isWhole && ends.length < counted.length)) return 0;
  const end = isWhole ? Math.max(...ends) : Math.min(...ends);
  const over = (epochMillisOf(now) ?? 0) - end;
  // The end itself is excluded: a request at that instant is late.
  return over < 0 ? 0 : Math.floor(over / HOUR) + 1;
}

/** Of a line that was replaced, the settlement stands for the delivery: the replacement came after it. */
function deliveryOf(view: ReturnView, { lineId, deliveredAt }: OrderLine): string | null {
  const { settledAt } = view.data;
  return settledAt !== null && countOf(view, lineId, 'replaced') > 0 ? settledAt : deliveredAt;
}

/** Lines that nobody may return without a fault. */
export function excludedLines(view: ReturnView): number {
  const { settings } = view;
  const { reason, lines } = requestOf(view);
  if (settings.reasons[reason].fault !== 'none') return 0;
  return lines.filter(({ excludedAs, exclusionConfirmed }) => {
    const exclusion = excludedAs === null ? undefined : settings.excluded.value[excludedAs];
    return exclusion !== undefined && (!exclusion.needsConfirmation || exclusionConfirmed);
  }).length;
}

/** Lines that are not where a remedy needs them: goods can be stopped until they are delivered, and sent back after it. */
export function unfitLines(view: ReturnView): number {
  const { remedy, lines, reason } = requestOf(view);
  return lines.filter((line) => !fits(remedy, line, reason)).length;
}

function fits(remedy: Remedy, { shipping }: OrderLine, reason: string): boolean {
  if (remedy === 'refund_only') return shipping !== 'delivered';
  return (
    shipping === 'delivered' || (shipping === 'shipped' && remedy === 'resend' && reason === 'not_received')
  );
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
      return excess(view, command.params.lines);
    case 'inspect':
      return excess(view, [command.params]);
    default:
      return 0;
  }
}

function excess(view: ReturnView, lines: readonly LinePieces[]): number {
  const wanted = new Map<string, number>();
  for (const { lineId, pieces } of lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + pieces);
  let over = 0;
  for (const [lineId, pieces] of wanted) over += Math.max(0, pieces - mostOf(view, lineId));
  return over;
}

/** How many pieces of a line a command can be about. */
function mostOf(view: ReturnView, lineId: string): number {
  const { command, data } = view;
  const count = (counter: string) => countOf(view, lineId, counter);
  // What is agreed upon and neither here nor lost: still with the customer, or under way.
  const away = count('unsettled') - count('toInspect') - countIn(data.accepted, lineId);
  const bought = data.lines.find((line) => line.lineId === lineId)?.pieces ?? 0;
  const taken = countIn(leftoverOf(view).taken, lineId);
  // Of the customer's pieces, replacements included, those that no case has dealt with.
  const untaken = Math.max(0, bought + count('replaced') - taken);
  switch (command.type) {
    case 'request_return':
      return untaken;
    case 'claim':
      return count('bought') + count('replaced') - count('requested');
    case 'approve':
      return Math.min(count('undecided'), untaken);
    case 'receive_parcel':
      return away;
    case 'inspect':
      return count('toInspect');
    default:
      return away - count('underWay') - countIn(data.lost, lineId);
  }
}
