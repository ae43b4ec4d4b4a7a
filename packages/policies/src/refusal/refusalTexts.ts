import { defineIssues, formatDecimalMoney, type Locale, type Money } from '@aftercare/core';
import type { RefusalDetails } from './refusal.js';

/** An amount that reads the same on every machine: `CNY 20.00`. */
export function showMoney(money: Money): string {
  return `${money.currency} ${formatDecimalMoney(money)}`;
}

const WHY: Readonly<Record<Locale, Readonly<Record<RefusalDetails['approval_missing']['why'], string>>>> = {
  en: {
    none: 'Nothing has been approved yet.',
    changed: 'What was approved has been changed since; it must be approved again.',
    expired: 'The approval has run out.',
    other_version: 'The approval was given under another version of the policy.',
  },
  'zh-CN': {
    none: '尚未获得批准。',
    changed: '批准后内容已变更，须重新批准。',
    expired: '批准已过期。',
    other_version: '该批准基于其他版本的政策。',
  },
};

const STATUS: Readonly<Record<Locale, Readonly<Record<RefusalDetails['effect_settled']['status'], string>>>> =
  {
    en: { pending: 'is still under way', succeeded: 'has succeeded already', failed: 'has failed already' },
    'zh-CN': { pending: '仍在进行中', succeeded: '已经成功', failed: '已经失败' },
  };

const amount = (minor: number, currency: string) => showMoney({ minor, currency });

/** The sentences of refusals. */
export const refusalTexts = defineIssues<RefusalDetails>({
  en: {
    invalid_command: ({ issues }) =>
      `The command is not valid. ${issues.map((one) => one.message).join(' ')}`,
    command_id_reused: ({ sequence }) =>
      `Another command came under this id before (event ${sequence}). A new command needs a new id.`,
    command_id_of_clock: ({ id }) =>
      `Ids of a case, a deadline and an instant are the clock's, and "${id}" is one. A command needs another id.`,
    other_policy_version: () =>
      'The case was opened under another version of the policy. Migrate it, or decide it under that version.',
    stale_version: ({ expected, actual }) =>
      `The case has moved on: version ${expected} was expected, and it is at ${actual}.`,
    stale_usage: () => 'Something else was granted in the meantime. Look up the usage and decide again.',
    closed: () => 'The case is closed.',
    not_in_state: () => 'This cannot be done in the present state of the case.',
    not_authorised: () => 'This role may not do it.',
    not_own_case: () => "This is another customer's case.",
    not_delegated: ({ onBehalfOf }) => `${onBehalfOf} has lent no authority to this actor at this time.`,
    own_request: () => 'Nobody approves their own request, nor one made through somebody else.',
    evidence_missing: ({ missing }) => `Evidence is missing: ${missing.join(', ')}.`,
    guard_failed: () => 'A condition is not met.',
    needs_approval: ({ askedMinor, mostMinor, currency }) =>
      mostMinor > 0
        ? `${amount(askedMinor, currency)} needs approval; up to ${amount(mostMinor, currency)} does not.`
        : `${amount(askedMinor, currency)} needs approval.`,
    over_limit: ({ askedMinor, mostMinor, currency }) =>
      mostMinor > 0
        ? `${amount(askedMinor, currency)} is more than anybody may grant here; up to ${amount(mostMinor, currency)} needs nobody else.`
        : `${amount(askedMinor, currency)} is more than anybody may grant here.`,
    approval_missing: ({ why }) => WHY.en[why],
    nothing_asked: () => 'Nobody has asked for exactly this to be approved.',
    invariant_broken: ({ invariant, line }) =>
      `It would break a rule of the counters: ${invariant}${line === null ? '' : ` (line ${line})`}.`,
    unknown_effect: ({ key }) => `The case has no effect ${key}.`,
    effect_settled: ({ key, status }) => `The effect ${key} ${STATUS.en[status]}.`,
  },
  'zh-CN': {
    invalid_command: ({ issues }) => `命令无效。${issues.map((one) => one.message).join(' ')}`,
    command_id_reused: ({ sequence }) => `此标识已用于另一条命令（事件 ${sequence}），新命令须用新标识。`,
    command_id_of_clock: ({ id }) =>
      `由案件、时限和时刻组成的标识（如“${id}”）供到期处理使用，命令须用其他标识。`,
    other_policy_version: () => '该案件按另一版本的政策受理，请先迁移，或按原版本处理。',
    stale_version: ({ expected, actual }) => `案件已有变化：预期版本 ${expected}，当前版本 ${actual}。`,
    stale_usage: () => '其间已有其他授予，请重新读取用量后再作决定。',
    closed: () => '案件已结束。',
    not_in_state: () => '案件当前状态下不能进行此操作。',
    not_authorised: () => '该角色无权进行此操作。',
    not_own_case: () => '这是其他客户的案件。',
    not_delegated: ({ onBehalfOf }) => `${onBehalfOf} 此时并未向该经办人授权。`,
    own_request: () => '任何人不得批准自己提出或经他人之手提出的申请。',
    evidence_missing: ({ missing }) => `缺少凭证：${missing.join('、')}。`,
    guard_failed: () => '条件不满足。',
    needs_approval: ({ askedMinor, mostMinor, currency }) =>
      mostMinor > 0
        ? `${amount(askedMinor, currency)} 需要审批；不超过 ${amount(mostMinor, currency)} 则无需审批。`
        : `${amount(askedMinor, currency)} 需要审批。`,
    over_limit: ({ askedMinor, mostMinor, currency }) =>
      mostMinor > 0
        ? `${amount(askedMinor, currency)} 超出任何人的权限；不超过 ${amount(mostMinor, currency)} 则可自行办理。`
        : `${amount(askedMinor, currency)} 超出任何人的权限。`,
    approval_missing: ({ why }) => WHY['zh-CN'][why],
    nothing_asked: () => '没有人就此内容申请过批准。',
    invariant_broken: ({ invariant, line }) =>
      `将违反计数约束：${invariant}${line === null ? '' : `（行 ${line}）`}。`,
    unknown_effect: ({ key }) => `案件中没有后续动作 ${key}。`,
    effect_settled: ({ key, status }) => `后续动作 ${key} ${STATUS['zh-CN'][status]}。`,
  },
});
