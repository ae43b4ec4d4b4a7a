import type { DataOf, KindBehaviour, View } from '../../kind/index.js';
import { inForceMinor, isRight, latestOf, makesSameInvoice, type Wanted } from './documents.js';
import { leftMinorOf } from './invoicedAmount.js';
import type { InvoiceDocument, InvoiceWish } from './invoiceSchemas.js';
import type { InvoiceShape } from './invoiceShape.js';
import { problemsOf } from './wishProblems.js';

export type InvoiceView = View<InvoiceShape>;

/** The wish as a command leaves it. */
export function wishAfter({ data, command }: Pick<InvoiceView, 'data' | 'command'>): InvoiceWish {
  return command.type === 'correct' ? { ...data.wish, ...command.params } : data.wish;
}

/** What the latest invoice must be like after a command. */
export function wantedAfter(view: Pick<InvoiceView, 'data' | 'command'>): Wanted {
  return {
    wish: wishAfter(view),
    leftMinor: leftMinorOf({ ...view.data, refundedMinor: refundedAfter(view) }),
  };
}

/** What the latest invoice must be like. */
export function wantedOf(data: DataOf<InvoiceShape>): Wanted {
  return { wish: data.wish, leftMinor: leftMinorOf(data) };
}

/** The invoice that the outcome of an effect is about. */
export function documentOf({
  data,
  effect,
}: Pick<InvoiceView, 'data' | 'effect'>): InvoiceDocument | undefined {
  return data.documents.find(({ number }) => number === effect?.params.documentNumber);
}

function refundedAfter({ data, command }: Pick<InvoiceView, 'data' | 'command'>): number {
  const isTotal = command.type === 'note_refund' || command.type === 'note_refund_undone';
  return isTotal ? command.params.refundedMinor : data.refundedMinor;
}

function problemsAfter(view: InvoiceView): ReturnType<typeof problemsOf> {
  return problemsOf(wishAfter(view), view.data.lines, view.settings);
}

function hasProblemWith(view: InvoiceView, ...fields: readonly string[]): boolean {
  return problemsAfter(view).some(({ field }) => fields.includes(field));
}

function toRetry(view: InvoiceView): InvoiceDocument | undefined {
  const latest = latestOf(view.data.documents);
  return latest?.status === 'failed' && isRight(latest, wantedOf(view.data)) ? latest : undefined;
}

/** Invoices that were to be voided and could not be: for most of them the month has ended. */
export function failedVoidings({ data, effects }: InvoiceView): readonly InvoiceDocument[] {
  return data.documents.filter(({ number, status, reversal }) => {
    if (status !== 'reversing' || reversal !== 'void_invoice') return false;
    return effects.some(
      (effect) =>
        effect.type === 'void_invoice' &&
        effect.params.documentNumber === number &&
        effect.status === 'failed',
    );
  });
}

/** Reads the facts. */
export const readInvoiceFacts: KindBehaviour<InvoiceShape>['caseFacts'] = {
  contentIsOfOrder: (view) => !hasProblemWith(view, 'content'),
  missingTitleFields: (view) =>
    problemsAfter(view).filter(({ field, why }) => why === 'missing' && field !== 'deliver_to').length,
  formIsOffered: (view) => !hasProblemWith(view, 'form', 'medium'),
  addressIsKnown: (view) => !hasProblemWith(view, 'deliver_to'),
  leftMinor: (view) => wantedAfter(view).leftMinor,
  newlyRefundedMinor: (view) => refundedAfter(view) - view.data.refundedMinor,
  changesInvoice: (view) => !makesSameInvoice(wishAfter(view), view.data.wish),
  hasInvoiceToRetry: (view) => toRetry(view) !== undefined,
  retriesRightInvoice: (view) => {
    const document = toRetry(view);
    return document !== undefined && document === documentOf(view);
  },
  isIssuing: (view) => documentOf(view)?.status === 'issuing',
  isGivenUpInvoice: (view) => documentOf(view)?.status === 'given_up',
  invoiceIsRight: (view) => {
    const document = documentOf(view);
    return (
      document === latestOf(view.data.documents) &&
      document !== undefined &&
      isRight(document, wantedOf(view.data))
    );
  },
  stillReversing: (view) =>
    view.data.documents.filter((document) => document.status === 'reversing' && document !== documentOf(view))
      .length,
  reversesAsPlanned: (view) => {
    const document = documentOf(view);
    return document?.status === 'reversing' && document.reversal === view.effect?.type;
  },
  failedVoidings: (view) => failedVoidings(view).length,
  sendsLatestInvoice: (view) => {
    const latest = latestOf(view.data.documents);
    if (latest === undefined || latest !== documentOf(view)) return false;
    return latest.status === 'issued' && view.effect?.params.deliverTo === view.data.wish.deliverTo;
  },
  medium: ({ data }) => data.wish.medium,
  unbalancedMinor: ({ data }) => inForceMinor(data.documents) - leftMinorOf(data),
};
