import {
  type DataOf,
  defineKind,
  type HostFactsOf,
  type KindBehaviour,
  type View,
} from '../../kind/index.js';
import { beyondPaidKeys } from './beyondPaid.js';
import { capsOf, isStillWithinPaid } from './compensationCaps.js';
import { compensationSamples } from './compensationSamples.js';
import type { CompensationPart } from './compensationSchemas.js';
import { type CompensationShape, compensationShape } from './compensationShape.js';
import { onceKeys } from './onceKeys.js';
import { amountOf, otherPayments, paidOut, payoutsOf } from './payouts.js';
import { understatedParts } from './understatedParts.js';

type CompensationView = View<CompensationShape>;

const behaviour: KindBehaviour<CompensationShape> = {
  open({ command, facts }) {
    if (command.type !== 'report')
      throw new RangeError(`A case is opened by "report", not by "${command.type}".`);
    const { reason, lineIds, evidence, note, concerned } = command.params;
    return {
      orderId: facts.orderId,
      customerId: facts.customerId,
      paid: facts.paid,
      refundedMinor: facts.refundedMinor,
      lines: linesOf(lineIds, facts),
      reason,
      ...(note === undefined ? {} : { note }),
      evidence,
      concerned: concerned ?? null,
      offer: null,
      earlierOffers: [],
      demandMinor: null,
      accepted: false,
      outcome: 'open',
      rootCause: null,
      bearer: null,
    };
  },

  subject: ({ orderId, customerId, paid }) => ({ orderId, customerId, paid }),

  budgets: (data) => [...onceKeys(data), ...Object.values(beyondPaidKeys(data))],

  apply: {
    reported: (data) => data,
    investigation_started: (data) => data,
    evidence_added: (data, { evidence }) => ({
      ...data,
      evidence: [...new Set([...data.evidence, ...evidence])],
    }),
    proposed: (data, { offer }) => ({ ...data, offer }),
    demanded: (data, { demandMinor }) => ({ ...data, demandMinor }),
    approved: (data) => data,
    denied: (data) => ({ ...data, offer: null }),
    accepted: (data) => ({ ...data, accepted: true }),
    rejected: withoutOffer,
    renewed: (data) => data,
    overtaken: (data) => ({ ...withoutOffer(data), accepted: false }),
    withdrawn: (data) => ({ ...data, outcome: 'withdrawn' }),
    declined: (data) => ({ ...data, offer: null, outcome: 'declined' }),
    appealed: (data) => ({ ...data, outcome: 'open' }),
    forced: (data, { offer }) => ({ ...data, offer, accepted: true, outcome: 'open' }),
    part_paid: (data) => data,
    paid: (data) => ({ ...data, outcome: 'paid' }),
    payment_failed: (data) => data,
    payment_retried: (data) => data,
    recorded: (data, { rootCause, bearer }) => ({ ...data, rootCause, bearer }),
    escalated: (data) => data,
    lapsed: (data) => ({ ...data, outcome: data.outcome === 'open' ? 'unanswered' : data.outcome }),
  },

  count: {
    accepted: (_, { offer }) => [{ counter: 'promisedMinor', by: offer?.totalMinor ?? 0 }],
    overtaken: ({ promisedMinor }) => [{ counter: 'promisedMinor', by: -promisedMinor }],
    forced: ({ offer }) => [{ counter: 'promisedMinor', by: offer.totalMinor }],
    part_paid: ({ paidOutMinor }) => [{ counter: 'paidOutMinor', by: paidOutMinor }],
    paid: ({ paidOutMinor }) => [{ counter: 'paidOutMinor', by: paidOutMinor }],
  },

  caseFacts: {
    reason: ({ data }) => data.reason,
    claimDays: ({ data, settings }) => (settings.claimDaysByReason[data.reason] ?? settings.claimDays).value,
    unknownLines: ({ command, facts }) =>
      command.type === 'report' ? unknownLines(command.params.lineIds, facts) : 0,
    compensatedLines: ({ data, usage }) =>
      onceKeys(data).filter((key) => (usage[key]?.amount ?? 0) > 0).length,
    understatedParts: (view) => understatedParts(proposedParts(view), view.settings.worth),
    outranksConcerned,
    proposedMinor: ({ data }) => data.offer?.totalMinor ?? 0,
    isAccepted: ({ data }) => data.accepted,
    isStillWithinPaid,
    otherPayments: ({ effects, effect }) => otherPayments(effects, effect),
  },

  calculators: {
    numbered_offer: {
      gives: ['offer'],
      of(view) {
        const parts = proposedParts(view);
        return { offer: { number: offersSoFar(view) + 1, parts, totalMinor: totalOf(parts) } };
      },
    },
    demanded_total: {
      gives: ['demandMinor'],
      of: (view) => ({ demandMinor: totalOf(proposedParts(view)) }),
    },
    promise: {
      gives: ['promisedMinor'],
      of: ({ data }) => ({ promisedMinor: data.offer?.totalMinor ?? 0 }),
    },
    paid_part: { gives: ['paidOutMinor'], of: ({ effect }) => ({ paidOutMinor: paidOut(effect) }) },
  },

  effects: {
    refund_payment: ({ data }) =>
      payoutsOf(data, 'cash_refund', (part) => ({ orderId: data.orderId, amount: amountOf(part, data) })),
    issue_coupon: ({ data }) =>
      payoutsOf(data, 'coupon', (part) => ({ customerId: data.customerId, amount: amountOf(part, data) })),
    grant_points: ({ data }) =>
      payoutsOf(data, 'points', (part) => ({
        customerId: data.customerId,
        points: part.points,
        amount: amountOf(part, data),
      })),
    ship_goods: ({ data }) =>
      payoutsOf(data, 'goods', (part) => ({
        orderId: data.orderId,
        customerId: data.customerId,
        sku: part.sku,
        quantity: part.quantity,
        amount: amountOf(part, data),
      })),
    request_approval: ({ data, approver }) => [
      { role: approver ?? '', amount: { minor: data.offer?.totalMinor ?? 0, currency: data.paid.currency } },
    ],
    notify_customer: ({ data }) => [{ customerId: data.customerId }],
    create_task: () => [{}],
    book_cost: ({ data, counters }) =>
      data.bearer === null || data.rootCause === null
        ? []
        : [
            {
              bearer: data.bearer,
              rootCause: data.rootCause,
              amount: { minor: counters.case.paidOutMinor ?? 0, currency: data.paid.currency },
            },
          ],
  },

  grants: {
    compensation: {
      id: () => 'compensation',
      subject({ data: { orderId, reason, lines, offer } }) {
        return { orderId, reason, lineIds: lines.map(({ id }) => id), parts: offer?.parts ?? [] };
      },
      amount: ({ data: { offer, paid } }) => ({ minor: offer?.totalMinor ?? 0, currency: paid.currency }),
      caps: capsOf,
    },
  },

  evidence: ({ data }) => ({ reason: data.reason, provided: data.evidence }),

  samples: compensationSamples,
};

