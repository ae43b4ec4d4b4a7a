import { type Cap, paidKey, type Usage } from '../../authority/index.js';
import type { DataOf, View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { goodsDue } from './goodsDue.js';
import { differencesPaid } from './otherReturns.js';
import { TENDERS, type Tender, type TenderAmounts } from './refundSplit.js';
import type { PiecesByLine, Plan } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type Data = DataOf<ReturnShape>;

/** An order as it was when the case was opened, and what is known of it now. */
type OrderView = Pick<View<ReturnShape>, 'caseId' | 'data' | 'facts'>;

/** The key under which all cases of an order count what goes back in a means of payment; money is shared with other policies. */
function tenderKey(tender: Tender, { orderId, paid }: Data): string {
  return tender === 'money'
    ? paidKey(orderId, paid.currency)
    : `tender|${tender}|${paid.currency}|${orderId}`;
}

/** What was given for goods of an order, nothing taken off. */
function goodsKey({ orderId, paid }: Data): string {
  return `goods|${paid.currency}|${orderId}`;
}

/** What was reimbursed for ways back: it was never paid for the order, so it has a bound of its own. */
function backKey({ orderId, paid }: Data): string {
  return `freight_back|${paid.currency}|${orderId}`;
}

/** Pieces of a line that anything is done about, and those of them that money goes back for. */
function piecesKey(what: 'returned' | 'refunded', { orderId }: Data, lineId: string): string {
  return `${what}|${orderId.length}|${orderId}|${lineId}`;
}

/** The keys of all budgets of an order beside those of money. */
export function returnBudgets(data: Data): string[] {
  const tenders = TENDERS.map((tender) => tenderKey(tender, data));
  const lines = data.lines.flatMap(({ lineId }) => [
    piecesKey('returned', data, lineId),
    piecesKey('refunded', data, lineId),
  ]);
  return [...tenders, goodsKey(data), backKey(data), ...lines];
}

/** Pieces beside those bought that what bounds a settlement counts with. */
export interface PiecesBeside {
  /** Sent in the place of others. */
  readonly replaced: PiecesByLine;
  /** What others have agreed upon and have not begun to settle: it does not keep up what has come. */
  readonly waiting: PiecesByLine;
}

/**
 * What bounds a settlement beside authority, together with all others of the order: each means of payment gives back what
 * was paid with it, goods no more than they cost, and each piece is dealt with once (a replacement is a piece more).
 */
export function returnCaps(
  view: OrderView,
  plan: Plan,
  { replaced, waiting }: PiecesBeside,
  mostBackMinor: number,
): Cap[] {
  const { data } = view;
  const tenders = TENDERS.filter((tender) => plan.tenders[tender] > 0).map(
    (tender): Cap => ({
      key: tenderKey(tender, data),
      amount: plan.tenders[tender],
      limit: paidWith(tender, view),
    }),
  );
  const goods: Cap = { key: goodsKey(data), amount: plan.goodsMinor, limit: goodsPaid(view) };
  const lines = plan.lines.flatMap(({ lineId, refund, replace }): Cap[] => {
    const bought = data.lines.find((line) => line.lineId === lineId)?.pieces ?? 0;
    const returned = { key: piecesKey('returned', data, lineId), amount: refund + replace };
    const refunded = { key: piecesKey('refunded', data, lineId), amount: refund };
    const most = bought + countIn(waiting, lineId);
    return [
      { ...returned, limit: most + countIn(replaced, lineId), unit: 'count' },
      { ...refunded, limit: most, unit: 'count' },
    ];
  });
  const back = { key: backKey(data), amount: plan.backMinor, limit: mostBackMinor };
  return [...tenders, goods, ...(plan.backMinor > 0 ? [back] : []), ...lines];
}

function paidWith(tender: Tender, view: OrderView): number {
  const { data, facts } = view;
  if (tender !== 'money') return data.otherTenders[tender];
  // The shop may have refunded elsewhere since the case was opened; what is known of it is never forgotten.
  const refundedMinor = Math.max(data.refundedMinor, facts.refundedMinor);
  return Math.max(0, data.paid.minor - refundedMinor + differencesPaid(view));
}

/** What the goods of the order cost, with what was paid on top in exchanges. */
function goodsPaid(view: OrderView): number {
  const { lines, promotions } = view.data;
  const all = Object.fromEntries(lines.map(({ lineId, pieces }) => [lineId, pieces]));
  return goodsDue(lines, promotions, all, 'recalculated') + differencesPaid(view);
}

/** What is left of an order for a settlement of this case, without what the case holds for it already. */
export interface Leftover {
  readonly tenders: TenderAmounts;
  readonly settledBeforeMinor: number;
  /** Reimbursed for ways back. */
  readonly backMinor: number;
  readonly gone: PiecesByLine;
  /** Pieces that have been dealt with, or are being dealt with in other cases. */
  readonly taken: PiecesByLine;
}

/** Reads from what was granted so far what is left of an order. */
export function leftoverOf(view: OrderView & { readonly usage: Usage }): Leftover {
  const { data, usage } = view;
  const own = data.held;
  const used = (key: string, held: number) => Math.max(0, (usage[key]?.amount ?? 0) - held);
  const left = (tender: Tender) =>
    Math.max(0, paidWith(tender, view) - used(tenderKey(tender, data), own?.tenders[tender] ?? 0));
  const ofLines = (countOf: (lineId: string) => number) =>
    Object.fromEntries(data.lines.map(({ lineId }) => [lineId, countOf(lineId)]));
  const heldFor = (lineId: string) => own?.lines.find((line) => line.lineId === lineId);
  return {
    tenders: {
      money: left('money'),
      coupon: left('coupon'),
      points: left('points'),
      gift_value: left('gift_value'),
    },
    backMinor: used(backKey(data), own?.backMinor ?? 0),
    settledBeforeMinor: used(goodsKey(data), own?.goodsMinor ?? 0),
    gone: ofLines((lineId) => used(piecesKey('refunded', data, lineId), heldFor(lineId)?.refund ?? 0)),
    taken: ofLines((lineId) => {
      const held = heldFor(lineId);
      return used(piecesKey('returned', data, lineId), (held?.refund ?? 0) + (held?.replace ?? 0));
    }),
  };
}
