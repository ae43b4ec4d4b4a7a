import {
  customIssue,
  defineIssues,
  type InputIssueDetails,
  type IssueOf,
  inputIssueTexts,
  type Locale,
  type Result,
} from '@aftercare/core';

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

/** Details of every issue that `@aftercare/lifecycle` can find, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type LifecycleIssueDetails = InputIssueDetails & {
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
  /** A half-open interval whose end is not after its start. */
  empty_interval: { readonly from: number; readonly to: number };
  /** Care is anchored to the delivery, and the policy says that deliveries are not recorded. */
  anchor_not_recorded: object;
  /** A care rule without a name of its own in snake_case, which the ids of its actions are made of. */
  care_rule_name: { readonly name: string };
  /** Facts were computed for another shop day than the one on which the plan is made. */
  facts_of_another_day: { readonly factsDay: string; readonly today: string };
  /** The event of a care rule has another type than `care`. */
  not_a_care_event: { readonly received: string };
  /** A rule that recommends, offers or gives something calls itself a service. It is marketing. */
  marketing_as_service: { readonly kind: string };
};

/** An issue that `@aftercare/lifecycle` can find. */
export type LifecycleIssue = IssueOf<LifecycleIssueDetails>;

/** A {@link Result} whose issues are those of `@aftercare/lifecycle`. */
export type LifecycleResult<Value> = Result<Value, LifecycleIssue>;

/** Makes and formats the issues of `@aftercare/lifecycle`. */
export const lifecycleIssues = defineIssues<LifecycleIssueDetails>({
  en: {
    ...inputIssueTexts.en,
    stage_gap: ({ purchases, time }) =>
      `A customer with ${englishPurchases(purchases)} and ${interval(time)} ${time.unit} since the last purchase is in no stage.`,
    stage_overlap: ({ purchases, time, stages: [one, other] }) =>
      `A customer with ${englishPurchases(purchases)} and ${interval(time)} ${time.unit} since the last purchase is in two stages, ${one} and ${other}.`,
    stage_units_mixed: ({ purchases }) =>
      `For a customer with ${englishPurchases(purchases)}, some windows are in days and some in cycles. Use one unit for all.`,
    stage_cycle_too_early: ({ from }) =>
      `A window in cycles needs customers with at least 2 purchases, and this one begins at ${from}.`,
    empty_interval: ({ from, to }) => `The interval from ${from} to ${to} (exclusive) is empty.`,
    anchor_not_recorded: () =>
      'Care that is anchored to the delivery needs deliveries: set deliveriesRecorded to true, or anchor to payment.',
    care_rule_name: ({ name }) =>
      `A care rule needs a name of its own in snake_case, since the ids of its actions begin with it; this one is called "${name}".`,
    facts_of_another_day: ({ factsDay, today }) =>
      `The facts are those of ${factsDay} and the plan is made on ${today}. Take a snapshot of ${today}.`,
    not_a_care_event: ({ received }) => `Expected an event of the type "care" and received ${received}.`,
    marketing_as_service: ({ kind }) =>
      `A rule of the kind "${kind}" wants to sell: its purpose is "marketing", not "service".`,
  },
  'zh-CN': {
    ...inputIssueTexts['zh-CN'],
    stage_gap: ({ purchases, time }) =>
      `购买${chinesePurchases(purchases)}、距上次购买 ${interval(time)} ${chineseUnit(time)}的客户不属于任何阶段。`,
    stage_overlap: ({ purchases, time, stages: [one, other] }) =>
      `购买${chinesePurchases(purchases)}、距上次购买 ${interval(time)} ${chineseUnit(time)}的客户同时属于 ${one} 和 ${other} 两个阶段。`,
    stage_units_mixed: ({ purchases }) =>
      `购买${chinesePurchases(purchases)}的客户，有的区间以天计，有的以周期计，请统一单位。`,
    stage_cycle_too_early: ({ from }) => `以周期计的区间要求至少购买 2 次，此处从 ${from} 次开始。`,
    empty_interval: ({ from, to }) => `从 ${from} 到 ${to}（不含）的区间为空。`,
    anchor_not_recorded: () =>
      '以签收为起点的关怀需要签收记录：请将 deliveriesRecorded 设为 true，或以付款为起点。',
    care_rule_name: ({ name }) =>
      `关怀规则须有自己的 snake_case 名称，因为动作的标识以它开头；此规则名为“${name}”。`,
    facts_of_another_day: ({ factsDay, today }) =>
      `事实属于 ${factsDay}，而计划在 ${today} 制定，请取 ${today} 的快照。`,
    not_a_care_event: ({ received }) => `事件类型应为“care”，收到 ${received}。`,
    marketing_as_service: ({ kind }) => `“${kind}”类规则意在销售，用途应为“marketing”，不能是“service”。`,
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
