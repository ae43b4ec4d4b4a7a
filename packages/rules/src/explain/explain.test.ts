import { AftercareError, type Locale, unwrap } from '@aftercare/core/foundation';
import {
  defineFacts,
  explain,
  type FactsOf,
  formatExplanation,
  formatTurns,
  loadRules,
  type RuleExplanation,
} from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(
  z.object({
    count: z.int(),
    days: z.int().nullable(),
    rate: z.number(),
    dozens: z.int().multipleOf(12),
    region: z.string(),
    tags: z.array(z.string()),
    address: z.object({ floor: z.int(), city: z.string().optional() }),
  }),
);
const record = {
  count: 1,
  days: 7,
  rate: 0.5,
  dozens: 12,
  region: 'Ningbo',
  tags: ['vip'],
  address: { floor: 3 },
};
const is = (fact: string, operator: string, value: unknown, more: object = {}) => ({
  fact,
  operator,
  value,
  ...more,
});
const ruleOf = (conditions: object, more: object = {}) => ({
  name: 'a rule',
  conditions,
  event: { type: 'care' },
  ...more,
});

function explainRule(conditions: object, from: FactsOf<typeof facts> = record): RuleExplanation {
  const rules = unwrap(loadRules([ruleOf(conditions)], facts));
  const [explanation] = explain(rules, from).rules;
  if (explanation === undefined) throw new Error('There is one rule.');
  return explanation;
}

const placesOf = ({ turns }: RuleExplanation) => turns?.map(({ path }) => path.join('.'));

describe('an explanation', () => {
  test('has each condition with its values and its result, also those that decide nothing any more', () => {
    const { fired, condition } = explainRule({
      all: [
        is('count', 'equal', 2),
        { not: is('days', 'lessThan', 5) },
        { any: [is('days', 'lessThan', { fact: 'count' })] },
      ],
    });
    expect(fired).toBe(false);
    expect(condition).toMatchObject({
      kind: 'all',
      holds: false,
      conditions: [
        { kind: 'comparison', holds: false, actual: 1, expected: 2 },
        { kind: 'not', holds: true, condition: { kind: 'comparison', holds: false, actual: 7, expected: 5 } },
        { kind: 'any', holds: false, conditions: [{ holds: false, actual: 7, expected: 1 }] },
      ],
    });
  });

  test('of a rule that fired has nothing that would have to turn', () => {
    const explanation = explainRule({ all: [is('count', 'equal', 1)] });
    expect(explanation.fired).toBe(true);
    expect(explanation).not.toHaveProperty('turns');
  });

  test('has the rules in the order of the document, and the version of the set', () => {
    const rules = unwrap(
      loadRules([ruleOf({ all: [] }), ruleOf({ all: [] }, { name: 'second', priority: 9 })], facts),
    );
    const { version, rules: explained } = explain(rules, record);
    expect(version).toBe(rules.version);
    expect(explained.map(({ rule }) => rule.name)).toEqual(['a rule', 'second']);
  });

  test('cannot be had without the facts that rules read', () => {
    const rules = unwrap(loadRules([ruleOf({ all: [is('count', 'equal', 1)] })], facts));
    const { count: _, ...rest } = record;
    expect(() => explain(rules, rest as typeof record)).toThrow(AftercareError);
  });

  test('calls a named condition by its name', () => {
    const document = {
      format: 1,
      conditions: { once: { all: [is('count', 'equal', 1, { name: 'one purchase' })] } },
      rules: [ruleOf({ all: [{ condition: 'once' }, { condition: 'once', name: 'bought once' }] })],
    };
    const [explanation] = explain(unwrap(loadRules(document, facts)), record).rules;
    expect(explanation?.condition).toMatchObject({
      conditions: [
        { name: 'once', conditions: [{ name: 'one purchase' }] },
        { name: 'bought once', conditions: [{ name: 'one purchase' }] },
      ],
    });
  });
});

