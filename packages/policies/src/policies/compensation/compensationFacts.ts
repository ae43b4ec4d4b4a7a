import { fact } from '@aftercare/core';
import * as z from 'zod';
import { orderFacts } from '../orderFacts.js';
import { compensationReasonSchema, lineSchema } from './compensationSchemas.js';
import { compensationReasonTitles, paymentTitles } from './compensationTitles.js';

/** Facts that a host gives about the order of a compensation case. */
export const compensationHostFacts = z.object({
  ...orderFacts,
  lines: fact(z.array(lineSchema), {
    description: 'The lines of the order with what was paid for each.',
    titles: { en: 'lines of the order', 'zh-CN': '订单商品行' },
    changes: 'on_event',
  }),
  daysSinceDelivery: fact(z.int().min(0).nullable(), {
    description:
      'Days of the shop’s calendar since the order was signed for: 0 on that day, 1 on the day after it. Null before that.',
    unit: 'days',
    titles: { en: 'days since delivery', 'zh-CN': '签收后天数' },
    changes: 'with_day',
  }),
});

/** Facts that the kind derives, for guards. */
export const compensationCaseFacts = z.object({
  reason: fact(compensationReasonSchema, {
    description: 'What the complaint is about.',
    titles: { en: 'reason', 'zh-CN': '原因' },
    values: compensationReasonTitles,
    changes: 'on_event',
  }),
  claimDays: fact(z.int().min(1), {
    description: 'Days after delivery in which this complaint counts.',
    unit: 'days',
    titles: { en: 'days to complain', 'zh-CN': '可投诉天数' },
    changes: 'on_event',
  }),
  unknownLines: fact(z.int().min(0), {
    description: 'Lines of the complaint that the order does not have.',
    unit: 'lines',
    titles: { en: 'lines that the order does not have', 'zh-CN': '不属于该订单的商品行数' },
    changes: 'on_event',
  }),
  compensatedLines: fact(z.int().min(0), {
    description: 'Lines of the complaint for which this reason has been compensated before, in another case.',
    unit: 'lines',
    titles: { en: 'lines compensated before', 'zh-CN': '已获补偿的商品行数' },
    changes: 'on_event',
  }),
  understatedParts: fact(z.int().min(0), {
    description:
      'Parts of the proposal that are worth more to the shop than they say, or are goods of which it is not said what they are worth.',
    unit: 'parts',
    titles: { en: 'parts told below their worth', 'zh-CN': '低报价值的补偿项数' },
    changes: 'on_event',
  }),
  outranksConcerned: fact(z.boolean(), {
    description:
      'Whether whoever acts stands above the member of staff complained of and is not that person, neither by their own hand nor through a delegation. Also where nobody is complained of, and for the highest role where somebody of that role is.',
    titles: { en: 'superior of the person concerned', 'zh-CN': '被投诉人的上级' },
    changes: 'on_event',
  }),
  proposedMinor: fact(z.int().min(0), {
    description: 'What is proposed, all forms together.',
    unit: 'minor_units',
    titles: { en: 'amount proposed', 'zh-CN': '方案金额' },
    changes: 'on_event',
  }),
  isAccepted: fact(z.boolean(), {
    description: 'Whether the customer has said yes.',
    titles: { en: 'accepted by the customer', 'zh-CN': '客户已接受' },
    changes: 'on_event',
  }),
  isStillWithinPaid: fact(z.boolean(), {
    description:
      'Whether all that is promised for the order fits what was paid, less what has been refunded elsewhere by now; always for a reason that may go beyond the price.',
    titles: { en: 'still within what was paid', 'zh-CN': '仍在实付金额以内' },
    changes: 'on_event',
  }),
  otherPayments: fact(z.enum(['done', 'pending', 'failed']), {
    description: 'How the other payments of the case stand: one failed, or one pending, or all done.',
    titles: { en: 'other payments', 'zh-CN': '其他付款' },
    values: paymentTitles,
    changes: 'on_event',
  }),
});
