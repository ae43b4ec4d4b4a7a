import type { Locale } from '../foundation/index.js';
import { type CoreIssue, coreIssues } from './coreIssues.js';

/**
 * The sentence of an issue in English or Chinese, without its place; `issue.message` has the English one with it.
 *
 * @example
 * ```ts
 * import { formatIssue, parseMoney } from '@aftercare/core';
 *
 * const result = parseMoney({ minor: 100, currency: 'XXQ' });
 * result.ok ? '' : formatIssue(result.issues[0], 'zh-CN'); // => '没有 ISO 4217 代码为 "XXQ" 的货币。'
 * ```
 */
export function formatIssue(issue: CoreIssue, locale: Locale): string {
  return coreIssues.format(issue, locale);
}
