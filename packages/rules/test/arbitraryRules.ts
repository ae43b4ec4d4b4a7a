import { defineFacts, type FactsOf } from '@aftercare/rules';
import fc from 'fast-check';
import { z } from 'zod';

/** Facts of every type that rules can speak of, with few values each, so that random rules meet their boundaries. */
export const facts = defineFacts(
  z.object({
    count: z.int(),
    days: z.int().nullable(),
    rate: z.number(),
    stage: z.enum(['new', 'old', 'lost']),
    region: z.string().nullable(),
    member: z.boolean(),
    tags: z.array(z.string()),
    sizes: z.array(z.number()).nullable(),
    order: z.object({
      total: z.number(),
      coupon: z.string().nullable(),
      lines: z.array(z.object({ sku: z.string(), pieces: z.number() })),
      'gift note': z.string(),
    }),
  }),
);

export type TestFacts = FactsOf<typeof facts>;

const number = fc.oneof(fc.integer({ min: -1, max: 3 }), fc.constantFrom(0.5, 1.5));
const count = fc.integer({ min: -1, max: 3 });
const text = fc.constantFrom('new', 'old', 'a', 'b', '');
const stage = fc.constantFrom('new' as const, 'old' as const, 'lost' as const);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 });
const listOf = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

export const factRecord: fc.Arbitrary<TestFacts> = fc.record({
  count,
  days: orNull(count),
  rate: number,
  stage,
  region: orNull(text),
  member: fc.boolean(),
  tags: listOf(text),
  sizes: orNull(listOf(number)),
  order: fc.record({
    total: number,
    coupon: orNull(text),
    lines: listOf(fc.record({ sku: text, pieces: number })),
    'gift note': text,
  }),
});

/** A place where a value is read: a fact, or a part of one. */
interface Place {
  readonly fact: string;
  readonly path?: string;
}

/** What can be compared with each other: the places that have such values, and such values themselves. */
interface Sort {
  readonly places: readonly Place[];
  /** Those that are never null nor absent: on the right of a numeric comparison the original takes null for 0. */
  readonly sure: readonly Place[];
  /** Places with lists of such values; those on the right of `in` must be lists, or the original throws. */
  readonly lists: readonly Place[];
  readonly sureLists: readonly Place[];
  readonly value: fc.Arbitrary<unknown>;
}

const integers: Sort = {
  places: [{ fact: 'count' }, { fact: 'days' }],
  sure: [{ fact: 'count' }],
  lists: [],
  sureLists: [],
  value: count,
};
const numbers: Sort = {
  places: [
    { fact: 'rate' },
    { fact: 'order', path: '$.total' },
    { fact: 'order', path: '$.lines[0].pieces' },
    { fact: 'sizes', path: '$[1]' },
  ],
  sure: [{ fact: 'rate' }, { fact: 'order', path: "$['total']" }],
  lists: [{ fact: 'sizes' }],
  sureLists: [],
  value: number,
};
const lengths: Sort = {
  places: [
    { fact: 'tags', path: '$.length' },
    { fact: 'order', path: '$.lines.length' },
  ],
  sure: [{ fact: 'tags', path: '$.length' }],
  lists: [],
  sureLists: [],
  value: fc.integer({ min: 0, max: 3 }),
};
const texts: Sort = {
  places: [
    { fact: 'region' },
    { fact: 'order', path: '$.coupon' },
    { fact: 'order', path: "$['gift note']" },
    { fact: 'order', path: '$.lines[0].sku' },
  ],
  sure: [],
  lists: [{ fact: 'tags' }],
  sureLists: [{ fact: 'tags' }],
  value: text,
};
const stages: Sort = {
  places: [{ fact: 'stage' }],
  sure: [],
  lists: [],
  sureLists: [],
  value: stage,
};
const booleans: Sort = {
  places: [{ fact: 'member' }],
  sure: [],
  lists: [],
  sureLists: [],
  value: fc.boolean(),
};
const daysOnly: Sort = { ...integers, places: [{ fact: 'days' }], value: orNull(count) };

const negation = fc.constantFrom('', '', '', 'not:', 'not:not:');
const label = fc.option(fc.constantFrom({ name: 'a condition' }), { nil: {}, freq: 5 });

