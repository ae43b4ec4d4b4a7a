import { sameJson } from '../../decide/sameJson.js';
import type { KindBehaviour, View } from '../../kind/index.js';
import { countIn } from './countIn.js';
import { countOf } from './countOf.js';
import { figuresOfCustomer } from './figuresOfCustomer.js';
import { goodsDue } from './goodsDue.js';
import { isAnyAwaitedElsewhere } from './otherReturns.js';
import { TENDERS, totalOfTenders } from './refundSplit.js';
import { minorOf } from './returnEffects.js';
import { excludedLines, hoursLate, piecesTaken, piecesTooMany, unfitLines } from './returnLines.js';
import { paysAllOpen, planOfSettlement, worthOfInspected } from './returnPlans.js';
import type { Plan } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = View<ReturnShape>;

/** What guards can ask about a return, beside the host's facts. */
export const returnFacts: KindBehaviour<ReturnShape>['caseFacts'] = {
  hoursLate,
  excludedLines,
  unfitLines,
  piecesTooMany,
  figuresOfCustomer,
  piecesTaken,
  remedyFitsReason: ({ command, data, settings }) => {
    const isRequest = command.type === 'request_return' || command.type === 'claim';
    const reason = isRequest ? command.params.reason : data.reason;
    const remedy = 'remedy' in command.params ? command.params.remedy : data.remedy;
    return settings.reasons[reason].remedies.includes(remedy);
  },
  reason: ({ command, data }) =>
    command.type === 'request_return' || command.type === 'claim' ? command.params.reason : data.reason,
  fault: ({ data }) => data.fault,
  piecesAccepted: ({ data }) => Object.values(data.accepted).reduce((sum, pieces) => sum + pieces, 0),
  stopsOpen: ({ effects, effect }) =>
    effects.filter(
      ({ type, status, key }) =>
        (type === 'cancel_dispatch' || type === 'intercept_parcel') &&
        status === 'pending' &&
        key !== effect?.key,
    ).length,
  deductionTooHighMinor: (view) => {
    const { command } = view;
    if (command.type !== 'inspect') return 0;
    const { deductMinor = 0 } = command.params;
    return deductMinor === 0 ? 0 : Math.max(0, deductMinor - worthOfInspected(view));
  },
  offerTooHighMinor: (view) => {
    const { command, data } = view;
    if (command.type !== 'offer' && command.type !== 'change_remedy') return 0;
    const price = data.lines.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
    return Math.max(0, command.params.amountMinor - price);
  },
  orderGapMinor: ({ data }) => {
    const { lines, promotions, outbound, paid, otherTenders } = data;
    const all = Object.fromEntries(lines.map(({ lineId, pieces }) => [lineId, pieces]));
    const freight = outbound.paidBy === 'customer' ? outbound.costMinor : 0;
    const tenders = totalOfTenders({ ...otherTenders, money: paid.minor });
    return tenders - goodsDue(lines, promotions, all, 'recalculated') - freight;
  },
  paysAllOpen,
  remedy: ({ command, data }) => (command.type === 'change_remedy' ? command.params.remedy : data.remedy),
  pending: ({ data }) => data.pending,
  hasOffer: ({ data }) => data.offer !== null && data.held !== null && data.pending === 'nothing',
  returnBegun: (view) => view.data.lines.some(({ lineId }) => hasBegun(view, lineId)),
  goodsAwaited: (view) => {
    const { data } = view;
    if (data.remedy === 'resend' || data.remedy === 'partial_refund') return false;
    const back = [...Object.values(data.accepted), ...Object.values(data.lost)];
    if (totalOf(view, 'unsettled') === 0 || back.some((pieces) => pieces > 0)) return false;
    // A gift that was deducted and has come is paid for without anything else.
    return planOfSettlement(view).giftsMinor === undefined;
  },
  piecesToInspect: (view) => totalOf(view, 'toInspect'),
  piecesUnderWay: (view) => totalOf(view, 'underWay'),
  piecesAwaited: (view) => {
    const { command } = view;
    const kept = command.type === 'keep_goods' ? command.params.lines : [];
    return totalOf(view, 'unsettled') - kept.reduce((sum, { pieces }) => sum + pieces, 0);
  },
  planIsGranted: (view) => {
    const { held } = view.data;
    if (held === null || !sameJson(held, planOfSettlement(view))) return false;
    // What is granted anew takes from the budgets again, so that of two hosts that settle at once one decides again.
    return !isAnyAwaitedElsewhere(view);
  },
  partsToDo: (view) => partsOf(planOfSettlement(view)),
  toPayMinor: ({ data }) => (data.paymentAskedAt === null ? 0 : (data.plan?.toPayMinor ?? 0)),
  otherPartsOpen: (view) =>
    partsOfPlan(view).filter(({ status, key }) => status !== 'succeeded' && key !== view.effect?.key).length,
  onlyShipmentFailed: (view) => {
    const parts = partsOfPlan(view);
    const isAsSaid = parts.every(({ type, status }) =>
      type === 'ship_goods' ? status === 'failed' : status === 'succeeded',
    );
    return isAsSaid && parts.some(({ type }) => type === 'ship_goods');
  },
  allPartsFailed: (view) => {
    const parts = partsOfPlan(view);
    // A difference that the customer has paid is not forgotten.
    const isPaid = (view.data.plan?.toPayMinor ?? 0) > 0;
    return !isPaid && parts.length > 0 && parts.every(({ status }) => status === 'failed');
  },
  partIsDue: ({ effect, data: { plan, paymentAskedAt } }) => {
    if (plan === null || effect?.params.settlementId !== plan.id) return false;
    if (effect.type !== 'request_payment') return true;
    return paymentAskedAt !== null && minorOf(effect.params) === plan.toPayMinor;
  },
  rungsLeft: ({ data, settings }) => Math.max(0, settings.freightLadder.length - data.freight.rung),
  freightOptionOffered: ({ command, data, settings }) =>
    command.type === 'agree_freight' &&
    offeredRungs(data.freight.rung, settings).some(({ options }) =>
      options.some(({ outbound, back }) => {
        const { rule } = command.params;
        return outbound === rule.outbound && back === rule.back;
      }),
    ),
  round: ({ data }) => data.round,
};

