import { describe, expect, test } from 'vitest';
import { formatCareRuleIssue, loadCareRules } from './careRules.js';

const params = {
  kind: 'care',
  template: 'thank_you',
  channels: ['sms'],
  once: 'order',
  validForDays: 2,
  purpose: 'service',
};
const rule = {
  name: 'thanks',
  because: 'They bought.',
  conditions: { all: [{ fact: 'purchaseCount', operator: 'greaterThan', value: 0 }] },
  event: { type: 'care', params },
};
const issuesOf = (document: unknown) => {
  const result = loadCareRules(document);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};
const withParams = (change: object) => ({
  format: 1,
  rules: [{ ...rule, event: { type: 'care', params: { ...params, ...change } } }],
});

describe('care rules', () => {
  test('are loaded with what their events say, in the order of the document', () => {
    const result = loadCareRules({ format: 1, rules: [rule, { ...rule, name: 'more_thanks', priority: 9 }] });
    expect(result.ok && result.value.careRules.map((care) => [care.rule.name, care.params])).toEqual([
      ['thanks', params],
      ['more_thanks', params],
    ]);
  });

  test.each(['recommend', 'offer', 'gift'])('the kind %s is marketing, whatever it calls itself', (kind) => {
    expect(issuesOf(withParams({ kind }))).toEqual([
      ['marketing_as_service', 'rules.0.event.params.purpose'],
    ]);
    expect(issuesOf(withParams({ kind, purpose: 'marketing' }))).toEqual([]);
  });

  test.each(['care', 'notice', 'remind'])('the kind %s can be a service', (kind) => {
    expect(issuesOf(withParams({ kind }))).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ['no channel', { channels: [] }, 'missing', 'channels'],
    ['a validity of no day', { validForDays: 0 }, 'out_of_range', 'validForDays'],
    ['a validity of more than a year and a day', { validForDays: 367 }, 'out_of_range', 'validForDays'],
    ['an unknown kind', { kind: 'spam' }, 'not_one_of', 'kind'],
    ['an unknown key', { chanels: ['sms'] }, 'unknown_key', 'chanels'],
  ])('%s is refused at its place', (_, change, code, key) => {
    const found = issuesOf(withParams(change));
    expect(found.map(([first]) => first)).toContain(code);
    expect(found[0]?.[1]).toMatch(new RegExp(`^rules\\.0\\.event\\.params(\\.${key})?`));
  });

  test('an event of another type is refused', () => {
    expect(issuesOf({ format: 1, rules: [{ ...rule, event: { type: 'alert' } }] })).toEqual([
      ['not_a_care_event', 'rules.0.event.type'],
    ]);
  });

  test('a rule needs a name of its own that can begin an id', () => {
    const { name: _, ...nameless } = rule;
    expect(issuesOf([{ ...rule, name: 'Thanks / again' }, nameless])).toEqual([
      ['care_rule_name', '0.name'],
      ['care_rule_name', '1.name'],
    ]);
  });

  test('what is wrong with conditions and with events is told at once', () => {
    const conditions = { all: [{ fact: 'purchasesCount', operator: 'greaterThan', value: 0 }] };
    const event = { type: 'care', params: { ...params, kind: 'spam' } };
    expect(
      issuesOf([
        { ...rule, name: 'Thanks / again', conditions, event },
        { ...rule, name: 'bare', event: 1 },
      ]),
    ).toEqual([
      ['unknown_fact', '0.conditions.all.0.fact'],
      ['invalid_type', '1.event'],
      ['care_rule_name', '0.name'],
      ['not_one_of', '0.event.params.kind'],
    ]);
    expect(issuesOf({ format: 1, rules: 'none' }).length).toBe(1);
    expect(issuesOf(null).length).toBe(1);
  });

  test('an issue is a sentence in both languages, whichever part it is of', () => {
    const conditions = { all: [{ fact: 'purchasesCount', operator: 'greaterThan', value: 0 }] };
    const result = loadCareRules([{ ...rule, conditions, event: { type: 'alert' } }]);
    const issues = result.ok ? [] : result.issues;
    expect(issues.map((issue) => formatCareRuleIssue(issue, 'en'))).toEqual(
      issues.map(({ message }) => message.slice(message.indexOf(': ') + 2)),
    );
    for (const issue of issues) expect(formatCareRuleIssue(issue, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
  });

  test('a misspelt fact is refused with the one that was meant', () => {
    const conditions = { all: [{ fact: 'purchasesCount', operator: 'greaterThan', value: 0 }] };
    const result = loadCareRules({ format: 1, rules: [{ ...rule, conditions }] });
    expect(result.ok ? undefined : result.issues[0].details).toEqual({
      fact: 'purchasesCount',
      suggestion: 'purchaseCount',
    });
  });
});
