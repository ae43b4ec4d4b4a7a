import type { Locale } from '@aftercare/core';

/** Tells an order, its customer and the day of its delivery. */
type CaseTitle = (orderId: string, customer: string, deliveredDay: string) => string;

/** Words of the timelines, in one language. */
export interface CaseTexts {
  /** By role. */
  readonly who: Readonly<Record<string, string>>;
  /** By command; of outcomes, `command:effect`. */
  readonly what: Readonly<Record<string, string>>;
  readonly received: (pieces: number, of: number) => string;
  readonly refused: string;
  readonly titles: Readonly<Record<'compensation' | 'return', CaseTitle>>;
  /** Why there is no such case. */
  readonly none: Readonly<Record<'compensation' | 'return', string>>;
}

/** Words of the timelines. */
export const CASE_TEXTS: Readonly<Record<Locale, CaseTexts>> = {
  en: {
    who: { agent: 'agent', lead: 'team lead', customer: 'customer', system: 'system' },
    what: {
      report: 'reports a late parcel',
      propose: 'proposes a refund',
      approve: 'approves',
      accept: 'accepts',
      'effect_succeeded:refund_payment': 'refund is paid',
      close: 'closes the case',
      request_return: 'asks for a return',
      'effect_succeeded:arrange_return': 'address is sent',
      send_parcel: 'sends a parcel',
      receive_parcel: 'receives a parcel',
      inspect: 'inspects 1 piece',
      settle: 'settles',
    },
    received: (pieces, of) => `${pieces} of ${of} here`,
    refused: 'refused',
    titles: {
      compensation: (orderId, customer, day) =>
        `Compensation: order ${orderId} of ${customer}, delivered ${day}`,
      return: (orderId, customer, day) =>
        `Two pieces back in two parcels: order ${orderId} of ${customer}, delivered ${day}`,
    },
    none: {
      compensation: 'No compensation: no order cost more than an agent may grant.',
      return: 'No return: no order tells of a line with three pieces or more, at a small price.',
    },
  },
  'zh-CN': {
    who: { agent: '客服', lead: '组长', customer: '客户', system: '系统' },
    what: {
      report: '投诉送货延迟',
      propose: '提出退款补偿',
      approve: '批准',
      accept: '接受',
      'effect_succeeded:refund_payment': '退款已到账',
      close: '结案',
      request_return: '申请退货',
      'effect_succeeded:arrange_return': '退货地址已发出',
      send_parcel: '寄出一个包裹',
      receive_parcel: '签收一个包裹',
      inspect: '验货 1 件',
      settle: '结算',
    },
    received: (pieces, of) => `累计 ${pieces}/${of} 件`,
    refused: '未获准',
    titles: {
      compensation: (orderId, customer, day) => `补偿：订单 ${orderId}，${customer}，${day} 签收`,
      return: (orderId, customer, day) => `两件商品分两个包裹退回：订单 ${orderId}，${customer}，${day} 签收`,
    },
    none: {
      compensation: '无补偿案例：没有金额超过客服权限的订单。',
      return: '无退货案例：没有同款三件以上且金额适合的订单行。',
    },
  },
};
