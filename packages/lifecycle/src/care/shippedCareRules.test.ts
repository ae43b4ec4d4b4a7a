import { unwrap } from '@aftercare/core';
import { checkExamples, joinDocuments, lintRules } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { loadCareRules } from './careRules.js';
import { newCustomerRules, winningBackRules } from './shippedCareRules.js';

describe.each([
  ['new customers', newCustomerRules],
  ['winning back', winningBackRules],
])('the shipped rules of %s', (_, document) => {
  const { ruleSet, careRules } = unwrap(loadCareRules(document));

  test('come out as their examples say', () => {
    expect(checkExamples(ruleSet)).toEqual([]);
  });

  test('each have a reason and examples of both outcomes', () => {
    for (const rule of ruleSet.rules) {
      expect(rule.because).toMatch(/^[A-Z].*\.$/);
      expect(new Set(rule.examples.map((example) => example.fires))).toEqual(new Set([true, false]));
    }
  });

  test('have no rule that never fires, and none that is covered by another', () => {
    // What was sent before is a record by rule, and its parts may be absent: that much is beyond the analysis.
    const findings = lintRules(ruleSet).filter(({ code }) => code !== 'not_analysed');
    expect(findings.map((finding) => finding.message)).toEqual([]);
  });

  test('survive a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test('never call selling a service', () => {
    for (const { params } of careRules) {
      if (params.kind !== 'care') expect(params.purpose).toBe('marketing');
    }
  });
});

test('all shipped rules can be joined and loaded together', () => {
  const joined = unwrap(joinDocuments([newCustomerRules, winningBackRules]));
  expect(unwrap(loadCareRules(joined)).ruleSet.rules.map((rule) => rule.name)).toEqual([
    'new_first_days',
    'new_first_month',
    'new_first_month_gift',
    'slipping_best_offer',
    'slipping_offer',
    'lapsing_care',
    'lapsing_offer',
    'dormant_best_coupon',
    'dormant_big_activity',
  ]);
});
