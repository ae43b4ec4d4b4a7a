import { fact } from '@aftercare/core';
import * as z from 'zod';
import type { DataOf, KindBehaviour, View } from '../../kind/index.js';
import { inForceMinor, isRight, latestOf, makesSameInvoice, type Wanted } from './documents.js';
import { leftMinorOf } from './invoicedAmount.js';
import type { InvoiceDocument, InvoiceWish } from './invoiceSchemas.js';
import type { InvoiceShape } from './invoiceShape.js';
import { problemsOf } from './wishProblems.js';

export type InvoiceView = View<InvoiceShape>;

const yes = (description: string) => fact(z.boolean(), { description, changes: 'on_event' });
const count = (description: string, unit: string) =>
  fact(z.int().min(0), { description, unit, changes: 'on_event' });

/** Facts of an invoice case that guards may speak of. Those about the wish see it as the command would leave it. */
export const invoiceCaseFacts = z.object({
  contentIsOfOrder: yes('Whether the content is lines of the order, or a category of one of them.'),
  missingTitleFields: count('Fields of the title that are missing.', 'fields'),
  formIsOffered: yes('Whether the shop issues this form of invoice on this medium to this title.'),
  addressIsKnown: yes('Whether it is known where a paper invoice goes.'),
  leftMinor: fact(z.int(), {
    description: 'Paid less refunded, after the command.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  newlyRefundedMinor: fact(z.int(), {
    description: 'By how much the refunds go up.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  changesInvoice: yes('Whether the correction changes anything that the invoice says.'),
  hasInvoiceToRetry: yes('Whether the latest invoice could not be issued and is still as it should be.'),
  retriesRightInvoice: yes('Whether what is tried again is that invoice.'),
  isIssuing: yes('Whether this is about the invoice that is being issued.'),
  isGivenUpInvoice: yes('Whether this is about an invoice that had been given up.'),
  invoiceIsRight: yes('Whether this is about the latest invoice, and it is as it should be.'),
  stillReversing: count('Other invoices that are still being taken back.', 'invoices'),
  reversesAsPlanned: yes('Whether the invoice is still to be taken back in this way.'),
  failedVoidings: count('Invoices whose voiding failed.', 'invoices'),
  sendsLatestInvoice: yes('Whether the latest invoice is sent, to where the customer wants it.'),
  medium: fact(z.enum(['digital', 'paper']), { description: 'Of the invoice.', changes: 'on_event' }),
  unbalancedMinor: fact(z.int(), {
    description: 'Issued less taken back, less what was paid and not refunded.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
});

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
  return command.type === 'note_refund' ? command.params.refundedMinor : data.refundedMinor;
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
