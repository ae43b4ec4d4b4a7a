import { codeSchema, customerFactsSchema, fact } from '@aftercare/core';
import { defineFacts } from '@aftercare/rules';
import * as z from 'zod';
import { stageSchema } from '../stages/index.js';

const count = z.int().min(0).nullable();
const days = count;
const daysUntil = z.int().nullable();
const daysByCode = z.record(z.string(), z.int().min(0));

/** Schema of {@link CareFacts}: the customer's facts, and what the care policy and the planner's input add to them. */
export const careFactsSchema = customerFactsSchema.extend({
  stage: fact(stageSchema, {
    description: "The customer's stage by the care policy.",
    changes: 'with_day',
  }),
  daysSinceAnchor: fact(days, {
    description:
      'Days since the last purchase was paid, or was signed for, whichever the care policy anchors to; null before that.',
    unit: 'days',
    changes: 'with_day',
  }),
  awaitingDelivery: fact(z.boolean(), {
    description:
      'Whether the last purchase has not been signed for yet. Always false where deliveries are not recorded.',
    changes: 'on_event',
  }),
  daysAwaitingDelivery: fact(days, {
    description: 'Days since the last purchase for as long as it has not been signed for; null otherwise.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysSinceSent: fact(daysByCode, {
    description:
      'By the name of a care rule: days since an action of it was last sent to the customer, or held out from one of the control group of all care. Rules that never reached the customer are not in it.',
    unit: 'days',
    changes: 'with_day',
  }),
  hasOpenCase: fact(z.boolean(), {
    description: 'Whether the customer has an after-sales case that is not settled.',
    changes: 'on_event',
  }),
  birthdayInCoolOff: fact(z.boolean(), {
    description:
      'Whether the customer changed a birthday told before so lately that the new one earns nothing yet.',
    changes: 'with_day',
  }),
  tier: fact(codeSchema.nullable(), {
    description: 'The code of the membership tier. Null where tiers are not assessed.',
    changes: 'rolling',
  }),
  tierRank: fact(z.int().min(1).nullable(), {
    description:
      'The place of the tier in the programme, 1 for the lowest. Null where tiers are not assessed.',
    changes: 'rolling',
  }),
  tierChange: fact(z.enum(['risen', 'fallen']).nullable(), {
    description: 'How the customer came into the tier. Null for one who began in it.',
    changes: 'rolling',
  }),
  daysSinceTierReached: fact(days, {
    description: 'Days since the customer came into the tier, 0 on that day. Null for one who began in it.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysUntilTierEnds: fact(daysUntil, {
    description:
      'Days until the tier lapses unless it is earned again, 0 on that day. Null: never by itself.',
    unit: 'days',
    changes: 'with_day',
  }),
  missingToNextTierMinor: fact(count, {
    description: 'What is still to be spent for the next tier. Null in the highest one.',
    unit: 'minor_units',
    changes: 'rolling',
  }),
  missingToNextTierPurchases: fact(count, {
    description: 'How many purchases are still missing for the next tier. Null in the highest one.',
    unit: 'purchases',
    changes: 'rolling',
  }),
  isMemberDay: fact(z.boolean(), {
    description: 'Whether it is a member day of the programme. False without a programme.',
    changes: 'with_day',
  }),
  daysUntilMemberDay: fact(days, {
    description: 'Days until the next member day, 0 on it. Null without one.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysUntilFestival: fact(daysByCode, {
    description:
      'By the code of a festival: days until it, 0 on it. Only festivals of the next 60 days are in it.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysUntilRunOut: fact(daysUntil, {
    description:
      'Days until the first of the goods in use runs out, below 0 when it has. Null where that is not known.',
    unit: 'days',
    changes: 'with_day',
  }),
  daysUntilBestBefore: fact(daysUntil, {
    description:
      'Days until the first of the goods in use reaches its best-before day, below 0 after it. Null where none is known.',
    unit: 'days',
    changes: 'with_day',
  }),
  worldEvent: fact(codeSchema.nullable(), {
    description:
      "What goes on in the customer's region: bad_weather, heat, disaster, or a code of the shop. Null: nothing that is known.",
    changes: 'on_event',
  }),
  daysSinceWorldEvent: fact(days, {
    description: 'Days since that began, 0 on its first day. Null without one.',
    unit: 'days',
    changes: 'with_day',
  }),
});

/** What care rules see of a customer. */
export interface CareFacts extends Readonly<z.infer<typeof careFactsSchema>> {}

/** The facts that care rules may speak of. */
export const careFacts = defineFacts(careFactsSchema);
