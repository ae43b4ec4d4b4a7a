import { unwrap } from '@aftercare/core';
import {
  type CareParams,
  type CarePolicy,
  type CareRules,
  createPlanner,
  defaultCarePolicy,
  loadCareRules,
  type MessageTemplates,
  type Planner,
  type PlannerOptions,
} from '@aftercare/lifecycle';
import { shanghai } from './customers.js';

/** A care rule in as few words as a test needs. */
export interface RuleSketch extends Partial<CareParams> {
  readonly name: string;
  readonly priority?: number;
  /** What must all hold. Absent: nothing, so that the rule fires for everybody. */
  readonly when?: readonly object[];
}

/** A condition: the fact is so much at least. */
export const atLeast = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value });

/** A condition: the fact is less than so much. */
export const below = (fact: string, value: number) => ({ fact, operator: 'lessThan', value });

/** A condition: the fact is just that. */
export const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value });

/** A template without parameters, so that tests need not fill any. */
const plainTemplates: MessageTemplates = new Map([['plain', { code: 'plain', parameters: {} }]]);

/** Rules that care for everybody by app, once an order, for a day, unless they say otherwise. */
export function careRulesOf(...sketches: readonly RuleSketch[]): CareRules {
  return unwrap(loadCareRules({ format: 1, rules: sketches.map(ruleDocument) }));
}

function ruleDocument({ name, priority, when = [], ...params }: RuleSketch): object {
  return {
    name,
    because: `The test ${name}.`,
    ...(priority !== undefined && { priority }),
    conditions: { all: when },
    event: {
      type: 'care',
      params: {
        kind: 'care',
        template: 'plain',
        channels: ['app_push'],
        once: 'order',
        validForDays: 1,
        purpose: 'service',
        ...params,
      },
    },
  };
}

/** What a planner of a test has of its own: a change of the policy, or anything else. */
export interface PlannerSketch extends Omit<Partial<PlannerOptions>, 'policy'> {
  readonly policy?: Partial<CarePolicy>;
}

/**
 * A planner of these rules for the shop in Shanghai. Unless the test is about them, nobody has to agree to marketing, and
 * there are no caps.
 */
export function plannerOf(sketches: readonly RuleSketch[], { policy, ...rest }: PlannerSketch = {}): Planner {
  return createPlanner({
    calendar: shanghai,
    rules: careRulesOf(...sketches),
    templates: plainTemplates,
    policy: openPolicy(policy),
    ...rest,
  });
}

/** The default policy without the need to agree to marketing and without caps, and what else a test changes. */
export function openPolicy(change: Partial<CarePolicy> = {}): CarePolicy {
  return {
    ...defaultCarePolicy,
    marketingConsent: 'opt_out',
    caps: { usual: [], widened: [] },
    ...change,
  };
}
