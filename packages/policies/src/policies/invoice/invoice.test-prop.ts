import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { invoiceDefinitions, invoicePolicy } from '../../../test/invoicePolicy.js';
import { anyRunOf, type Run } from '../../../test/playCases.js';
import { inForceMinor } from './documents.js';
import { invoiceDataSchema } from './invoiceSchemas.js';

// Raised in CI.
const numRuns = Number(process.env.AFTERCARE_POLICY_RUNS ?? 300);

/** Final states, and whether an invoice for what was paid and not refunded must exist in them. */
const INVOICED_IN: Readonly<Record<string, boolean>> = {
  closed: true,
  credited: true,
  nothing_due: true,
  withdrawn: false,
  lapsed: false,
};

function check({ current }: Run): void {
  const data = invoiceDataSchema.parse(current.data);
  const { issuedMinor = 0, voidedMinor = 0, creditedMinor = 0, strayMinor = 0 } = current.counters.case;
  const takenBack = voidedMinor + creditedMinor;
  const left = data.invoiceableMinor - data.refundedMinor;

  // The counters tell the same as the invoices do.
  expect(issuedMinor - takenBack).toBe(inForceMinor(data.documents));
  // Never more than was paid, but for what had been given up and is being taken back.
  expect(issuedMinor - takenBack - strayMinor).toBeLessThanOrEqual(data.invoiceableMinor);
  // Of the invoices that stay, there is one at most, and it is for what is left.
  const staying = data.documents.filter(({ status }) => status === 'issued');
  expect(staying.map(({ amountMinor }) => amountMinor)).toEqual(staying.length === 0 ? [] : [left]);
  // What had been given up never stays.
  expect(staying.filter(({ isStray }) => isStray)).toEqual([]);
  // No two invoices are being issued at once.
  expect(data.documents.filter(({ status }) => status === 'issuing').length).toBeLessThanOrEqual(1);
  // Nobody but the shop pays for sending.
  for (const { type, params } of current.effects) {
    if (type === 'send_invoice') expect(params.postagePaidBy).toBe('shop');
  }
  // At the end, issued less taken back is paid less refunded; a customer who gave up has none.
  const isInvoiced = INVOICED_IN[current.state];
  if (isInvoiced !== undefined) expect(issuedMinor - takenBack - strayMinor).toBe(isInvoiced ? left : 0);
}

test.each(Object.entries(invoiceDefinitions))(
  'whatever comes, invoices conserve what was paid and not refunded (%s)',
  { timeout: 600_000 },
  (_, definition) => {
    fc.assert(anyRunOf(invoicePolicy(definition), check, 30), { numRuns });
  },
);
