import {
  codeSchema,
  daySchema,
  fact,
  identifierSchema,
  instantSchema,
  nonNegativeMoneySchema,
} from '@aftercare/core';
import * as z from 'zod';
import { figureSchema } from '../../definition/index.js';
import type { ReadonlyOutput } from '../../kind/index.js';
import { orderFacts } from '../orderFacts.js';

/** A text that people type: it may be left empty, which is then a problem of the request and no wrong command. */
const typed = z.string().max(300);

const name = typed.meta({ description: 'The name on the invoice.' });

/** In whose name an invoice is (发票抬头). */
const invoiceTitleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('person'), name }),
  z.strictObject({
    type: z.literal('company'),
    name,
    taxpayerNumber: typed.exactOptional().meta({
      description:
        'An odd one is a warning and holds nothing up; whether it may be missing is for the definition to say.',
    }),
    address: typed.exactOptional().meta({ description: 'Of the company, as it is registered.' }),
    phone: typed.exactOptional().meta({ description: 'Of the company, as it is registered.' }),
    bankAccount: typed.exactOptional().meta({ description: 'Bank and number of the account.' }),
  }),
]);

/** In whose name an invoice is (发票抬头): a person, or a company. */
export type InvoiceTitle = ReadonlyOutput<typeof invoiceTitleSchema>;

/** An ordinary invoice, or a special VAT invoice (增值税专用发票), from which the buyer deducts input tax. */
const invoiceFormSchema = z.enum(['ordinary', 'special']);
const invoiceMediumSchema = z.enum(['digital', 'paper']);

/** What an invoice names: lines of the order by their ids, or a category of goods. */
const invoiceContentSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('lines'),
    lineIds: z
      .array(identifierSchema)
      .min(1)
      .max(1000)
      .meta({ description: 'Lines of the order: `lines[].id` of the facts.' }),
  }),
  z.strictObject({
    of: z.literal('category'),
    category: typed.meta({ description: 'The `category` of one of the lines.' }),
  }),
]);

/** What an invoice names. */
export type InvoiceContent = ReadonlyOutput<typeof invoiceContentSchema>;

const deliverTo = typed.meta({ description: 'Where it is sent: an address, or where a file is sent to.' });

/** What the customer wants on the invoice, as a command says it. */
export const wishFields = {
  title: invoiceTitleSchema.meta({ description: 'In whose name it is: a person’s, or a company’s.' }),
  form: invoiceFormSchema.meta({
    description: '`special`: a company deducts input tax from it. The definition says what the shop issues.',
  }),
  medium: invoiceMediumSchema.meta({ description: 'A file, or a letter.' }),
  content: invoiceContentSchema.meta({
    description: 'What it names: lines of the order, or a category of its goods.',
  }),
} as const;

/** The parameters of a request. */
export const invoiceRequestSchema = z.strictObject({ ...wishFields, deliverTo: deliverTo.exactOptional() });

/** What the customer wants. */
export const invoiceWishSchema = z.strictObject({ ...wishFields, deliverTo: deliverTo.nullable() });

/** What the customer wants. */
export type InvoiceWish = ReadonlyOutput<typeof invoiceWishSchema>;

/** What a customer can be asked to correct. */
export const invoiceFieldSchema = z.enum([
  'name',
  'taxpayer_number',
  'address',
  'phone',
  'bank_account',
  'form',
  'medium',
  'content',
  'deliver_to',
]);

/** What is wrong with one field. */
export const invoiceProblemSchema = z.strictObject({
  field: invoiceFieldSchema.meta({ description: 'What is to be corrected.' }),
  why: z.enum(['missing', 'not_offered', 'needs_company', 'not_of_order', 'rejected']).meta({
    description: '`rejected`: by the system of the tax authority.',
  }),
});

/** What is wrong with one field of a request. */
export type InvoiceProblem = ReadonlyOutput<typeof invoiceProblemSchema>;

/** What is odd about a request, without holding it up. */
export const invoiceWarningSchema = z.strictObject({
  field: invoiceFieldSchema.meta({ description: 'What is odd.' }),
  why: z.enum(['missing', 'length', 'letters', 'country', 'check_digit']).meta({
    description: 'In what way it is odd.',
  }),
});

/** What is odd about a request, without holding it up. */
export type InvoiceWarning = ReadonlyOutput<typeof invoiceWarningSchema>;

/** How an invoice is taken back. */
export const reversalSchema = z.strictObject({
  documentNumber: z.int().min(1),
  by: z.enum(['void_invoice', 'credit_invoice']),
});

/** How an invoice is taken back: voided (作废), or credited by a red-letter invoice (红字发票). */
export type Reversal = ReadonlyOutput<typeof reversalSchema>;

/** One invoice of a case. */
const invoiceDocumentSchema = z.strictObject({
  number: z.int().min(1).meta({ description: 'Invoices of a case are numbered from 1.' }),
  amountMinor: z.int().min(1),
  wish: invoiceWishSchema,
  status: z.enum(['issuing', 'failed', 'given_up', 'issued', 'reversing', 'voided', 'credited']).meta({
    description: 'given_up: issuing failed and is not tried again. It may turn out to exist after all.',
  }),
  issuedOn: daySchema.nullable(),
  officialNumber: z
    .string()
    .nullable()
    .meta({ description: 'The number that the tax authority knows it by.' }),
  reversal: z.enum(['void_invoice', 'credit_invoice']).nullable(),
  isStray: z.boolean().meta({ description: 'It had been given up when it turned out to exist.' }),
});