/**
 * Compensation (补偿): quick, accurate and uniform handling of a complaint. Within one's own limit at once, above it only
 * after the superior has agreed; nothing is promised before it is granted.
 *
 * @example
 * ```ts
 * import { compensationDefinition, compensationKind } from '@aftercare/policies';
 *
 * compensationDefinition.kind === compensationKind.shape.name; // => true
 * ```
 */
export const compensationKind = defineKind(compensationShape, behaviour);

/** A superior's authority, lent to the person concerned or by them, makes nobody a superior of theirs. */
function outranksConcerned(view: CompensationView): boolean {
  const { actor, role, rankOf, highestRank } = view;
  const { concerned } = view.data;
  if (concerned === null) return true;
  // Above the highest role is nobody, and somebody has to answer the customer.
  if (rankOf(concerned.role) === highestRank) return rankOf(role) === highestRank;
  const isConcerned = actor.id === concerned.id || actor.onBehalfOf === concerned.id;
  return !isConcerned && rankOf(role) > rankOf(concerned.role);
}

/** An offer that is no more, on record with those before it. */
function withoutOffer(data: DataOf<CompensationShape>): DataOf<CompensationShape> {
  const { offer, earlierOffers } = data;
  return { ...data, offer: null, earlierOffers: offer === null ? earlierOffers : [...earlierOffers, offer] };
}

function linesOf(lineIds: readonly string[], { lines }: HostFactsOf<CompensationShape>) {
  return lines.filter(({ id }) => lineIds.includes(id));
}

function unknownLines(lineIds: readonly string[], { lines }: HostFactsOf<CompensationShape>): number {
  return lineIds.filter((wanted) => !lines.some(({ id }) => id === wanted)).length;
}

function proposedParts({ command }: CompensationView) {
  return command.type === 'propose' || command.type === 'force' ? command.params.parts : [];
}

function totalOf(parts: readonly CompensationPart[]): number {
  let total = 0;
  for (const { valueMinor } of parts) total += valueMinor;
  return total;
}

function offersSoFar({ data }: CompensationView): number {
  let last = data.offer?.number ?? 0;
  for (const { number } of data.earlierOffers) last = Math.max(last, number);
  return last;
}
