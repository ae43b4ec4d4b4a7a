import { defineIssues, type IssueOf, type Locale } from '@aftercare/core';

/** Details of every finding of `verifyPolicy`, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type PolicyFindingDetails = {
  /** No transition leads into a state. */
  unreachable_state: { readonly state: string };
  /** Nothing leads out of a state that is not final. */
  dead_end: { readonly state: string };
  /** From a state, no final state can be reached. */
  no_way_to_end: { readonly state: string };
  /** A state that waits for nobody and has no deadline: a case would be forgotten there. */
  waits_for_nobody: { readonly state: string };
  /** A command of the kind that no transition takes. */
  command_of_nobody: { readonly command: string };
  /** An awaited effect, and a state in which one of its outcomes leads nowhere. */
  effect_unhandled: {
    readonly effect: string;
    readonly state: string;
    readonly outcome: 'effect_succeeded' | 'effect_failed';
  };
  /** The guards of a transition contradict each other. */
  transition_never: { readonly transition: string };
  /** An earlier transition of the same state and command always takes what this one would. */
  transition_hidden: { readonly transition: string; readonly by: string; readonly state: string };
  /** An example of a guard does not come out as it says. */
  example_failed: { readonly guard: string; readonly expected: 'fires' | 'does_not_fire' };
  /** An example of a guard leaves out a fact that the guard reads. */
  example_lacks_fact: { readonly guard: string; readonly fact: string };
  /** No role may grant an action. */
  nobody_can_grant: { readonly action: string };
  /** A higher role may grant less than a lower one. */
  limit_falls: { readonly action: string; readonly role: string; readonly below: string };
  /** The limits of a role are in other currencies than those of a role below it, which it can grant nothing in. */
  limit_currencies_differ: {
    readonly action: string;
    readonly role: string;
    readonly below: string;
    readonly received: readonly string[];
    readonly expected: readonly string[];
  };
  /** A limit names an action that the policy does not have, and it has one of nearly that name. */
  action_mistyped: { readonly action: string; readonly suggestion: string };
  /** A text is about something that does not exist, and something of nearly that name has none. */
  text_mistyped: { readonly name: string; readonly suggestion: string };
  /** Something has no text in a language. */
  text_missing: { readonly locale: Locale };
  /** The passing of time would grant money. */
  deadline_grants: { readonly transition: string };
  /** A deadline whose command the clock cannot give in one of its states. */
  deadline_without_transition: { readonly deadline: string; readonly state: string };
  /** A step, or a reminder of a deadline, spends what a grant is about without it. */
  spends_ungranted: {
    readonly step: string;
    readonly grant: string;
    readonly effects: readonly string[];
  };
  /** What was asked for is granted without looking at who asked. */
  approval_not_separate: { readonly transition: string; readonly state: string };
  /** Something that the kind itself finds wrong. */
  kind_finding: { readonly en: string; readonly 'zh-CN': string };
  /** A case that was played through can no longer reach a final state. */
  stuck_case: { readonly state: string; readonly commands: readonly string[] };
  /** A case that was played through is in a state with deadlines, and none of them has begun: it may be forgotten there. */
  no_deadline_begun: { readonly state: string; readonly commands: readonly string[] };
  /** The parameters of an effect are not what its schema asks for. */
  effect_params: { readonly effect: string; readonly commands: readonly string[] };
  /** A case that was played through is not the one that its events lead to. */
  replay_differs: { readonly commands: readonly string[] };
};

/** Something that `verifyPolicy` found; its path is the place in the definition. */
export type PolicyFinding = IssueOf<PolicyFindingDetails>;

const OUTCOMES = {
  en: { effect_succeeded: 'success', effect_failed: 'failure' },
  'zh-CN': { effect_succeeded: '成功', effect_failed: '失败' },
} as const;

const path = (commands: readonly string[]) => commands.join(' → ');

