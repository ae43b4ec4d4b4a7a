import type { Locale } from '@aftercare/core';
import type { Cap, ChannelLimit } from '../caps/index.js';
import type { CareWithdrawal, ConsentGap, Suppression, WithdrawalReason } from './careReceipt.js';

/**
 * The sentence of a suppression: why nothing is sent, and where that can be told, what would have changed it.
 *
 * @example
 * ```ts
 * import { formatSuppression } from '@aftercare/lifecycle';
 *
 * formatSuppression({ reason: 'open_case', caseId: 'k-7' }, 'en');
 * // => 'Marketing waits until the case k-7 is settled.'
 * formatSuppression({ reason: 'open_case', caseId: 'k-7' }, 'zh-CN'); // => '售后个案 k-7 尚未处理完毕，营销暂缓。'
 * ```
 */
export function formatSuppression(suppression: Suppression, locale: Locale): string {
  return locale === 'en' ? english(suppression) : chinese(suppression);
}

/**
 * The sentence of a withdrawal.
 *
 * @example
 * ```ts
 * import { formatWithdrawal } from '@aftercare/lifecycle';
 *
 * const withdrawal = {
 *   actionId: 'slipping_offer/slipping_since_2026-01-30/c-1',
 *   rule: 'slipping_offer',
 *   customerId: 'c-1',
 *   reason: 'grounds_changed',
 *   grounds: '1 x 2026-01-30, 9900',
 *   groundsNow: '2 x 2026-03-20, 19800',
 * } as const;
 * formatWithdrawal(withdrawal, 'en');
 * // => 'slipping_offer: withdrawn. It was planned on "1 x 2026-01-30, 9900", and now it is "2 x 2026-03-20, 19800".'
 * ```
 */
export function formatWithdrawal(withdrawal: CareWithdrawal, locale: Locale): string {
  const { rule, reason, grounds, groundsNow } = withdrawal;
  if (locale === 'en') {
    const why =
      reason === 'grounds_changed'
        ? `It was planned on "${grounds}", and now it is "${groundsNow}".`
        : WITHDRAWN.en[reason];
    return `${rule}: withdrawn. ${why}`;
  }
  const why =
    reason === 'grounds_changed'
      ? `计划依据为“${grounds}”，现为“${groundsNow}”。`
      : WITHDRAWN['zh-CN'][reason];
  return `${rule}：已撤回。${why}`;
}

const WITHDRAWN: Readonly<
  Record<Locale, Readonly<Record<Exclude<WithdrawalReason, 'grounds_changed'>, string>>>
> = {
  en: {
    expired: 'It was not sent in time.',
    customer_merged: 'It was planned for a customer who has become one with this one.',
    rule_removed: 'Its rule is not there any more.',
    already_done: 'A customer who has become one with this one has had it.',
    no_consent: 'Its channel may not be used any more.',
    no_contact: 'The shop has no address for its channel any more.',
    profiling_objection: 'The customer has objected to being selected by behaviour.',
    open_case: 'The customer has an after-sales case that is not settled.',
    awaiting_delivery: 'The customer is waiting for a parcel.',
    region_event: "Something goes on in the customer's region.",
  },
  'zh-CN': {
    expired: '未能及时发送。',
    customer_merged: '原计划的客户已并入此客户。',
    rule_removed: '对应的规则已不存在。',
    already_done: '并入此客户的客户已收到过。',
    no_consent: '其渠道已不可使用。',
    no_contact: '其渠道已没有联系方式。',
    profiling_objection: '客户反对依据行为进行筛选。',
    open_case: '客户有尚未处理完毕的售后个案。',
    awaiting_delivery: '客户正在等待包裹。',
    region_event: '客户所在地区有突发情况。',
  },
};

function english(suppression: Suppression): string {
  switch (suppression.reason) {
    case 'already_done':
      return `It is in the history as ${suppression.status.replace('_', ' ')}.`;
    case 'no_consent':
      return `${channelsByGap(suppression.channels)
        .map(([gap, channels]) => `${englishList(channels)}: ${ENGLISH_GAPS[gap]}`)
        .join('; ')}.`;
    case 'no_contact':
      return `The shop has no address of the customer for ${suppression.channels.join(', ')}.`;
    case 'profiling_objection':
      return `The customer objected to being selected by behaviour, and the rule looks at ${suppression.facts.join(', ')}.`;
    case 'open_case':
      return `Marketing waits until the case ${suppression.caseId} is settled.`;
    case 'awaiting_delivery':
      return 'What wants to sell waits until the last purchase is signed for.';
    case 'region_event':
      return `Marketing waits: in the customer's region there is ${suppression.event}.`;
    case 'missing_parameter':
      return `The message needs ${suppression.parameters.join(', ')}, which is not known.`;
    case 'expired':
      return `After the quiet hours, at ${suppression.dueAt}, it would be of no use any more: it expires at ${suppression.expiresAt}.`;
    case 'frequency_cap':
      return `${englishLimit(suppression.limit)}${suppression.filledBy.length === 0 ? '' : `: there is ${suppression.filledBy.join(', ')}`}.`;
    case 'outranked':
      return `${suppression.by} is worth more on the same day and channel.`;
    case 'holdout':
      return `The customer is in the control group of ${suppression.of === 'all' ? 'all care' : 'this rule'}: bucket ${suppression.bucket} of ${suppression.buckets} held out.`;
  }
}

