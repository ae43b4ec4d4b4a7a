import type { Turn } from '@aftercare/rules';
import type { CommandGroup, Policy } from '../policy/index.js';
import type { NamedFact, NearestChange, NearestNumber } from '../refusal/index.js';
import type { Lack } from './lack.js';

type Guards = CommandGroup['guards'];

/**
 * What would all have to change for a command to pass.
 *
 * @param turns - the comparisons that would have to turn, where guards fail
 */
export function nearestChanges(
  lack: Lack,
  turns: readonly Turn[],
  guards: Guards,
  { definition }: Policy,
): readonly NearestChange[] {
  switch (lack.code) {
    case 'needs_approval':
    case 'over_limit': {
      const { mostMinor, currency } = lack.details;
      return mostMinor > 0 ? [{ kind: 'amount', mostMinor, currency }] : [];
    }
    case 'evidence_missing':
      return [evidenceOf(lack.details.missing, definition)];
    case 'guard_failed': {
      const changes = turns.map((turn) => changeOf(turn, guards));
      const known = changes.filter((change) => change !== undefined);
      // Some of them alone would not do.
      return known.length === changes.length ? known : [];
    }
    default:
      return [];
  }
}

function evidenceOf(missing: readonly string[], { texts }: Policy['definition']): NearestChange {
  const { titles = {} } = texts;
  const known = missing.flatMap((code) => {
    const title = Object.hasOwn(titles, code) ? titles[code] : undefined;
    return title === undefined ? [] : [[code, title] as const];
  });
  return { kind: 'evidence', missing, titles: Object.fromEntries(known) };
}

/** What the fact of a comparison would have to be; `undefined` where that cannot be told. */
function changeOf(turn: Turn, guards: Guards): NearestChange | undefined {
  const { comparison, actual } = turn.comparison;
  const named = namedFact(comparison.fact.fact, guards);
  const { shift } = turn;
  if (shift === undefined || typeof actual !== 'number') return changeOfValue(turn, named);
  const to = shift.direction === 'up' ? actual + shift.by : actual - shift.by;
  return { ...named, kind: 'fact', from: actual, to, side: sideOf(turn, shift) };
}

function sideOf(
  { comparison }: Turn,
  { direction, beyond }: NonNullable<Turn['shift']>,
): NearestNumber['side'] {
  const { operator } = comparison.comparison;
  if (operator === 'equal' || operator === 'notEqual') return 'exactly';
  if (beyond) return direction === 'up' ? 'more_than' : 'less_than';
  return direction === 'up' ? 'at_least' : 'at_most';
}

/** Another value that a fact would have to have: only of comparisons that name the values. */
function changeOfValue({ comparison }: Turn, named: NamedFact): NearestChange | undefined {
  const { operator, decorators } = comparison.comparison;
  if (decorators.some((decorator) => decorator !== 'not')) return undefined;
  const values = valuesOf(operator, comparison.expected);
  if (values === undefined) return undefined;
  const from = comparison.actual;
  const isPlain = operator === 'equal' || operator === 'in';
  // The comparison must come out the other way, and an odd number of "not" turns its operator round.
  const isOneOf = (isPlain === comparison.holds) !== (decorators.length % 2 === 0);
  if (isOneOf) return { ...named, kind: 'value', from, oneOf: values };
  // What is not so is the other of the two.
  const others = values.every((value) => typeof value === 'boolean');
  return others
    ? { ...named, kind: 'value', from, oneOf: values.map((value) => !value) }
    : { ...named, kind: 'value', from, noneOf: values };
}

function valuesOf(operator: string, expected: unknown): readonly unknown[] | undefined {
  if (operator === 'equal' || operator === 'notEqual') return [expected];
  if (operator === 'in' || operator === 'notIn') return Array.isArray(expected) ? expected : undefined;
  return undefined;
}

/** A fact as a refusal speaks of it. */
export function namedFact(fact: string, guards: Guards): NamedFact {
  const { titles = {}, unit, values } = guards?.catalogue.facts[fact] ?? {};
  return {
    fact,
    title: titles,
    ...(unit === undefined ? {} : { unit }),
    ...(values === undefined ? {} : { values }),
  };
}
