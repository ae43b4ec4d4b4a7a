import { fact } from '@aftercare/core';
import * as z from 'zod';
import { orderFacts } from '../orderFacts.js';
import { groundSchema, whenBargainingSchema } from './benefitSchemas.js';
import { attemptTitles, groundTitles, whenBargainingTitles } from './benefitTitles.js';

/** Facts that a host gives about the order and the customer of a benefit request. */
export const benefitHostFacts = {
  ...orderFacts,
  orderMinor: fact(z.int().min(0), {
    description:
      'What the goods of the order cost now, all together and without freight, as the shop counts them for the amount from which a benefit is due; zero once it is cancelled.',
    unit: 'minor_units',
    titles: { en: 'value of the goods', 'zh-CN': '商品金额' },
    changes: 'on_event',
  }),
  marginMinor: fact(z.int(), {
    description:
      'What the whole order earns after goods, discounts and freight, before this benefit; below zero for a loss.',
    unit: 'minor_units',
    titles: { en: 'margin of the order', 'zh-CN': '订单毛利' },
    changes: 'on_event',
  }),
  priceCutMinor: fact(z.int().min(0), {
    description:
      'What the price of this order was lowered by because the customer bargained; 0 where it was not.',
    unit: 'minor_units',
    titles: { en: 'price reduction given', 'zh-CN': '已让价金额' },
    changes: 'on_event',
  }),
  tierRank: fact(z.int().min(0), {
    description: 'The place of the customer’s membership tier, from 1 for the lowest; 0 for no member.',
    titles: { en: 'membership tier', 'zh-CN': '会员等级' },
    changes: 'on_event',
  }),
  region: fact(z.string(), {
    description:
      'Where the order goes, as the shop names regions; the definition lists those that it does not serve.',
    titles: { en: 'region', 'zh-CN': '地区' },
    changes: 'on_event',
  }),
  surchargeMinor: fact(z.int().min(0), {
    description:
      'What the carrier asks on top of the freight of the order for a remote address; 0 elsewhere.',
    unit: 'minor_units',
    titles: { en: 'surcharge for a remote address', 'zh-CN': '偏远地区附加费' },
    changes: 'on_event',
  }),
};

const attemptSchema = z.enum(['none', 'pending', 'succeeded', 'failed']);

/** Facts that both kinds derive, for guards. */
export const benefitCaseFacts = {
  ground: fact(groundSchema, {
    description: 'On what ground the benefit is asked for.',
    titles: { en: 'ground', 'zh-CN': '理由' },
    values: groundTitles,
    changes: 'on_event',
  }),
  isOffered: fact(z.boolean(), {
    description: 'Whether the shop gives this benefit on this ground, in the currency of the order.',
    titles: { en: 'offered on this ground', 'zh-CN': '适用该理由' },
    changes: 'on_event',
  }),
  whenBargaining: fact(whenBargainingSchema, {
    description: 'What the shop gives when a customer bargains.',
    titles: { en: 'answer to bargaining', 'zh-CN': '议价时的让步方式' },
    values: whenBargainingTitles,
    changes: 'on_event',
  }),
  orderFromMinor: fact(z.int().min(1), {
    description:
      'From which value of the goods on the benefit is due; from any, where a marketplace has decided so.',
    unit: 'minor_units',
    titles: { en: 'order value from which it is due', 'zh-CN': '门槛金额' },
    changes: 'on_event',
  }),
  tierFrom: fact(z.int().min(0), {
    description: 'From which tier on the benefit is due.',
    titles: { en: 'membership tier from which it is due', 'zh-CN': '起始会员等级' },
    changes: 'on_event',
  }),
  isRegionServed: fact(z.boolean(), {
    description: 'Whether the benefit is given where the order goes.',
    titles: { en: 'region served', 'zh-CN': '地区适用' },
    changes: 'on_event',
  }),
  costMinor: fact(z.int().min(0), {
    description: 'What the benefit costs the shop.',
    unit: 'minor_units',
    titles: { en: 'cost of the benefit', 'zh-CN': '权益成本' },
    changes: 'on_event',
  }),
  budgetLeftMinor: fact(z.int(), {
    description: 'What is left of the budget of the campaign.',
    unit: 'minor_units',
    titles: { en: 'budget left', 'zh-CN': '活动预算余额' },
    changes: 'on_event',
  }),
  marginAfterMinor: fact(z.int(), {
    description: 'What the order earns after the benefit.',
    unit: 'minor_units',
    titles: { en: 'margin after the benefit', 'zh-CN': '给予后毛利' },
    changes: 'on_event',
  }),
  marginFloorMinor: fact(z.int().min(0), {
    description: 'What the order must earn at least.',
    unit: 'minor_units',
    titles: { en: 'margin floor', 'zh-CN': '毛利下限' },
    changes: 'on_event',
  }),
  benefitsOfOrder: fact(z.int().min(0), {
    description: 'How often the order has been given this benefit, in other cases.',
    titles: { en: 'earlier grants to the order', 'zh-CN': '该订单已享受次数' },
    changes: 'on_event',
  }),
  remainingMinor: fact(z.int().min(0), {
    description: 'What is left of the order after cancellations and returns.',
    unit: 'minor_units',
    titles: { en: 'value left of the order', 'zh-CN': '订单剩余金额' },
    changes: 'on_event',
  }),
  mayClaimBack: fact(z.boolean(), {
    description:
      'Whether the shop claims back what was sent, for the reason for which less is left of the order.',
    titles: { en: 'may be claimed back', 'zh-CN': '可以追回' },
    changes: 'on_event',
  }),
  isWanted: fact(z.boolean(), {
    description: 'Whether the order is still to have the benefit.',
    titles: { en: 'still wanted', 'zh-CN': '仍需给予' },
    changes: 'on_event',
  }),
  isClaimed: fact(z.boolean(), {
    description: 'Whether the benefit is being claimed back.',
    titles: { en: 'being claimed back', 'zh-CN': '正在追回' },
    changes: 'on_event',
  }),
  application: fact(attemptSchema, {
    description: 'How the latest attempt stands to put the benefit on the order.',
    titles: { en: 'latest attempt to put it on', 'zh-CN': '最近一次计入' },
    values: attemptTitles,
    changes: 'on_event',
  }),
  removal: fact(attemptSchema, {
    description: 'How the latest attempt stands to take the benefit off the order.',
    titles: { en: 'latest attempt to take it off', 'zh-CN': '最近一次撤出' },
    values: attemptTitles,
    changes: 'on_event',
  }),
  deduction: fact(attemptSchema, {
    description: 'How the latest attempt stands to deduct its value from a refund.',
    titles: { en: 'latest attempt to deduct it', 'zh-CN': '最近一次扣减' },
    values: attemptTitles,
    changes: 'on_event',
  }),
};
