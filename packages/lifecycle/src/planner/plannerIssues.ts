import type { IssuePath } from '@aftercare/core';
import type { CareParams, CarePolicy, CareRules } from '../care/index.js';
import { type LifecycleIssue, lifecycleIssues } from '../issues/index.js';
import {
  type MessageParameter,
  type MessageTemplates,
  messageParamsSchema,
  type TemplateSignature,
} from '../templates/index.js';
import { sourceOf } from './parameters.js';

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
    issues.push(...parameterIssues(params, template, path));
  }
  return issues;
}

function parameterIssues(params: CareParams, template: TemplateSignature, path: IssuePath): LifecycleIssue[] {
  const constants = params.parameters ?? {};
  const issues = Object.entries(template.parameters).flatMap(([name, parameter]) => {
    const { type } = parameter;
    const isMarketing = type === 'coupon' || type === 'link';
    const disguised = isMarketing && params.purpose === 'service';
    const details = { because: 'parameter', name } as const;
    return [
      ...(disguised ? [lifecycleIssues.create('marketing_as_service', [...path, 'purpose'], details)] : []),
      ...valueIssues(name, parameter, constants, template.code, path),
    ];
  });
  for (const parameter of Object.keys(constants)) {
    if (Object.hasOwn(template.parameters, parameter)) continue;
    const details = { parameter, template: template.code };
    issues.push(
      lifecycleIssues.create('parameter_not_in_template', [...path, 'parameters', parameter], details),
    );
  }
  return issues;
}

function valueIssues(
  name: string,
  parameter: MessageParameter,
  constants: Readonly<Record<string, string | number>>,
  template: string,
  path: IssuePath,
): LifecycleIssue[] {
  const { type, optional = false } = parameter;
  const otherType = (...at: string[]) => {
    const details = { parameter: name, type, template };
    return [lifecycleIssues.create('parameter_of_another_type', [...path, ...at], details)];
  };
  if (Object.hasOwn(constants, name)) {
    const alone = messageParamsSchema({ code: template, parameters: { [name]: parameter } });
    return alone.safeParse({ [name]: constants[name] }).success ? [] : otherType('parameters', name);
  }
  const source = sourceOf(name, type);
  if (source === 'another_type') return otherType('template');
  if (source === 'right_type' || optional) return [];
  const details = { parameter: name, template };
  return [lifecycleIssues.create('parameter_without_source', [...path, 'parameters'], details)];
}
