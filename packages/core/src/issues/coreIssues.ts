import {
  defineIssues,
  type InputIssueDetails,
  type IssueOf,
  type IssueTexts,
  inputIssueTexts,
  type Locale,
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
  /** A decimal amount with more decimals than its currency has; it is never rounded. */
  too_many_decimals: { readonly received: string; readonly currency: string; readonly digits: number };
  /** Shares of an amount were asked for, and no weight is above zero. */
  no_positive_weight: { readonly count: number };
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
  /** A day of a list lies outside the window that the list is for, where it would have no effect. */
  outside_window: { readonly day: string; readonly from: string; readonly to: string };
  /** A list of working days names a day both as a holiday and as a make-up day. */
  holiday_and_make_up_day: { readonly day: string };
  /** The lunar calendar is tabulated for these lunar years only (both included). */
  lunar_date_unknown: { readonly received: string; readonly knownFrom: number; readonly knownTo: number };
  /** A lunar year without this month: without this leap month, or the month is none of 1 to 12. */
  no_such_lunar_month: { readonly year: number; readonly month: number; readonly leapMonth: boolean };
  /** A lunar month without this day: it has 29, or the day is none of 1 to 30. */
  no_such_lunar_day: {
    readonly year: number;
    readonly month: number;
    readonly leapMonth: boolean;
    readonly day: number;
  };
  /** The customer of this order was erased from the log. */
  customer_erased: { readonly orderId: string };
  /** Bounds that must ascend do not. */
  bounds_not_ascending: { readonly received: string };
  /** A code or identifier that must be unique in its list is there twice. */
  duplicate_code: { readonly received: string };
  /** A table of RFM segments names none for some scores: the first such, and how many there are of 125. */
  scores_without_segment: {
    readonly recency: number;
    readonly frequency: number;
    readonly monetary: number;
    readonly combinations: number;
  };
  /** Two segments of one table both claim some scores: the first such. */
  scores_in_two_segments: {
    readonly recency: number;
    readonly frequency: number;
    readonly monetary: number;
    readonly first: string;
    readonly second: string;
  };
  /** Two figures whose growth was asked for rest on different definitions. */
  figures_not_comparable: {
    readonly differsIn: string;
    readonly base: string;
    readonly current: string;
  };
  /** A model of future purchases needs customers who bought again, and there is none among so many. */
  no_repeat_purchases: { readonly customers: number };
  /** The data do not tell these parameters of a model: its likelihood hardly depends on them. */
  parameters_not_identified: {
    readonly model: string;
    readonly parameters: readonly string[];
    readonly customers: number;
  };
  /** The search for the parameters of a model gave up. */
  fit_not_converged: { readonly model: string; readonly iterations: number };
  /** Amounts differ so much between customers that a new customer has no expected amount: `q` must be above 1. */
  mean_amount_unbounded: { readonly q: number };
  /** Two logs that are to be merged do not fit together. */
  logs_do_not_fit: {
    readonly what: 'currency' | 'time_zone' | 'customer' | 'order';
    readonly received: string;
  };
};

/** An issue that `@aftercare/core` can find. */
export type CoreIssue = IssueOf<CoreIssueDetails>;

/** A {@link Result} whose issues are those of `@aftercare/core`. */
export type CoreResult<Value> = Result<Value, CoreIssue>;

