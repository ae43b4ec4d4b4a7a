import { customIssue, fact } from '@aftercare/core';
import * as z from 'zod';
import { orderFacts } from '../orderFacts.js';
import { promotionSchema } from './goodsDue.js';
import { tenderAmountsSchema } from './refundSplit.js';
import {
  faultSchema,
  minorSchema,
  type OrderLine,
  orderGiftSchema,
  orderLineSchema,
  outboundSchema,
  remedySchema,
  returnDataSchema,
  returnReasonSchema,
  returnSoFarSchema,
} from './returnSchemas.js';
import { faultTitles, pendingTitles, remedyTitles, returnReasonTitles } from './returnTitles.js';

/** Without it the time for a request would never end. */
const deliveredAtKnown: z.core.CheckFn<OrderLine> = ({ value, issues }) => {
  if (value.shipping !== 'delivered' || value.deliveredAt !== null) return;
  const params = customIssue('invalid_type', { expected: ['text'], received: 'null' });
  issues.push({ code: 'custom', input: value.deliveredAt, path: ['deliveredAt'], params });
};

/** Facts that a host gives about the order of a return. */
export const returnHostFacts = z
  .object({
    ...orderFacts,
    otherTenders: fact(tenderAmountsSchema.omit({ money: true }), {
      description:
        'What was paid for the order by other means than money. With `paid` it is what the goods cost after `promotions`, and the freight of the way out where the customer paid it: an order that does not add up gets no case.',
      titles: { en: 'other means of payment', 'zh-CN': '其他支付方式' },
      changes: 'on_event',
    }),
    lines: fact(z.array(orderLineSchema.check(deliveredAtKnown)), {
      description:
        'The lines of the order, all of them. Where they are, when they came and what they can be exchanged for may change; one that is delivered has a `deliveredAt`. Pieces and prices stay as they were bought.',
      titles: { en: 'lines of the order', 'zh-CN': '订单商品行' },
      changes: 'on_event',
    }),
    promotions: fact(z.array(promotionSchema), {
      description:
        'Discounts that the order got for reaching an amount; `[]` without any. A coupon that is in `otherTenders` is not here too.',
      titles: { en: 'discounts on the order', 'zh-CN': '订单优惠' },
      changes: 'on_event',
    }),
    gifts: fact(z.array(orderGiftSchema), {
      description:
        'Gifts that came with it, for the return to deduct; not those of gift cases, which deduct them. `[]` without any.',
      titles: { en: 'gifts with the order', 'zh-CN': '随单赠品' },
      changes: 'on_event',
    }),
    outbound: fact(outboundSchema, {
      description:
        'The freight of the way out, as it was paid; it stays so when returns give it back. Where something else has: `standardMinor` 0.',
      titles: { en: 'freight of the way out', 'zh-CN': '发货运费' },
      changes: 'on_event',
    }),
    returns: fact(z.array(returnSoFarSchema), {
      description:
        'What the returns of the order have settled so far: what `returnsSoFar` makes of their cases. Hosts work out none of it. `[]` for the first.',
      titles: { en: 'returns of the order', 'zh-CN': '本订单的退换货' },
      changes: 'on_event',
    }),
    freightInsured: fact(z.boolean(), {
      description:
        'Whether an insurance pays for the way back. Kept for the record: nothing is worked out from it.',
      titles: { en: 'freight insurance', 'zh-CN': '运费险' },
      changes: 'on_event',
    }),
  })
  .meta({
    description:
      'Prices, means of payment, promotions, gifts and freight are kept when the case is opened. Read anew are `refundedMinor`, `returns`, and of `lines` where they are, when they came and what they can be exchanged for.',
  });