describe('what would have to turn', () => {
  const yes = is('count', 'equal', 1);
  const no = is('count', 'equal', 2);

  test.each([
    ['all that fail in "all"', { all: [no, yes, no] }, ['all.0', 'all.2']],
    ['one in "any", the first', { any: [no, no] }, ['any.0']],
    ['a number to shift in "any", rather than a gap', { any: [is('days', 'equal', null), no] }, ['any.1']],
    ['the cheapest way in "any"', { any: [{ all: [no, no] }, { all: [yes, no] }] }, ['any.1.all.1']],
    ['what holds under "not"', { not: yes }, ['not']],
    ['one of "all" under "not"', { not: { all: [yes, yes] } }, ['not.all.0']],
    ['all of "any" under "not"', { not: { any: [yes, no, yes] } }, ['not.any.0', 'not.any.2']],
    ['what fails under two "not"', { not: { not: no } }, ['not.not']],
    ['one comparison at each of its places', { all: [no, { all: [no] }] }, ['all.0', 'all.1.all.0']],
  ])('is %s', (_, conditions, places) => {
    expect(placesOf(explainRule(conditions))).toEqual(places);
  });

  test('is not told where nothing could make the rule fire', () => {
    expect(explainRule({ not: { all: [] } }).turns).toBeUndefined();
    expect(placesOf(explainRule({ any: [{ not: { all: [] } }, no] }))).toEqual(['any.1']);
    expect(explainRule({ all: [{ not: { all: [] } }, no] }).turns).toBeUndefined();
  });
});

describe('how far a number is from turning', () => {
  test.each([
    ['an integer below', is('days', 'lessThan', 5), { direction: 'down', by: 3, beyond: false }],
    ['an integer at most', is('days', 'lessThanInclusive', 5), { direction: 'down', by: 2, beyond: false }],
    ['an integer above', is('days', 'greaterThan', 9), { direction: 'up', by: 3, beyond: false }],
    ['an integer at least', is('days', 'greaterThanInclusive', 9), { direction: 'up', by: 2, beyond: false }],
    ['an integer at', is('days', 'equal', 9), { direction: 'up', by: 2, beyond: false }],
    ['an integer at, from above', is('days', 'equal', 1), { direction: 'down', by: 6, beyond: false }],
    ['an integer below half', is('days', 'lessThan', 5.5), { direction: 'down', by: 1.5, beyond: true }],
    ['a number below', is('rate', 'lessThan', 0.25), { direction: 'down', by: 0.25, beyond: true }],
    ['a number above where it is', is('rate', 'greaterThan', 0.5), { direction: 'up', by: 0, beyond: true }],
    ['a number at least', is('rate', 'greaterThanInclusive', 1), { direction: 'up', by: 0.5, beyond: false }],
    ['dozens above', is('dozens', 'greaterThan', 24), { direction: 'up', by: 24, beyond: false }],
    ['not below', is('days', 'not:lessThan', 9), { direction: 'up', by: 2, beyond: false }],
    ['not not below', is('days', 'not:not:lessThan', 5), { direction: 'down', by: 3, beyond: false }],
    ['not at most', is('days', 'not:lessThanInclusive', 9), { direction: 'up', by: 3, beyond: false }],
    ['not different', is('days', 'not:notEqual', 9), { direction: 'up', by: 2, beyond: false }],
    [
      'below another fact',
      is('days', 'lessThan', { fact: 'count' }),
      { direction: 'down', by: 7, beyond: false },
    ],
    [
      'a part above',
      is('address', 'greaterThan', 5, { path: '$.floor' }),
      { direction: 'up', by: 3, beyond: false },
    ],
  ])('%s', (_, comparison, shift) => {
    expect(explainRule({ all: [comparison] }).turns?.[0]?.shift).toEqual(shift);
  });

  test.each([
    [
      'that holds and must not',
      { not: is('days', 'greaterThan', 5) },
      { direction: 'down', by: 2, beyond: false },
    ],
    ['at a value that it must leave', is('count', 'notEqual', 1), undefined],
    ['of a list', is('count', 'in', [3, 4]), undefined],
    ['that is swapped', is('count', 'swap:lessThan', 3), undefined],
    ['that is a text', is('region', 'equal', 'Jinan'), undefined],
  ])('a value %s', (_, condition, shift) => {
    const { turns } = explainRule({ all: [condition] });
    expect(turns).toHaveLength(1);
    expect(turns?.[0]?.shift).toEqual(shift);
  });

  test('is not told of null', () => {
    const { turns } = explainRule({ all: [is('days', 'lessThan', 5)] }, { ...record, days: null });
    expect(turns).toMatchObject([{ path: ['all', 0] }]);
    expect(turns?.[0]).not.toHaveProperty('shift');
  });
});