/** Makes and formats the findings of `verifyPolicy`. */
export const policyFindings = defineIssues<PolicyFindingDetails>({
  en: {
    unreachable_state: ({ state }) => `Nothing leads to the state "${state}".`,
    dead_end: ({ state }) => `Nothing leads out of the state "${state}", and it is not final.`,
    no_way_to_end: ({ state }) => `From the state "${state}" no final state can be reached.`,
    waits_for_nobody: ({ state }) =>
      `The state "${state}" waits for nobody and has no deadline: cases would be forgotten there.`,
    command_of_nobody: ({ command }) => `No transition takes the command "${command}".`,
    effect_unhandled: ({ effect, state, outcome }) =>
      `The effect "${effect}" is awaited, and its ${OUTCOMES.en[outcome]} leads nowhere in the state "${state}".`,
    transition_never: ({ transition }) =>
      `The transition "${transition}" can never happen: its guards contradict each other.`,
    transition_hidden: ({ transition, by, state }) =>
      `In the state "${state}" the transition "${transition}" never gets a turn: "${by}" comes first.`,
    example_failed: ({ guard, expected }) =>
      expected === 'fires'
        ? `The guard "${guard}" does not hold, and its example says that it does.`
        : `The guard "${guard}" holds, and its example says that it does not.`,
    example_lacks_fact: ({ guard, fact }) =>
      `The guard "${guard}" reads the fact "${fact}", which its example leaves out.`,
    nobody_can_grant: ({ action }) => `No role may grant "${action}": no limit per grant names it.`,
    limit_falls: ({ action, role, below }) =>
      `For "${action}" the role "${role}" may grant less than "${below}".`,
    limit_currencies_differ: ({ action, role, below, received, expected }) =>
      `For "${action}" the limits of the role "${role}" are in ${received.join(', ')} and those of "${below}" in ${expected.join(', ')}: a limit is for orders in its own currency.`,
    action_mistyped: ({ action, suggestion }) =>
      `Nothing that this policy grants is called "${action}". Did you mean "${suggestion}"?`,
    text_mistyped: ({ name, suggestion }) =>
      `This is the text of "${name}", which there is not. Did you mean "${suggestion}"?`,
    text_missing: ({ locale }) => `There is no text in ${locale}.`,
    deadline_grants: ({ transition }) =>
      `The transition "${transition}" would grant something by the passing of time.`,
    deadline_without_transition: ({ deadline, state }) =>
      `When the deadline "${deadline}" comes due in the state "${state}", the clock can do nothing.`,
    approval_not_separate: ({ transition, state }) =>
      `In the state "${state}" the transition "${transition}" grants what was asked for without looking at who asked: use "approves".`,
    spends_ungranted: ({ step, grant, effects }) =>
      `"${step}" has ${effects.map((effect) => `"${effect}"`).join(', ')} done, and neither grants, approves nor requires "${grant}".`,
    kind_finding: ({ en }) => en,
    stuck_case: ({ state, commands }) =>
      `A case in the state "${state}" can no longer reach a final state: ${path(commands)}.`,
    no_deadline_begun: ({ state, commands }) =>
      `The state "${state}" has deadlines, and none of them begins in this case: ${path(commands)}.`,
    effect_params: ({ effect, commands }) =>
      `The parameters of the effect "${effect}" do not fit its schema: ${path(commands)}.`,
    replay_differs: ({ commands }) => `The events of a case lead to another case: ${path(commands)}.`,
  },
  'zh-CN': {
    unreachable_state: ({ state }) => `没有任何途径进入状态“${state}”。`,
    dead_end: ({ state }) => `状态“${state}”不是终止状态，却没有出路。`,
    no_way_to_end: ({ state }) => `从状态“${state}”无法到达任何终止状态。`,
    waits_for_nobody: ({ state }) => `状态“${state}”既不等待任何人，也没有时限，案件会被遗忘。`,
    command_of_nobody: ({ command }) => `没有任何流转使用命令“${command}”。`,
    effect_unhandled: ({ effect, state, outcome }) =>
      `案件须等待“${effect}”的结果，但在状态“${state}”中其${OUTCOMES['zh-CN'][outcome]}没有后续。`,
    transition_never: ({ transition }) => `流转“${transition}”永远不会发生：其条件互相矛盾。`,
    transition_hidden: ({ transition, by, state }) =>
      `在状态“${state}”中，流转“${transition}”永远轮不到：“${by}”总是在先。`,
    example_failed: ({ guard, expected }) =>
      expected === 'fires'
        ? `条件“${guard}”不成立，而示例说它成立。`
        : `条件“${guard}”成立，而示例说它不成立。`,
    example_lacks_fact: ({ guard, fact }) => `条件“${guard}”要用到事实“${fact}”，示例中没有给出。`,
    nobody_can_grant: ({ action }) => `没有角色可以授予“${action}”：没有单次限额写明它。`,
    limit_falls: ({ action, role, below }) => `就“${action}”而言，角色“${role}”的权限低于“${below}”。`,
    limit_currencies_differ: ({ action, role, below, received, expected }) =>
      `就“${action}”而言，角色“${role}”的限额货币为 ${received.join('、')}，而“${below}”的为 ${expected.join('、')}：限额只适用于同一货币的订单。`,
    action_mistyped: ({ action, suggestion }) =>
      `此政策没有名为“${action}”的授予事项，是否应为“${suggestion}”？`,
    text_mistyped: ({ name, suggestion }) => `没有“${name}”，此文本是否应属于“${suggestion}”？`,
    text_missing: ({ locale }) => `缺少 ${locale} 文本。`,
    deadline_grants: ({ transition }) => `流转“${transition}”会因时间流逝而授予款项或实物。`,
    deadline_without_transition: ({ deadline, state }) =>
      `时限“${deadline}”在状态“${state}”到期时，没有可执行的操作。`,
    approval_not_separate: ({ transition, state }) =>
      `在状态“${state}”中，流转“${transition}”不看申请人即予批准，请改用“approves”。`,
    spends_ungranted: ({ step, grant, effects }) =>
      `“${step}”会执行${effects.map((effect) => `“${effect}”`).join('、')}，却未授予、批准或要求“${grant}”。`,
    kind_finding: (details) => details['zh-CN'],
    stuck_case: ({ state, commands }) => `处于状态“${state}”的案件已无法到达终止状态：${path(commands)}。`,
    no_deadline_begun: ({ state, commands }) =>
      `状态“${state}”设有时限，但在此案件中没有一个开始计时：${path(commands)}。`,
    effect_params: ({ effect, commands }) => `“${effect}”的参数不符合其格式：${path(commands)}。`,
    replay_differs: ({ commands }) => `重放事件得到的案件不同：${path(commands)}。`,
  },
});

/**
 * The sentence of a finding in English or Chinese, without its place; `finding.message` has the English one with it.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   formatPolicyFinding,
 *   loadAuthority,
 *   loadPolicy,
 *   verifyPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const transitions = compensationDefinition.transitions.filter(({ on }) => on !== 'appeal');
 * const deaf = { ...compensationDefinition, transitions };
 * const policy = unwrap(loadPolicy(compensationKind, deaf, { authority, calendars }));
 * const [finding] = verifyPolicy(policy, { cases: 0 });
 * finding && formatPolicyFinding(finding, 'zh-CN'); // => '没有任何流转使用命令“appeal”。'
 * ```
 */
export function formatPolicyFinding(finding: PolicyFinding, locale: Locale): string {
  return policyFindings.format(finding, locale);
}
