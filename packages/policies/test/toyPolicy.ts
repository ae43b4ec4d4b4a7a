import { createShopCalendar, fact, moneySchema, positiveMoneySchema, unwrap } from '@aftercare/core';
import * as z from 'zod';
import { type Authority, type AuthorityMatrix, loadAuthority, paidKey } from '../src/authority/index.js';
import type { Actor } from '../src/case/index.js';
import type { PolicyDefinition } from '../src/definition/index.js';
import { defineKind, type SettingsOf } from '../src/kind/index.js';
import { loadPolicy, type Policy } from '../src/policy/index.js';

/** A small kind that uses every part of the kernel: a shop pays back part of a price for a complaint. */
const shape = {
  name: 'price_cut',
  revision: 1,
  settings: z.strictObject({ windowDays: z.int().min(1) }),
  data: z.strictObject({
    orderId: z.string(),
    customerId: z.string(),
    paid: moneySchema,
    reason: z.string(),
    amountMinor: z.int().min(0),
    photos: z.array(z.string()),
  }),
  facts: z.object({
    daysSinceDelivery: fact(z.int().min(0), {
      description: 'Days since the order was delivered.',
      titles: { en: 'days since delivery', 'zh-CN': '签收后天数' },
      unit: 'days',
      changes: 'with_day',
    }),
  }),
  caseFacts: z.object({
    askedMinor: fact(z.int().min(0), {
      description: 'What is asked for now.',
      unit: 'minor_units',
      changes: 'on_event',
    }),
    windowDays: fact(z.int(), {
      description: 'Days in which one can complain.',
      unit: 'days',
      changes: 'on_event',
    }),
    isLastPart: fact(z.boolean(), { description: 'Whether this pays what is left.', changes: 'on_event' }),
  }),
  commands: {
    complain: z.strictObject({
      orderId: z.string().min(1),
      customerId: z.string().min(1),
      paid: moneySchema,
      reason: z.enum(['damage', 'delay']),
      photos: z.array(z.string()),
    }),
    propose: z.strictObject({ amount: positiveMoneySchema }),
    approve: z.strictObject({}),
    deny: z.strictObject({}),
    accept: z.strictObject({}),
    lapse: z.strictObject({}),
  },
  events: {
    complained: z.strictObject({}),
    proposed: z.strictObject({ amount: positiveMoneySchema }),
    approved: z.strictObject({}),
    denied: z.strictObject({}),
    accepted: z.strictObject({}),
    part_paid: z.strictObject({ paidMinor: z.int() }),
    lapsed: z.strictObject({}),
  },
  effects: {
    refund_payment: {
      params: z.strictObject({ orderId: z.string(), amount: moneySchema }),
      outcome: 'awaited',
      spends: 'price_cut',
    },
    request_approval: { params: z.strictObject({ role: z.string(), amount: moneySchema }), outcome: 'noted' },
    notify_customer: { params: z.strictObject({ template: z.string() }), outcome: 'noted' },
  },
  grants: { price_cut: 'price_cut' },
  reasons: ['damage', 'delay'],
  counters: { promisedMinor: 'case', paidBackMinor: 'case' },
} as const;

export const toyKind = defineKind(shape, {
  open({ command }) {
    if (command.type !== 'complain') throw new RangeError(command.type);
    return { ...command.params, amountMinor: 0 };
  },
  subject: ({ orderId, customerId, paid }) => ({ orderId, customerId, paid }),
  apply: {
    complained: (data) => data,
    proposed: (data, { amount }) => ({ ...data, amountMinor: amount.minor }),
    approved: (data) => data,
    denied: (data) => data,
    accepted: (data) => data,
    part_paid: (data) => data,
    lapsed: (data) => data,
  },
  count: {
    accepted: (_, { amountMinor }) => [{ counter: 'promisedMinor', by: amountMinor }],
    part_paid: ({ paidMinor }) => [{ counter: 'paidBackMinor', by: paidMinor }],
  },
  caseFacts: {
    askedMinor: ({ command, data }) =>
      command.type === 'propose' ? command.params.amount.minor : data.amountMinor,
    windowDays: ({ settings }) => settings.windowDays,
    isLastPart: ({ effects }) =>
      effects.filter(({ status, type }) => type === 'refund_payment' && status !== 'succeeded').length === 1,
  },
  calculators: {
    paid_part: {
      gives: ['paidMinor'],
      of: ({ effect }) => ({ paidMinor: amountOf(effect?.params.amount) }),
    },
  },
  effects: {
    refund_payment: ({ data }) => {
      const half = Math.floor(data.amountMinor / 2);
      return [half, data.amountMinor - half]
        .filter((minor) => minor > 0)
        .map((minor) => ({ orderId: data.orderId, amount: { minor, currency: data.paid.currency } }));
    },
    request_approval: ({ approver, data }) => [
      { role: approver ?? 'owner', amount: { minor: data.amountMinor, currency: data.paid.currency } },
    ],
    notify_customer: () => [{}],
  },
  grants: {
    price_cut: {
      id: () => 'price_cut',
      subject: ({ data: { orderId, reason, amountMinor } }) => ({ orderId, reason, minor: amountMinor }),
      amount: ({ data: { amountMinor, paid } }) => ({ minor: amountMinor, currency: paid.currency }),
      caps: ({ data: { orderId, paid, amountMinor } }) => [
        { key: paidKey(orderId, paid.currency), amount: amountMinor, limit: paid.minor },
      ],
    },
  },
  evidence: ({ data }) => ({ reason: data.reason, provided: data.photos.length > 0 ? ['photo'] : [] }),
  samples: {
    facts: { daysSinceDelivery: 1 },
    opening: [
      {
        orderId: 'o1',
        customerId: 'c1',
        paid: { minor: 10000, currency: 'CNY' },
        reason: 'delay',
        photos: [],
      },
    ],
    commands: () => ({
      propose: [1500, 2001, 20000].map((minor) => ({ amount: { minor, currency: 'CNY' } })),
      approve: [{}],
      deny: [{}],
      accept: [{}],
    }),
  },
});

