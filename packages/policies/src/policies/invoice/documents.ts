import { sameJson } from '../../decide/sameJson.js';
import type { InvoiceDocument, InvoiceSettings, InvoiceWish, Reversal } from './invoiceSchemas.js';

/** What the latest invoice of a case must be like to be right. */
export interface Wanted {
  readonly wish: InvoiceWish;
  /** Paid less refunded. */
  readonly leftMinor: number;
}

/** Whether two wishes make the same invoice; where it is sent to is not part of it. */
export function makesSameInvoice(one: InvoiceWish, other: InvoiceWish): boolean {
  return sameJson({ ...one, deliverTo: null }, { ...other, deliverTo: null });
}

/** The invoice made last; only that one can be right, all before it were to be taken back. */
export function latestOf(documents: readonly InvoiceDocument[]): InvoiceDocument | undefined {
  return documents.at(-1);
}

/** Whether an invoice says what it should. */
export function isRight({ amountMinor, wish }: InvoiceDocument, wanted: Wanted): boolean {
  return amountMinor === wanted.leftMinor && makesSameInvoice(wish, wanted.wish);
}

/** What invoices that exist amount to, in minor units; one that is being taken back counts until it is. */
export function inForceMinor(documents: readonly InvoiceDocument[]): number {
  return documents
    .filter(({ status }) => status === 'issued' || status === 'reversing')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** A new invoice for what is left, to be issued; one that failed is given up for it. */
export function withNew(
  documents: readonly InvoiceDocument[],
  { wish, leftMinor }: Wanted,
): InvoiceDocument[] {
  const document: InvoiceDocument = {
    number: documents.length + 1,
    amountMinor: leftMinor,
    wish,
    status: 'issuing',
    issuedOn: null,
    officialNumber: null,
    reversal: null,
    isStray: false,
  };
  return [...withGivenUp(documents, null), document];
}

/** The invoices with one changed. */
export function withChanged(
  documents: readonly InvoiceDocument[],
  number: number,
  change: Partial<InvoiceDocument>,
): InvoiceDocument[] {
  return documents.map((document) => (document.number === number ? { ...document, ...change } : document));
}

/** Which invoices must be taken back, and how: those that exist and are wrong, older than the latest, or were given up. */
export function reversalsOf(
  documents: readonly InvoiceDocument[],
  wanted: Wanted,
  today: string,
  { voidable }: InvoiceSettings,
): readonly Reversal[] {
  const latest = latestOf(documents);
  const stays = (document: InvoiceDocument) =>
    document === latest && !document.isStray && isRight(document, wanted);
  return documents
    .filter((document) => document.status === 'issued' && !stays(document))
    .map(({ number, issuedOn, wish }) => {
      const isThisMonth = issuedOn !== null && issuedOn.slice(0, 7) === today.slice(0, 7);
      const isVoided = isThisMonth && voidable.value[wish.medium] === 'same_month';
      return { documentNumber: number, by: isVoided ? 'void_invoice' : 'credit_invoice' };
    });
}

/** The invoices with some of them being taken back. */
export function withReversals(
  documents: readonly InvoiceDocument[],
  reversals: readonly Reversal[],
): readonly InvoiceDocument[] {
  return reversals.reduce<readonly InvoiceDocument[]>(
    (all, { documentNumber, by }) => withChanged(all, documentNumber, { status: 'reversing', reversal: by }),
    documents,
  );
}

/** The invoices with those given up that failed and would no longer be right. */
export function withGivenUp(
  documents: readonly InvoiceDocument[],
  wanted: Wanted | null,
): readonly InvoiceDocument[] {
  return documents.map((document) =>
    document.status === 'failed' && (wanted === null || !isRight(document, wanted))
      ? { ...document, status: 'given_up' as const }
      : document,
  );
}
