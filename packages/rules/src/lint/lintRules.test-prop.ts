import { unwrap } from '@aftercare/core/foundation';
import { defineFacts, type FactsOf, lintRules, loadRules, type RuleSet } from '@aftercare/rules';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

/** Facts with so few values that all records can be tried. */
const facts = defineFacts(
  z.object({
    days: z.int().min(0).max(4).nullable(),
    tier: z.enum(['a', 'b', 'c']),
    sizes: z.array(z.enum(['s', 'm'])).nullable(),
  }),
);
type Record = FactsOf<typeof facts>;

const DAYS = [0, 1, 2, 3, 4, null] as const;
const TIERS = ['a', 'b', 'c'] as const;
const SIZES = [[], ['s'], ['m'], ['m', 's'], null] as const;
const RECORDS: readonly Record[] = DAYS.flatMap((days) =>
  TIERS.flatMap((tier) => SIZES.map((sizes) => ({ days, tier, sizes }))),
);

const day = fc.integer({ min: 0, max: 4 });
const tier = fc.constantFrom(...TIERS);
const size = fc.constantFrom('s', 'm');
const not = fc.constantFrom('', '', 'not:');
const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive');
const comparisonOf = (fact: string, operator: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(not, operator, value)
    .map(([prefix, name, literal]) => ({ fact, operator: `${prefix}${name}`, value: literal }));
const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });

const comparison = fc.oneof(
  comparisonOf('days', order, day),
  comparisonOf('days', order, day),
  comparisonOf('days', fc.constantFrom('equal', 'notEqual'), fc.option(day)),
  comparisonOf('days', fc.constantFrom('someValue:lessThan', 'everyValue:swap:lessThan', 'in'), few(day)),
  comparisonOf('tier', fc.constantFrom('equal', 'notEqual'), tier),
  comparisonOf('tier', fc.constantFrom('in', 'notIn'), few(tier)),
  comparisonOf(
    'sizes',
    fc.constantFrom('contains', 'doesNotContain', 'someFact:equal', 'everyFact:equal'),
    size,
  ),
  comparisonOf('sizes', fc.constantFrom('everyValue:contains', 'someFact:notIn'), few(size)),
);

