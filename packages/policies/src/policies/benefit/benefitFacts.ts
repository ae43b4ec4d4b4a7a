import { fact, nonNegativeMoneySchema } from '@aftercare/core';
import * as z from 'zod';
import { groundSchema, whenBargainingSchema } from './benefitSchemas.js';

/** Facts that a host gives about the order and the customer of a benefit request. */
export const benefitHostFacts = {
  orderId: fact(z.string(), { description: 'The order.', changes: 'on_event' }),
  customerId: fact(z.string(), { description: 'The customer of the order.', changes: 'on_event' }),
  paid: fact(nonNegativeMoneySchema, {
    description: 'What was paid for the order; zero before it is paid.',
    changes: 'on_event',
  }),
  refundedMinor: fact(z.int().min(0), {
    description: 'What was given back of it, other than by cases decided here.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  orderMinor: fact(z.int().min(0), {
    description: 'What the goods of the order cost now, without freight; zero once it is cancelled.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  marginMinor: fact(z.int(), {
    description: 'What the order earns after goods, discounts and freight, before this benefit.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  priceCutMinor: fact(z.int().min(0), {
    description: 'What the price of this order was lowered by because the customer bargained.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  tierRank: fact(z.int().min(0), {
    description: 'The place of the membership tier of the customer, from 1; 0 for no member.',
    changes: 'on_event',
  }),
  region: fact(z.string(), {
    description: 'Where the order goes, as the shop names regions.',
    changes: 'on_event',
  }),
  surchargeMinor: fact(z.int().min(0), {
    description: 'What the carrier asks on top for a remote address; zero elsewhere.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
};

const attemptSchema = z.enum(['none', 'pending', 'succeeded', 'failed']);

/** Facts that both kinds derive, for guards. */
export const benefitCaseFacts = {
  ground: fact(groundSchema, {
    description: 'On what ground the benefit is asked for.',
    changes: 'on_event',
  }),
  isOffered: fact(z.boolean(), {
    description: 'Whether the shop gives this benefit on this ground, in the currency of the order.',
    changes: 'on_event',
  }),
  whenBargaining: fact(whenBargainingSchema, {
    description: 'What the shop gives when a customer bargains.',
    changes: 'on_event',
  }),
  orderFromMinor: fact(z.int().min(1), {
    description: 'From which value of the goods on the benefit is due.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  tierFrom: fact(z.int().min(0), {
    description: 'From which tier on the benefit is due.',
    changes: 'on_event',
  }),
  isRegionServed: fact(z.boolean(), {
    description: 'Whether the benefit is given where the order goes.',
    changes: 'on_event',
  }),
  costMinor: fact(z.int().min(0), {
    description: 'What the benefit costs the shop.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  budgetLeftMinor: fact(z.int(), {
    description: 'What is left of the budget of the campaign.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  marginAfterMinor: fact(z.int(), {
    description: 'What the order earns after the benefit.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  marginFloorMinor: fact(z.int().min(0), {
    description: 'What the order must earn at least.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  benefitsOfOrder: fact(z.int().min(0), {
    description: 'How often the order has been given this benefit, in other cases.',
    changes: 'on_event',
  }),
  remainingMinor: fact(z.int().min(0), {
    description: 'What is left of the order after cancellations and returns.',
    unit: 'minor_units',
    changes: 'on_event',
  }),
  mayClaimBack: fact(z.boolean(), {
    description:
      'Whether the shop claims back what was sent, for the reason for which less is left of the order.',
    changes: 'on_event',
  }),
  isWanted: fact(z.boolean(), {
    description: 'Whether the order is still to have the benefit.',
    changes: 'on_event',
  }),
  isClaimed: fact(z.boolean(), {
    description: 'Whether the benefit is being claimed back.',
    changes: 'on_event',
  }),
  removal: fact(attemptSchema, {
    description: 'How the latest attempt stands to take the benefit off the order.',
    changes: 'on_event',
  }),
  deduction: fact(attemptSchema, {
    description: 'How the latest attempt stands to deduct its value from a refund.',
    changes: 'on_event',
  }),
};
