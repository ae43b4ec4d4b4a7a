import type { View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { countOf } from './countOf.js';
import {
  awaitedElsewhere,
  differencesPaid,
  giftsDeducted,
  giftsReturned,
  heldMinorElsewhere,
  heldTendersElsewhere,
  inPlaceNow,
  pendingElsewhere,
} from './otherReturns.js';
import { unsettledOf, untakenOf } from './ownedPieces.js';
import { addTenders, NO_TENDERS, splitRefund } from './refundSplit.js';
import { leftoverOf } from './returnKeys.js';
import { isOfCustomer, type LinePieces, type PiecesByLine, type Plan, type Remedy } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';
import { settlementPlan } from './settlement.js';
import type { SettledPieces } from './settlementInput.js';

type ReturnView = View<ReturnShape>;

/** Pieces that are asked for and not decided upon. */
export function undecidedPieces(view: ReturnView): LinePieces[] {
  return view.data.lines
    .map(({ lineId }) => ({ lineId, pieces: countOf(view, lineId, 'undecided') }))
    .filter(({ pieces }) => pieces > 0);
}

/** Pieces that are asked for or agreed upon, and not settled. */
function openPieces(view: ReturnView): LinePieces[] {
  return view.data.lines
    .map(({ lineId }) => ({
      lineId,
      pieces: countOf(view, lineId, 'undecided') + countOf(view, lineId, 'unsettled'),
    }))
    .filter(({ pieces }) => pieces > 0);
}

/** Of {@link openPieces} those that no other case takes back or replaces. */
function untakenPieces(view: ReturnView): LinePieces[] {
  return openPieces(view)
    .map(({ lineId, pieces }) => ({ lineId, pieces: Math.min(pieces, untakenOf(view, lineId)) }))
    .filter(({ pieces }) => pieces > 0);
}

/** What is expected when a request is granted: all of it comes back as it was sold. */
export function planOfApproval(view: ReturnView): Plan {
  const { command, data } = view;
  const lines = command.type === 'approve' ? command.params.lines : openPieces(view);
  return planOf(view, data.remedy, lines, data.offer?.amountMinor ?? 0);
}

/** What an offer of the shop comes to. */
export function planOfOffer(view: ReturnView): Plan {
  const { command, data } = view;
  if (command.type !== 'offer') return data.plan ?? planOfApproval(view);
  return planOf(view, command.params.remedy, undecidedPieces(view), command.params.amountMinor);
}

function planOf(view: ReturnView, remedy: Remedy, lines: readonly LinePieces[], offerMinor: number): Plan {
  const pieces = lines.map(({ lineId, pieces: count }) => ({
    lineId,
    refund: remedy === 'return_refund' || remedy === 'refund_only' ? count : 0,
    replace: remedy === 'exchange' || remedy === 'resend' ? count : 0,
    keep: remedy === 'partial_refund' ? count : 0,
  }));
  return calculate(view, remedy, pieces, { offerMinor, wearMinor: 0, isEstimate: true });
}

/** What would be given for the pieces that are looked at, as they were sold: no more can be taken off for their wear. */
export function worthOfInspected(view: ReturnView): number {
  const { command } = view;
  if (command.type !== 'inspect') return 0;
  const { lineId, pieces } = command.params;
  return planOf(view, 'return_refund', [{ lineId, pieces }], 0).goodsMinor;
}

/** What a case is settled with now: by what has come back, or was stopped, and what was found. */
export function planOfSettlement(view: ReturnView): Plan {
  const { data, command } = view;
  const { remedy, accepted, lost, deductedMinor, offer } = data;
  const refundsLost = command.type === 'settle' && command.params.missing === 'refund';
  const needsGoods = remedy !== 'resend' && remedy !== 'partial_refund';
  const pieces = data.lines.flatMap(({ lineId }): SettledPieces[] => {
    const open = countOf(view, lineId, 'unsettled');
    if (open === 0) return [];
    const keeps = remedy === 'partial_refund';
    const back = countIn(accepted, lineId) + (refundsLost ? countIn(lost, lineId) : 0);
    // What another case has settled meanwhile is not settled again, whichever of the two it has come to.
    const free = keeps ? open : Math.min(open, unsettledOf(view, lineId));
    const done = needsGoods ? Math.min(free, back) : free;
    const replaces = remedy === 'exchange' || remedy === 'resend';
    const refund = replaces || keeps ? 0 : done;
    const replace = replaces ? done : 0;
    return [{ lineId, refund, replace, keep: open - refund - replace }];
  });
  const more = { offerMinor: offer?.amountMinor ?? 0, wearMinor: deductedMinor, isEstimate: false };
  return calculate(view, remedy, pieces, more);
}

/** What an earlier settlement was short of for what others held then: a settlement of its own. */
export function planOfRest(view: ReturnView): Plan {
  return { ...planOfSettlement(view), id: `settlement-${view.data.round + 1}` };
}

/**
 * What a marketplace orders: an amount of its own. All that is open is paid for when the amount reaches what it costs; by
 * less the shop pays for what it has already, and the rest stays with the customer, who may still send it.
 */
export function planOfOrder(view: ReturnView): Plan {
  const { command, data } = view;
  const isRefund = command.type === 'order_refund' || command.type === 'impose_refund';
  if (!isRefund) return planOf(view, remedyOfReturn(data), untakenPieces(view), 0);
  const paysAll = paysAllOpen(view);
  const lines = openPieces(view).map(({ lineId, pieces }) => {
    const here = countOf(view, lineId, 'toInspect') + countIn(data.accepted, lineId);
    const refund = Math.min(paysAll ? pieces : Math.min(pieces, here), unsettledOf(view, lineId));
    return { lineId, refund, replace: 0, keep: pieces - refund };
  });
  return forcedPlan(view, planId(view), command.params.refundMinor, lines);
}

/** A marketplace decides for the request; where goods were to stay for a part of the price, it has them come back. */
function remedyOfReturn({ remedy }: ReturnView['data']): Remedy {
  return remedy === 'partial_refund' ? 'return_refund' : remedy;
}

/** What a marketplace has refunded without paying for all that is open: money, and no goods. */
export function planOfImposition(view: ReturnView): Plan {
  const { command, counters, data } = view;
  const refundMinor = command.type === 'impose_refund' ? command.params.refundMinor : 0;
  const open = openPieces(view);
  const about = (open.length > 0 ? open : data.requested).map(({ lineId, pieces }) => {
    return { lineId, refund: 0, replace: 0, keep: pieces };
  });
  const plan = forcedPlan(view, `imposed-${(counters.case.imposed ?? 0) + 1}`, refundMinor, about);
  return { ...plan, lines: [] };
}

/** Whether what a marketplace orders reaches what all open pieces cost. */
export function paysAllOpen(view: ReturnView): boolean {
  const { command } = view;
  if (command.type !== 'order_refund' && command.type !== 'impose_refund') return false;
  const open = openPieces(view);
  return open.length > 0 && command.params.refundMinor >= planOf(view, 'return_refund', open, 0).goodsMinor;
}

/**
 * A refund of an amount that a marketplace says. Of it counts as given for goods what those cost that the shop has, and for
 * those that stay no more than they cost: the rest is freight, or goodwill of the marketplace's.
 */
function forcedPlan(view: ReturnView, id: string, refundMinor: number, lines: Plan['lines']): Plan {
  const { tenders: left } = leftoverOf(view);
  const { parts, unpaidMinor } = splitRefund(refundMinor, left, view.settings.tenderOrder);
  const details = { wearMinor: 0, isEstimate: true, isForced: true };
  const back = lines.map((line) => ({ ...line, keep: 0 }));
  const taken = calculate(view, 'return_refund', back, { ...details, offerMinor: 0 });
  const stays = lines.map((line) => ({ ...line, refund: 0 })).filter(({ keep }) => keep > 0);
  const offerMinor = Math.max(0, refundMinor - taken.goodsMinor);
  const kept = calculate(view, 'partial_refund', stays, { ...details, offerMinor, after: taken });
  return {
    id,
    remedy: view.data.remedy,
    lines,
    goodsMinor: taken.goodsMinor + kept.goodsMinor,
    outboundMinor: 0,
    backMinor: 0,
    deductedMinor: 0,
    refundMinor,
    unpaidMinor: 0,
    // What a marketplace orders is not bounded by what is left; the rest comes out of money.
    tenders: addTenders(parts, { ...NO_TENDERS, money: unpaidMinor }),
    toPayMinor: 0,
    worthMinor: refundMinor,
    shipments: [],
    supplements: kept.supplements,
    ...(view.data.rest === undefined ? {} : { rest: view.data.rest }),
    taken: [...(taken.taken ?? []), ...(kept.taken ?? [])],
  };
}

/** What is left of a settlement whose goods cannot be sent: the money, which has gone its way. */
export function withoutShipment(plan: Plan): Plan {
  return {
    ...plan,
    lines: plan.lines.map(({ lineId }) => ({ lineId, refund: 0, replace: 0, keep: 0 })),
    worthMinor: Math.max(plan.refundMinor, plan.goodsMinor) + plan.backMinor,
    shipments: [],
    // At what they have cost by now, goods go back or are exchanged for others: those that were asked for did not come.
    supplements: plan.supplements.map(({ sku: _, ...one }) => one),
  };
}

/** Settlements are numbered by the times that a case is dealt with: one each time. */
function planId({ data }: ReturnView): string {
  return `settlement-${data.round}`;
}

interface PlanDetails {
  readonly offerMinor: number;
  readonly wearMinor: number;
  readonly isEstimate: boolean;
  /** A marketplace gives it, whatever others hold. Default: no. */
  readonly isForced?: boolean;
  /** What a part of the settlement does that comes before this one. Default: nothing. */
  readonly after?: Pick<Plan, 'goodsMinor' | 'lines' | 'taken'>;
}

const NO_REST = { goodsMinor: 0, moneyMinor: 0 };

const NOTHING = { goodsMinor: 0, lines: [] };

function calculate(
  view: ReturnView,
  remedy: Remedy,
  pieces: readonly SettledPieces[],
  { offerMinor, wearMinor, isEstimate, isForced = false, after = NOTHING }: PlanDetails,
): Plan {
  const { data, settings } = view;
  const { tenders, settledBeforeMinor, gone, backMinor } = leftoverOf(view);
  const heldMinor = heldMinorElsewhere(view);
  const byLine = (piecesOf: (lineId: string) => number): PiecesByLine =>
    Object.fromEntries(data.lines.map(({ lineId }) => [lineId, piecesOf(lineId)]));
  const goneNow = (lineId: string) => after.lines.find((one) => one.lineId === lineId)?.refund ?? 0;
  return settlementPlan({
    id: planId(view),
    remedy,
    pieces: pieces.map((line) => withReplacement(line, data)),
    lines: data.lines,
    promotions: data.promotions,
    gifts: data.gifts,
    gone: byLine((lineId) => countIn(gone, lineId) - awaitedElsewhere(view, lineId) + goneNow(lineId)),
    awaited: {
      // What is held does not overlap; what is carried out counts what has been before it.
      pieces: isEstimate ? byLine((lineId) => awaitedElsewhere(view, lineId)) : {},
      goodsMinor: isForced ? 0 : heldMinor,
      tenders: heldTendersElsewhere(view),
    },
    // What others only hold has not been given.
    settledBeforeMinor: settledBeforeMinor - heldMinor + after.goodsMinor,
    rest: isEstimate ? NO_REST : (data.rest ?? NO_REST),
    pendingMinor: pendingElsewhere(view),
    differencePaidMinor: differencesPaid(view),
    supplements: inPlaceNow(view, after.taken ?? []),
    dueMode: settings.promotions.value[data.fault],
    freightRule: freightRuleOf(view, remedy, pieces),
    outbound: data.outbound,
    back: isEstimate ? [] : data.parcels.flatMap(({ freight }) => (freight === null ? [] : [freight])),
    offerMinor,
    wearMinor,
    giftsReturned: settings.deductGifts && !isEstimate ? giftsReturned(view) : null,
    giftsDeducted: giftsDeducted(view),
    left: tenders,
    backLeftMinor: settings.mostBackFreightMinor.value - backMinor,
    tenderOrder: settings.tenderOrder,
    forgivenDifferenceMinor: settings.forgivenDifferenceMinor,
  });
}

function withReplacement(line: SettledPieces, { requested }: ReturnView['data']): SettledPieces {
  const replacement = requested.find(({ lineId }) => lineId === line.lineId)?.replacement;
  return replacement === undefined ? line : { ...line, replacement };
}

/** For goods that never left there was no way out to pay for; what comes back has left since it was asked about. */
function freightRuleOf({ data, settings }: ReturnView, remedy: Remedy, pieces: readonly SettledPieces[]) {
  const isUnshipped = pieces.every(
    ({ lineId }) => data.lines.find((line) => line.lineId === lineId)?.shipping === 'not_shipped',
  );
  if (isUnshipped && remedy === 'refund_only') return { outbound: 'shop', back: 'as_paid' } as const;
  const ruled = settings.freight.value[data.fault];
  // What was agreed upon before the fault was found does not cost the customer what is not theirs to bear.
  return isOfCustomer(data.fault) ? (data.freight.agreed ?? ruled) : ruled;
}
