import type { Locale } from '@aftercare/core/foundation';
import { type RuleIssue, ruleIssues } from './ruleIssues.js';

/**
 * The sentence of an issue in English or Chinese, without its place; `issue.message` has the English one with it.
 *
 * @example
 * ```ts
 * import { z } from 'zod';
 * import { defineFacts, formatRuleIssue, loadRules } from '@aftercare/rules';
 *
 * const facts = defineFacts(z.object({ purchaseCount: z.int().min(0) }));
 * const result = loadRules({ format: 2, rules: [] }, facts);
 * result.ok ? '' : formatRuleIssue(result.issues[0], 'zh-CN'); // => '应为 1，收到 2。'
 * ```
 */
export function formatRuleIssue(issue: RuleIssue, locale: Locale): string {
  return ruleIssues.format(issue, locale);
}
