import type { Box } from './box.js';
import type { Dimension } from './dimension.js';
import { joinIntervals, showInterval } from './interval.js';
import type { WhereFact } from './lintFindings.js';
import type { Space } from './space.js';

/** A box as findings show it: the facts that it restricts, in the order of their names, each with its values. */
export function whereOf(box: Box, { dimensions }: Space): readonly WhereFact[] {
  return [...box]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([fact, cells]): WhereFact[] => {
      const dimension = dimensions.get(fact);
      if (dimension === undefined || cells === dimension.all) return [];
      return [{ fact, values: labelsOf(dimension, cells) }];
    });
}

function labelsOf(dimension: Dimension, cells: bigint): string[] {
  const own = dimension.cells.filter((_, index) => (cells >> BigInt(index)) & 1n);
  const intervals = own.flatMap((cell) => (cell.interval === undefined ? [] : [cell.interval]));
  const rest = own.filter((cell) => cell.interval === undefined).map((cell) => cell.label);
  return [...joinIntervals(intervals).map(showInterval), ...rest];
}
