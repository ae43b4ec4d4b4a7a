import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { careRulesOf, openPolicy, type RuleSketch } from '../../test/careRules.js';
import { shanghai } from '../../test/customers.js';
import { defaultCarePolicy } from '../care/index.js';
import type { MessageParameter } from '../templates/index.js';
import { createPlanner } from './planner.js';
import { plannerIssues } from './plannerIssues.js';

const issuesOf = (
  rule: Partial<RuleSketch>,
  parameters: Readonly<Record<string, MessageParameter>> = {},
  policy = openPolicy(),
) => {
  const templates = new Map([['plain', { code: 'plain', parameters }]]);
  const parts = { rules: careRulesOf({ name: 'rule', ...rule }), policy, templates };
  const issues = plannerIssues(parts);
  const make = () => createPlanner({ calendar: shanghai, ...parts });
  if (issues.length === 0) expect(make).not.toThrow();
  else expect(make).toThrow(AftercareError);
  return issues.map(({ code, path }) => [code, path.join('.')]);
};
const params = 'rules.0.event.params';

describe('rules, policy and templates', () => {
  test('fit together as they are shipped', () => {
    expect(() => createPlanner({ calendar: shanghai })).not.toThrow();
  });

  test('fit when there is nothing to fill in', () => {
    expect(issuesOf({})).toEqual([]);
  });

  test.each<[string, Partial<RuleSketch>, readonly (readonly string[])[]]>([
    ['a template', { template: 'other' }, [['no_such_template', `${params}.template`]]],
    ['a channel', { channels: ['sms', 'pigeon'] }, [['no_such_channel', `${params}.channels.1`]]],
    ['a festival', { once: 'festival', festival: 'easter' }, [['no_such_festival', `${params}.festival`]]],
    [
      'any of them',
      { once: 'festival', festival: 'easter', template: 'other', channels: ['pigeon'] },
      [
        ['no_such_channel', `${params}.channels.0`],
        ['no_such_festival', `${params}.festival`],
        ['no_such_template', `${params}.template`],
      ],
    ],
  ])('do not fit where there is no such thing as %s', (_, rule, expected) => {
    expect(issuesOf(rule)).toEqual(expected);
  });

  test.each<[string, Readonly<Record<string, MessageParameter>>]>([
    ['a fact', { purchaseCount: { type: 'integer' }, totalSpentMinor: { type: 'money' } }],
    ['a name', { customerName: { type: 'text' }, tierTitle: { type: 'text' } }],
    ['the last day', { expiresOn: { type: 'day' } }],
    ['a day', { lastPaidDay: { type: 'day' } }],
    ['a code', { stage: { type: 'text' } }],
    ['nothing, being optional', { anything: { type: 'coupon', optional: true } }],
  ])('fit where a parameter comes from %s', (_, parameters) => {
    expect(issuesOf({ purpose: 'marketing' }, parameters)).toEqual([]);
  });

  test('do not fit where a parameter comes from nowhere', () => {
    expect(issuesOf({ purpose: 'marketing' }, { discountPercent: { type: 'integer' } })).toEqual([
      ['parameter_without_source', `${params}.parameters`],
    ]);
  });

  test.each<[string, Readonly<Record<string, MessageParameter>>]>([
    ['a name that is no number', { customerName: { type: 'integer' } }],
    ['a day that is asked for as text', { expiresOn: { type: 'text' } }],
    ['a fact that is no coupon', { purchaseCount: { type: 'coupon' } }],
    ['a count that is no amount', { purchaseCount: { type: 'money' } }],
    ['an amount that is no count', { totalSpentMinor: { type: 'integer' } }],
    ['a mean that need not be whole', { ownCycleDays: { type: 'integer' } }],
    ['a stage that is no day', { stage: { type: 'day' } }],
    ['a yes or no', { isMemberDay: { type: 'text' } }],
    ['a record', { daysSinceSent: { type: 'text', optional: true } }],
  ])('do not fit where a parameter comes from %s', (_, parameters) => {
    expect(issuesOf({ purpose: 'marketing' }, parameters)).toEqual([
      ['parameter_of_another_type', `${params}.template`],
    ]);
  });

  test('fit where the rule fills in what the template asks for', () => {
    const parameters = { discountPercent: 10, code: 'SPRING-10', link: 'https://shop.example/spring' };
    const asked = {
      discountPercent: { type: 'integer' },
      code: { type: 'coupon' },
      link: { type: 'link' },
    } as const;
    expect(issuesOf({ parameters, purpose: 'marketing' }, asked)).toEqual([]);
    expect(
      issuesOf({ parameters: { discountPercent: '10' } }, { discountPercent: { type: 'integer' } }),
    ).toEqual([['parameter_of_another_type', `${params}.parameters.discountPercent`]]);
    expect(issuesOf({ parameters: { discountPercent: 10 } })).toEqual([
      ['parameter_not_in_template', `${params}.parameters.discountPercent`],
    ]);
  });

  test.each(['coupon', 'link'] as const)('a message with a %s is marketing', (type) => {
    const parameters = { it: { type, optional: true } } as const;
    expect(issuesOf({ purpose: 'service' }, parameters)).toEqual([
      ['marketing_as_service', `${params}.purpose`],
    ]);
    expect(issuesOf({ purpose: 'marketing' }, parameters)).toEqual([]);
  });

  test('are told of every rule', () => {
    const rules = careRulesOf({ name: 'one', channels: ['pigeon'] }, { name: 'two', template: 'other' });
    const issues = plannerIssues({ rules, policy: defaultCarePolicy, templates: new Map() });
    expect(issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ['no_such_channel', 0],
      ['no_such_template', 0],
      ['no_such_template', 1],
    ]);
  });
});
