import { codeSchema, type IssuePath, parseWith, type Result, resultOf } from '@aftercare/core';
import { factNamesOf, loadRules, type Rule, type RuleIssue, type RuleSet } from '@aftercare/rules';
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
  if (!loaded.ok) return loaded;
  const issues: LifecycleIssue[] = [];
  const isBareList = Array.isArray(document);
  const careRules: CareRule[] = [];
  for (const rule of loaded.value.rules) {
    const path = [...(isBareList ? [] : ['rules']), rule.index];
    if (!codeSchema.safeParse(rule.name).success) {
      issues.push(lifecycleIssues.create('care_rule_name', [...path, 'name'], { name: rule.name }));
    }
    const params = paramsOf(rule, [...path, 'event'], issues);
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

function paramsOf({ event }: Rule, path: IssuePath, issues: LifecycleIssue[]): CareParams | undefined {
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
