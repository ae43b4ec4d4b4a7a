import {
  type CoreIssueDetails,
  coreIssueTexts,
  customIssue,
  defineIssues,
  type IssueOf,
  type Locale,
  type Result,
} from '@aftercare/core';
import { type MembershipIssueDetails, membershipIssueTexts } from './membershipIssueTexts.js';
import { type MessageIssueDetails, messageIssueTexts } from './messageIssueTexts.js';

/** Customers with so many purchases, half-open; `to` absent: without end. */
interface PurchaseBand {
  readonly from: number;
  readonly to?: number;
}

/** A stretch of time since the last purchase, half-open; `to` absent: without end. */
interface TimeBand {
  readonly from: number;
  readonly to?: number;
  readonly unit: 'days' | 'cycles';
}

/** What makes a rule marketing, whatever it calls itself. */
type MarketingBecause = 'kind' | 'fact' | 'parameter';

/** Details of every issue that `@aftercare/lifecycle` can find, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type LifecycleIssueDetails = CoreIssueDetails &
  MembershipIssueDetails &
  MessageIssueDetails & {
    /** Days of a customer with so many purchases that belong to no stage. */
    stage_gap: { readonly purchases: PurchaseBand; readonly time: TimeBand };
    /** Days of a customer with so many purchases that belong to two stages. */
    stage_overlap: {
      readonly purchases: PurchaseBand;
      readonly time: TimeBand;
      readonly stages: readonly [string, string];
    };
    /** For one number of purchases, some windows are in days and some in cycles: they cannot be compared. */
    stage_units_mixed: { readonly purchases: PurchaseBand };
    /** A window in cycles for customers who have no cycle yet: it takes two purchases to have one. */
    stage_cycle_too_early: { readonly from: number };
    /** Too few customers came back for stages to be read from how long that takes. */
    too_few_gaps: { readonly gaps: number; readonly needed: number };
    /** A half-open interval whose end is not after its start. */
    empty_interval: { readonly from: number; readonly to: number };
    /** A period of days that ends when it begins, or before. */
    empty_period: { readonly from: string; readonly to: string };
    /** Care is anchored to the delivery, and the policy says that deliveries are not recorded. */
    anchor_not_recorded: object;
    /** A care rule without a name of its own in snake_case, which the ids of its actions are made of. */
    care_rule_name: { readonly name: string };
    /** Facts were computed for another shop day than the one on which the plan is made. */
    facts_of_another_day: { readonly factsDay: string; readonly today: string };
    /** A text that is no calendar day of the form 2026-02-28, or a day that does not exist. */
    invalid_day: { readonly received: string };
    /** A code that must be unique in its list is there twice. */
    duplicate_code: { readonly received: string };
    /** A festival has no day on or after this one: nobody will hear of it. */
    no_festival_day: {
      readonly festival: string;
      readonly from: string;
      readonly because: 'lunar_calendar_missing' | 'lunar_calendar_ended' | 'list_ended';
    };
    /** The event of a care rule has another type than `care`. */
    not_a_care_event: { readonly received: string };
    /** A rule calls itself a service and is marketing: by its kind, by a fact that it reads, or by its template. */
    marketing_as_service: { readonly because: MarketingBecause; readonly name: string };
    /** A rule names a channel that the policy does not define. */
    no_such_channel: { readonly channel: string };
    /** A rule names a festival that the policy does not define. */
    no_such_festival: { readonly festival: string };
    /** A rule names a template that there is none of. */
    no_such_template: { readonly template: string };
    /** A template needs a parameter that neither the rule, nor a fact, nor a name fills in. */
    parameter_without_source: { readonly parameter: string; readonly template: string };
    /** A rule fills in a parameter that its template does not have. */
    parameter_not_in_template: { readonly parameter: string; readonly template: string };
    /** A rule fills in a parameter with a value of another type than its template declares. */
    parameter_of_another_type: {
      readonly parameter: string;
      readonly type: string;
      readonly template: string;
    };
    /** A rule for a festival names none, or a rule for something else names one. */
    festival_of_rule: { readonly once: string };
  };

/** An issue that `@aftercare/lifecycle` can find. */
export type LifecycleIssue = IssueOf<LifecycleIssueDetails>;

/** A {@link Result} whose issues are those of `@aftercare/lifecycle`. */
export type LifecycleResult<Value> = Result<Value, LifecycleIssue>;

