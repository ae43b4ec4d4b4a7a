import type { Case } from '../../case/index.js';
import type { DataOf } from '../../kind/index.js';
import { costInPlace, type InPlace, inPlaceTogether, takeInPlace, takenAway } from './inPlace.js';
import { NO_TENDERS } from './refundSplit.js';
import type { LinePieces, Plan, ReturnSoFar } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnCase = Pick<Case<DataOf<ReturnShape>>, 'id' | 'data' | 'counters' | 'effects' | 'approvals'>;

/**
 * What the returns of an order have settled so far: the fact `returns` of all cases of that order. Replacements that one
 * case has sent can come back in another, at what they have cost, and price differences are exact over all of them.
 *
 * Read the cases after the usage: what is settled in between then makes the commit stale, and it is decided again.
 *
 * @param cases - all returns of the order, in any state; a case leaves out what it finds of itself
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   loadAuthority,
 *   loadPolicy,
 *   openCase,
 *   returnDefinition,
 *   returnKind,
 *   returnsSoFar,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(returnKind, returnDefinition, { authority, calendars: { shop: calendar } }));
 *
 * const { facts } = returnKind.behaviour.samples;
 * const customer = { id: facts.customerId, role: 'customer' };
 * const lines = [{ lineId: 'cups', pieces: 1 }];
 * const params = { remedy: 'exchange', reason: 'no_reason', lines, evidence: [] } as const;
 * const request = { id: '1', type: 'request_return', params } as const;
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: customer, usage: {}, facts };
 * const opened = openCase(policy, request, { ...context, ids: ['return-1'] });
 * if (!opened.ok) throw new Error(opened.refusal.message);
 *
 * const returns = returnsSoFar([opened.next]);
 * returns[0]?.replaced; // => []
 * const another = openCase(policy, request, { ...context, facts: { ...facts, returns }, ids: ['return-2'] });
 * another.ok; // => true
 * ```
 */
export function returnsSoFar(cases: readonly ReturnCase[]): ReturnSoFar[] {
  return cases.map((one) => {
    const { id, data, counters } = one;
    const { settledAt, supplements, differencePaidMinor, giftsReturned, giftsDeducted = [] } = data;
    const held = heldBy(one);
    const gone = held === null ? [] : goneWith(held);
    const waiting = held !== null && isWaiting(one, held) ? held : null;
    const replaced = Object.entries(counters.lines).flatMap(([lineId, { replaced: pieces = 0 }]) =>
      piecesOf(lineId, pieces),
    );
    return {
      caseId: id,
      replaced,
      staying: held === null ? [] : stayingWith(held),
      holding: {
        lines:
          waiting?.lines.flatMap(({ lineId, refund, replace }) => piecesOf(lineId, refund + replace)) ?? [],
        goodsMinor: waiting?.goodsMinor ?? 0,
        tenders: waiting?.tenders ?? NO_TENDERS,
      },
      awaited: waiting === null ? [] : refundedWith(waiting),
      settledAt,
      // What comes back or is exchanged again here is nothing that another case can take.
      supplements: inPlaceTogether([...supplements, ...takenAway(gone)]),
      differencePaidMinor:
        held === null ? differencePaidMinor : differencePaidMinor - paidAheadMinor(one, held),
      pendingMinor: held === null ? 0 : pendingWith(held, gone, waiting !== null),
      giftsReturned,
      giftsDeducted: [...giftsDeducted, ...(held?.giftsDeducted ?? [])],
    };
  });
}

/** What a case holds still: a case that has ended has given it up. */
function heldBy({ data: { held }, approvals }: ReturnCase): Plan | null {
  return approvals.some(({ id, status }) => id === held?.id && status === 'held') ? held : null;
}

/** Whether nothing of what is held has been carried out, nor is about to be. */
function isWaiting({ effects }: ReturnCase, held: Plan): boolean {
  return effects.every(({ params }) => params.settlementId !== held.id);
}

function refundedWith({ lines }: Plan): LinePieces[] {
  return lines.flatMap(({ lineId, refund }) => piecesOf(lineId, refund));
}

function piecesOf(lineId: string, pieces: number): LinePieces[] {
  return pieces > 0 ? [{ lineId, pieces }] : [];
}

/** Nobody can send them back elsewhere meanwhile: what is held for them would be kept from the other case. */
function stayingWith({ remedy, lines }: Plan): LinePieces[] {
  if (remedy !== 'partial_refund') return [];
  return lines.flatMap(({ lineId, keep }) => piecesOf(lineId, keep));
}

/** What a settlement takes of what came in the place of pieces; goods that stay can come back in any case until then. */
function goneWith({ lines, taken = [] }: Plan): InPlace[] {
  return lines.flatMap(({ lineId, refund, replace }) => takeInPlace(taken, lineId, refund + replace).taken);
}

/** What is due for all goods, less this, is what is due for them once what has been begun is carried out. */
function pendingWith(held: Plan, gone: readonly InPlace[], isWaiting: boolean): number {
  // What others are not told of as in the place of pieces is due still with what it has cost beyond them.
  return (isWaiting ? 0 : held.toPayMinor - addedBy(held)) - costInPlace(gone);
}

/** By how much goods that stay or are sent have cost more after a settlement; less than nothing where it gives back. */
function addedBy({ supplements, taken = [] }: Plan): number {
  return costInPlace(supplements) - costInPlace(taken);
}

/** What was paid for goods that have not been sent yet. */
function paidAheadMinor({ data: { paymentAskedAt }, effects }: ReturnCase, held: Plan): number {
  if (paymentAskedAt !== null) return 0;
  const asked = effects.findLast(
    ({ type, params }) => type === 'request_payment' && params.settlementId === held.id,
  );
  return asked?.status === 'succeeded' ? held.toPayMinor : 0;
}
