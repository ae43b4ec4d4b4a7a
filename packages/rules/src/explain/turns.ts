import type { IssuePath } from '@aftercare/core/foundation';
import type { FactCatalogue } from '../catalogue/index.js';
import type { ConditionExplanation, Turn } from './explanation.js';
import { shiftOf } from './shift.js';

/**
 * The smallest set of comparisons that would have to turn for a condition to come out as wanted, or `undefined` where no
 * comparison could bring that about. Each comparison stands at one place, so what one part needs does not help another,
 * and the smallest set of a whole is made of smallest sets of its parts.
 */
export function smallestTurns(
  condition: ConditionExplanation,
  wanted: boolean,
  path: IssuePath,
  catalogue: FactCatalogue,
): readonly Turn[] | undefined {
  if (condition.holds === wanted) return [];
  switch (condition.kind) {
    case 'comparison': {
      const shift = shiftOf(condition, catalogue);
      return [{ path, comparison: condition, ...(shift === undefined ? {} : { shift }) }];
    }
    case 'not':
      return smallestTurns(condition.condition, !wanted, [...path, 'not'], catalogue);
    case 'all':
    case 'any': {
      const { kind, conditions } = condition;
      const parts = conditions.map((part, index) =>
        smallestTurns(part, wanted, [...path, kind, index], catalogue),
      );
      // For "all" to hold, all parts must; for it not to hold, one part is enough. With "any" it is the other way round.
      return (kind === 'all') === wanted ? allOf(parts) : smallestOf(parts);
    }
  }
}

type Part = readonly Turn[] | undefined;

function allOf(parts: readonly Part[]): Part {
  const possible = parts.filter((part) => part !== undefined);
  return possible.length === parts.length ? possible.flat() : undefined;
}

/** Of two sets of one size the one with more numbers to shift: these tell how far it is. */
function smallestOf(parts: readonly Part[]): Part {
  return parts.reduce<Part>((smallest, part) => {
    if (part === undefined) return smallest;
    if (smallest === undefined || part.length < smallest.length) return part;
    return part.length === smallest.length && shiftsOf(part) > shiftsOf(smallest) ? part : smallest;
  }, undefined);
}

function shiftsOf(part: readonly Turn[]): number {
  return part.filter(({ shift }) => shift !== undefined).length;
}
