import { describe, expect, test } from 'vitest';
import { freeShippingPolicy, giftPolicy } from '../../test/benefitPolicies.js';
import { compensationPolicy } from '../../test/compensationPolicy.js';
import type { PolicyDefinition } from '../definition/index.js';
import { compensationDefinition, freeShippingDefinition, giftDefinition } from '../policies/index.js';
import { verifyPolicy } from './verifyPolicy.js';

/** A definition in which some steps neither grant nor require anything. */
function without(definition: PolicyDefinition, ...names: readonly string[]): PolicyDefinition {
  const transitions = definition.transitions.map((step) => {
    if (!names.includes(step.name)) return step;
    const { grants: _, requires: __, ...rest } = step;
    return rest;
  });
  return { ...definition, transitions };
}

describe('a shipped definition that no longer looks at a grant', () => {
  test.each([
    [
      ['offer_at_once', 'accept'],
      [
        'spends_ungranted accept',
        'transition_hidden ask_superior',
        'transition_hidden accept_after_approval',
      ],
    ],
    [['accept'], ['spends_ungranted accept', 'transition_hidden accept_after_approval']],
    [['offer_at_once'], ['transition_hidden ask_superior']],
    [['force'], ['spends_ungranted force']],
  ])('compensation without that of %j', (names, expected) => {
    const policy = compensationPolicy(without(compensationDefinition, ...names));
    const findings = verifyPolicy(policy, { cases: 0 });
    const told = findings.map(({ code, details }) => {
      if (code === 'spends_ungranted') return `${code} ${details.step}`;
      return code === 'transition_hidden' ? `${code} ${details.transition}` : code;
    });
    expect([...new Set(told)]).toEqual(expected);
  });

  test('benefits', () => {
    const gift = verifyPolicy(giftPolicy(without(giftDefinition, 'apply')), { cases: 0 });
    const shipping = verifyPolicy(freeShippingPolicy(without(freeShippingDefinition, 'apply')), { cases: 0 });
    expect([...gift, ...shipping].map(({ code, details }) => [code, details])).toEqual([
      ['spends_ungranted', { step: 'apply', grant: 'benefit', effects: ['add_gift'] }],
      ['spends_ungranted', { step: 'apply', grant: 'benefit', effects: ['waive_freight'] }],
    ]);
  });
});
