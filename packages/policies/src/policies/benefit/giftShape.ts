import { fact, identifierSchema, moneySchema } from '@aftercare/core';
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

const quantity = z.int().min(1).max(1000).meta({ description: 'Pieces.' });
const piecesSchema = z.int().min(0);
const terms = z.strictObject({ costMinor: z.int().min(1), statedMinor: z.int().min(0) });
const sku = identifierSchema.meta({ description: 'The article.' });
const gift = { orderId: orderOfEffect, sku, quantity };

/** The names and schemas of the kind `gift`. */
export const giftShape = {
  name: 'gift',
  revision: 2,
  settings: z.strictObject({
    ...benefitSettings,
    mostPieces: figureSchema(z.int().min(1)).meta({ description: 'Pieces that one order is given at most.' }),
  }),
  data: z.strictObject({
    ...benefitData,
    sku: identifierSchema,
    quantity,
    statedMinor: z.int().min(0).meta({
      description: 'The value of a piece as the customer was told it beforehand; 0 when none was told.',
    }),
  }),
  facts: z.object({
    ...benefitHostFacts,
    isGiftArticle: fact(z.boolean(), {
      description: 'Whether the article asked for is one that the shop gives away.',
      titles: { en: 'article of the gift list', 'zh-CN': '属于赠品' },
      changes: 'on_event',
    }),
    giftsInStock: fact(z.int().min(0), {
      description: 'Pieces of the article that can be sent now.',
      unit: 'pieces',
      titles: { en: 'pieces in stock', 'zh-CN': '库存件数' },
      changes: 'on_event',
    }),
    pieceCostMinor: fact(z.int().min(1), {
      description: 'What a piece costs the shop.',
      unit: 'minor_units',
      titles: { en: 'cost of a piece', 'zh-CN': '单件成本' },
      changes: 'on_event',
    }),
    pieceStatedMinor: fact(z.int().min(0), {
      description: 'The value of a piece as it is stated to customers beforehand; 0 when none is stated.',
      unit: 'minor_units',
      titles: { en: 'stated value of a piece', 'zh-CN': '单件标明价值' },
      changes: 'on_event',
    }),
  }),
  caseFacts: z.object({
    ...benefitCaseFacts,
    quantity: fact(z.int().min(1), {
      description: 'Pieces asked for.',
      unit: 'pieces',
      titles: { en: 'pieces asked for', 'zh-CN': '申请件数' },
      changes: 'on_event',
    }),
    mostPieces: fact(z.int().min(1), {
      description: 'Pieces that one order is given at most.',
      unit: 'pieces',
      titles: { en: 'pieces allowed for one order', 'zh-CN': '每单可赠件数' },
      changes: 'on_event',
    }),
    piecesDue: fact(piecesSchema, {
      description: 'Pieces that were sent and have not come back.',
      unit: 'pieces',
      titles: { en: 'pieces due back', 'zh-CN': '应退件数' },
      changes: 'on_event',
    }),
    piecesGivenBack: fact(piecesSchema, {
      description: 'Pieces that come back now.',
      unit: 'pieces',
      titles: { en: 'pieces given back', 'zh-CN': '退回件数' },
      changes: 'on_event',
    }),
    statedMinor: fact(z.int().min(0), {
      description: 'The value of a piece as the customer was told it beforehand; 0 when none was told.',
      unit: 'minor_units',
      titles: { en: 'value told beforehand', 'zh-CN': '事先标明价值' },
      changes: 'on_event',
    }),
  }),
  commands: {
    request: z.strictObject({ ...requestFields, sku, quantity }),
    ...benefitCommands,
    give_back: z.strictObject({ quantity }).meta({
      description: 'Pieces of the gift have come back; those of several times add up.',
    }),
    deduct: z.strictObject({}).meta({ description: 'What stays away is taken from the refund.' }),
  },
  events: {
    ...benefitEvents,
    put_forward: terms,
    granted: terms,
    imposed: terms.extend({ decision: identifierSchema }),
    fulfilled: z.strictObject({}),
    sent_after_all: z.strictObject({}),
    given_back: z.strictObject({ quantity }),
    deducted: z.strictObject({ pieces: piecesSchema }),
  },
  effects: {
    add_gift: {
      params: z.strictObject(gift).meta({
        description: 'Put the gift on the order, to be sent with it. It fails where the stock is gone.',
      }),
      outcome: 'awaited',
      spends: 'benefit',
    },
    remove_gift: {
      params: z.strictObject(gift).meta({ description: 'Take the gift off the order before it is sent.' }),
      outcome: 'awaited',
    },
    note_due_back: {
      params: z
        .strictObject({
          orderId: orderOfEffect,
          sku,
          pieces: piecesSchema.meta({ description: 'Due back with the goods; 0: nothing, or no longer.' }),
          deductible: moneySchema.meta({
            description:
              'What this case, and not the return, deducts from the refund for pieces that stay away.',
          }),
          isGroundToRefuseReturn: z.literal(false).meta({
            description: 'A missing gift is never a ground to refuse a return.',
          }),
        })
        .meta({ description: 'Tell whoever receives the return what is to come with it.' }),
      outcome: 'noted',
    },
    ...benefitEffects,
  },
  grants: { benefit: 'gift' },
  counters: { piecesSent: 'case', piecesBack: 'case', piecesDeducted: 'case' },
} as const;

/** The names and schemas of the kind `gift`, as a type: for `Policy` and the like. */
export type GiftShape = typeof giftShape;
