import { describe, expect, test } from 'vitest';
import type { CareWithdrawal, Suppression, WithdrawalReason } from './careReceipt.js';
import { formatSuppression, formatWithdrawal } from './suppressionTexts.js';

const cap = { purpose: 'marketing', most: 1, withinDays: 3 } as const;

describe('a suppression in words', () => {
  test.each<[Suppression, string, string]>([
    [
      { reason: 'already_done', status: 'held_out' },
      'It is in the history as held out.',
      '历史中已有记录，状态为 held_out。',
    ],
    [
      {
        reason: 'no_consent',
        channels: { sms: 'objected', email: 'not_granted', wechat: 'guardian_missing' },
      },
      'sms: the customer objected; email: the customer has not agreed; wechat: a guardian has not agreed.',
      'sms：客户已拒绝；email：客户未同意；wechat：监护人未同意。',
    ],
    [
      {
        reason: 'no_consent',
        channels: { app_push: 'not_granted', email: 'not_granted', sms: 'not_granted' },
      },
      'app_push, email and sms: the customer has not agreed.',
      'app_push、email、sms：客户未同意。',
    ],
    [
      {
        reason: 'no_consent',
        channels: { sms: 'objected', email: 'not_granted', wechat: 'objected' },
      },
      'sms and wechat: the customer objected; email: the customer has not agreed.',
      'sms、wechat：客户已拒绝；email：客户未同意。',
    ],
    [
      { reason: 'no_contact', channels: ['sms', 'email'] },
      'The shop has no address of the customer for sms, email.',
      '没有客户在以下渠道的联系方式：sms、email。',
    ],
    [
      { reason: 'profiling_objection', facts: ['stage', 'tags'] },
      'The customer objected to being selected by behaviour, and the rule looks at stage, tags.',
      '客户反对依据行为进行筛选，而此规则使用了 stage、tags。',
    ],
    [
      { reason: 'open_case', caseId: 'k-7' },
      'Marketing waits until the case k-7 is settled.',
      '售后个案 k-7 尚未处理完毕，营销暂缓。',
    ],
    [
      { reason: 'awaiting_delivery' },
      'What wants to sell waits until the last purchase is signed for.',
      '最近一次购买尚未签收，销售类关怀暂缓。',
    ],
    [
      { reason: 'region_event', event: 'heat' },
      "Marketing waits: in the customer's region there is heat.",
      '客户所在地区有突发情况（heat），营销暂缓。',
    ],
    [
      { reason: 'missing_parameter', parameters: ['tierTitle', 'purchaseCount'] },
      'The message needs tierTitle, purchaseCount, which is not known.',
      '消息缺少参数：tierTitle、purchaseCount。',
    ],
    [
      { reason: 'expired', dueAt: '2026-04-01T01:00:00.000Z', expiresAt: '2026-03-31T16:00:00.000Z' },
      'After the quiet hours, at 2026-04-01T01:00:00.000Z, it would be of no use any more: it expires at 2026-03-31T16:00:00.000Z.',
      '免打扰时段结束于 2026-04-01T01:00:00.000Z，届时已过有效期 2026-03-31T16:00:00.000Z。',
    ],
    [
      { reason: 'frequency_cap', limit: cap, filledBy: ['a/once/c-1', 'b/once/c-1'] },
      'At most 1 marketing message in 3 days: there is a/once/c-1, b/once/c-1.',
      '营销消息在 3 天内最多 1 条，已有：a/once/c-1、b/once/c-1。',
    ],
    [
      {
        reason: 'frequency_cap',
        limit: { ...cap, purpose: 'service', channel: 'sms', most: 0 },
        filledBy: [],
      },
      'At most 0 service messages on sms in 3 days.',
      '服务消息（sms）在 3 天内最多 0 条。',
    ],
    [
      {
        reason: 'frequency_cap',
        limit: { channel: 'wechat', most: 4, per: 'month' },
        filledBy: ['a/once/c-1'],
      },
      'wechat carries at most 4 messages a month: there is a/once/c-1.',
      'wechat 每月最多发送 4 条，已有：a/once/c-1。',
    ],
    [
      { reason: 'frequency_cap', limit: { channel: 'wechat', most: 0, per: 'day' }, filledBy: [] },
      'wechat carries at most 0 messages a day.',
      'wechat 每天最多发送 0 条。',
    ],
    [
      { reason: 'outranked', by: 'a/once/c-1' },
      'a/once/c-1 is worth more on the same day and channel.',
      '同日同渠道的 a/once/c-1 价值更高。',
    ],
    [
      { reason: 'holdout', bucket: 17, buckets: 500, of: 'all' },
      'The customer is in the control group of all care: bucket 17 of 500 held out.',
      '客户属于全部关怀的对照组：分桶 17，对照组共 500 个桶。',
    ],
    [
      { reason: 'holdout', bucket: 17, buckets: 500, of: 'rule' },
      'The customer is in the control group of this rule: bucket 17 of 500 held out.',
      '客户属于此规则的对照组：分桶 17，对照组共 500 个桶。',
    ],
  ])('%o', (suppression, english, chinese) => {
    expect(formatSuppression(suppression, 'en')).toBe(english);
    expect(formatSuppression(suppression, 'zh-CN')).toBe(chinese);
  });
});

describe('a withdrawal in words', () => {
  const reasons: Readonly<Record<WithdrawalReason, true>> = {
    expired: true,
    customer_merged: true,
    rule_removed: true,
    grounds_changed: true,
    already_done: true,
    no_consent: true,
    no_contact: true,
    profiling_objection: true,
    open_case: true,
    awaiting_delivery: true,
    region_event: true,
  };
  const withdrawal = (reason: WithdrawalReason): CareWithdrawal => ({
    actionId: 'rule/once/c-1',
    rule: 'rule',
    customerId: 'c-1',
    reason,
    grounds: '1 x 2026-03-21',
    groundsNow: '2 x 2026-03-31',
  });
  // The keys of a record of all reasons.
  const all = Object.keys(reasons) as readonly WithdrawalReason[];

  test.each(all)('for %s is a sentence of its own in both languages', (reason) => {
    expect(formatWithdrawal(withdrawal(reason), 'en')).toMatch(/^rule: withdrawn\. [A-Z].*\.$/);
    expect(formatWithdrawal(withdrawal(reason), 'zh-CN')).toMatch(/^rule：已撤回。\P{ASCII}.*。$/u);
    for (const locale of ['en', 'zh-CN'] as const) {
      const texts = all.map((each) => formatWithdrawal(withdrawal(each), locale));
      expect(new Set(texts).size).toBe(all.length);
    }
  });
});
