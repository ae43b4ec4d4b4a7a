import {
  type CoreIssueDetails,
  coreIssueTexts,
  defineIssues,
  type IssueOf,
  type Locale,
  type Result,
} from '@aftercare/core';
import { type RuleIssue, ruleIssues } from '@aftercare/rules';

/** What a definition can name. */
export type Named =
  | 'state'
  | 'command'
  | 'event'
  | 'effect'
  | 'guard'
  | 'calculator'
  | 'grant'
  | 'anchor'
  | 'calendar'
  | 'counter'
  | 'role'
  | 'deadline'
  | 'reason';

const ENGLISH: Readonly<Record<Named, string>> = {
  state: 'state',
  command: 'command',
  event: 'event',
  effect: 'effect',
  guard: 'guard',
  calculator: 'calculator',
  grant: 'grant',
  anchor: 'anchor',
  calendar: 'calendar',
  counter: 'counter',
  role: 'role',
  deadline: 'deadline',
  reason: 'reason',
};

const CHINESE: Readonly<Record<Named, string>> = {
  state: '状态',
  command: '命令',
  event: '事件',
  effect: '后续动作',
  guard: '条件',
  calculator: '计算项',
  grant: '授予项',
  anchor: '起算点',
  calendar: '日历',
  counter: '计数项',
  role: '角色',
  deadline: '时限',
  reason: '原因',
};

/** Details of every issue of policy documents, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type PolicyIssueDetails = CoreIssueDetails & {
  /** A definition of another kind. */
  other_kind: { readonly received: string; readonly expected: string };
  /** A preset of another policy. */
  other_policy: { readonly received: string; readonly expected: string };
  /** A policy of another name than that of the case. */
  case_of_other_policy: { readonly received: string; readonly expected: string };
  /** A name that is not known. */
  unknown_name: { readonly what: Named; readonly name: string; readonly suggestion?: string };
  /** A name that stands for two things. */
  duplicate_name: { readonly name: string };
  /** What an event keeps is given neither by the command nor by a calculator. */
  value_missing: { readonly event: string; readonly value: string };
  /** An effect in a form that definitions have no longer, or never had; `instead` is what it should be, as JSON. */
  effect_form: { readonly instead?: string };
  /** `of` on a command that is not about effects, or none on one that is. */
  effect_of_command: { readonly command: string };
  /** A final state that a transition leaves. */
  leaves_final_state: { readonly state: string };
  /** A counter of one kind of scope in an invariant of the other. */
  counter_scope: { readonly counter: string };
  /** A limit that cannot be read. */
  limit_unclear: {
    readonly reason: 'count_per_grant' | 'percent_scope' | 'period_scope' | 'grant_without_actions';
  };
  /** Two limits of one role on the same thing. */
  duplicate_limit: { readonly role: string };
  /** A limit for a time that widens nothing, since a lasting one about other actions is narrower and stays in force. */
  vain_limit: { readonly lasting: number };
  /** A name that is kept for parties. */
  role_is_party: { readonly role: string };
  /** Evidence is asked for, and the kind knows none. */
  no_evidence: { readonly kind: string };
  /** A clock's command that needs parameters which the deadline does not give. */
  deadline_params: { readonly command: string };
  /** A reminder that would come due before its deadline begins. */
  reminder_too_early: { readonly deadline: string };
  /** An argument that is not what the function makes that is for it. */
  not_made: { readonly maker: string; readonly received: string };
  /** An event that is not the next one of its case. */
  out_of_order: { readonly caseId: string; readonly sequence: number; readonly expected: number };
};

/** An issue of a policy definition or an authority matrix. */
export type PolicyIssue = IssueOf<PolicyIssueDetails>;

/** An issue found while a policy is loaded: of its guards, or of itself. */
export type LoadPolicyIssue = PolicyIssue | RuleIssue;

/** A {@link Result} whose issues are those of policies. */
export type PolicyResult<Value> = Result<Value, LoadPolicyIssue>;

const LIMIT_REASONS: Readonly<
  Record<Locale, Readonly<Record<PolicyIssueDetails['limit_unclear']['reason'], string>>>
> = {
  en: {
    count_per_grant: 'One grant counts one; limit a count per order, customer, actor or shop.',
    percent_scope: 'A percentage of the order limits a grant or the order.',
    period_scope: 'A period is for customer, actor and shop.',
    grant_without_actions: 'A limit per grant opens an action, so it must name its actions.',
  },
  'zh-CN': {
    count_per_grant: '单次授予只计一次；次数限制应按订单、客户、经办人或店铺设定。',
    percent_scope: '订单百分比只用于单次授予或单个订单。',
    period_scope: '周期只用于客户、经办人和店铺。',
    grant_without_actions: '单次限额即开放该操作，必须写明操作名称。',
  },
};

