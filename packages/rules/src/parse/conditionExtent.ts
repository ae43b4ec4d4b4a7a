import type { Condition } from '../ast/index.js';

/** How large a condition is with its references resolved. */
export interface Extent {
  /** Conditions, itself included. One that several references share counts each time: it is evaluated each time. */
  readonly count: number;
  /** Levels below it. */
  readonly height: number;
}

/**
 * Measures conditions, walking shared ones only once: thirty references can stand for a billion conditions. Parts must be
 * measured while few levels are new, which is so when every named condition is measured as it is parsed.
 */
export function createExtentOf(): (condition: Condition) => Extent {
  const known = new Map<readonly Condition[], Extent>();
  const extentOf = (condition: Condition): Extent => {
    switch (condition.kind) {
      case 'comparison':
        return { count: 1, height: 0 };
      case 'not':
        return combined([condition.condition]);
      case 'all':
      case 'any': {
        // A reference is a copy of its condition under another name; the list of parts is the same.
        const { conditions } = condition;
        const extent = known.get(conditions) ?? combined(conditions);
        known.set(conditions, extent);
        return extent;
      }
    }
  };
  const combined = (parts: readonly Condition[]): Extent => {
    const extents = parts.map(extentOf);
    return {
      count: extents.reduce((sum, { count }) => sum + count, 1),
      height: extents.reduce((highest, { height }) => Math.max(highest, height + 1), 0),
    };
  };
  return extentOf;
}
