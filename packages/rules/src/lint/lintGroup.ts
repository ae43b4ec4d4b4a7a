import type { RuleGroup } from '../document/index.js';
import { type CellSet, commonBox, type Region, subtract } from './box.js';
import type { PlacedRule } from './conditionRegion.js';
import type { Dimension } from './dimension.js';
import { type LintFinding, lintFindings } from './lintFindings.js';
import type { Space } from './space.js';
import { whereOf } from './where.js';

/** Checks what a document promises of several rules together. */
export function lintGroup(
  group: RuleGroup,
  index: number,
  placed: readonly PlacedRule[],
  space: Space,
): LintFinding[] {
  const members = placed.filter(({ rule }) => group.rules.includes(rule.name));
  const path = ['groups', index];
  return [
    ...(group.exclusive === true ? lintExclusive(group, path, members, space) : []),
    ...(group.complete === undefined ? [] : lintComplete(group, path, members, space)),
  ];
}

function lintExclusive(
  group: RuleGroup,
  path: (string | number)[],
  members: readonly PlacedRule[],
  space: Space,
): LintFinding[] {
  return members.flatMap((one, place) =>
    members.slice(place + 1).flatMap((other) => {
      const common = commonBox(one.region.atLeast, other.region.atLeast);
      if (common === undefined) return [];
      const rules = [one.rule.name, other.rule.name] as const;
      return [
        lintFindings.create('overlap', path, { group: group.name, rules, where: whereOf(common, space) }),
      ];
    }),
  );
}

/**
 * What belongs to no rule: for other facts with which one of the rules fires at all, the values in the range for which
 * none does.
 */
function lintComplete(
  group: RuleGroup,
  path: (string | number)[],
  members: readonly PlacedRule[],
  space: Space,
): LintFinding[] {
  const { name, over = '', complete = { from: 0 } } = group;
  const dimension = space.dimensions.get(over);
  if (dimension === undefined) return [tooInvolved(name, path)];
  const range = cellsWithin(dimension, complete.from, complete.to ?? Infinity);
  if (range === 0n) return [];
  const wanted = members.flatMap(({ region }) => region.atLeast).map((box) => new Map(box).set(over, range));
  const served: Region = members.flatMap(({ region }) => region.atMost);
  const gaps = subtract(wanted, served, (key) => space.dimensions.get(key)?.all ?? 0n);
  if (gaps === undefined) return [tooInvolved(name, path)];
  return gaps.map((box) => lintFindings.create('gap', path, { group: name, where: whereOf(box, space) }));
}

/** The cells whose values lie in [from, to). Both are borders of cells, so no cell lies half in it. */
function cellsWithin({ cells }: Dimension, from: number, to: number): CellSet {
  return cells.reduce((set, { value }, index) => {
    const isWithin = typeof value === 'number' && value >= from && value < to;
    return isWithin ? set | (1n << BigInt(index)) : set;
  }, 0n);
}

function tooInvolved(name: string, path: (string | number)[]): LintFinding {
  return lintFindings.create('too_involved', path, { what: 'group', name });
}
