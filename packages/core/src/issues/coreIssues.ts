import {
  defineIssues,
  type InputIssueDetails,
  type IssueOf,
  inputIssueTexts,
  type Result,
} from '../foundation/index.js';

/** Details of every issue that `@aftercare/core` can find, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type CoreIssueDetails = InputIssueDetails & {
  /** No ISO 4217 currency has this code. */
  unknown_currency: { readonly currency: string };
  /** Two amounts that must be of one currency are not. */
  currency_mismatch: { readonly expected: string; readonly received: string };
  /** An amount that is no safe integer of the minor unit: beyond 2^53 - 1, fractional, NaN. */
  unsafe_amount: { readonly received: string };
  /** No IANA time zone has this name. */
  unknown_time_zone: { readonly timeZone: string };
  /** A text that is no calendar day of the form 2026-02-28, or a day that does not exist. */
  invalid_day: { readonly received: string };
  /** A text that is no instant of the form 2026-02-28T09:30:00+08:00, or one that does not exist. */
  invalid_instant: { readonly received: string };
  /** A time of day that is not of the form 09:30. */
  invalid_time_of_day: { readonly received: string };
  /** A window whose end is not after its start. */
  empty_window: { readonly from: string; readonly to: string };
  /** Of two instants of one record, the later one comes before the earlier one: paid before it was placed. */
  wrong_order: {
    readonly earlier: string;
    readonly earlierAt: string;
    readonly later: string;
    readonly laterAt: string;
  };
  /** An order's refunds sum up to more than its total. */
  refund_exceeds_total: {
    readonly totalMinor: number;
    readonly refundedMinor: number;
    readonly currency: string;
  };
  /** The calendar of working days does not reach to this day; it is never guessed. */
  workday_unknown: { readonly day: string; readonly knownFrom: string; readonly knownTo: string };
  /** The customer of this order was erased from the log. */
  customer_erased: { readonly orderId: string };
  /** Two logs that are to be merged do not fit together. */
  logs_do_not_fit: { readonly what: 'currency' | 'time_zone' | 'customer'; readonly received: string };
};

/** An issue that `@aftercare/core` can find. */
export type CoreIssue = IssueOf<CoreIssueDetails>;

/** A {@link Result} whose issues are those of `@aftercare/core`. */
export type CoreResult<Value> = Result<Value, CoreIssue>;

/** Makes and formats the issues of `@aftercare/core`. */
export const coreIssues = defineIssues<CoreIssueDetails>({
  en: {
    ...inputIssueTexts.en,
    unknown_currency: ({ currency }) => `No currency has the ISO 4217 code ${currency}.`,
    currency_mismatch: ({ expected, received }) =>
      `Expected an amount in ${expected} and received one in ${received}.`,
    unsafe_amount: ({ received }) =>
      `Expected an amount as a safe integer of the minor unit (cents) and received ${received}.`,
    unknown_time_zone: ({ timeZone }) =>
      `No IANA time zone has the name ${timeZone}. Names look like "Asia/Shanghai" or "UTC".`,
    invalid_day: ({ received }) => `Expected an existing day like 2026-02-28 and received ${received}.`,
    invalid_instant: ({ received }) =>
      `Expected an existing instant with an offset like 2026-02-28T09:30:00+08:00 and received ${received}.`,
    invalid_time_of_day: ({ received }) => `Expected a time of day like 09:30 and received ${received}.`,
    empty_window: ({ from, to }) => `The window from ${from} to ${to} (exclusive) holds no day.`,
    wrong_order: ({ earlier, earlierAt, later, laterAt }) =>
      `${later} (${laterAt}) comes before ${earlier} (${earlierAt}).`,
    refund_exceeds_total: ({ totalMinor, refundedMinor, currency }) =>
      `The refunds sum up to ${refundedMinor} minor units of ${currency}, and the order's total is ${totalMinor}.`,
    workday_unknown: ({ day, knownFrom, knownTo }) =>
      `Whether ${day} is a working day is not known: the calendar reaches from ${knownFrom} to ${knownTo} (inclusive).`,
    customer_erased: ({ orderId }) => `The customer of order ${orderId} was erased from this log.`,
    logs_do_not_fit: ({ what, received }) =>
      what === 'customer'
        ? `Both logs hold customer ${received}; logs to merge must have no customer in common.`
        : `The logs differ in their ${what === 'currency' ? 'currency' : 'time zone'}: ${received}.`,
  },
  'zh-CN': {
    ...inputIssueTexts['zh-CN'],
    unknown_currency: ({ currency }) => `没有 ISO 4217 代码为 ${currency} 的货币。`,
    currency_mismatch: ({ expected, received }) => `金额的货币应为 ${expected}，收到 ${received}。`,
    unsafe_amount: ({ received }) => `金额应为最小货币单位（分）的安全整数，收到 ${received}。`,
    unknown_time_zone: ({ timeZone }) =>
      `没有名为 ${timeZone} 的 IANA 时区，名称形如“Asia/Shanghai”或“UTC”。`,
    invalid_day: ({ received }) => `应为存在的日期，形如 2026-02-28，收到 ${received}。`,
    invalid_instant: ({ received }) => `应为带时差的时刻，形如 2026-02-28T09:30:00+08:00，收到 ${received}。`,
    invalid_time_of_day: ({ received }) => `应为一天中的时间，形如 09:30，收到 ${received}。`,
    empty_window: ({ from, to }) => `从 ${from} 到 ${to}（不含）的区间里没有一天。`,
    wrong_order: ({ earlier, earlierAt, later, laterAt }) =>
      `${later}（${laterAt}）早于 ${earlier}（${earlierAt}）。`,
    refund_exceeds_total: ({ totalMinor, refundedMinor, currency }) =>
      `退款合计 ${refundedMinor}（${currency} 最小单位），超过订单总额 ${totalMinor}。`,
    workday_unknown: ({ day, knownFrom, knownTo }) =>
      `不知道 ${day} 是否为工作日：日历只覆盖 ${knownFrom} 至 ${knownTo}。`,
    customer_erased: ({ orderId }) => `订单 ${orderId} 的客户已从日志中抹除。`,
    logs_do_not_fit: ({ what, received }) =>
      what === 'customer'
        ? `两份日志都有客户 ${received}，合并的日志不能有相同的客户。`
        : `两份日志的${what === 'currency' ? '货币' : '时区'}不同：${received}。`,
  },
});
