import type { KindBehaviour, View } from '../../kind/index.js';
import { TENDERS } from './refundSplit.js';
import type { LinePieces, OrderLine } from './returnSchemas.js';
import type { ReturnShape } from './returnShape.js';

type ReturnView = View<ReturnShape>;

/** What a return makes its host do: parameters, once for each time. */
export const returnEffects: KindBehaviour<ReturnShape>['effects'] = {
  arrange_return: (view) => {
    const isReturn = view.data.remedy === 'return_refund' || view.data.remedy === 'exchange';
    return isReturn ? ofLines(view, agreedLines(view)) : [];
  },
  cancel_dispatch: (view) => ofLines(view, linesToStop(view, ['not_shipped'])),
  intercept_parcel: (view) => {
    // The carrier is asked about what never came even where it calls it delivered.
    const neverCame = view.data.reason === 'not_received';
    return ofLines(view, linesToStop(view, neverCame ? ['shipped', 'delivered'] : ['shipped']));
  },
  refund_payment: (view) => {
    const { plan, orderId } = view.data;
    if (plan === null || waitsForPayment(view)) return [];
    return TENDERS.filter((tender) => plan.tenders[tender] > 0).map((tender) => ({
      orderId,
      settlementId: plan.id,
      tender,
      amount: amount(view, plan.tenders[tender]),
    }));
  },
  reimburse_freight: (view) => {
    const { plan, orderId } = view.data;
    if (plan === null || plan.backMinor === 0 || waitsForPayment(view)) return [];
    return [{ orderId, settlementId: plan.id, amount: amount(view, plan.backMinor) }];
  },
  ship_goods: (view) => {
    const { plan, orderId } = view.data;
    if (plan === null || plan.shipments.length === 0 || waitsForPayment(view)) return [];
    return [{ orderId, settlementId: plan.id, goods: [...plan.shipments] }];
  },
  request_payment: (view) => {
    const { plan, orderId } = view.data;
    if (plan === null || plan.toPayMinor === 0) return [];
    return [{ orderId, settlementId: plan.id, amount: amount(view, plan.toPayMinor) }];
  },
  send_back_goods: (view) => {
    const { command } = view;
    if (command.type !== 'inspect' || command.params.disposal !== 'send_back') return [];
    return ofLines(view, [{ lineId: command.params.lineId, pieces: command.params.pieces }]);
  },
  restock_goods: ({ command, data }) => {
    if (command.type !== 'inspect' || command.params.disposal !== 'restock') return [];
    const { lineId, pieces, condition } = command.params;
    return [{ sku: data.lines.find((line) => line.lineId === lineId)?.sku ?? lineId, pieces, condition }];
  },
  update_membership: (view) => lessBy(view),
  adjust_points: (view) => lessBy(view),
  credit_invoice: (view) => {
    const minor = view.data.lastPlan?.tenders.money ?? 0;
    return minor === 0 ? [] : [{ orderId: view.data.orderId, amount: amount(view, minor) }];
  },
  request_approval: (view) => [
    { role: view.approver ?? '', amount: amount(view, view.data.plan?.worthMinor ?? 0) },
  ],
  notify_customer: ({ data }) => [{ customerId: data.customerId }],
  report_unexpected_goods: ({ command, data }) => {
    const goods = command.type === 'receive_parcel' ? (command.params.unexpected ?? []) : [];
    return goods.length === 0 ? [] : [{ orderId: data.orderId, goods: [...goods] }];
  },
  report_rest: (view) => {
    const { orderId, rest } = view.data;
    return rest === undefined ? [] : [{ orderId, amount: amount(view, rest.goodsMinor + rest.moneyMinor) }];
  },
  create_task: ({ data }) => [{ orderId: data.orderId }],
};

/** The amount of an effect, in minor units; the schema of the effect has made it one. */
export function minorOf({ amount: of }: Readonly<Record<string, unknown>>): number {
  const isAmount = typeof of === 'object' && of !== null && 'minor' in of;
  return isAmount && typeof of.minor === 'number' ? of.minor : 0;
}

function amount({ data }: ReturnView, minor: number) {
  return { minor, currency: data.paid.currency };
}

/** Nothing leaves before the customer has paid the difference of an exchange. */
function waitsForPayment({ data }: ReturnView): boolean {
  return data.paymentAskedAt !== null;
}

function agreedLines({ data }: ReturnView): LinePieces[] {
  return (data.plan?.lines ?? []).map(({ lineId, refund, replace, keep }) => ({
    lineId,
    pieces: refund + replace + keep,
  }));
}

/** Agreed lines that a refund without return stops on their way. */
function linesToStop(view: ReturnView, where: readonly OrderLine['shipping'][]): LinePieces[] {
  const { remedy, lines } = view.data;
  if (remedy !== 'refund_only') return [];
  const ids = lines.filter(({ shipping }) => where.includes(shipping)).map(({ lineId }) => lineId);
  return agreedLines(view).filter(({ lineId }) => ids.includes(lineId));
}

function ofLines({ data }: ReturnView, lines: readonly LinePieces[]) {
  return lines.length === 0 ? [] : [{ orderId: data.orderId, lines: [...lines] }];
}

/** The money of the settlement that has just been carried out. */
function lessBy(view: ReturnView) {
  const { orderId, customerId, lastPlan } = view.data;
  const minor = lastPlan?.tenders.money ?? 0;
  return minor === 0 ? [] : [{ orderId, customerId, lessBy: amount(view, minor) }];
}
