import type { CarePolicy, CareRules } from '../care/index.js';
import { type LifecycleIssue, lifecycleIssues } from '../issues/index.js';
import { type MessageTemplates, messageParamsSchema } from '../templates/index.js';
import { hasSource } from './parameters.js';

/** What must fit together before there can be a planner. */
export interface PlannerParts {
  readonly rules: CareRules;
  readonly policy: CarePolicy;
  readonly templates: MessageTemplates;
}

/**
 * What does not fit together in rules, templates and policy, each with the place of the rule: a template, channel or
 * festival that there is none of; a parameter that nothing fills in, of another type, or that the template does not have;
 * a message with a coupon or a link that calls itself a service. Empty: a planner can be made.
 *
 * @example
 * ```ts
 * import { defaultCarePolicy, defaultCareRules, loadCareRules, plannerIssues } from '@aftercare/lifecycle';
 * import { unwrap } from '@aftercare/core';
 *
 * const rules = unwrap(loadCareRules(defaultCareRules));
 * const policy = { ...defaultCarePolicy, festivals: [] };
 * plannerIssues({ rules, policy, templates: new Map() }).some(({ code }) => code === 'no_such_template'); // => true
 * ```
 */
export function plannerIssues({ rules, policy, templates }: PlannerParts): readonly LifecycleIssue[] {
  const issues: LifecycleIssue[] = [];
  for (const { rule, params } of rules.careRules) {
    const path = ['rules', rule.index, 'event', 'params'];
    for (const [index, channel] of params.channels.entries()) {
      if (policy.channels.some(({ code }) => code === channel)) continue;
      issues.push(lifecycleIssues.create('no_such_channel', [...path, 'channels', index], { channel }));
    }
    const { festival, template: code } = params;
    if (festival !== undefined && !policy.festivals.some((each) => each.code === festival)) {
      issues.push(lifecycleIssues.create('no_such_festival', [...path, 'festival'], { festival }));
    }
    const template = templates.get(code);
    if (template === undefined) {
      issues.push(lifecycleIssues.create('no_such_template', [...path, 'template'], { template: code }));
      continue;
    }
    const constants = params.parameters ?? {};
    for (const [name, parameter] of Object.entries(template.parameters)) {
      const { type, optional = false } = parameter;
      const isMarketing = type === 'coupon' || type === 'link';
      if (isMarketing && params.purpose === 'service') {
        const details = { because: 'parameter', name } as const;
        issues.push(lifecycleIssues.create('marketing_as_service', [...path, 'purpose'], details));
      }
      if (Object.hasOwn(constants, name)) {
        const alone = messageParamsSchema({ code, parameters: { [name]: parameter } });
        if (alone.safeParse({ [name]: constants[name] }).success) continue;
        const details = { parameter: name, type, template: code };
        issues.push(
          lifecycleIssues.create('parameter_of_another_type', [...path, 'parameters', name], details),
        );
      } else if (!optional && !hasSource(name, type)) {
        const details = { parameter: name, template: code };
        issues.push(lifecycleIssues.create('parameter_without_source', [...path, 'parameters'], details));
      }
    }
    for (const name of Object.keys(constants)) {
      if (Object.hasOwn(template.parameters, name)) continue;
      const details = { parameter: name, template: code };
      issues.push(
        lifecycleIssues.create('parameter_not_in_template', [...path, 'parameters', name], details),
      );
    }
  }
  return issues;
}