function comparison(places: readonly Place[], operators: readonly string[], values: fc.Arbitrary<unknown>[]) {
  if (places.length === 0 || values.length === 0) return [];
  const parts = fc.tuple(
    fc.constantFrom(...places),
    negation,
    fc.constantFrom(...operators),
    fc.oneof(...values),
    label,
  );
  return [
    parts.map(([place, not, operator, value, name]) => ({
      ...place,
      operator: `${not}${operator}`,
      value,
      ...name,
    })),
  ];
}

const place = (places: readonly Place[]) => (places.length === 0 ? [] : [fc.constantFrom(...places)]);
const ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const prefixed = (prefixes: readonly string[], operators: readonly string[]) =>
  prefixes.flatMap((prefix) => operators.map((operator) => `${prefix}:${operator}`));

function comparisonsOf({ places, lists, sureLists, value }: Sort) {
  const many = listOf(value);
  const anyPlace = [...place(places)];
  return [
    ...comparison(places, ['equal', 'notEqual', 'swap:equal'], [value, ...anyPlace]),
    ...comparison(
      places,
      ['in', 'notIn', 'someValue:equal', 'everyValue:notEqual'],
      [many, ...place(sureLists)],
    ),
    ...comparison(lists, ['contains', 'doesNotContain', 'someFact:equal', 'everyFact:not:equal'], [value]),
    ...comparison(
      lists,
      ['everyValue:contains', 'someValue:not:contains', 'everyFact:in', 'someFact:notIn'],
      [many],
    ),
    ...comparison(lists, ['someFact:someValue:equal', 'everyFact:everyValue:notEqual'], [many]),
    ...comparison(sureLists, ['swap:in', 'swap:notIn'], [value, ...anyPlace]),
  ];
}

function orderComparisonsOf({ places, sure, lists, value }: Sort) {
  return [
    ...comparison(places, ORDER, [value, ...place(sure)]),
    ...comparison(places, prefixed(['someValue', 'everyValue'], ORDER), [listOf(value)]),
    ...comparison(lists, prefixed(['someFact', 'everyFact'], ORDER), [value, ...place(sure)]),
    ...comparison(sure, prefixed(['swap', 'swap:not'], ORDER), [value]),
  ];
}

const anyComparison = fc.oneof(
  ...[integers, numbers, lengths, texts, stages, booleans, daysOnly].flatMap(comparisonsOf),
  ...[integers, numbers, lengths].flatMap(orderComparisonsOf),
);

const reference = fc.constantFrom({ condition: 'first' }, { condition: 'second' });

/** Conditions nested to a few levels. With references only where the named conditions are there. */
function conditions(leaf: fc.Arbitrary<object>) {
  return fc.letrec<{ root: object; part: object }>((tie) => ({
    root: fc.oneof(
      fc.record({ all: fc.array(tie('part'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('part'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('part') }),
    ),
    part: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf, leaf, tie('root')),
  })).root;
}

const params = fc.dictionary(
  fc.constantFrom('x', 'y'),
  fc.oneof(
    fc.constantFrom(1, 'text', null, [1]),
    fc.constantFrom({ fact: 'days' }, { fact: 'order', path: '$.total' }),
  ),
  { noNullPrototype: true },
);

const event = fc.oneof(
  fc.record({ type: fc.constantFrom('care', 'offer') }),
  fc.record({ type: fc.constantFrom('care', 'offer'), params }),
);

/** A document with one to five rules and two named conditions, the second of which refers to the first. */
export const ruleDocument = fc
  .record({
    first: conditions(anyComparison),
    second: conditions(fc.oneof(anyComparison, fc.constant({ condition: 'first' }))),
    rules: fc.array(
      fc.record({
        priority: fc.integer({ min: 1, max: 3 }),
        conditions: fc.oneof(
          {
            weight: 5,
            arbitrary: conditions(
              fc.oneof({ weight: 6, arbitrary: anyComparison }, { weight: 1, arbitrary: reference }),
            ),
          },
          { weight: 1, arbitrary: reference },
        ),
        event,
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ first, second, rules }) => ({
    format: 1,
    conditions: { first, second },
    rules: rules.map((rule, index) => ({ name: `rule ${index}`, ...rule })),
  }));