/** Makes and formats the issues of `@aftercare/lifecycle`. */
export const lifecycleIssues = defineIssues<LifecycleIssueDetails>({
  en: {
    ...coreIssueTexts.en,
    ...membershipIssueTexts.en,
    ...messageIssueTexts.en,
    stage_gap: ({ purchases, time }) =>
      `A customer with ${englishPurchases(purchases)} and ${interval(time)} ${time.unit} since the last purchase is in no stage.`,
    stage_overlap: ({ purchases, time, stages: [one, other] }) =>
      `A customer with ${englishPurchases(purchases)} and ${interval(time)} ${time.unit} since the last purchase is in two stages, ${one} and ${other}.`,
    stage_units_mixed: ({ purchases }) =>
      `For a customer with ${englishPurchases(purchases)}, some windows are in days and some in cycles. Use one unit for all.`,
    stage_cycle_too_early: ({ from }) =>
      `A window in cycles needs customers with at least 2 purchases, and this one begins at ${from}.`,
    too_few_gaps: ({ gaps, needed }) =>
      `Stages need at least ${needed} gaps between purchases to be read from, and there are ${gaps}.`,
    empty_interval: ({ from, to }) => `The interval from ${from} to ${to} (exclusive) is empty.`,
    empty_period: ({ from, to }) => `The period from ${from} to ${to} (exclusive) is empty.`,
    anchor_not_recorded: () =>
      'Care that is anchored to the delivery needs deliveries: set deliveriesRecorded to true, or anchor to payment.',
    care_rule_name: ({ name }) =>
      `A care rule needs a name of its own in snake_case, since the ids of its actions begin with it; this one is called "${name}".`,
    facts_of_another_day: ({ factsDay, today }) =>
      `The facts are those of ${factsDay} and the plan is made on ${today}. Take a snapshot of ${today}.`,
    invalid_day: ({ received }) => `Expected an existing day like 2026-02-28 and received ${received}.`,
    duplicate_code: ({ received }) => `${received} is there twice, and must be unique here.`,
    no_festival_day: ({ festival, from, because }) =>
      `The festival ${festival} has no day from ${from} on: ${englishNoFestivalDay[because]}.`,
    not_a_care_event: ({ received }) => `Expected an event of the type "care" and received ${received}.`,
    marketing_as_service: ({ because, name }) =>
      `${englishMarketing[because](name)}: its purpose is "marketing", not "service".`,
    no_such_channel: ({ channel }) =>
      `There is no channel "${channel}". Add it to the channels of the policy, or name another one.`,
    no_such_festival: ({ festival }) =>
      `There is no festival "${festival}". Add it to the festivals of the policy, or take the rule out.`,
    no_such_template: ({ template }) => `There is no template "${template}".`,
    parameter_without_source: ({ parameter, template }) =>
      `The template "${template}" needs "${parameter}", and no fact has that name: fill it in here.`,
    parameter_not_in_template: ({ parameter, template }) =>
      `The template "${template}" has no parameter "${parameter}".`,
    parameter_of_another_type: ({ parameter, type, template }) =>
      `The parameter "${parameter}" of the template "${template}" takes a value of the type ${type}.`,
    festival_of_rule: ({ once }) =>
      once === 'festival'
        ? 'A rule that comes once a festival says which: add "festival" with its code.'
        : `A rule that comes once per "${once}" is about no festival: leave "festival" out, or set "once" to "festival".`,
  },
  'zh-CN': {
    ...coreIssueTexts['zh-CN'],
    ...membershipIssueTexts['zh-CN'],
    ...messageIssueTexts['zh-CN'],
    stage_gap: ({ purchases, time }) =>
      `购买${chinesePurchases(purchases)}、距上次购买 ${interval(time)} ${chineseUnit(time)}的客户不属于任何阶段。`,
    stage_overlap: ({ purchases, time, stages: [one, other] }) =>
      `购买${chinesePurchases(purchases)}、距上次购买 ${interval(time)} ${chineseUnit(time)}的客户同时属于 ${one} 和 ${other} 两个阶段。`,
    stage_units_mixed: ({ purchases }) =>
      `购买${chinesePurchases(purchases)}的客户，有的区间以天计，有的以周期计，请统一单位。`,
    stage_cycle_too_early: ({ from }) => `以周期计的区间要求至少购买 2 次，此处从 ${from} 次开始。`,
    too_few_gaps: ({ gaps, needed }) => `推算阶段至少需要 ${needed} 个购买间隔，现有 ${gaps} 个。`,
    empty_interval: ({ from, to }) => `从 ${from} 到 ${to}（不含）的区间为空。`,
    empty_period: ({ from, to }) => `从 ${from} 到 ${to}（不含）的期间为空。`,
    anchor_not_recorded: () =>
      '以签收为起点的关怀需要签收记录：请将 deliveriesRecorded 设为 true，或以付款为起点。',
    care_rule_name: ({ name }) =>
      `关怀规则须有自己的 snake_case 名称，因为动作的标识以它开头；此规则名为“${name}”。`,
    facts_of_another_day: ({ factsDay, today }) =>
      `事实属于 ${factsDay}，而计划在 ${today} 制定，请取 ${today} 的快照。`,
    invalid_day: ({ received }) => `应为存在的日期，形如 2026-02-28，收到 ${received}。`,
    duplicate_code: ({ received }) => `${received} 出现了两次，此处必须唯一。`,
    no_festival_day: ({ festival, from, because }) =>
      `自 ${from} 起，节日 ${festival} 没有日期：${chineseNoFestivalDay[because]}。`,
    not_a_care_event: ({ received }) => `事件类型应为“care”，收到 ${received}。`,
    marketing_as_service: ({ because, name }) =>
      `${chineseMarketing[because](name)}，用途应为“marketing”，不能是“service”。`,
    no_such_channel: ({ channel }) => `没有渠道“${channel}”：请在政策的渠道中添加，或改用其他渠道。`,
    no_such_festival: ({ festival }) => `没有节日“${festival}”：请在政策的节日中添加，或去掉此规则。`,
    no_such_template: ({ template }) => `没有模板“${template}”。`,
    parameter_without_source: ({ parameter, template }) =>
      `模板“${template}”需要“${parameter}”，没有同名的事实，请在此填写。`,
    parameter_not_in_template: ({ parameter, template }) => `模板“${template}”没有参数“${parameter}”。`,
    parameter_of_another_type: ({ parameter, type, template }) =>
      `模板“${template}”的参数“${parameter}”须为 ${type} 类型。`,
    festival_of_rule: ({ once }) =>
      once === 'festival'
        ? '每个节日一次的规则须用“festival”写明节日代码。'
        : `“once”为“${once}”的规则与节日无关：请去掉“festival”，或将“once”设为“festival”。`,
  },
});

