import { daySchema, identifierSchema, instantSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';
import { invoiceCaseFacts } from './invoiceCaseFacts.js';
import {
  invoiceContentSchema,
  invoiceDataSchema,
  invoiceFieldSchema,
  invoiceFormSchema,
  invoiceHostFacts,
  invoiceMediumSchema,
  invoiceProblemSchema,
  invoiceRequestSchema,
  invoiceSettingsSchema,
  invoiceTitleSchema,
  invoiceWarningSchema,
  invoiceWishSchema,
  reversalSchema,
  wishFields,
} from './invoiceSchemas.js';

const nothing = z.strictObject({});
const documentNumber = z.int().min(1);
const reversals = z.array(reversalSchema);
const ofDocument = z.strictObject({ documentNumber });
const reversed = z.strictObject({
  documentNumber,
  reversedBy: reversalSchema.shape.by,
  reversedMinor: z.int().min(0),
  wasStray: z.boolean(),
});
const refunded = z.strictObject({ refundedMinor: z.int().min(0), reversals });
const takenBack = z.strictObject({
  orderId: identifierSchema,
  documentNumber,
  officialNumber: z.string().nullable(),
  amount: moneySchema,
});

/** The names and schemas of the kind `invoice`. */
export const invoiceShape = {
  name: 'invoice',
  revision: 2,
  settings: invoiceSettingsSchema,
  data: invoiceDataSchema,
  facts: invoiceHostFacts,
  caseFacts: invoiceCaseFacts,
  commands: {
    request: invoiceRequestSchema,
    check_request: nothing,
    correct: z.strictObject({
      title: wishFields.title.exactOptional(),
      form: wishFields.form.exactOptional(),
      medium: wishFields.medium.exactOptional(),
      content: wishFields.content.exactOptional(),
      deliverTo: z.string().max(300).exactOptional(),
    }),
    ask_correction: z.strictObject({ field: invoiceFieldSchema }),
    issue: nothing,
    note_refund: z.strictObject({
      refundedMinor: z.int().min(0).meta({
        description:
          'All that was given back of the invoiced amount so far: a total, so that telling it twice does no harm.',
      }),
    }),
    note_refund_undone: z.strictObject({
      refundedMinor: z.int().min(0).meta({
        description:
          'All that was given back of the invoiced amount, without a refund that did not go through: less than was noted.',
      }),
    }),
    note_completion: z.strictObject({ completedAt: instantSchema }),
    confirm_delivery: nothing,
    resend: z.strictObject({ deliverTo: z.string().min(1).max(300).exactOptional() }),
    credit_instead: nothing,
    withdraw: nothing,
    lapse: nothing,
    escalate: nothing,
    close: nothing,
  },
  events: {
    requested: nothing,
    accepted: nothing,
    sent_back: nothing,
    corrected: z.strictObject({
      wish: invoiceWishSchema,
      problems: z.array(invoiceProblemSchema),
      warnings: z.array(invoiceWarningSchema),
      reversals,
    }),
    correction_asked: z.strictObject({ field: invoiceFieldSchema }),
    issue_started: nothing,
    invoice_issued: z.strictObject({
      documentNumber,
      issuedMinor: z.int().min(0),
      issuedOn: daySchema,
      officialNumber: z.string().nullable(),
      isStray: z.boolean(),
      reversals,
    }),
    issue_failed: ofDocument,
    issue_retried: ofDocument,
    invoice_sent: nothing,
    sending_failed: nothing,
    sending_retried: nothing,
    resent: z.strictObject({ deliverTo: z.string().exactOptional() }),
    delivered: nothing,
    refund_noted: refunded,
    refund_undone: refunded,
    completion_noted: z.strictObject({ completedAt: instantSchema }),
    reversed,
    reissue_started: reversed,
    reversal_failed: nothing,
    reversal_retried: nothing,
    credited_instead: z.strictObject({ reversals }),
    withdrawn: nothing,
    lapsed: nothing,
    escalated: nothing,
    closed: nothing,
  },
  effects: {
    issue_invoice: {
      params: z.strictObject({
        orderId: identifierSchema,
        documentNumber,
        title: invoiceTitleSchema,
        form: invoiceFormSchema,
        medium: invoiceMediumSchema,
        content: invoiceContentSchema,
        names: z.array(z.string()).min(1).meta({ description: 'What the invoice names.' }),
        amount: moneySchema,
      }),
      outcome: 'awaited',
    },
    send_invoice: {
      params: z.strictObject({
        orderId: identifierSchema,
        documentNumber,
        medium: invoiceMediumSchema,
        deliverTo: z.string().nullable(),
        // Nobody else can be named: the customer is charged for no invoice.
        postagePaidBy: z.literal('shop'),
      }),
      outcome: 'awaited',
    },
    void_invoice: { params: takenBack, outcome: 'awaited' },
    credit_invoice: { params: takenBack, outcome: 'awaited' },
    notify_customer: {
      params: z.strictObject({ template: z.string(), problems: z.array(invoiceProblemSchema) }),
      outcome: 'noted',
    },
    warn_customer: {
      params: z.strictObject({ warnings: z.array(invoiceWarningSchema).min(1) }),
      outcome: 'noted',
    },
    create_task: {
      params: z.strictObject({
        template: z.string(),
        orderId: identifierSchema,
        penaltyPoints: z
          .int()
          .min(0)
          .meta({ description: 'What an upheld complaint about a refusal costs.' }),
      }),
      outcome: 'noted',
    },
  },
  grants: {},
  counters: {
    invoiceableMinor: 'case',
    refundedMinor: 'case',
    issuedMinor: 'case',
    voidedMinor: 'case',
    creditedMinor: 'case',
    strayMinor: 'case',
  },
} as const;

/** The names and schemas of the kind `invoice`, as a type: for `Policy` and the like. */
export type InvoiceShape = typeof invoiceShape;
