import { fact, identifierSchema, nonNegativeMoneySchema, positiveMoneySchema } from '@aftercare/core';
import * as z from 'zod';
import { figureSchema } from '../../definition/index.js';
import { benefitCaseFacts, benefitHostFacts } from './benefitFacts.js';
import {
  benefitCommands,
  benefitData,
  benefitEffects,
  benefitEvents,
  benefitSettings,
  orderOfEffect,
  requestFields,
} from './benefitSchemas.js';

/** Who pays what the carrier asks on top for a remote address. */
const surchargePayerSchema = z.enum(['customer', 'shop']);

const minor = z.int().min(0);
const terms = z.strictObject({
  costMinor: z.int().min(1),
  surchargeLeftMinor: minor,
  isFreightPaid: z.boolean(),
});

/** The names and schemas of the kind `free_shipping`. */
export const freeShippingShape = {
  name: 'free_shipping',
  revision: 2,
  settings: z.strictObject({
    ...benefitSettings,
    remoteSurchargeBy: figureSchema(surchargePayerSchema).meta({
      description: 'Who pays the surcharge for a remote address when the freight is waived.',
    }),
  }),
  data: z.strictObject({
    ...benefitData,
    surchargeLeftMinor: minor.meta({
      description: 'What the customer pays all the same for a remote address.',
    }),
    isFreightPaid: z.boolean().meta({ description: 'Whether the freight is given back, or not asked for.' }),
  }),
  facts: z.object({
    ...benefitHostFacts,
    freightMinor: fact(minor, {
      description: 'The freight of the whole order, without the surcharge for a remote address.',
      unit: 'minor_units',
      titles: { en: 'freight', 'zh-CN': '运费' },
      changes: 'on_event',
    }),
    isFreightPaid: fact(z.boolean(), {
      description: 'Whether the customer has paid the freight.',
      titles: { en: 'freight paid', 'zh-CN': '运费已付' },
      changes: 'on_event',
    }),
  }),
  caseFacts: z.object({
    ...benefitCaseFacts,
    isFreightAsGranted: fact(z.boolean(), {
      description:
        'Whether the freight costs what it did when it was granted to waive it, and is paid or not as then.',
      titles: { en: 'freight as at the grant', 'zh-CN': '运费及支付情况与同意时一致' },
      changes: 'on_event',
    }),
    isFreightGivenBack: fact(z.boolean(), {
      description: 'Whether the freight had been paid, so that to waive it was to give money back.',
      titles: { en: 'freight given back', 'zh-CN': '运费已退还' },
      changes: 'on_event',
    }),
  }),
  commands: { request: z.strictObject(requestFields), ...benefitCommands },
  events: {
    ...benefitEvents,
    put_forward: terms,
    granted: terms,
    imposed: terms.extend({ decision: identifierSchema }),
    fulfilled: z.strictObject({}),
    deducted: z.strictObject({}),
  },
  effects: {
    waive_freight: {
      params: z
        .strictObject({
          orderId: orderOfEffect,
          amount: positiveMoneySchema.meta({ description: 'What the customer does not pay.' }),
          isFreightPaid: z
            .boolean()
            .meta({ description: 'True: give it back. False: take it off the bill.' }),
          surchargeLeft: nonNegativeMoneySchema.meta({ description: 'What the customer pays all the same.' }),
        })
        .meta({ description: 'Free the order of freight.' }),
      outcome: 'awaited',
      spends: 'benefit',
    },
    restore_freight: {
      params: z
        .strictObject({
          orderId: orderOfEffect,
          amount: positiveMoneySchema.meta({
            description:
              'Put on an unpaid bill or taken from a refund that is due, never charged: else it fails.',
          }),
        })
        .meta({ description: 'Ask for the freight of the order again.' }),
      outcome: 'awaited',
    },
    ...benefitEffects,
  },
  grants: { benefit: 'free_shipping' },
  counters: { waivedMinor: 'case', deductedMinor: 'case' },
} as const;

/** The names and schemas of the kind `free_shipping`, as a type: for `Policy` and the like. */
export type FreeShippingShape = typeof freeShippingShape;