/** The sentences for {@link CoreIssueDetails}; a catalogue of a package whose input holds parts of core's spreads them into its own. */
export const coreIssueTexts: Readonly<Record<Locale, IssueTexts<CoreIssueDetails>>> = {
  en: {
    ...inputIssueTexts.en,
    unknown_currency: ({ currency }) => `No currency has the ISO 4217 code ${currency}.`,
    currency_mismatch: ({ expected, received }) =>
      `Expected an amount in ${expected} and received one in ${received}.`,
    unsafe_amount: ({ received }) =>
      `Expected an amount as a safe integer of the minor unit (cents) and received ${received}.`,
    too_many_decimals: ({ received, currency, digits }) =>
      `Expected at most ${digits} decimals, as ${currency} has, and received ${received}.`,
    no_positive_weight: ({ count }) =>
      `Expected at least one weight above zero and received ${count} without one.`,
    unknown_time_zone: ({ timeZone }) =>
      `No IANA time zone has the name ${timeZone}. Names look like "Asia/Shanghai" or "UTC".`,
    invalid_day: ({ received }) => `Expected an existing day like 2026-02-28 and received ${received}.`,
    invalid_instant: ({ received }) =>
      `Expected an existing instant with an offset like 2026-02-28T09:30:00+08:00 and received ${received}.`,
    invalid_time_of_day: ({ received }) => `Expected a time of day like 09:30 and received ${received}.`,
    empty_window: ({ from, to }) => `The window from ${from} to ${to} (exclusive) is empty.`,
    wrong_order: ({ earlier, earlierAt, later, laterAt }) =>
      `${later} (${laterAt}) comes before ${earlier} (${earlierAt}).`,
    refund_exceeds_total: ({ totalMinor, refundedMinor, currency }) =>
      `The refunds sum up to ${refundedMinor} minor units of ${currency}, and the order's total is ${totalMinor}.`,
    workday_unknown: ({ day, knownFrom, knownTo }) =>
      `Whether ${day} is a working day is not known: the calendar reaches from ${knownFrom} to ${knownTo} (inclusive).`,
    outside_window: ({ day, from, to }) =>
      `${day} lies outside the window of the list, from ${from} to ${to} (exclusive).`,
    holiday_and_make_up_day: ({ day }) => `${day} is listed both as a holiday and as a make-up day.`,
    lunar_date_unknown: ({ received, knownFrom, knownTo }) =>
      `The lunar calendar is known from the lunar year ${knownFrom} to ${knownTo} (inclusive), which does not hold ${received}.`,
    no_such_lunar_month: ({ year, month, leapMonth }) =>
      `The lunar year ${year} has no ${leapMonth ? 'leap month' : 'month'} ${month}.`,
    no_such_lunar_day: ({ year, month, leapMonth, day }) =>
      `${leapMonth ? 'Leap month' : 'Month'} ${month} of the lunar year ${year} has no day ${day}.`,
    customer_erased: ({ orderId }) => `The customer of order ${orderId} was erased from this log.`,
    bounds_not_ascending: ({ received }) => `Expected bounds in ascending order and received ${received}.`,
    duplicate_code: ({ received }) => `${received} is there twice, and must be unique here.`,
    scores_without_segment: ({ recency, frequency, monetary, combinations }) =>
      `No segment holds recency ${recency}, frequency ${frequency}, monetary ${monetary}; ${combinations} of 125 combinations of scores have none.`,
    scores_in_two_segments: ({ recency, frequency, monetary, first, second }) =>
      `The segments ${first} and ${second} both hold recency ${recency}, frequency ${frequency}, monetary ${monetary}.`,
    figures_not_comparable: ({ differsIn, base, current }) =>
      `The two figures differ in ${differsIn}: ${base} in the base and ${current} in the current one.`,
    no_repeat_purchases: ({ customers }) =>
      `Expected customers with a repeat purchase whose amount is above zero, and there is none among ${customers}.`,
    parameters_not_identified: ({ model, parameters, customers }) =>
      `The histories of ${customers} customers do not tell ${parameters.join(', ')} of the ${model} model. More customers, a longer calibration or a penalty help.`,
    fit_not_converged: ({ model, iterations }) =>
      `The search for the parameters of the ${model} model found no maximum in ${iterations} iterations.`,
    mean_amount_unbounded: ({ q }) =>
      `Amounts differ too much between customers for an expected amount: q is ${q}, and must be above 1.`,
    logs_do_not_fit: ({ what, received }) =>
      what === 'customer' || what === 'order'
        ? `Both logs hold ${what} ${received}; logs to merge must have no customer and no order in common.`
        : `The logs differ in their ${what === 'currency' ? 'currency' : 'time zone'}: ${received}.`,
  },
  'zh-CN': {
    ...inputIssueTexts['zh-CN'],
    unknown_currency: ({ currency }) => `没有 ISO 4217 代码为 ${currency} 的货币。`,
    currency_mismatch: ({ expected, received }) => `金额的货币应为 ${expected}，收到 ${received}。`,
    unsafe_amount: ({ received }) => `金额应为最小货币单位（分）的安全整数，收到 ${received}。`,
    too_many_decimals: ({ received, currency, digits }) =>
      `${currency} 的小数位数最多为 ${digits}，收到 ${received}。`,
    no_positive_weight: ({ count }) => `至少应有一个大于零的权重，收到的 ${count} 个权重中没有。`,
    unknown_time_zone: ({ timeZone }) =>
      `没有名为 ${timeZone} 的 IANA 时区，名称形如“Asia/Shanghai”或“UTC”。`,
    invalid_day: ({ received }) => `应为存在的日期，形如 2026-02-28，收到 ${received}。`,
    invalid_instant: ({ received }) => `应为带时差的时刻，形如 2026-02-28T09:30:00+08:00，收到 ${received}。`,
    invalid_time_of_day: ({ received }) => `应为一天中的时间，形如 09:30，收到 ${received}。`,
    empty_window: ({ from, to }) => `从 ${from} 到 ${to}（不含）的区间为空。`,
    wrong_order: ({ earlier, earlierAt, later, laterAt }) =>
      `${later}（${laterAt}）早于 ${earlier}（${earlierAt}）。`,
    refund_exceeds_total: ({ totalMinor, refundedMinor, currency }) =>
      `退款合计 ${refundedMinor}（${currency} 最小单位），超过订单总额 ${totalMinor}。`,
    workday_unknown: ({ day, knownFrom, knownTo }) =>
      `不知道 ${day} 是否为工作日：日历只覆盖 ${knownFrom} 至 ${knownTo}。`,
    outside_window: ({ day, from, to }) => `${day} 不在列表的区间内：从 ${from} 到 ${to}（不含）。`,
    holiday_and_make_up_day: ({ day }) => `${day} 既列为节假日，又列为调休上班日。`,
    lunar_date_unknown: ({ received, knownFrom, knownTo }) =>
      `农历数据只覆盖农历 ${knownFrom} 年至 ${knownTo} 年，不含 ${received}。`,
    no_such_lunar_month: ({ year, month, leapMonth }) =>
      `农历 ${year} 年没有${leapMonth ? '闰' : ''} ${month} 月。`,
    no_such_lunar_day: ({ year, month, leapMonth, day }) =>
      `农历 ${year} 年${leapMonth ? '闰' : ''} ${month} 月没有第 ${day} 天。`,
    customer_erased: ({ orderId }) => `订单 ${orderId} 的客户已从日志中抹除。`,
    bounds_not_ascending: ({ received }) => `界限应按升序排列，收到 ${received}。`,
    duplicate_code: ({ received }) => `${received} 出现了两次，此处必须唯一。`,
    scores_without_segment: ({ recency, frequency, monetary, combinations }) =>
      `没有分群包含 R${recency}、F${frequency}、M${monetary}；125 种得分组合中有 ${combinations} 种没有分群。`,
    scores_in_two_segments: ({ recency, frequency, monetary, first, second }) =>
      `分群 ${first} 与 ${second} 都包含 R${recency}、F${frequency}、M${monetary}。`,
    figures_not_comparable: ({ differsIn, base, current }) =>
      `两个数字的 ${differsIn} 不同：基期为 ${base}，本期为 ${current}。`,
    no_repeat_purchases: ({ customers }) =>
      `模型需要有复购且复购金额大于零的客户，${customers} 位客户中没有这样的客户。`,
    parameters_not_identified: ({ model, parameters, customers }) =>
      `${customers} 位客户的购买记录不足以确定 ${model} 模型的参数 ${parameters.join('、')}。可增加客户、延长观察期，或设置惩罚系数。`,
    fit_not_converged: ({ model, iterations }) => `${model} 模型的参数在 ${iterations} 次迭代后仍未收敛。`,
    mean_amount_unbounded: ({ q }) => `客户之间的金额差异过大，期望金额不存在：形状参数为 ${q}，应大于 1。`,
    logs_do_not_fit: ({ what, received }) =>
      what === 'customer' || what === 'order'
        ? `两份日志都有${what === 'customer' ? '客户' : '订单'} ${received}，合并的日志不能有相同的客户或订单。`
        : `两份日志的${what === 'currency' ? '货币' : '时区'}不同：${received}。`,
  },
};

/** Makes and formats the issues of `@aftercare/core`. */
export const coreIssues = defineIssues<CoreIssueDetails>(coreIssueTexts);
