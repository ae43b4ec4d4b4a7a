import { type Instant, instantOf, type Locale } from '@aftercare/core';
import { explain, formatTurns, type RuleExplanation } from '@aftercare/rules';
import type { CareRules } from '../care/index.js';
import type { CareWithdrawal, Suppression } from './careReceipt.js';
import type { Decision } from './decide.js';
import type { PlanInput } from './planInput.js';
import { formatSuppression, formatWithdrawal } from './suppressionTexts.js';

/** What became of one rule for a customer. */
export type CareRuleOutcome =
  | {
      readonly kind: 'planned';
      readonly actionId: string;
      readonly channel: string;
      readonly dueAt: Instant;
    }
  | ({ readonly kind: 'suppressed'; readonly actionId: string } & Suppression)
  | { readonly kind: 'not_fired' };

/** One rule and what became of it for a customer. */
export interface CareRuleExplanation {
  readonly rule: string;
  readonly because: string;
  readonly outcome: CareRuleOutcome;
  /** Which of its conditions hold, and what would have turned the result. */
  readonly conditions: RuleExplanation;
}

/** What became of every rule for one customer: first those that fired, then the others, each in the order of the rules. */
export interface CareExplanation {
  readonly customerId: string;
  readonly rulesVersion: string;
  readonly rules: readonly CareRuleExplanation[];
  readonly withdrawals: readonly CareWithdrawal[];
}

/** Puts a decision beside the explanation of every rule. */
export function explainDecision(
  { customer }: PlanInput,
  { seen, candidates, suppressionOf, channelOf, withdrawals }: Decision,
  { ruleSet }: CareRules,
): CareExplanation {
  const { rules, version } = explain(ruleSet, seen.facts);
  const byName = new Map(rules.map((each) => [each.rule.name, each]));
  const fired = candidates.flatMap((candidate) => {
    const { name } = candidate.rule.rule;
    const conditions = byName.get(name);
    byName.delete(name);
    if (conditions === undefined) return [];
    return [entryOf(conditions, outcomeOf(candidate, suppressionOf(candidate), channelOf(candidate)))];
  });
  const others = Array.from(byName.values(), (conditions) => entryOf(conditions, { kind: 'not_fired' }));
  return {
    customerId: customer.id,
    rulesVersion: version,
    rules: [...fired, ...others],
    withdrawals,
  };
}

function entryOf(conditions: RuleExplanation, outcome: CareRuleOutcome): CareRuleExplanation {
  const { name, because = '' } = conditions.rule;
  return { rule: name, because, outcome, conditions };
}

function outcomeOf(
  { actionId, proposal }: Decision['candidates'][number],
  suppression: Suppression | undefined,
  channel: string,
): CareRuleOutcome {
  if (suppression !== undefined) return { kind: 'suppressed', actionId, ...suppression };
  // A candidate that nothing suppresses has a proposal.
  if (proposal === undefined) throw new RangeError(`Nothing was decided about ${actionId}.`);
  return { kind: 'planned', actionId, channel, dueAt: instantOf(proposal.dueAt) };
}

/**
 * An explanation as text for people: what is withdrawn, what is planned, what was suppressed and why; then every rule that
 * did not fire with the least that would have had to be different, those first that lack least. Which conditions hold is
 * left out; `conditions` of each rule has it, and `formatExplanation` of the rules package writes it.
 *
 * Rules give their own reasons in the language they are written in.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import { createPlanner, formatCareExplanation, loadCareRules, newProspect, prospectRules } from '@aftercare/lifecycle';
 *
 * const rules = unwrap(loadCareRules(prospectRules));
 * const planner = createPlanner({ rules, calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const facts = { ...newProspect, daysSinceUnpaidOrder: 4 };
 * const now = '2026-03-04T09:00:00Z';
 * const explanation = planner.explainCare({ customer: { id: 'c-1' }, facts, history: [], now });
 * formatCareExplanation(explanation, 'en').split('\n');
 * // => ['No rule fired.', '', 'Did not fire, and what would have had to be different, the nearest first:', '  prospect_payment_reminder', '    daysSinceUnpaidOrder is less than 4 (it is 4): 1 less', '  prospect_invitation', '    daysSinceUnpaidOrder is null (it is 4)']
 * ```
 */
export function formatCareExplanation({ rules, withdrawals }: CareExplanation, locale: Locale): string {
  const fired = rules.flatMap((each) => firedText(each, locale) ?? []);
  const others = rules.filter(({ outcome }) => outcome.kind === 'not_fired');
  return [
    ...withdrawals.map((each) => formatWithdrawal(each, locale)),
    ...(fired.length === 0 ? [NONE_FIRED[locale]] : fired),
    ...(others.length === 0 ? [] : [othersText(others, locale)]),
  ].join('\n\n');
}

/** The text of a rule that fired; undefined for one that did not. */
function firedText({ rule, because, outcome }: CareRuleExplanation, locale: Locale): string | undefined {
  switch (outcome.kind) {
    case 'planned':
      return `${PLANNED[locale](rule, outcome.channel, outcome.dueAt)}\n  ${because}`;
    case 'suppressed':
      return `${SUPPRESSED[locale](rule, formatSuppression(outcome, locale))}\n  ${because}`;
    case 'not_fired':
      return undefined;
  }
}

/** The rules that did not fire, each with what it lacks one a line. */
function othersText(others: readonly CareRuleExplanation[], locale: Locale): string {
  const nearestFirst = [...others].sort((one, other) => lacking(one) - lacking(other));
  const lines = nearestFirst.flatMap(({ rule, conditions }) => {
    const turns = formatTurns(conditions, locale);
    return [`  ${rule}`, ...(turns.length === 0 ? [IMPOSSIBLE[locale]] : turns).map((text) => `    ${text}`)];
  });
  return [NOT_FIRED[locale], ...lines].join('\n');
}

/** How much would have had to be different; what nothing could make fire is the farthest away. */
function lacking({ conditions }: CareRuleExplanation): number {
  return conditions.turns?.length ?? Number.MAX_SAFE_INTEGER;
}

const PLANNED: Readonly<Record<Locale, (rule: string, channel: string, dueAt: Instant) => string>> = {
  en: (rule, channel, dueAt) => `${rule}: planned on ${channel} for ${dueAt}.`,
  'zh-CN': (rule, channel, dueAt) => `${rule}：已安排于 ${dueAt} 通过 ${channel} 发送。`,
};

const SUPPRESSED: Readonly<Record<Locale, (rule: string, reason: string) => string>> = {
  en: (rule, reason) => `${rule}: fired, and nothing is sent. ${reason}`,
  'zh-CN': (rule, reason) => `${rule}：已触发，但不发送。${reason}`,
};

const NONE_FIRED: Readonly<Record<Locale, string>> = {
  en: 'No rule fired.',
  'zh-CN': '没有规则被触发。',
};

const NOT_FIRED: Readonly<Record<Locale, string>> = {
  en: 'Did not fire, and what would have had to be different, the nearest first:',
  'zh-CN': '未触发的规则及触发所需的变化，差距最小的在前：',
};

const IMPOSSIBLE: Readonly<Record<Locale, string>> = {
  en: 'Nothing could have made it fire.',
  'zh-CN': '无论如何都不会触发。',
};
