const rule = { name: 'a', conditions: { all: [] as unknown[] }, event: { type: 'care' } };
const comparison = { fact: 'count', operator: 'equal', value: 1 };
const withCondition = (condition: unknown) => [{ ...rule, conditions: { all: [condition] } }];

function nested(levels: number, wrap: (inner: unknown) => unknown, inner: unknown): unknown {
  let value = inner;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

function cyclicList(): unknown {
  const list: unknown[] = [];
  list.push(list, list);
  return list;
}

function cyclicRule(): unknown {
  const conditions: { all: unknown[] } = { all: [] };
  conditions.all.push(conditions, conditions);
  return [{ ...rule, conditions }];
}

/** Named conditions c0 to c(count), each of which refers to the next one so many times. */
function chain(count: number, times: number): unknown {
  const conditions: { [name: string]: unknown } = { [`c${count}`]: { all: [comparison] } };
  for (let index = count - 1; index >= 0; index--)
    conditions[`c${index}`] = { all: Array.from({ length: times }, () => ({ condition: `c${index + 1}` })) };
  return { format: 1, conditions, rules: [{ ...rule, conditions: { condition: 'c0' } }] };
}

const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
const record = (count: number) =>
  Object.fromEntries(many(count, (index) => [`key${index}`, index]) as [string, unknown][]);

class Rules {
  readonly format = 1;
  readonly rules = [];
}

/** Documents that mean harm or come from something broken: a name, the document, and the issue that refuses it. */
export const HOSTILE_DOCUMENTS: readonly (readonly [name: string, make: () => unknown, code: string])[] = [
  [
    'a hundred thousand conditions in each other',
    () => withCondition(nested(100_000, (not) => ({ not }), comparison)),
    'limit_exceeded',
  ],
  [
    'a value of a hundred thousand lists in each other',
    () => withCondition({ ...comparison, value: nested(100_000, (list) => [list], 1) }),
    'limit_exceeded',
  ],
  [
    'conditions one level too deep',
    () => withCondition(nested(61, (not) => ({ not }), comparison)),
    'limit_exceeded',
  ],
  ['a million rules', () => many(1_000_000, () => rule), 'limit_exceeded'],
  ['one rule too many', () => many(5_001, (index) => ({ ...rule, name: `${index}` })), 'limit_exceeded'],
  ['a million conditions', () => withCondition({ all: many(1_000_000, () => comparison) }), 'limit_exceeded'],
  [
    'a list of a million values',
    () => withCondition({ ...comparison, operator: 'in', value: many(1_000_000, (index) => index) }),
    'limit_exceeded',
  ],
  [
    'a list with one value too many',
    () => withCondition({ ...comparison, operator: 'in', value: many(10_001, () => 1) }),
    'limit_exceeded',
  ],
  [
    'a list of four billion holes',
    () => withCondition({ ...comparison, value: new Array(2 ** 32 - 1) }),
    'limit_exceeded',
  ],
  [
    'a record of a hundred thousand keys',
    () => [{ ...rule, event: { type: 'care', params: record(100_000) } }],
    'limit_exceeded',
  ],
  ['a name of ten million letters', () => [{ ...rule, name: 'x'.repeat(10_000_000) }], 'limit_exceeded'],
  ['a key of ten million letters', () => [{ ...rule, ['x'.repeat(10_000_000)]: 1 }], 'limit_exceeded'],
  [
    'a fact of ten thousand letters',
    () => withCondition({ ...comparison, fact: 'x'.repeat(10_000) }),
    'unknown_fact',
  ],
  [
    'a path of ten thousand letters',
    () => withCondition({ ...comparison, path: `$${'.a'.repeat(4_999)}` }),
    'impossible_path',
  ],
  [
    'a path of brackets',
    () => withCondition({ ...comparison, path: `$${'['.repeat(9_000)}` }),
    'invalid_path',
  ],
  [
    'two thousand decorators',
    () => withCondition({ ...comparison, operator: `${'not:'.repeat(2_000)}equal` }),
    'limit_exceeded',
  ],
  [
    'one decorator too many',
    () => withCondition({ ...comparison, operator: `${'not:'.repeat(9)}equal` }),
    'limit_exceeded',
  ],
  ['a list in itself', cyclicList, 'limit_exceeded'],
  ['conditions in themselves', cyclicRule, 'limit_exceeded'],
  [
    'named conditions in a circle',
    () => ({ format: 1, conditions: { a: { condition: 'b' }, b: { condition: 'a' } }, rules: [] }),
    'circular_condition',
  ],
  ['a billion conditions by reference', () => chain(30, 2), 'limit_exceeded'],
  ['ten thousand references in a row', () => chain(10_000, 1), 'limit_exceeded'],
  [
    'two thousand rules with ten issues each',
    () =>
      many(2_000, (index) => ({
        ...rule,
        name: `${index}`,
        conditions: { all: many(10, () => ({ ...comparison, fact: 'cuont' })) },
      })),
    'unknown_fact',
  ],
  ['a rule of ten thousand unknown keys', () => [{ ...rule, ...record(9_000) }], 'unknown_key'],
  [
    'five thousand groups of unknown rules',
    () => ({
      format: 1,
      rules: [rule],
      groups: many(5_000, (index) => ({ name: `${index}`, rules: many(10, (item) => `b${item}`) })),
    }),
    'unknown_rule',
  ],
  [
    'a prototype for a document',
    () => JSON.parse('{"format":1,"rules":[],"__proto__":{"polluted":true}}'),
    'forbidden_name',
  ],
  [
    'a prototype for parameters',
    () =>
      JSON.parse(
        '[{"name":"a","conditions":{"all":[]},"event":{"type":"x","params":{"__proto__":{"a":1}}}}]',
      ),
    'forbidden_name',
  ],
  [
    'a prototype for conditions',
    () => JSON.parse('{"format":1,"rules":[],"conditions":{"__proto__":{"all":[]}}}'),
    'forbidden_name',
  ],
  ['a prototype for a fact', () => withCondition({ ...comparison, fact: '__proto__' }), 'forbidden_name'],
  ['a constructor for a fact', () => withCondition({ ...comparison, fact: 'constructor' }), 'forbidden_name'],
  ['a method for a fact', () => withCondition({ ...comparison, fact: 'hasOwnProperty' }), 'forbidden_name'],
  [
    'a constructor in a path',
    () => withCondition({ ...comparison, fact: 'other', path: '$.constructor' }),
    'forbidden_name',
  ],
  [
    'a prototype in a quoted path',
    () => withCondition({ ...comparison, fact: 'other', path: "$['__proto__']" }),
    'forbidden_name',
  ],
  [
    'a constructor in another fact',
    () => withCondition({ ...comparison, value: { fact: 'other', path: '$.a.constructor' } }),
    'forbidden_name',
  ],
  [
    'a constructor in an event',
    () => [{ ...rule, event: { type: 'x', params: { a: { fact: 'constructor' } } } }],
    'forbidden_name',
  ],
  [
    'a constructor for a condition',
    () => ({ format: 1, conditions: { constructor: { all: [] } }, rules: [] }),
    'forbidden_name',
  ],
  [
    'code in a path',
    () => withCondition({ ...comparison, fact: 'other', path: '$[?(process.exit(1))]' }),
    'invalid_path',
  ],
  [
    'code in a fact',
    () => withCondition({ ...comparison, fact: 'count"] === 1 || process.exit(1)) //' }),
    'unknown_fact',
  ],
  [
    'code in an operator',
    () => withCondition({ ...comparison, operator: '=== 1 || process.exit(1)' }),
    'unknown_operator',
  ],
  ['a function', () => [{ ...rule, onSuccess: () => 'done' }], 'not_json'],
  ['a function as a document', () => () => [], 'not_json'],
  ['a symbol', () => withCondition({ ...comparison, value: Symbol('x') }), 'not_json'],
  ['a key that is a symbol', () => [{ ...rule, [Symbol('x')]: 1 }], 'not_json'],
  ['a bigint', () => withCondition({ ...comparison, value: 1n }), 'not_json'],
  ['no number', () => withCondition({ ...comparison, value: Number.NaN }), 'not_json'],
  ['infinity', () => withCondition({ ...comparison, operator: 'lessThan', value: Infinity }), 'not_json'],
  ['a date', () => withCondition({ ...comparison, value: new Date(0) }), 'not_json'],
  ['a map', () => withCondition({ ...comparison, value: new Map() }), 'not_json'],
  ['an instance of a class', () => new Rules(), 'not_json'],
  ['half a character', () => [{ ...rule, name: '\ud83d' }], 'not_json'],
  [
    'half a character in a key',
    () => ({ format: 1, conditions: { '\ud83d': { all: [] } }, rules: [] }),
    'not_json',
  ],
];
