import { fact } from '@aftercare/core';
import * as z from 'zod';

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