function chinese(suppression: Suppression): string {
  switch (suppression.reason) {
    case 'already_done':
      return `历史中已有记录，状态为 ${suppression.status}。`;
    case 'no_consent':
      return `${channelsByGap(suppression.channels)
        .map(([gap, channels]) => `${channels.join('、')}：${CHINESE_GAPS[gap]}`)
        .join('；')}。`;
    case 'no_contact':
      return `没有客户在以下渠道的联系方式：${suppression.channels.join('、')}。`;
    case 'profiling_objection':
      return `客户反对依据行为进行筛选，而此规则使用了 ${suppression.facts.join('、')}。`;
    case 'open_case':
      return `售后个案 ${suppression.caseId} 尚未处理完毕，营销暂缓。`;
    case 'awaiting_delivery':
      return '最近一次购买尚未签收，销售类关怀暂缓。';
    case 'region_event':
      return `客户所在地区有突发情况（${suppression.event}），营销暂缓。`;
    case 'missing_parameter':
      return `消息缺少参数：${suppression.parameters.join('、')}。`;
    case 'expired':
      return `免打扰时段结束于 ${suppression.dueAt}，届时已过有效期 ${suppression.expiresAt}。`;
    case 'frequency_cap':
      return `${chineseLimit(suppression.limit)}${suppression.filledBy.length === 0 ? '' : `，已有：${suppression.filledBy.join('、')}`}。`;
    case 'outranked':
      return `同日同渠道的 ${suppression.by} 价值更高。`;
    case 'holdout':
      return `客户属于${suppression.of === 'all' ? '全部关怀' : '此规则'}的对照组：分桶 ${suppression.bucket}，对照组共 ${suppression.buckets} 个桶。`;
  }
}

const ENGLISH_GAPS: Readonly<Record<ConsentGap, string>> = {
  not_granted: 'the customer has not agreed',
  objected: 'the customer objected',
  guardian_missing: 'a guardian has not agreed',
};

const CHINESE_GAPS: Readonly<Record<ConsentGap, string>> = {
  not_granted: '客户未同意',
  objected: '客户已拒绝',
  guardian_missing: '监护人未同意',
};

/** The channels that share a gap, in the order in which the gaps first come up. */
function channelsByGap(
  channels: Readonly<Record<string, ConsentGap>>,
): readonly (readonly [ConsentGap, readonly string[]])[] {
  const byGap = new Map<ConsentGap, string[]>();
  for (const [channel, gap] of Object.entries(channels)) {
    byGap.set(gap, [...(byGap.get(gap) ?? []), channel]);
  }
  return [...byGap];
}

/** One, one and two, or one, two and three. */
function englishList(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length <= 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function englishLimit(limit: Cap | ChannelLimit): string {
  if ('per' in limit) return `${limit.channel} carries at most ${messages(limit.most)} a ${limit.per}`;
  const where = limit.channel === undefined ? '' : ` on ${limit.channel}`;
  return `At most ${messages(limit.most, limit.purpose)}${where} in ${limit.withinDays} ${limit.withinDays === 1 ? 'day' : 'days'}`;
}

function messages(most: number, purpose?: string): string {
  return `${most} ${purpose === undefined ? '' : `${purpose} `}${most === 1 ? 'message' : 'messages'}`;
}

function chineseLimit(limit: Cap | ChannelLimit): string {
  if ('per' in limit) {
    return `${limit.channel} 每${limit.per === 'day' ? '天' : '月'}最多发送 ${limit.most} 条`;
  }
  const where = limit.channel === undefined ? '' : `（${limit.channel}）`;
  const purpose = limit.purpose === 'marketing' ? '营销' : '服务';
  return `${purpose}消息${where}在 ${limit.withinDays} 天内最多 ${limit.most} 条`;
}