describe('a printed explanation', () => {
  const document = {
    format: 1,
    conditions: { once: { all: [is('count', 'equal', 1)] } },
    rules: [
      ruleOf(
        {
          all: [
            { condition: 'once' },
            is('days', 'lessThan', 5),
            { not: { any: [is('tags', 'contains', 'vip'), is('region', 'in', ['Jinan', 'Wuxi'])] } },
            is('address', 'equal', 'Ningbo', { path: '$.city' }),
            is('tags', 'someFact:equal', 'new'),
            is('rate', 'greaterThan', { fact: 'count' }),
          ],
        },
        { name: 'first_days', because: 'The first days are for thanks.' },
      ),
      ruleOf({ all: [] }, { name: 'always' }),
      ruleOf({ not: { all: [] } }, { name: 'never' }),
    ],
  };
  const print = (locale: Locale) =>
    formatExplanation(explain(unwrap(loadRules(document, facts)), record), locale);

  test('says in English what was found and what was wanted', () => {
    expect(print('en')).toBe(`first_days did not fire. The first days are for thanks.
  ✗ all of
    ✓ once: all of
      ✓ count is 1 (it is 1)
    ✗ days is less than 5 (it is 7)
    ✗ not
      ✓ one of
        ✓ tags contains "vip" (it is […])
        ✗ region is one of ["Jinan","Wuxi"] (it is "Ningbo")
    ✗ address $.city is "Ningbo" (it is not there)
    ✗ tags someFact:equal "new" (it is […])
    ✗ rate is more than count (1) (it is 0.5)
  It would have fired if these 5 turned:
    days is less than 5 (it is 7): 3 less
    tags contains "vip" (it is […]), which must not hold
    address $.city is "Ningbo" (it is not there)
    tags someFact:equal "new" (it is […])
    rate is more than count (1) (it is 0.5): over 0.5 more

always fired.
  ✓ no condition

never did not fire.
  ✗ not
    ✓ no condition
  Nothing could have made it fire.`);
  });

  test('says the same in Chinese', () => {
    expect(print('zh-CN')).toBe(`first_days 未触发。The first days are for thanks.
  ✗ 全部满足
    ✓ once: 全部满足
      ✓ count 等于 1（实际为 1）
    ✗ days 小于 5（实际为 7）
    ✗ 不满足
      ✓ 满足其一
        ✓ tags 包含 "vip"（实际为 […]）
        ✗ region 属于 ["Jinan","Wuxi"]（实际为 "Ningbo"）
    ✗ address $.city 等于 "Ningbo"（实际不存在）
    ✗ tags someFact:equal "new"（实际为 […]）
    ✗ rate 大于 count (1)（实际为 0.5）
  若以下 5 项改变，就会触发：
    days 小于 5（实际为 7）：少 3
    tags 包含 "vip"（实际为 […]），须不成立
    address $.city 等于 "Ningbo"（实际不存在）
    tags someFact:equal "new"（实际为 […]）
    rate 大于 count (1)（实际为 0.5）：多 0.5 以上

always 已触发。
  ✓ 没有条件

never 未触发。
  ✗ 不满足
    ✓ 没有条件
  无论如何都不会触发。`);
  });

  test.each<[Locale, string, string]>([
    [
      'en',
      'region is address $.city (which is not there) (it is "Ningbo")',
      'address $.city is region ("Ningbo") (it is not there)',
    ],
    [
      'zh-CN',
      'region 等于 address $.city（不存在）（实际为 "Ningbo"）',
      'address $.city 等于 region ("Ningbo")（实际不存在）',
    ],
  ])('says in %s of a fact that is not there just that, on either side', (locale, right, left) => {
    const explanation = explainRule({
      all: [
        is('region', 'equal', { fact: 'address', path: '$.city' }),
        is('address', 'equal', { fact: 'region' }, { path: '$.city' }),
      ],
    });
    expect(formatTurns(explanation, locale)).toEqual([right, left]);
  });

  test('can be had for what would have to turn alone', () => {
    const { rules } = explain(unwrap(loadRules(document, facts)), record);
    expect(rules.map((rule) => formatTurns(rule, 'en').length)).toEqual([5, 0, 0]);
    expect(rules[0] && formatTurns(rules[0], 'zh-CN')[0]).toBe('days 小于 5（实际为 7）：少 3');
  });
});
