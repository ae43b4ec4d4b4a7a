import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { countOf } from './countOf.js';
import type { LinePieces, Move, Plan } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = View<ReturnShape>;
type Counter = keyof ReturnShape['counters'];

/**
 * A posting: pieces of a line are added to some counters and taken off others, so that what is counted stays equal on both
 * sides of each invariant. Nothing is posted for no pieces.
 */
function post(
  line: string,
  pieces: number,
  plus: readonly Counter[],
  minus: readonly Counter[] = [],
): Move[] {
  if (pieces === 0) return [];
  return [
    ...minus.map((counter) => ({ line, counter, by: -pieces })),
    ...plus.map((counter) => ({ line, counter, by: pieces })),
  ];
}

function forLines(lines: readonly LinePieces[], movesOf: (line: LinePieces) => readonly Move[]): Move[] {
  return lines.flatMap(movesOf);
}

function allLines(view: ReturnView, counter: Counter): LinePieces[] {
  return view.data.lines.map(({ lineId }) => ({ lineId, pieces: countOf(view, lineId, counter) }));
}

/** The order is known, and some pieces of it are asked about. */
export function openingMoves({ data }: ReturnView): Move[] {
  return [
    ...data.lines.flatMap(({ lineId, pieces }) => post(lineId, pieces, ['bought'])),
    ...requestMoves(data.requested),
  ];
}

/** Pieces are asked about. */
export function requestMoves(lines: readonly LinePieces[]): Move[] {
  return forLines(lines, ({ lineId, pieces }) => post(lineId, pieces, ['requested', 'undecided']));
}

/** Some of the pieces are agreed upon, the others not. */
export function approvalMoves(view: ReturnView, { lines }: Plan): Move[] {
  return allLines(view, 'undecided').flatMap(({ lineId, pieces: open }) => {
    const planned = lines.find((line) => line.lineId === lineId);
    const agreed = planned === undefined ? 0 : planned.refund + planned.replace + planned.keep;
    return [
      ...post(lineId, agreed, ['approved', 'unsettled'], ['undecided']),
      ...post(lineId, open - agreed, ['refused'], ['undecided']),
    ];
  });
}

/** What is open is refused. */
export function refusingMoves(view: ReturnView): Move[] {
  return forLines(allLines(view, 'undecided'), ({ lineId, pieces }) =>
    post(lineId, pieces, ['refused'], ['undecided']),
  );
}

/** Nothing more is to come: what is open is refused, and what was agreed upon stays with the customer. */
export function endingMoves(view: ReturnView): Move[] {
  return [
    ...refusingMoves(view),
    ...forLines(allLines(view, 'unsettled'), ({ lineId, pieces }) =>
      post(lineId, pieces, ['kept'], ['unsettled']),
    ),
  ];
}

/** What was refused or kept is open again. */
export function disputedMoves(view: ReturnView): Move[] {
  return forLines(view.data.requested, ({ lineId, pieces }) => {
    const refused = Math.min(pieces, countOf(view, lineId, 'refused'));
    const kept = Math.min(pieces - refused, countOf(view, lineId, 'kept'));
    return [
      ...post(lineId, refused, ['undecided'], ['refused']),
      ...post(lineId, kept, ['undecided'], ['kept', 'approved']),
    ];
  });
}

/** What was refused or kept is open again, and so is what was agreed upon and never sent. */
export function reopeningMoves(view: ReturnView): Move[] {
  const unsent = forLines(allLines(view, 'unsettled'), ({ lineId, pieces }) =>
    post(lineId, pieces, ['undecided'], ['unsettled', 'approved']),
  );
  return [...disputedMoves(view), ...unsent];
}

/** The customer keeps pieces after all. */
export function keepingMoves(lines: readonly LinePieces[]): Move[] {
  return forLines(lines, ({ lineId, pieces }) => post(lineId, pieces, ['kept'], ['unsettled']));
}

/** Pieces are sent. */
export function sendingMoves(lines: readonly LinePieces[]): Move[] {
  return forLines(lines, ({ lineId, pieces }) => post(lineId, pieces, ['sentBack', 'underWay']));
}

/**
 * Pieces have come, which adds to those that came before. They were under way, or taken for missing, or nobody had said
 * that they were sent. Pieces that had been left to the customer are open again; those that are settled are counted alone.
 */
export function receivingMoves(view: ReturnView, lines: readonly LinePieces[]): Move[] {
  return forLines(lines, ({ lineId, pieces }) => {
    const expected = Math.min(pieces, countOf(view, lineId, 'underWay'));
    const found = Math.min(pieces - expected, countOf(view, lineId, 'missing'));
    const kept = Math.max(0, pieces - piecesAway(view, lineId));
    return [
      ...post(lineId, expected, ['received', 'toInspect'], ['underWay']),
      ...post(lineId, found, ['received', 'toInspect'], ['missing']),
      ...post(lineId, pieces - expected - found, ['sentBack', 'received', 'toInspect']),
      ...post(lineId, kept, ['unsettled'], ['kept']),
    ];
  });
}

/** Pieces that are agreed upon, or were settled without being there, and that the shop does not have yet. */
export function piecesAway(view: ReturnView, lineId: string): number {
  const count = (counter: string) => countOf(view, lineId, counter);
  const here = count('toInspect') + countIn(view.data.accepted, lineId);
  return Math.max(0, count('unsettled') + count('unreturned') - here);
}

/** No more parcels are expected: what has not come is missing. */
export function missingMoves(view: ReturnView): Move[] {
  return forLines(allLines(view, 'underWay'), ({ lineId, pieces }) =>
    post(lineId, pieces, ['missing'], ['underWay']),
  );
}

/**
 * Pieces are looked at: they are taken back, or go on to the customer, who keeps them. Pieces beyond those that are agreed
 * upon were settled before they came: they go on a shelf, and nothing else follows from them.
 */
export function inspectionMoves(view: ReturnView): Move[] {
  const { command, data } = view;
  if (command.type !== 'inspect') return [];
  const { lineId, pieces, condition, disposal } = command.params;
  const agreed = Math.max(0, countOf(view, lineId, 'unsettled') - countIn(data.accepted, lineId));
  const open = Math.min(pieces, agreed);
  const damaged = condition === 'damaged' ? post(lineId, pieces, ['damaged']) : [];
  if (disposal === 'send_back') {
    return [
      ...damaged,
      ...post(lineId, pieces, ['sentOn'], ['toInspect']),
      ...post(lineId, open, ['kept'], ['unsettled']),
    ];
  }
  const shelf = disposal === 'restock' ? 'restocked' : 'writtenOff';
  return [
    ...damaged,
    ...post(lineId, pieces, [shelf], ['toInspect']),
    ...post(lineId, Math.min(pieces - open, countOf(view, lineId, 'unreturned')), [], ['unreturned']),
  ];
}

/** A settlement is carried out; what is paid for or replaced and is not there may still come. */
export function settlingMoves({ data }: ReturnView, { lines }: Plan): Move[] {
  return lines.flatMap(({ lineId, refund, replace, keep }) => [
    ...post(lineId, refund, ['refunded'], ['unsettled']),
    ...post(lineId, replace, ['replaced'], ['unsettled']),
    ...post(lineId, keep, ['kept'], ['unsettled']),
    ...post(lineId, Math.max(0, refund + replace - countIn(data.accepted, lineId)), ['unreturned']),
  ]);
}
