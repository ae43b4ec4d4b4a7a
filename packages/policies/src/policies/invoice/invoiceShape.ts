import { daySchema, identifierSchema, instantSchema, moneySchema } from '@aftercare/core';
import * as z from 'zod';
import { invoiceCaseFacts } from './invoiceCaseFacts.js';
import {
  invoiceDataSchema,
  invoiceFieldSchema,
  invoiceHostFacts,
  invoiceProblemSchema,
  invoiceRequestSchema,
  invoiceSettingsSchema,
  invoiceWarningSchema,
  invoiceWishSchema,
  reversalSchema,
  wishFields,
} from './invoiceSchemas.js';

const nothing = z.strictObject({});
const documentNumber = z.int().min(1).meta({ description: 'Which invoice of the case, from 1.' });
const reversals = z.array(reversalSchema);
const ofDocument = z.strictObject({ documentNumber });
const reversed = z.strictObject({
  documentNumber,
  reversedBy: reversalSchema.shape.by,
  reversedMinor: z.int().min(0),
  wasStray: z.boolean(),
});
const refunded = z.strictObject({ refundedMinor: z.int().min(0), reversals });
const orderId = identifierSchema.meta({ description: 'The order.' });
const takenBack = {
  orderId,
  documentNumber,
  officialNumber: z
    .string()
    .nullable()
    .meta({ description: 'The number that it was reported with; null without one.' }),
  amount: moneySchema.meta({ description: 'What it was for.' }),
};
const deliverTo = { description: 'Where it is sent: an address, or where a file is sent to.' };

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
    check_request: z.strictObject({}).meta({
      description: 'The request is accepted, or the customer is told what to correct.',
    }),
    correct: z
      .strictObject({
        title: wishFields.title.exactOptional(),
        form: wishFields.form.exactOptional(),
        medium: wishFields.medium.exactOptional(),
        content: wishFields.content.exactOptional(),
        deliverTo: z.string().max(300).exactOptional().meta(deliverTo),
      })
      .meta({
        description: 'Puts other wishes in the place of those named, each as a whole; the others stay.',
      }),
    ask_correction: z
      .strictObject({
        field: invoiceFieldSchema.meta({ description: 'What was rejected.' }),
      })
      .meta({
        description:
          'The system of the tax authority rejects a field, which only the customer can put right.',
      }),
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
    note_completion: z.strictObject({
      completedAt: instantSchema.meta({ description: 'When the order was completed.' }),
    }),
    confirm_delivery: nothing,
    resend: z.strictObject({
      deliverTo: z
        .string()
        .min(1)
        .max(300)
        .exactOptional()
        .meta({ description: 'Default: where it was sent before.' }),
    }),
    credit_instead: z.strictObject({}).meta({
      description: 'Invoices whose voiding failed are credited.',
    }),
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
      params: z
        .strictObject({
          orderId,
          documentNumber,
          title: wishFields.title,
          form: wishFields.form,
          medium: wishFields.medium,
          content: wishFields.content,
          names: z.array(z.string()).min(1).meta({ description: 'What the invoice names.' }),
          amount: moneySchema.meta({ description: 'What the invoice is for.' }),
        })
        .meta({
          description:
            'Issue an invoice. Report its number with `effect_succeeded`, as `officialNumber` in `result`.',
        }),
      outcome: 'awaited',
    },
    send_invoice: {
      params: z
        .strictObject({
          orderId,
          documentNumber,
          medium: wishFields.medium,
          deliverTo: z.string().nullable().meta(deliverTo),
          // Nobody else can be named: the customer is charged for no invoice.
          postagePaidBy: z.literal('shop').meta({ description: 'The customer is charged for no invoice.' }),
        })
        .meta({ description: 'Send the invoice to the customer.' }),
      outcome: 'awaited',
    },
    void_invoice: {
      params: z
        .strictObject(takenBack)
        .meta({ description: 'Void an invoice: it is as if there had been none.' }),
      outcome: 'awaited',
    },
    credit_invoice: {
      params: z.strictObject(takenBack).meta({ description: 'Issue a credit note for all of an invoice.' }),
      outcome: 'awaited',
    },
    notify_customer: {
      params: z
        .strictObject({
          template: z.string().meta({ description: 'Which message; its words are the host’s.' }),
          problems: z.array(invoiceProblemSchema).meta({ description: 'What is to be corrected.' }),
        })
        .meta({ description: 'Write to the customer of the case.' }),
      outcome: 'noted',
    },
    warn_customer: {
      params: z
        .strictObject({
          warnings: z.array(invoiceWarningSchema).min(1).meta({ description: 'What is odd.' }),
        })
        .meta({
          description:
            'Ask the customer whether an odd field is as it should be; the case does not wait for it.',
        }),
      outcome: 'noted',
    },
    create_task: {
      params: z
        .strictObject({
          template: z.string().meta({ description: 'What is to be done.' }),
          orderId,
          penaltyPoints: z
            .int()
            .min(0)
            .meta({ description: 'What an upheld complaint about a refusal costs.' }),
        })
        .meta({ description: 'Give staff a task.' }),
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