function amountOf(amount: unknown): number {
  return moneySchema.parse(amount).minor;
}

export type ToyShape = typeof shape;

export const toyDefinition: PolicyDefinition<SettingsOf<ToyShape>> = {
  format: 1,
  name: 'price_cut',
  kind: 'price_cut',
  initial: 'open',
  states: {
    open: { waitsFor: 'staff' },
    awaiting_approval: { waitsFor: 'staff' },
    offered: { waitsFor: 'customer' },
    paying: { waitsFor: 'system' },
    payment_failed: { waitsFor: 'staff' },
    paid: { final: true },
    closed: { final: true },
  },
  opening: {
    on: 'complain',
    by: ['agent', 'customer'],
    when: ['in_time'],
    event: 'complained',
  },
  transitions: [
    {
      name: 'offer',
      from: ['open', 'offered'],
      on: 'propose',
      by: ['agent'],
      needsEvidence: true,
      event: 'proposed',
      grants: 'price_cut',
      to: 'offered',
      effects: [{ notify_customer: { template: 'offer' } }],
    },
    {
      name: 'ask',
      from: ['open', 'offered'],
      on: 'propose',
      by: ['agent'],
      needsEvidence: true,
      event: 'proposed',
      asks: 'price_cut',
      to: 'awaiting_approval',
      effects: ['request_approval'],
    },
    {
      name: 'approve',
      from: ['awaiting_approval'],
      on: 'approve',
      by: ['lead'],
      event: 'approved',
      approves: 'price_cut',
      to: 'offered',
    },
    {
      name: 'deny',
      from: ['awaiting_approval'],
      on: 'deny',
      by: ['lead'],
      event: 'denied',
      releases: 'price_cut',
      to: 'open',
    },
    {
      name: 'accept',
      from: ['offered'],
      on: 'accept',
      by: ['customer', 'agent'],
      requires: 'price_cut',
      event: 'accepted',
      to: 'paying',
      effects: ['refund_payment'],
    },
    {
      name: 'pay_last_part',
      from: ['paying'],
      on: 'effect_succeeded',
      of: ['refund_payment'],
      by: ['system'],
      when: ['last_part'],
      calculate: ['paid_part'],
      event: 'part_paid',
      commits: 'price_cut',
      to: 'paid',
    },
    {
      name: 'pay_part',
      from: ['paying'],
      on: 'effect_succeeded',
      of: ['refund_payment'],
      by: ['system'],
      calculate: ['paid_part'],
      event: 'part_paid',
    },
    {
      name: 'fail',
      from: ['paying'],
      on: 'effect_failed',
      of: ['refund_payment'],
      by: ['system'],
      event: 'denied',
      to: 'payment_failed',
    },
    {
      name: 'retry',
      from: ['payment_failed'],
      on: 'retry_effect',
      of: ['refund_payment'],
      by: ['agent', 'system'],
      event: 'denied',
      to: 'paying',
    },
    {
      name: 'lapse',
      from: ['open', 'awaiting_approval', 'offered'],
      on: 'lapse',
      by: ['clock'],
      event: 'lapsed',
      to: 'closed',
    },
  ],
  deadlines: [
    {
      name: 'answer',
      while: ['offered'],
      after: { days: 7, calendar: 'shop' },
      command: 'lapse',
      reminders: [{ before: { hours: 24 }, effects: [{ notify_customer: { template: 'last_day' } }] }],
    },
    {
      name: 'response',
      while: ['open', 'awaiting_approval'],
      after: { workdays: 2, calendar: 'shop' },
      command: 'lapse',
    },
  ],
  approvalsValidFor: { hours: 48 },
  invariants: [
    {
      name: 'never_pays_more_than_promised',
      per: 'case',
      sum: ['paidBackMinor'],
      is: 'at_most',
      sumOf: ['promisedMinor'],
    },
  ],
  guards: {
    in_time: {
      all: [{ fact: 'daysSinceDelivery', operator: 'lessThanInclusive', value: { fact: 'windowDays' } }],
    },
    last_part: { all: [{ fact: 'isLastPart', operator: 'equal', value: true }] },
  },
  settings: { windowDays: 30 },
  evidence: { damage: ['photo'] },
  examples: {
    in_time: [
      { facts: { daysSinceDelivery: 30, windowDays: 30 }, fires: true },
      { facts: { daysSinceDelivery: 31, windowDays: 30 }, fires: false },
    ],
  },
  texts: {
    title: { en: 'Price cut', 'zh-CN': '价格减让' },
    states: {
      open: { en: 'Open', 'zh-CN': '已受理' },
      awaiting_approval: { en: 'Awaiting approval', 'zh-CN': '待审批' },
      offered: { en: 'Offered', 'zh-CN': '已提出' },
      paying: { en: 'Paying', 'zh-CN': '付款中' },
      payment_failed: { en: 'Payment failed', 'zh-CN': '付款失败' },
      paid: { en: 'Paid', 'zh-CN': '已付款' },
      closed: { en: 'Closed', 'zh-CN': '已关闭' },
    },
    guards: {
      in_time: { en: 'The complaint comes too late.', 'zh-CN': '投诉已超过期限。' },
      last_part: { en: 'Another part is still to be paid.', 'zh-CN': '尚有款项未付。' },
    },
    opening: { en: 'A customer complains.', 'zh-CN': '客户投诉。' },
    transitions: {
      offer: { en: 'Within own authority at once.', 'zh-CN': '权限内当场处理。' },
      ask: { en: 'Above it the superior decides first.', 'zh-CN': '超出权限须先请示上级。' },
      approve: { en: 'The superior agrees.', 'zh-CN': '上级同意。' },
      deny: { en: 'The superior does not agree.', 'zh-CN': '上级不同意。' },
      accept: { en: 'The customer agrees.', 'zh-CN': '客户接受。' },
      pay_last_part: { en: 'All is paid.', 'zh-CN': '款项已付清。' },
      pay_part: { en: 'A part is paid.', 'zh-CN': '已付部分款项。' },
      fail: { en: 'The payment did not go through.', 'zh-CN': '付款未成功。' },
      retry: { en: 'It is tried again.', 'zh-CN': '重新付款。' },
      lapse: { en: 'Nobody answered.', 'zh-CN': '无人回应。' },
    },
    deadlines: {
      answer: { en: 'An offer stands for a week.', 'zh-CN': '方案保留一周。' },
      response: { en: 'Two working days for an answer.', 'zh-CN': '两个工作日内答复。' },
    },
    invariants: {
      never_pays_more_than_promised: { en: 'What is paid was promised.', 'zh-CN': '付款不超过承诺。' },
    },
  },
};

