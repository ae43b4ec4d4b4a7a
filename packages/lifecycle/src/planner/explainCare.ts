import { type Instant, instantOf, type Locale } from '@aftercare/core';
import { explain, formatExplanation, type RuleExplanation } from '@aftercare/rules';
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
  { seen, candidates, suppressionOf, withdrawals }: Decision,
  { ruleSet }: CareRules,
): CareExplanation {
  const { rules, version } = explain(ruleSet, seen.facts);
  const byName = new Map(rules.map((each) => [each.rule.name, each]));
  const fired = candidates.flatMap((candidate) => {
    const { name } = candidate.rule.rule;
    const conditions = byName.get(name);
    byName.delete(name);
    if (conditions === undefined) return [];
    return [entryOf(conditions, outcomeOf(candidate, suppressionOf(candidate)))];
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
): CareRuleOutcome {
  if (suppression !== undefined) return { kind: 'suppressed', actionId, ...suppression };
  // A candidate that nothing suppresses has a proposal.
  if (proposal === undefined) throw new RangeError(`Nothing was decided about ${actionId}.`);
  return { kind: 'planned', actionId, channel: proposal.channel, dueAt: instantOf(proposal.dueAt) };
}

/**
 * An explanation as lines of text: what is planned, what was suppressed and why, what is withdrawn, and what did not fire
 * and would have taken.
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { createPlanner, formatCareExplanation, newProspect } from '@aftercare/lifecycle';
 *
 * const planner = createPlanner({ calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const facts = { ...newProspect, daysSinceUnpaidOrder: 1 };
 * const now = '2026-03-04T09:00:00Z';
 * const explanation = planner.explainCare({ customer: { id: 'c-1' }, facts, history: [], now });
 * formatCareExplanation(explanation, 'en').split('\n')[0];
 * // => 'prospect_payment_reminder: planned on app_push for 2026-03-04T09:00:00.000Z.'
 * ```
 */
export function formatCareExplanation(
  { rules, rulesVersion, withdrawals }: CareExplanation,
  locale: Locale,
): string {
  const blocks = rules.map((each) => ruleText(each, rulesVersion, locale));
  return [...withdrawals.map((each) => formatWithdrawal(each, locale)), ...blocks].join('\n\n');
}

function ruleText(
  { rule, because, outcome, conditions }: CareRuleExplanation,
  version: string,
  locale: Locale,
): string {
  switch (outcome.kind) {
    case 'planned':
      return `${PLANNED[locale](rule, outcome.channel, outcome.dueAt)}\n  ${because}`;
    case 'suppressed':
      return `${SUPPRESSED[locale](rule, formatSuppression(outcome, locale))}\n  ${because}`;
    case 'not_fired':
      return formatExplanation({ version, rules: [conditions] }, locale);
  }
}

const PLANNED: Readonly<Record<Locale, (rule: string, channel: string, dueAt: Instant) => string>> = {
  en: (rule, channel, dueAt) => `${rule}: planned on ${channel} for ${dueAt}.`,
  'zh-CN': (rule, channel, dueAt) => `${rule}：已安排于 ${dueAt} 通过 ${channel} 发送。`,
};

const SUPPRESSED: Readonly<Record<Locale, (rule: string, reason: string) => string>> = {
  en: (rule, reason) => `${rule}: fired, and nothing is sent. ${reason}`,
  'zh-CN': (rule, reason) => `${rule}：已触发，但不发送。${reason}`,
};
