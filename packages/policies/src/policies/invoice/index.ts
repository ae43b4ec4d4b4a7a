export { type InvoicedOrder, invoiceableMinorOf } from './invoicedAmount.js';
export { invoiceKind } from './invoiceKind.js';
export {
  type InvoiceContent,
  type InvoiceProblem,
  type InvoiceTitle,
  type InvoiceWarning,
  type InvoiceWish,
  invoiceRequestSchema,
  invoiceWishSchema,
} from './invoiceSchemas.js';
export type { InvoiceShape } from './invoiceShape.js';
export { invoiceChinaPreset, invoiceDefinition, invoiceEuPreset } from './shippedInvoice.js';
export {
  flawOfTaxpayerNumber,
  type TaxpayerNumberFlaw,
  type TaxpayerNumberScheme,
} from './taxpayerNumber.js';