/** One invoice of a case. */
export type InvoiceDocument = ReadonlyOutput<typeof invoiceDocumentSchema>;

const lineSchema = z.strictObject({
  id: identifierSchema.meta({ description: 'The line. In the facts of a return it is called `lineId`.' }),
  name: z.string().min(1).meta({ description: 'What an invoice calls it.' }),
  category: z
    .string()
    .min(1)
    .meta({ description: 'The category of goods that an invoice may name in its place.' }),
});

/** A line of an order, as invoices name it. */
export type InvoicedLine = ReadonlyOutput<typeof lineSchema>;

/** Data of an invoice case. */
export const invoiceDataSchema = z.strictObject({
  orderId: identifierSchema,
  customerId: identifierSchema,
  paid: nonNegativeMoneySchema,
  invoiceableMinor: z
    .int()
    .min(0)
    .meta({ description: 'What the goods were sold for, whoever paid it; before refunds.' }),
  refundedMinor: z.int().min(0),
  lines: z.array(lineSchema),
  requestedAt: instantSchema,
  completedAt: instantSchema.nullable(),
  wish: invoiceWishSchema,
  problems: z.array(invoiceProblemSchema),
  warnings: z.array(invoiceWarningSchema),
  documents: z.array(invoiceDocumentSchema),
  wrongSince: instantSchema.exactOptional().meta({
    description: 'Since when there is an invoice that is wrong; absent while there is none.',
  }),
});

/** Facts that a host gives about the order of an invoice case; they are kept when the case is opened. */
export const invoiceHostFacts = z
  .object({
    orderId: orderFacts.orderId,
    customerId: orderFacts.customerId,
    paid: fact(nonNegativeMoneySchema, {
      description:
        'What the customer paid for the order, freight included, coupons taken off; before refunds.',
      titles: { en: 'amount paid', 'zh-CN': '实付金额' },
      changes: 'on_event',
    }),
    platformCouponMinor: fact(z.int().min(0), {
      description: 'Coupons on the order that the platform bore, and pays to the shop.',
      unit: 'minor_units',
      titles: { en: 'coupons borne by the platform', 'zh-CN': '平台承担的优惠券' },
      changes: 'on_event',
    }),
    refundedMinor: fact(z.int().min(0), {
      description:
        'All that was given back of the invoiced amount so far, by cases decided here too; in other policies the fact of this name leaves those out.',
      unit: 'minor_units',
      titles: { en: 'amount refunded', 'zh-CN': '已退还金额' },
      changes: 'on_event',
    }),
    lines: fact(z.array(lineSchema), {
      description: 'The lines of the order, as an invoice may name them.',
      titles: { en: 'lines of the order', 'zh-CN': '订单商品行' },
      changes: 'on_event',
    }),
    completedAt: fact(instantSchema.nullable(), {
      description: 'When the order was completed, as the shop or the platform counts it; null before that.',
      titles: { en: 'completion of the order', 'zh-CN': '订单完成时间' },
      changes: 'on_event',
    }),
  })
  .meta({
    description:
      'All of them are kept when the case is opened. What changes later is told by `note_refund`, `note_refund_undone` and `note_completion`.',
  });

const neededSchema = figureSchema(z.array(z.enum(['taxpayer_number', 'address', 'phone', 'bank_account'])));
const voidableSchema = z.enum(['never', 'same_month']);

/** What a definition of invoices may set. */
export const invoiceSettingsSchema = z.strictObject({
  calendar: codeSchema.meta({ description: 'The calendar that tells on which day an invoice is issued.' }),
  taxpayerNumbers: figureSchema(z.enum(['china', 'eu_vat', 'unchecked'])),
  forms: figureSchema(z.array(invoiceFormSchema).min(1)).meta({ description: 'What the shop issues.' }),
  media: figureSchema(z.array(invoiceMediumSchema).min(1)),
  neededForSpecial: neededSchema.meta({ description: 'What a special invoice cannot be issued without.' }),
  neededForCompany: neededSchema.meta({ description: 'What an ordinary one to a company must have.' }),
  platformCoupons: figureSchema(z.enum(['invoiced', 'not_invoiced'])).meta({
    description:
      'Whether what the platform paid for a coupon is part of the amount; a coupon of the shop never is.',
  }),
  voidable: figureSchema(z.strictObject({ digital: voidableSchema, paper: voidableSchema })).meta({
    description: 'When a wrong invoice is voided; otherwise it is credited.',
  }),
  penaltyPoints: figureSchema(z.int().min(0)).meta({
    description: 'What an upheld complaint about a refused invoice costs; told to staff with each warning.',
  }),
});

/** What a definition of invoices may set. */
export type InvoiceSettings = ReadonlyOutput<typeof invoiceSettingsSchema>;
