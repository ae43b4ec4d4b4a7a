import type { CounterChange } from '../../case/index.js';
import { withChanged, withReversals } from './documents.js';
import type { InvoiceDocument, Reversal } from './invoiceSchemas.js';

interface Issued {
  readonly documentNumber: number;
  readonly issuedMinor: number;
  readonly issuedOn: string;
  readonly officialNumber: string | null;
  readonly isStray: boolean;
  readonly reversals: readonly Reversal[];
}

interface Reversed {
  readonly documentNumber: number;
  readonly reversedBy: Reversal['by'];
  readonly reversedMinor: number;
  readonly wasStray: boolean;
}

/** The invoices after one was issued, with those being taken back that are wrong then. */
export function documentsIssued(
  documents: readonly InvoiceDocument[],
  { documentNumber, issuedOn, officialNumber, isStray, reversals }: Issued,
): readonly InvoiceDocument[] {
  const change = { status: 'issued', issuedOn, officialNumber, isStray } as const;
  return withReversals(withChanged(documents, documentNumber, change), reversals);
}

/** The invoices after one was taken back. */
export function documentsReversed(
  documents: readonly InvoiceDocument[],
  { documentNumber, reversedBy, reversedMinor }: Reversed,
): readonly InvoiceDocument[] {
  if (reversedMinor === 0) return documents;
  const status = reversedBy === 'void_invoice' ? 'voided' : 'credited';
  return withChanged(documents, documentNumber, { status });
}

/** What counts when an invoice was taken back. */
export function reversedCounts({ reversedBy, reversedMinor, wasStray }: Reversed): readonly CounterChange[] {
  const counter = reversedBy === 'void_invoice' ? 'voidedMinor' : 'creditedMinor';
  const taken = { counter, by: reversedMinor };
  return wasStray ? [taken, { counter: 'strayMinor', by: -reversedMinor }] : [taken];
}