/** {@link customIssue} for the codes of this package. */
export function customLifecycleIssue<Code extends keyof LifecycleIssueDetails & string>(
  code: Code,
  details: LifecycleIssueDetails[Code],
): ReturnType<typeof customIssue> {
  return customIssue(code, details);
}

/**
 * The sentence of an issue in English or Chinese, without its place; `issue.message` has the English one with it.
 *
 * @example
 * ```ts
 * import { formatLifecycleIssue, parseStagePolicy } from '@aftercare/lifecycle';
 *
 * const result = parseStagePolicy({
 *   clock: 'last_purchase',
 *   stages: [{ stage: 'dormant', purchases: { from: 1 }, days: { from: 180 } }],
 * });
 * result.ok ? '' : formatLifecycleIssue(result.issues[0], 'zh-CN');
 * // => '购买至少 1 次、距上次购买 [0, 180) 天的客户不属于任何阶段。'
 * ```
 */
export function formatLifecycleIssue(issue: LifecycleIssue, locale: Locale): string {
  return lifecycleIssues.format(issue, locale);
}

function interval({ from, to }: TimeBand): string {
  return `[${from}, ${to ?? '∞'})`;
}

function englishPurchases({ from, to }: PurchaseBand): string {
  if (to === undefined) return `${from} or more purchases`;
  if (to === from + 1) return from === 1 ? '1 purchase' : `${from} purchases`;
  return `${from} to ${to - 1} purchases`;
}

function chinesePurchases({ from, to }: PurchaseBand): string {
  if (to === undefined) return `至少 ${from} 次`;
  return to === from + 1 ? ` ${from} 次` : ` ${from} 至 ${to - 1} 次`;
}

function chineseUnit({ unit }: TimeBand): string {
  return unit === 'days' ? '天' : '个周期';
}

const englishMarketing: Readonly<Record<MarketingBecause, (name: string) => string>> = {
  kind: (name) => `A rule of the kind "${name}" wants to sell`,
  fact: (name) => `A rule that goes by the fact "${name}" is an occasion to sell`,
  parameter: (name) => `A message with "${name}", a coupon or a link, wants to sell`,
};

const chineseMarketing: Readonly<Record<MarketingBecause, (name: string) => string>> = {
  kind: (name) => `“${name}”类规则意在销售`,
  fact: (name) => `依据事实“${name}”的规则属于营销时机`,
  parameter: (name) => `带有“${name}”（优惠券或链接）的消息意在销售`,
};

const englishNoFestivalDay = {
  lunar_calendar_missing: 'it is lunar, and no lunar calendar was given',
  lunar_calendar_ended: 'the lunar calendar does not reach so far',
  list_ended: 'its list of days has come to an end',
} as const;

const chineseNoFestivalDay = {
  lunar_calendar_missing: '该节日为农历节日，而未提供农历',
  lunar_calendar_ended: '所提供的农历未覆盖到该时间',
  list_ended: '其日期列表已全部过去',
} as const;
