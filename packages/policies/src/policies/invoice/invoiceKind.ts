import { epochMillisOf, type Instant } from '@aftercare/core';
import type { CounterChange } from '../../case/index.js';
import { type DataOf, defineKind } from '../../kind/index.js';
import { documentsIssued, documentsReversed, reversedCounts } from './documentEvents.js';
import { withChanged, withGivenUp, withNew, withReversals } from './documents.js';
import { invoiceCalculators } from './invoiceCalculators.js';
import { invoiceableMinorOf } from './invoicedAmount.js';
import { invoiceEffects } from './invoiceEffects.js';
import { readInvoiceFacts, wantedOf } from './invoiceFacts.js';
import { invoiceSamples } from './invoiceSamples.js';
import type { Reversal } from './invoiceSchemas.js';
import { type InvoiceShape, invoiceShape } from './invoiceShape.js';
import { verifyInvoice } from './verifyInvoice.js';
import { problemsOf, warningsOf } from './wishProblems.js';

/**
 * Invoice (发票): whoever asks gets one, for any amount, free of charge. A case is for one order; give it an id made of the
 * order's and of a number, so that two clicks cannot open two. Once a case is over that leaves no invoice (`withdrawn`,
 * `lapsed`, `credited`, `nothing_due`), whoever asks again gets a case with the next number. No transition charges anything to
 * the customer, and no effect could.
 *
 * The facts of the order are kept when the case is opened. Tell it of refunds by `note_refund`, as long as it is open, and of
 * one that did not go through by `note_refund_undone`: the deadline `settlement` closes it when none are to be expected any
 * more. What comes back to the shop after `credited` or `nothing_due` is invoiced by a new case.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import { invoiceDefinition, invoiceKind, loadAuthority, loadPolicy, openCase } from '@aftercare/policies';
 *
 * const shop = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const roles = [{ role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } }];
 * const authority = unwrap(loadAuthority({ format: 1, roles, limits: [] }, { calendar: shop }));
 * const policy = unwrap(loadPolicy(invoiceKind, invoiceDefinition, { authority, calendars: { shop } }));
 * const { facts } = invoiceKind.behaviour.samples;
 * const request = {
 *   title: { type: 'person', name: '个人' },
 *   form: 'ordinary',
 *   medium: 'digital',
 *   content: { of: 'category', category: '日用品' },
 * } as const;
 * const decision = openCase(
 *   policy,
 *   { id: 'click-1', type: 'request', params: request },
 *   {
 *     now: '2026-03-02T02:00:00.000Z',
 *     actor: { id: facts.customerId, role: 'customer' },
 *     usage: {},
 *     facts,
 *     ids: [`invoice/${facts.orderId}/1`],
 *   },
 * );
 * decision.ok && decision.next.state; // => 'requested'
 * decision.ok && decision.next.data.problems; // => []
 * ```
 */