const { root } = fc.letrec<{ root: object; part: object }>((tie) => ({
  root: fc.oneof(
    fc.record({ all: fc.array(tie('part'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('part'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('part') }),
  ),
  part: fc.oneof({ maxDepth: 2 }, comparison, comparison, tie('root')),
}));

/** A rule that mentions all sizes, so that findings show every list by its items. */
const ALL_SIZES = {
  name: 'all sizes',
  conditions: { all: [{ fact: 'sizes', operator: 'someFact:in', value: ['s', 'm'] }] },
  event: { type: 'z' },
};

const document = fc
  .tuple(
    fc.array(fc.tuple(root, fc.integer({ min: 1, max: 2 }), fc.constantFrom('x', 'x', 'y')), {
      minLength: 2,
      maxLength: 4,
    }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([rules, from, length]) => ({
    format: 1,
    groups: [
      {
        name: 'g',
        rules: rules.map((_, index) => `rule ${index}`),
        over: 'days',
        exclusive: true,
        complete: { from, to: from + length },
      },
    ],
    rules: [
      ...rules.map(([conditions, priority, type], index) => ({
        name: `rule ${index}`,
        priority,
        conditions,
        event: { type },
      })),
      ALL_SIZES,
    ],
  }));

/** The numbers of the records for which each rule fires. */
function firedRecords(rules: RuleSet<Record>): ReadonlySet<number>[] {
  const sets = rules.rules.map(() => new Set<number>());
  RECORDS.forEach((record, number) => {
    for (const { rule } of rules.fired(record)) sets[rule.index]?.add(number);
  });
  return sets;
}

/** Whether a value is among those that a finding shows. */
function isShown(value: unknown, labels: readonly string[]): boolean {
  return labels.some((label) => {
    if (Array.isArray(value)) return label === `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const [from, to] = label.split('..').map(Number);
    if (typeof value !== 'number' || from === undefined || Number.isNaN(from))
      return label === JSON.stringify(value);
    return value >= from && value <= (to ?? from);
  });
}

test('what is found of random rules is what trying all facts finds, no more and no less', () => {
  const seen: { [code: string]: number } = {};
  const property = fc.property(document, (input) => {
    const rules = unwrap(loadRules(input, facts));
    const sets = firedRecords(rules);
    const setOf = (name: string) => sets[rules.rules.findIndex((rule) => rule.name === name)] ?? new Set();
    const findings = lintRules(rules);
    for (const { code } of findings) seen[code] = (seen[code] ?? 0) + 1;

    const namesWith = (size: number) =>
      rules.rules.filter(({ name }) => setOf(name).size === size).map(({ name }) => name);
    const named = (code: string) =>
      findings.flatMap((finding) =>
        finding.code === code && 'rule' in finding.details ? [finding.details.rule] : [],
      );
    expect(named('never_fires')).toEqual(namesWith(0));
    expect(named('always_fires')).toEqual(namesWith(RECORDS.length));
    expect(named('not_analysed')).toEqual([]);

    const ordered = [...rules.rules].sort((a, b) => b.priority - a.priority || a.index - b.index);
    const copies = ordered.flatMap((rule, place) => {
      const own = setOf(rule.name);
      if (own.size === 0) return [];
      const first = ordered.slice(0, place).find((other) => {
        const theirs = setOf(other.name);
        const isInside = [...own].every((number) => theirs.has(number));
        return (
          other.event.type === rule.event.type &&
          isInside &&
          (theirs.size === own.size || other.priority > rule.priority)
        );
      });
      if (first === undefined) return [];
      return [
        setOf(first.name).size === own.size
          ? `${rule.name} duplicate ${first.name}`
          : `${rule.name} covered ${first.name}`,
      ];
    });
    const reported = findings.flatMap((finding) => {
      if (finding.code === 'duplicate') return [`${finding.details.rule} duplicate ${finding.details.of}`];
      return finding.code === 'covered' ? [`${finding.details.rule} covered ${finding.details.by}`] : [];
    });
    expect([...reported].sort()).toEqual([...copies].sort());

    const members = rules.rules.slice(0, -1);
    const overlaps = members.flatMap((a, place) =>
      members
        .slice(place + 1)
        .filter((b) => [...setOf(a.name)].some((number) => setOf(b.name).has(number)))
        .map((b) => [a.name, b.name]),
    );
    const reportedOverlaps = findings.flatMap((finding) =>
      finding.code === 'overlap' ? [finding.details] : [],
    );
    expect(reportedOverlaps.map(({ rules: pair }) => pair)).toEqual(overlaps);
    const isIn = (record: Record, where: readonly { fact: string; values: readonly string[] }[]) =>
      where.every(({ fact, values }) => isShown(record[fact as keyof Record], values));
    for (const { rules: pair, where } of reportedOverlaps)
      for (const [number, record] of RECORDS.entries())
        if (isIn(record, where)) expect(pair.every((name) => setOf(name).has(number))).toBe(true);

    const { from = 0, to = 0 } = rules.groups[0]?.complete ?? {};
    const isServed = RECORDS.map((_, number) => members.some(({ name }) => setOf(name).has(number)));
    const gaps = RECORDS.filter((record, number) => {
      if (record.days === null || record.days < from || record.days >= to || isServed[number] === true)
        return false;
      return RECORDS.some(
        (other, place) =>
          isServed[place] === true && other.tier === record.tier && other.sizes === record.sizes,
      );
    });
    const gapFindings = findings.flatMap((finding) =>
      finding.code === 'gap' ? [finding.details.where] : [],
    );
    expect(RECORDS.filter((record) => gapFindings.some((where) => isIn(record, where)))).toEqual(gaps);
  });
  fc.assert(property, { numRuns: 1_000 });
  for (const code of ['never_fires', 'always_fires', 'duplicate', 'covered', 'overlap', 'gap'])
    expect(seen[code], code).toBeGreaterThan(20);
});
