import type { Calculator } from '../../kind/index.js';
import { documentsIssued } from './documentEvents.js';
import { reversalsOf } from './documents.js';
import {
  documentOf,
  failedVoidings,
  type InvoiceView,
  wantedAfter,
  wantedOf,
  wishAfter,
} from './invoiceFacts.js';
import type { InvoiceDocument } from './invoiceSchemas.js';
import type { InvoiceShape } from './invoiceShape.js';
import { problemsOf, warningsOf } from './wishProblems.js';

/** Works out what events of an invoice case keep. */
export const invoiceCalculators: Readonly<Record<string, Calculator<InvoiceShape>>> = {
  correction: {
    gives: ['wish', 'problems', 'warnings', 'reversals'],
    of(view) {
      const { data, settings } = view;
      const wish = wishAfter(view);
      return {
        wish,
        problems: problemsOf(wish, data.lines, settings),
        warnings: warningsOf(wish, settings),
        reversals: reversalsOf(data.documents, wantedAfter(view), todayOf(view), settings),
      };
    },
  },
  wrong_invoices: {
    gives: ['reversals'],
    of: (view) => ({
      reversals: reversalsOf(view.data.documents, wantedAfter(view), todayOf(view), view.settings),
    }),
  },
  invoice_of_effect: {
    gives: ['documentNumber'],
    of: (view) => ({ documentNumber: knownDocumentOf(view).number }),
  },
  issued_invoice: {
    gives: ['documentNumber', 'issuedMinor', 'issuedOn', 'officialNumber', 'isStray', 'reversals'],
    of(view) {
      const { data, settings } = view;
      const { number, amountMinor, status } = knownDocumentOf(view);
      const issued = {
        documentNumber: number,
        issuedMinor: amountMinor,
        issuedOn: todayOf(view),
        officialNumber: officialNumberIn(view),
        isStray: status === 'given_up',
        reversals: [],
      };
      const documents = documentsIssued(data.documents, issued);
      return { ...issued, reversals: reversalsOf(documents, wantedOf(data), issued.issuedOn, settings) };
    },
  },
  reversed_invoice: {
    gives: ['documentNumber', 'reversedBy', 'reversedMinor', 'wasStray'],
    of(view) {
      const { number, amountMinor, status, isStray } = knownDocumentOf(view);
      // A late answer can tell of one that was voided and credited: it counts once.
      const isFirst = status === 'reversing';
      return {
        documentNumber: number,
        reversedBy: view.effect?.type === 'void_invoice' ? 'void_invoice' : 'credit_invoice',
        reversedMinor: isFirst ? amountMinor : 0,
        wasStray: isFirst && isStray,
      };
    },
  },
  crediting_instead: {
    gives: ['reversals'],
    of: (view) => ({
      reversals: failedVoidings(view).map(({ number }) => ({ documentNumber: number, by: 'credit_invoice' })),
    }),
  },
};

function todayOf({ calendar, settings, now }: InvoiceView): string {
  return calendar(settings.calendar).dayAt(now);
}

/** Every effect about an invoice names one of the case's. */
function knownDocumentOf(view: InvoiceView): InvoiceDocument {
  const document = documentOf(view);
  if (document === undefined) throw new RangeError('The effect is about no invoice of this case.');
  return document;
}

function officialNumberIn({ command }: InvoiceView): string | null {
  const number = command.type === 'effect_succeeded' ? command.params.result?.officialNumber : undefined;
  return typeof number === 'string' ? number : null;
}