export const invoiceKind = defineKind(invoiceShape, {
  open({ command, facts, settings, now }) {
    if (command.type !== 'request')
      throw new RangeError(`A case is opened by "request", not by "${command.type}".`);
    const { deliverTo = null, ...wanted } = command.params;
    const { orderId, customerId, paid, platformCouponMinor, refundedMinor, lines, completedAt } = facts;
    const wish = { ...wanted, deliverTo };
    const order = { paidMinor: paid.minor, platformCouponMinor };
    return {
      orderId,
      customerId,
      paid,
      invoiceableMinor: invoiceableMinorOf(order, settings.platformCoupons.value),
      refundedMinor,
      lines,
      requestedAt: now,
      completedAt,
      wish,
      problems: problemsOf(wish, lines, settings),
      warnings: warningsOf(wish, settings),
      documents: [],
    };
  },

  subject: ({ orderId, customerId, paid }) => ({ orderId, customerId, paid }),

  apply: {
    requested: (data) => data,
    accepted: (data) => ({ ...data, problems: [] }),
    sent_back: (data) => data,
    corrected: (data, { wish, problems, warnings, reversals }, at) => {
      const after = { ...withWrongSince(data, reversals, at), wish, problems, warnings };
      // What failed is not tried again under another wish, or address.
      return { ...after, documents: withGivenUp(withReversals(data.documents, reversals), null) };
    },
    correction_asked: (data, { field }) => ({
      ...data,
      problems: [{ field, why: 'rejected' as const }],
      documents: withGivenUp(data.documents, null),
    }),
    issue_started: (data) => ({ ...data, documents: withNew(data.documents, wantedOf(data)) }),
    invoice_issued: (data, payload, at) => {
      const documents = documentsIssued(data.documents, payload);
      // One that had been given up is none that the customer waits for.
      if (payload.isStray) return { ...data, documents };
      const { wrongSince: _, ...right } = data;
      const after = payload.reversals.length === 0 ? right : withWrongSince(data, payload.reversals, at);
      return { ...after, documents };
    },
    issue_failed: (data, { documentNumber }) => {
      const documents = withChanged(data.documents, documentNumber, { status: 'failed' });
      return { ...data, documents: withGivenUp(documents, wantedOf(data)) };
    },
    issue_retried: (data, { documentNumber }) => ({
      ...data,
      documents: withChanged(data.documents, documentNumber, { status: 'issuing' }),
    }),
    invoice_sent: (data) => data,
    sending_failed: (data) => data,
    sending_retried: (data) => data,
    resent: (data, { deliverTo = data.wish.deliverTo }) => ({ ...data, wish: { ...data.wish, deliverTo } }),
    delivered: (data) => data,
    refund_noted: withRefunded,
    refund_undone: withRefunded,
    completion_noted: (data, { completedAt }) => ({ ...data, completedAt }),
    reversed: (data, payload) => ({ ...data, documents: documentsReversed(data.documents, payload) }),
    reissue_started: (data, payload) => ({
      ...data,
      documents: withNew(documentsReversed(data.documents, payload), wantedOf(data)),
    }),
    reversal_failed: (data) => data,
    reversal_retried: (data) => data,
    credited_instead: (data, { reversals }) => ({
      ...data,
      documents: withReversals(data.documents, reversals),
    }),
    withdrawn: (data) => ({ ...data, documents: withGivenUp(data.documents, null) }),
    lapsed: (data) => data,
    escalated: (data) => data,
    closed: (data) => data,
  },

  count: {
    requested: (_, { invoiceableMinor, refundedMinor }) => [
      { counter: 'invoiceableMinor', by: invoiceableMinor },
      { counter: 'refundedMinor', by: refundedMinor },
    ],
    refund_noted: newlyRefunded,
    refund_undone: newlyRefunded,
    invoice_issued: ({ issuedMinor, isStray }) => [
      { counter: 'issuedMinor', by: issuedMinor },
      ...(isStray ? [{ counter: 'strayMinor', by: issuedMinor }] : []),
    ],
    reversed: reversedCounts,
    reissue_started: reversedCounts,
  },

  caseFacts: readInvoiceFacts,

  calculators: invoiceCalculators,

  effects: invoiceEffects,
  grants: {},
  anchors: {
    completion_or_request: ({ data }) => firstInvoiceDueFrom(data),
    invoice_wrong: ({ data }) => data.wrongSince ?? null,
  },
  samples: invoiceSamples,
  calendarSettings: ['calendar'],
  verify: verifyInvoice,
});

/** From when the first invoice is due; null before the order is completed, and once there has been one. */
function firstInvoiceDueFrom({ documents, completedAt, requestedAt }: DataOf<InvoiceShape>): Instant | null {
  if (completedAt === null || documents.some(({ issuedOn }) => issuedOn !== null)) return null;
  const [completed = 0, requested = 0] = [completedAt, requestedAt].map(epochMillisOf);
  return completed > requested ? completedAt : requestedAt;
}

interface Refunded {
  readonly refundedMinor: number;
  readonly reversals: readonly Reversal[];
}

/** A case with another total of refunds: what failed is not tried again for another amount. */
function withRefunded(
  data: DataOf<InvoiceShape>,
  { refundedMinor, reversals }: Refunded,
  at: Instant,
): DataOf<InvoiceShape> {
  const after = { ...withWrongSince(data, reversals, at), refundedMinor };
  return {
    ...after,
    documents: withGivenUp(withReversals(data.documents, reversals), wantedOf(after)),
  };
}

/** By how much refunds have gone up, or down. */
function newlyRefunded({ refundedMinor }: Refunded, before: DataOf<InvoiceShape>): readonly CounterChange[] {
  return [{ counter: 'refundedMinor', by: refundedMinor - before.refundedMinor }];
}

/** A case that knows since when it has an invoice that must be taken back; the first of several counts. */
function withWrongSince(
  data: DataOf<InvoiceShape>,
  reversals: readonly Reversal[],
  at: Instant,
): DataOf<InvoiceShape> {
  return reversals.length === 0 ? data : { ...data, wrongSince: data.wrongSince ?? at };
}