/** Makes and formats the issues of policy definitions and authority matrices. */
export const policyIssues = defineIssues<PolicyIssueDetails>({
  en: {
    ...coreIssueTexts.en,
    other_kind: ({ received, expected }) =>
      `The definition is of the kind "${received}"; it was given the kind "${expected}".`,
    other_policy: ({ received, expected }) =>
      `The preset is for the policy "${received}"; it was applied to "${expected}".`,
    case_of_other_policy: ({ received, expected }) =>
      `The case is of the policy "${expected}"; it was given the policy "${received}".`,
    unknown_name: ({ what, name, suggestion }) =>
      `There is no ${ENGLISH[what]} "${name}"${suggestion === undefined ? '.' : `. Did you mean "${suggestion}"?`}`,
    duplicate_name: ({ name }) => `The name "${name}" is given twice.`,
    value_missing: ({ event, value }) =>
      `The event "${event}" keeps "${value}", which neither its command nor a calculator gives.`,
    effect_form: ({ instead }) =>
      `An effect is written as its name or, with fixed parameters, as an object with the name as its one key${instead === undefined ? '.' : `: write ${instead}.`}`,
    effect_of_command: ({ command }) =>
      `"of" names the effect for effect_succeeded, effect_failed and retry_effect, and is for no other command; this is "${command}".`,
    leaves_final_state: ({ state }) => `"${state}" is a final state, and nothing may lead out of it.`,
    counter_scope: ({ counter }) =>
      `The counter "${counter}" does not count what this invariant is about: one counts in the case, the other per line.`,
    limit_unclear: ({ reason }) => LIMIT_REASONS.en[reason],
    duplicate_limit: ({ role }) => `The role "${role}" has two lasting limits on the same thing.`,
    vain_limit: ({ lasting }) =>
      `This limit for a time widens nothing: limits[${lasting}] is narrower, lasts, and stays in force beside it. To stand in its place it must name the same actions and policies.`,
    role_is_party: ({ role }) => `"${role}" is a party and cannot be a role of staff.`,
    no_evidence: ({ kind }) => `The kind "${kind}" knows no evidence.`,
    deadline_params: ({ command }) => `The parameters do not fit the command "${command}".`,
    reminder_too_early: ({ deadline }) =>
      `This reminder would come due before the deadline "${deadline}" begins: it is further ahead of its end than the deadline is long.`,
    not_made: ({ maker, received }) => `Expected what ${maker} gives and received ${received}.`,
    out_of_order: ({ caseId, sequence, expected }) =>
      `Expected event ${expected} of a case and received event ${sequence} of the case "${caseId}".`,
  },
  'zh-CN': {
    ...coreIssueTexts['zh-CN'],
    other_kind: ({ received, expected }) => `该定义属于“${received}”类，而给出的是“${expected}”类。`,
    other_policy: ({ received, expected }) => `该预设用于“${received}”政策，不能用于“${expected}”。`,
    case_of_other_policy: ({ received, expected }) =>
      `该案件属于“${expected}”政策，而给出的是“${received}”。`,
    unknown_name: ({ what, name, suggestion }) =>
      `没有名为“${name}”的${CHINESE[what]}${suggestion === undefined ? '。' : `，是否应为“${suggestion}”？`}`,
    duplicate_name: ({ name }) => `名称“${name}”重复。`,
    value_missing: ({ event, value }) => `事件“${event}”需要“${value}”，但命令和计算项都没有给出。`,
    effect_form: ({ instead }) =>
      `后续动作直接写名称；带固定参数时，写成以名称为唯一键的对象${instead === undefined ? '。' : `：应为 ${instead}。`}`,
    effect_of_command: ({ command }) =>
      `“of”只用于 effect_succeeded、effect_failed 和 retry_effect，且三者必须写明；此处命令为“${command}”。`,
    leaves_final_state: ({ state }) => `“${state}”是终止状态，不能再转出。`,
    counter_scope: ({ counter }) => `计数项“${counter}”与该约束的范围不一致：一个按案件计，一个按行计。`,
    limit_unclear: ({ reason }) => LIMIT_REASONS['zh-CN'][reason],
    duplicate_limit: ({ role }) => `角色“${role}”对同一事项有两条长期限额。`,
    vain_limit: ({ lasting }) =>
      `该临时限额不起放宽作用：长期限额 limits[${lasting}] 更严且仍然有效。只有操作和政策范围完全相同，才能临时取代它。`,
    role_is_party: ({ role }) => `“${role}”是当事方，不能作为员工角色。`,
    no_evidence: ({ kind }) => `“${kind}”类案件没有凭证。`,
    deadline_params: ({ command }) => `参数不符合命令“${command}”的要求。`,
    reminder_too_early: ({ deadline }) => `此提醒早于时限“${deadline}”开始之时：提前的时间超过了时限本身。`,
    not_made: ({ maker, received }) => `应为 ${maker} 的返回值，收到 ${received}。`,
    out_of_order: ({ caseId, sequence, expected }) =>
      `应为案件的第 ${expected} 个事件，收到案件“${caseId}”的第 ${sequence} 个事件。`,
  },
});

/**
 * The sentence of an issue of a policy document in English or Chinese, without its place; `issue.message` has the English
 * one with it. It takes all that `loadPolicy`, `loadAuthority` and `applyPreset` find, guards and settings included.
 *
 * @example
 * ```ts
 * import { applyPreset, compensationDefinition, formatPolicyIssue } from '@aftercare/policies';
 *
 * const preset = { format: 1, preset: 'own', policy: 'gift', title: { en: 'Own' }, asOf: '2026-03-02' };
 * const result = applyPreset(compensationDefinition, preset);
 * result.ok ? '' : formatPolicyIssue(result.issues[0], 'zh-CN');
 * // => '该预设用于“gift”政策，不能用于“compensation”。'
 * ```
 */
export function formatPolicyIssue(issue: LoadPolicyIssue, locale: Locale): string {
  return policyIssues.has(issue) ? policyIssues.format(issue, locale) : ruleIssues.format(issue, locale);
}
