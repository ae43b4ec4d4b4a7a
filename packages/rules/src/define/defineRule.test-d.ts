import { unwrap } from '@aftercare/core/foundation';
import {
  defineFacts,
  defineRule,
  type FactsOf,
  loadRules,
  type RuleDocument,
  type RuleEvent,
} from '@aftercare/rules';
import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    purchaseCount: z.int().min(0),
    days: z.int().nullable(),
    tier: z.enum(['tier_1', 'tier_2']),
    region: z.string(),
    tags: z.array(z.string()),
    address: z.object({ city: z.string() }),
    anything: z.unknown(),
  }),
);
const event = { type: 'care' };
const define = (comparison: Parameters<typeof defineRule<typeof facts.schema.shape>>[1]['conditions']) =>
  defineRule(facts, { conditions: comparison, event });

describe('a rule in code', () => {
  test('is a rule document', () => {
    expectTypeOf(define({ all: [] })).toEqualTypeOf<RuleDocument>();
  });

  test('speaks of the facts of the catalogue', () => {
    define({ all: [{ fact: 'purchaseCount', operator: 'equal', value: 1 }] });
    // @ts-expect-error a mistyped fact
    define({ all: [{ fact: 'purchaseCont', operator: 'equal', value: 1 }] });
  });

  test('nests conditions, and refers to named ones', () => {
    define({
      any: [{ not: { condition: 'once' } }, { all: [{ fact: 'region', operator: 'equal', value: 'x' }] }],
    });
    define({ condition: 'once' });
    // @ts-expect-error "any" of nothing
    define({ any: [] });
    // @ts-expect-error a bare comparison at the root
    define({ fact: 'region', operator: 'equal', value: 'x' });
  });

  test('uses operators that fit the type of the fact', () => {
    define({ all: [{ fact: 'days', operator: 'lessThan', value: 5 }] });
    define({ all: [{ fact: 'tags', operator: 'contains', value: 'vip' }] });
    // @ts-expect-error a text has no order
    define({ all: [{ fact: 'region', operator: 'lessThan', value: 5 }] });
    // @ts-expect-error a number contains nothing
    define({ all: [{ fact: 'days', operator: 'contains', value: 5 }] });
    // @ts-expect-error a list equals nothing
    define({ all: [{ fact: 'tags', operator: 'equal', value: 'vip' }] });
    // @ts-expect-error no such operator
    define({ all: [{ fact: 'days', operator: 'lesThan', value: 5 }] });
  });

  test('compares with values that the fact can have', () => {
    define({ all: [{ fact: 'tier', operator: 'equal', value: 'tier_1' }] });
    define({ all: [{ fact: 'tier', operator: 'in', value: ['tier_1', 'tier_2'] }] });
    define({ all: [{ fact: 'days', operator: 'equal', value: null }] });
    // @ts-expect-error no value of the enum
    define({ all: [{ fact: 'tier', operator: 'equal', value: 'tier_3' }] });
    // @ts-expect-error no value of the enum among others
    define({ all: [{ fact: 'tier', operator: 'in', value: ['tier_1', 'tier_3'] }] });
    // @ts-expect-error never null
    define({ all: [{ fact: 'purchaseCount', operator: 'equal', value: null }] });
    // @ts-expect-error a list takes a list
    define({ all: [{ fact: 'tier', operator: 'in', value: 'tier_1' }] });
  });

  test('compares with facts of a fitting type', () => {
    define({ all: [{ fact: 'days', operator: 'lessThan', value: { fact: 'purchaseCount' } }] });
    define({ all: [{ fact: 'region', operator: 'in', value: { fact: 'tags' } }] });
    define({ all: [{ fact: 'tier', operator: 'equal', value: { fact: 'region' } }] });
    // @ts-expect-error a number and a text
    define({ all: [{ fact: 'days', operator: 'lessThan', value: { fact: 'region' } }] });
    // @ts-expect-error no such fact
    define({ all: [{ fact: 'days', operator: 'lessThan', value: { fact: 'weeks' } }] });
  });

  test('leaves parts and decorated operators to the loader', () => {
    define({ all: [{ fact: 'address', path: '$.city', operator: 'equal', value: 'x' }] });
    define({ all: [{ fact: 'tags', operator: 'someFact:equal', value: 'x' }] });
    define({ all: [{ fact: 'anything', operator: 'lessThan', value: 5 }] });
  });

  test('uses custom operators that it is given', () => {
    const operators = { startsWith: (actual: unknown, expected: unknown) => actual === expected };
    const conditions = { all: [{ fact: 'region', operator: 'startsWith', value: 'x' }] } as const;
    defineRule(facts, { conditions, event }, operators);
    // @ts-expect-error not given
    defineRule(facts, { conditions, event });
  });
});

describe('a rule set', () => {
  const rules = unwrap(loadRules([], facts));

  test('takes the facts of its catalogue, read-only or not', () => {
    const record: FactsOf<typeof facts> = {
      purchaseCount: 1,
      days: null,
      tier: 'tier_1',
      region: 'x',
      tags: ['a'] as const,
      address: { city: 'x' },
      anything: 1,
    };
    expectTypeOf(rules.evaluate(record)).toEqualTypeOf<readonly RuleEvent[]>();
    // @ts-expect-error facts are missing
    rules.evaluate({ purchaseCount: 1 });
    // @ts-expect-error no value of the enum
    rules.evaluate({ ...record, tier: 'tier_3' });
    expectTypeOf(rules.evaluate).parameter(0).toEqualTypeOf<FactsOf<typeof facts>>();
  });
});