const limit = (role: string, minor: number) => ({
  role,
  actions: ['price_cut'],
  per: 'grant' as const,
  most: { minor, currency: 'CNY' },
});

export const toyMatrix: AuthorityMatrix = {
  format: 1,
  roles: [
    { role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } },
    { role: 'lead', title: { en: 'team lead', 'zh-CN': '组长' } },
    { role: 'manager', title: { en: 'manager', 'zh-CN': '经理' } },
  ],
  limits: [
    limit('agent', 2000),
    limit('lead', 5000),
    limit('manager', 100000),
    { role: 'agent', per: 'order', most: { minor: 3000, currency: 'CNY' } },
    { role: 'agent', per: 'actor', period: 'day', most: { count: 5 } },
  ],
};

export const toyCalendars = { shop: createShopCalendar({ timeZone: 'Asia/Shanghai' }) };

export function toyAuthority(matrix: AuthorityMatrix = toyMatrix): Authority {
  return unwrap(loadAuthority(matrix, { calendar: toyCalendars.shop }));
}

export function toyPolicy(
  definition: unknown = toyDefinition,
  authority: Authority = toyAuthority(),
): Policy<ToyShape> {
  return unwrap(loadPolicy(toyKind, definition, { authority, calendars: toyCalendars }));
}

export const agent: Actor = { id: 'a1', role: 'agent' };
export const lead: Actor = { id: 'l1', role: 'lead' };
export const manager: Actor = { id: 'm1', role: 'manager' };
export const customer: Actor = { id: 'c1', role: 'customer' };
export const system: Actor = { id: 'payments', role: 'system' };