/** Whether pieces that are agreed upon have left the customer, whatever has become of them. */
function hasBegun(view: ReturnView, lineId: string): boolean {
  const { accepted, lost } = view.data;
  const count = (counter: string) => countOf(view, lineId, counter);
  const gone = count('underWay') + count('toInspect') + countIn(accepted, lineId) + countIn(lost, lineId);
  return count('unsettled') > 0 && gone > 0;
}

function totalOf(view: ReturnView, counter: string): number {
  return view.data.lines.reduce((sum, { lineId }) => sum + countOf(view, lineId, counter), 0);
}

/** What has to be done for the settlement that is carried out, and how far it is. */
function partsOfPlan({ effects, data: { plan } }: ReturnView) {
  return effects.filter(
    ({ type, params }) =>
      (type === 'refund_payment' || type === 'reimburse_freight' || type === 'ship_goods') &&
      params.settlementId === plan?.id,
  );
}

/** How many payments, parcels and requests for payment a settlement takes. */
export function partsOf({ tenders, shipments, toPayMinor, backMinor }: Plan): number {
  const payments = TENDERS.filter((tender) => tenders[tender] > 0).length;
  const others = [shipments.length > 0, toPayMinor > 0, backMinor > 0];
  return payments + others.filter(Boolean).length;
}

/** The rungs of the ladder that have been offered, the latest of them last. */
function offeredRungs(rung: number, { freightLadder }: Pick<ReturnView, 'settings'>['settings']) {
  return freightLadder.slice(0, rung);
}
