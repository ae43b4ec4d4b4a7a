import { defineKind, type KindBehaviour, type View } from '../../kind/index.js';
import { piecesBeside } from './ownedPieces.js';
import { NO_TENDERS } from './refundSplit.js';
import { returnCalculators } from './returnCalculators.js';
import { returnEffects } from './returnEffects.js';
import { partsOf, returnFacts } from './returnFacts.js';
import { returnBudgets, returnCaps } from './returnKeys.js';
import { returnReducers } from './returnReducers.js';
import { returnSamples } from './returnSamples.js';
import type { Move, Plan } from './returnSchemas.js';
import { type ReturnShape, returnShape } from './returnShape.js';

const moved = ({ moves }: { readonly moves: readonly Move[] }) => moves;
const granted = ({ plan }: { readonly plan: Plan }) => ({
  counter: 'grantedMinor',
  by: plan.refundMinor,
});
const returned = ({ returnedMinor }: { readonly returnedMinor: number }) => ({
  counter: 'returnedMinor',
  by: returnedMinor,
});

const behaviour: KindBehaviour<ReturnShape> = {
  open({ command, facts, settings }) {
    if (command.type !== 'request_return')
      throw new RangeError(`A case is opened by "request_return", not by "${command.type}".`);
    const { remedy, reason, lines, evidence } = command.params;
    return {
      orderId: facts.orderId,
      customerId: facts.customerId,
      paid: facts.paid,
      refundedMinor: facts.refundedMinor,
      otherTenders: facts.otherTenders,
      lines: [...facts.lines],
      promotions: [...facts.promotions],
      gifts: [...facts.gifts],
      outbound: facts.outbound,
      freightInsured: facts.freightInsured,
      round: 1,
      remedy,
      reason,
      fault: settings.reasons[reason].fault,
      requested: [...lines],
      evidence: [...evidence],
      evidenceWanted: [],
      pending: 'nothing',
      offer: null,
      plan: null,
      held: null,
      parcels: [],
      lastSentAt: null,
      unexpected: [],
      giftsReturned: [],
      accepted: {},
      lost: {},
      deductedMinor: 0,
      freight: { rung: 0, agreed: null, promise: null },
      returned: NO_TENDERS,
      differencePaidMinor: 0,
      supplements: [],
      paymentAskedAt: null,
      settledAt: null,
      lastPlan: null,
      refusal: null,
    };
  },

  subject: ({ orderId, customerId, paid }) => ({ orderId, customerId, paid }),
  budgets: returnBudgets,

  apply: returnReducers,

  count: {
    requested: moved,
    offer_accepted: moved,
    approved: moved,
    rejected: moved,
    cancelled: moved,
    goods_kept: moved,
    parcel_sent: moved,
    parcel_received: moved,
    late_parcel_received: moved,
    receipt_confirmed: moved,
    inspected: moved,
    settlement_decided: (payload) => [granted(payload)],
    rest_decided: (payload) => [granted(payload)],
    settled_without: moved,
    difference_unpaid: (_, { plan }) => [{ counter: 'grantedMinor', by: -(plan?.refundMinor ?? 0) }],
    settlement_given_up: (_, { plan }) => [{ counter: 'grantedMinor', by: -(plan?.refundMinor ?? 0) }],
    part_settled: (payload) => [returned(payload)],
    settled: (payload) => [returned(payload), ...payload.moves],
    claimed: moved,
    reopened: moved,
    disputed: moved,
    settlement_disputed: moved,
    return_ordered: moved,
    refund_ordered: (payload) => [granted(payload), ...payload.moves],
    refund_imposed: (payload) => [
      granted(payload),
      { counter: 'returnedMinor', by: payload.plan.refundMinor },
      ...payload.moves,
    ],
    refund_counted: (payload) => [
      granted(payload),
      { counter: 'returnedMinor', by: payload.plan.refundMinor },
      { counter: 'imposed', by: 1 },
    ],
    dismissed: moved,
    closed: moved,
  },

  caseFacts: returnFacts,
  calculators: returnCalculators,
  effects: returnEffects,

  grants: {
    settlement: {
      id: settlementInForce,
      subject(view) {
        const { orderId, customerId } = view.data;
        const plan = planInForce(view);
        return plan === null ? { orderId, plan } : { orderId, customerId, plan };
      },
      amount: (view) => {
        const plan = planInForce(view);
        // Where nothing is paid and nothing is sent, nobody's authority is needed: only the pieces are counted.
        const minor = plan === null || partsOf(plan) === 0 ? 0 : plan.worthMinor;
        return { minor, currency: view.data.paid.currency };
      },
      caps(view) {
        const plan = planInForce(view);
        if (plan === null) return [];
        return returnCaps(view, plan, piecesBeside(view), view.settings.mostBackFreightMinor.value);
      },
    },
  },

  anchors: {
    last_parcel_sent: ({ data }) => data.lastSentAt,
    // Cases of older versions do not know when: their time begins with what happens next.
    last_question: ({ data, now }) => data.customerAskedAt ?? now,
    payment_asked: ({ data }) => data.paymentAskedAt,
  },

  evidence: ({ data, command }) => {
    const added = 'evidence' in command.params ? command.params.evidence : [];
    return { reason: data.reason, provided: [...data.evidence, ...added] };
  },

  samples: returnSamples,
  calendarSettings: ['calendar'],

  verify: ({ settings }) => {
    const { freight } = settings;
    const { outbound, back } = freight.value.shop;
    if (outbound === 'shop' && back === 'shop') return [];
    return [
      {
        path: ['settings', 'freight', 'value', 'shop'],
        texts: {
          en: 'What is the shop’s fault is not to cost the customer any freight.',
          'zh-CN': '因店铺原因的退换货，不得让客户承担运费。',
        },
      },
    ];
  },
};

/**
 * The settlement that a command is about. Who reopens a case or gives a settlement up begins the next round; what a
 * marketplace has carried out by itself may stand beside the settlement of the round.
 */
function settlementInForce({ command, data: { round, lastPlan } }: View<ReturnShape>): string {
  const { type } = command;
  if (type === 'impose_refund' && lastPlan !== null) return lastPlan.id;
  return `settlement-${type === 'reopen' || type === 'give_up_settlement' ? round - 1 : round}`;
}

/** What is settled: the last settlement where a step carries it out at once, or a marketplace has. */
function planInForce({ command, data }: View<ReturnShape>): Plan | null {
  const { type } = command;
  const isDone = type === 'impose_refund' || type === 'give_up_settlement';
  return isDone || (type === 'settle' && data.plan === null) ? data.lastPlan : data.plan;
}

/**
 * Return and exchange (退换货): goods back for money or for other goods, line by line and piece by piece. Nothing is settled
 * beyond what was paid, no piece is settled twice, and the passing of time gives nobody money.
 *
 * @example
 * ```ts
 * import { returnKind } from '@aftercare/policies';
 *
 * returnKind.shape.counters.received; // => 'line'
 * returnKind.shape.grants; // => { settlement: 'refund' }
 * ```
 */
export const returnKind = defineKind(returnShape, behaviour);