/** Facts of a return that guards may speak of, beside those of the host. */
export const returnCaseFacts = z.object({
  hoursLate: fact(z.int().min(0), {
    description: 'Hours begun since the time for such a request ended; 0 while it runs.',
    unit: 'hours',
    titles: { en: 'hours late', 'zh-CN': '超期小时数' },
    changes: 'with_day',
  }),
  excludedLines: fact(z.int().min(0), {
    description: 'Lines for which the law or the shop excludes such a request.',
    unit: 'lines',
    titles: { en: 'excluded lines', 'zh-CN': '不适用退货的商品行数' },
    changes: 'on_event',
  }),
  unfitLines: fact(z.int().min(0), {
    description: 'Lines that are not shipped, on their way or delivered as the remedy needs it.',
    unit: 'lines',
    titles: { en: 'lines that do not fit the remedy', 'zh-CN': '不符合处理方式的商品行数' },
    changes: 'on_event',
  }),
  remedyFitsReason: fact(z.boolean(), {
    description: 'Whether the remedy is given for the reason.',
    titles: { en: 'remedy fits the reason', 'zh-CN': '处理方式与原因相符' },
    changes: 'on_event',
  }),
  piecesTooMany: fact(z.int().min(0), {
    description: 'Pieces beyond those that the command can be about.',
    unit: 'pieces',
    titles: { en: 'pieces too many', 'zh-CN': '超出件数' },
    changes: 'on_event',
  }),
  piecesTaken: fact(z.int().min(0), {
    description: 'Pieces asked about that other settlements of the order have dealt with, or hold.',
    unit: 'pieces',
    titles: { en: 'pieces settled or held elsewhere', 'zh-CN': '已结算或被占用的件数' },
    changes: 'on_event',
  }),
  deductionTooHighMinor: fact(minorSchema, {
    description: 'By how much what is taken off at inspection passes what is given for the pieces looked at.',
    unit: 'minor_units',
    titles: { en: 'deduction above the price', 'zh-CN': '超过货款的扣款' },
    changes: 'on_event',
  }),
  offerTooHighMinor: fact(minorSchema, {
    description: 'By how much an offer passes the price of the goods.',
    unit: 'minor_units',
    titles: { en: 'amount above the price', 'zh-CN': '超过货款的金额' },
    changes: 'on_event',
  }),
  figuresOfCustomer: fact(z.int().min(0), {
    description: 'Prices and amounts that a customer names and the shop has not named.',
    unit: 'figures',
    titles: { en: 'figures named by the customer', 'zh-CN': '客户自报金额数' },
    changes: 'on_event',
  }),
  orderGapMinor: fact(z.int(), {
    description: 'What the means of payment of the order are more than its goods and freight.',
    unit: 'minor_units',
    titles: { en: 'gap between payment and order', 'zh-CN': '实付与订单差额' },
    changes: 'on_event',
  }),
  paysAllOpen: fact(z.boolean(), {
    description: 'Whether what a marketplace refunds reaches what all open pieces cost.',
    titles: { en: 'pays for all that is open', 'zh-CN': '覆盖全部待处理商品' },
    changes: 'on_event',
  }),
  remedy: fact(remedySchema, {
    description: 'What is asked for or agreed.',
    titles: { en: 'remedy', 'zh-CN': '处理方式' },
    values: remedyTitles,
    changes: 'on_event',
  }),
  pending: fact(returnDataSchema.shape.pending, {
    description: 'What has been put before a superior.',
    titles: { en: 'waiting for a superior', 'zh-CN': '待上级审批事项' },
    values: pendingTitles,
    changes: 'on_event',
  }),
  hasOffer: fact(z.boolean(), {
    description: 'Whether an offer of the shop stands.',
    titles: { en: 'offer stands', 'zh-CN': '方案有效' },
    changes: 'on_event',
  }),
  reason: fact(returnReasonSchema, {
    description: 'Why it is asked for.',
    titles: { en: 'reason', 'zh-CN': '原因' },
    values: returnReasonTitles,
    changes: 'on_event',
  }),
  fault: fact(faultSchema, {
    description: 'Whose fault it is.',
    titles: { en: 'fault', 'zh-CN': '责任方' },
    values: faultTitles,
    changes: 'on_event',
  }),
  piecesAccepted: fact(z.int(), {
    description: 'Pieces that the shop has again, or has kept from leaving, and that are not settled.',
    unit: 'pieces',
    titles: { en: 'pieces taken back and not settled', 'zh-CN': '已收回未结算件数' },
    changes: 'on_event',
  }),
  stopsOpen: fact(z.int().min(0), {
    description: 'Parcels that are still to be stopped.',
    unit: 'parcels',
    titles: { en: 'parcels being stopped', 'zh-CN': '拦截中的包裹数' },
    changes: 'on_event',
  }),
  returnBegun: fact(z.boolean(), {
    description: 'Whether pieces that are agreed upon have been sent back, stopped or lost.',
    titles: { en: 'return begun', 'zh-CN': '退货已开始' },
    changes: 'on_event',
  }),
  goodsAwaited: fact(z.boolean(), {
    description: 'Whether goods must be back or stopped before anything is settled.',
    titles: { en: 'goods still awaited', 'zh-CN': '仍待收回商品' },
    changes: 'on_event',
  }),
  piecesToInspect: fact(z.int(), {
    description: 'Pieces that are there and have not been looked at.',
    unit: 'pieces',
    titles: { en: 'pieces to inspect', 'zh-CN': '待验货件数' },
    changes: 'on_event',
  }),
  piecesUnderWay: fact(z.int(), {
    description: 'Pieces that are said to be on their way.',
    unit: 'pieces',
    titles: { en: 'pieces under way', 'zh-CN': '在途件数' },
    changes: 'on_event',
  }),
  piecesAwaited: fact(z.int(), {
    description: 'Pieces agreed upon that would still be open after the command.',
    unit: 'pieces',
    titles: { en: 'agreed pieces still open', 'zh-CN': '已同意未处理件数' },
    changes: 'on_event',
  }),
  planIsGranted: fact(z.boolean(), {
    description: 'Whether exactly this settlement has been granted.',
    titles: { en: 'settlement as granted', 'zh-CN': '结算与批准一致' },
    changes: 'on_event',
  }),
  partsToDo: fact(z.int().min(0), {
    description: 'Payments, parcels and requests for payment that the settlement takes.',
    unit: 'parts',
    titles: { en: 'parts of the settlement to do', 'zh-CN': '结算待办项数' },
    changes: 'on_event',
  }),
  toPayMinor: fact(minorSchema, {
    description: 'What the customer is asked for before the replacement leaves.',
    unit: 'minor_units',
    titles: { en: 'amount for the customer to pay', 'zh-CN': '客户待付金额' },
    changes: 'on_event',
  }),
  otherPartsOpen: fact(z.int().min(0), {
    description: 'Other parts of the settlement that are not done.',
    unit: 'parts',
    titles: { en: 'other parts still open', 'zh-CN': '其他未完成项数' },
    changes: 'on_event',
  }),
  onlyShipmentFailed: fact(z.boolean(), {
    description: 'Whether all of the settlement is done but the goods that could not be sent.',
    titles: { en: 'only the shipment failed', 'zh-CN': '仅发货未成' },
    changes: 'on_event',
  }),
  allPartsFailed: fact(z.boolean(), {
    description: 'Whether nothing of the settlement has been paid or sent, and nothing is under way.',
    titles: { en: 'all parts failed', 'zh-CN': '各部分均未成' },
    changes: 'on_event',
  }),
  partIsDue: fact(z.boolean(), {
    description:
      'Whether the payment or parcel is of the settlement that is carried out now, and a payment of the customer’s is still asked for.',
    titles: { en: 'part of this settlement', 'zh-CN': '属于当前结算' },
    changes: 'on_event',
  }),
  rungsLeft: fact(z.int().min(0), {
    description: 'Further concessions over freight.',
    unit: 'rungs',
    titles: { en: 'freight concessions left', 'zh-CN': '剩余运费让步次数' },
    changes: 'on_event',
  }),
  freightOptionOffered: fact(z.boolean(), {
    description: 'Whether the option is one that has been offered.',
    titles: { en: 'option offered', 'zh-CN': '属于所提方案' },
    changes: 'on_event',
  }),
  round: fact(z.int().min(1), {
    description: 'Which time the case is dealt with.',
    titles: { en: 'round', 'zh-CN': '处理轮次' },
    changes: 'on_event',
  }),
});
