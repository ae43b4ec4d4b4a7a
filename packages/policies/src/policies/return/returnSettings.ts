import { codeSchema, customIssue } from '@aftercare/core';
import * as z from 'zod';
import { figureSchema } from '../../definition/index.js';
import { freightRuleSchema } from './freightShares.js';
import { dueModeSchema } from './goodsDue.js';
import { type Tender, tenderSchema } from './refundSplit.js';
import {
  exclusionSchema,
  faultSchema,
  freightRungSchema,
  remedySchema,
  returnReasonSchema,
} from './returnSchemas.js';
import { returnWindowSchema } from './returnWindow.js';

const reasonSchema = z.strictObject({
  fault: faultSchema.meta({ description: 'Whose fault it is taken to be until somebody looks closer.' }),
  window: figureSchema(returnWindowSchema.nullable()).meta({
    description: 'From delivery to the request; null for no bound.',
  }),
  remedies: z.array(remedySchema).min(1),
});

const namedOnce: z.core.CheckFn<Tender[]> = ({ value, issues }) => {
  for (const [index, name] of value.entries()) {
    if (value.indexOf(name) === index) continue;
    const params = customIssue('duplicate_name', { name });
    issues.push({ code: 'custom', input: name, path: [index], params });
  }
};

/** What a definition of returns and exchanges may set. */
export const returnSettingsSchema = z.strictObject({
  calendar: codeSchema.meta({ description: 'The calendar in which windows are counted.' }),
  windowFrom: z.enum(['each_line', 'whole_order']).meta({
    description: 'Whether a window begins with the delivery of each line, or of the last one of the order.',
  }),
  reasons: z.record(returnReasonSchema, reasonSchema),
  excluded: figureSchema(
    z.partialRecord(exclusionSchema, z.strictObject({ needsConfirmation: z.boolean() })),
  ).meta({ description: 'Goods that nobody may return without a fault.' }),
  freight: figureSchema(z.record(faultSchema, freightRuleSchema)).meta({
    description: 'Who bears which trip, by fault.',
  }),
  mostBackFreightMinor: figureSchema(z.int().min(0)).meta({
    description: 'The most that is reimbursed for the ways back of an order.',
  }),
  freightLadder: z.array(freightRungSchema).meta({
    description: 'Concessions over freight where none is due, one after the other.',
  }),
  promotions: figureSchema(z.record(faultSchema, dueModeSchema)).meta({
    description: 'What becomes of discounts that were given for an amount, by fault.',
  }),
  tenderOrder: z.array(tenderSchema).min(1).check(namedOnce).meta({ description: 'What goes back first.' }),
  deductGifts: z.boolean().meta({
    description: 'Whether a gift that is no longer due and does not come back is deducted.',
  }),
  forgivenDifferenceMinor: z.int().min(0).meta({
    description: 'A price difference of an exchange up to this is waived.',
  }),
});
