import { codeSchema, type IssuePath, type Locale, parseWith, type Result, resultOf } from '@aftercare/core';
import {
  factNamesOf,
  formatRuleIssue,
  loadRules,
  type Rule,
  type RuleIssue,
  type RuleSet,
} from '@aftercare/rules';
import { type LifecycleIssue, lifecycleIssues } from '../issues/index.js';
import { type CareFacts, careFacts } from './careFacts.js';
import { type CareParams, careParamsSchema } from './careParams.js';

/** A care rule: a rule, and what its event says. */
export interface CareRule {
  readonly rule: Rule;
  readonly params: CareParams;
}

/** Care rules that are loaded and checked. */
export interface CareRules {
  /** The rules themselves, on the facts of `careFacts`. */
  readonly ruleSet: RuleSet<CareFacts>;
  /** One entry a rule, at the place that `rule.index` tells. */
  readonly careRules: readonly CareRule[];
}

/** An issue of a care rule: of its conditions, or of what its event says. */
export type CareRuleIssue = RuleIssue | LifecycleIssue;

/**
 * Loads care rules from a rule document: each is a rule whose event has the type `care` and {@link CareParams}.
 *
 * @returns the rules, or every issue found. A rule that recommends, offers or gives something under the purpose
 * `service` is refused with `marketing_as_service`.
 *
 * @example
 * ```ts
 * import { loadCareRules } from '@aftercare/lifecycle';
 *
 * const result = loadCareRules({
 *   format: 1,
 *   rules: [
 *     {
 *       name: 'coupon_for_everybody',
 *       because: 'It is Monday.',
 *       conditions: { all: [{ fact: 'purchaseCount', operator: 'greaterThan', value: 0 }] },
 *       event: {
 *         type: 'care',
 *         params: {
 *           kind: 'offer',
 *           template: 'coupon',
 *           channels: ['sms'],
 *           once: 'year',
 *           validForDays: 7,
 *           purpose: 'service',
 *         },
 *       },
 *     },
 *   ],
 * });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['marketing_as_service']
 * ```
 */
export function loadCareRules(document: unknown): Result<CareRules, CareRuleIssue> {
  const loaded = loadRules(document, careFacts);
  if (!loaded.ok) return { ok: false, issues: [...loaded.issues, ...issuesOfEvents(document)] };
  const issues: LifecycleIssue[] = [];
  const careRules: CareRule[] = [];
  for (const rule of loaded.value.rules) {
    const path = pathOf(rule.index, document);
    const params = paramsOf(rule, path, issues);
    if (params === undefined) continue;
    const isForFestivals = factNamesOf([rule]).includes('daysUntilFestival');
    if (isForFestivals && params.purpose === 'service') {
      const details = { because: 'fact', name: 'daysUntilFestival' } as const;
      issues.push(
        lifecycleIssues.create('marketing_as_service', [...path, 'event', 'params', 'purpose'], details),
      );
    }
    careRules.push({ rule, params });
  }
  return resultOf({ ruleSet: loaded.value, careRules }, issues);
}

/**
 * The sentence of an issue of care rules in English or Chinese, without its place; `issue.message` has the English one with
 * it.
 *
 * @example
 * ```ts
 * import { formatCareRuleIssue, loadCareRules } from '@aftercare/lifecycle';
 *
 * const conditions = { all: [{ fact: 'purchasesCount', operator: 'equal', value: 1 }] };
 * const result = loadCareRules([{ name: 'thanks', conditions, event: { type: 'alert' } }]);
 * result.ok ? [] : result.issues.map((issue) => formatCareRuleIssue(issue, 'zh-CN'));
 * // => ['没有名为“purchasesCount”的事实。是否应为“purchaseCount”？', '事件类型应为“care”，收到 alert。']
 * ```
 */
export function formatCareRuleIssue(issue: CareRuleIssue, locale: Locale): string {
  return lifecycleIssues.has(issue) ? lifecycleIssues.format(issue, locale) : formatRuleIssue(issue, locale);
}

/** A rule as far as care rules ask for more than others do. */
type NamedEvent = Pick<Rule, 'name' | 'event'>;

/** What can be said of events where rules cannot be read, so that all mistakes of a document are told at once. */
function issuesOfEvents(document: unknown): readonly LifecycleIssue[] {
  const issues: LifecycleIssue[] = [];
  const rules: unknown = Array.isArray(document) ? document : isRecord(document) ? document.rules : undefined;
  if (!Array.isArray(rules)) return issues;
  for (const [index, rule] of rules.entries()) {
    // What is no rule at all has been told.
    if (hasNamedEvent(rule)) paramsOf(rule, pathOf(index, document), issues);
  }
  return issues;
}

function hasNamedEvent(rule: unknown): rule is NamedEvent {
  if (!isRecord(rule) || typeof rule.name !== 'string' || !isRecord(rule.event)) return false;
  const { type, params } = rule.event;
  return typeof type === 'string' && (params === undefined || isRecord(params));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of a rule in a document, which may be a bare list of rules. */
function pathOf(index: number, document: unknown): IssuePath {
  return Array.isArray(document) ? [index] : ['rules', index];
}

function paramsOf(
  { name, event }: NamedEvent,
  ofRule: IssuePath,
  issues: LifecycleIssue[],
): CareParams | undefined {
  if (!codeSchema.safeParse(name).success) {
    issues.push(lifecycleIssues.create('care_rule_name', [...ofRule, 'name'], { name }));
  }
  const path = [...ofRule, 'event'];
  if (event.type !== 'care') {
    issues.push(lifecycleIssues.create('not_a_care_event', [...path, 'type'], { received: event.type }));
    return undefined;
  }
  const params = parseWith(lifecycleIssues, careParamsSchema, event.params ?? {});
  if (params.ok) return params.value;
  for (const issue of params.issues) {
    issues.push(lifecycleIssues.complete({ ...issue, path: [...path, 'params', ...issue.path] }));
  }
  return undefined;
}
