import { defineIssues, type IssueOf, type Locale } from '@aftercare/core/foundation';
import type { BeyondReason } from './dimension.js';

/** A part of what facts can be: each fact that matters with its values, as they are shown in every language. */
export type Where = readonly WhereFact[];

/** A fact with the values that are meant: `5`, `6..29`, `(0.5, 1]`, `"a"`, `null`, and `…` for all not mentioned. */
export interface WhereFact {
  /** The name of the fact, and the path into it if there is one. */
  readonly fact: string;
  readonly values: readonly string[];
}

/** Details of every finding of `lintRules`, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type LintFindingDetails = {
  /** The conditions of a rule contradict each other, or what its facts can be. */
  never_fires: { readonly rule: string };
  /** The conditions of a rule hold whatever the facts are. */
  always_fires: { readonly rule: string };
  /** Two rules fire for the same facts and do the same. */
  duplicate: { readonly rule: string; readonly of: string };
  /** Whenever a rule fires, one of higher priority fires as well and does the same. */
  covered: { readonly rule: string; readonly by: string };
  /** Two rules of an exclusive group can fire together. */
  overlap: { readonly group: string; readonly rules: readonly [string, string]; readonly where: Where };
  /** Within the range of a complete group there are facts for which none of its rules fires. */
  gap: { readonly group: string; readonly where: Where };
  /** A comparison is beyond the analysis: what it does to its rule is not known. */
  not_analysed: { readonly rule: string; readonly comparison: string; readonly reason: BeyondReason };
  /** A rule's conditions, or a group of rules, are too involved for the analysis. */
  too_involved: { readonly what: 'rule' | 'group'; readonly name: string };
};

/** Something that `lintRules` found. Its path is that of the rule or group in the document. */
export type LintFinding = IssueOf<LintFindingDetails>;

const REASONS: Readonly<Record<Locale, Readonly<Record<BeyondReason, string>>>> = {
  en: {
    custom_operator: 'its operator is a custom one',
    two_facts: 'it compares two facts',
    part: 'it reads a part that may not be there, or an item of a list',
    type: 'its fact is of a type that is not analysed in this way',
    too_many_cases: 'too many values of its list are mentioned',
  },
  'zh-CN': {
    custom_operator: '使用了自定义运算符',
    two_facts: '比较的是两个事实',
    part: '读取的部分可能不存在，或是列表中的一项',
    type: '事实的类型不能这样分析',
    too_many_cases: '提到的列表取值过多',
  },
};

const englishWhere = (where: Where) =>
  where.length === 0
    ? 'any facts'
    : where.map(({ fact, values }) => `${fact} ${values.join(' or ')}`).join(', ');

const chineseWhere = (where: Where) =>
  where.length === 0
    ? '任何事实'
    : where.map(({ fact, values }) => `${fact} 为 ${values.join(' 或 ')}`).join('，');

/** Makes and formats the findings of `lintRules`. */
export const lintFindings = defineIssues<LintFindingDetails>({
  en: {
    never_fires: ({ rule }) => `The rule "${rule}" can never fire: its conditions contradict each other.`,
    always_fires: ({ rule }) => `The rule "${rule}" always fires.`,
    duplicate: ({ rule, of }) => `The rule "${rule}" fires for the same facts as "${of}" and does the same.`,
    covered: ({ rule, by }) =>
      `Whenever the rule "${rule}" fires, "${by}" fires before it and does the same.`,
    overlap: ({ group, rules, where }) =>
      `The group "${group}" is exclusive, and "${rules[0]}" and "${rules[1]}" both fire for ${englishWhere(where)}.`,
    gap: ({ group, where }) => `The group "${group}" has a gap: ${englishWhere(where)} belongs to no rule.`,
    not_analysed: ({ rule, comparison, reason }) =>
      `Not analysed: ${comparison} in the rule "${rule}", since ${REASONS.en[reason]}.`,
    too_involved: ({ what, name }) => `Not analysed: the ${what} "${name}" is too involved.`,
  },
  'zh-CN': {
    never_fires: ({ rule }) => `规则“${rule}”永远不会触发：其条件互相矛盾。`,
    always_fires: ({ rule }) => `规则“${rule}”总会触发。`,
    duplicate: ({ rule, of }) => `规则“${rule}”与“${of}”在相同情况下触发，结果也相同。`,
    covered: ({ rule, by }) => `规则“${rule}”触发时，“${by}”总会先触发，结果也相同。`,
    overlap: ({ group, rules, where }) =>
      `分组“${group}”要求互斥，而“${rules[0]}”和“${rules[1]}”会同时触发：${chineseWhere(where)}。`,
    gap: ({ group, where }) => `分组“${group}”有缺口：${chineseWhere(where)}时没有规则触发。`,
    not_analysed: ({ rule, comparison, reason }) =>
      `未分析：规则“${rule}”中的 ${comparison}，因为${REASONS['zh-CN'][reason]}。`,
    too_involved: ({ what, name }) => `未分析：${what === 'rule' ? '规则' : '分组'}“${name}”过于复杂。`,
  },
});

/**
 * The sentence of a finding in English or Chinese, without its place; `finding.message` has the English one with it.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, formatFinding, lintRules, loadRules, unwrap } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ days: z.int().min(0) }));
 * const rules = unwrap(loadRules([{ name: 'a', conditions: { all: [] }, event: { type: 'care' } }], facts));
 * lintRules(rules).map((finding) => formatFinding(finding, 'zh-CN')); // => ['规则“a”总会触发。']
 * ```
 */
export function formatFinding(finding: LintFinding, locale: Locale): string {
  return lintFindings.format(finding, locale);
}
