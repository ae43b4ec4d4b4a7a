import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryLife, arbitraryPolicy, arbitraryRules } from '../../test/arbitraryCare.js';
import { plannerOf } from '../../test/careRules.js';
import { liveThrough } from '../../test/simulatedLife.js';

const TWO_YEARS = 731;

describe('a host that wakes only when something is due', () => {
  test('does on the same days what a daily scan does, over two years', () => {
    fc.assert(
      fc.property(arbitraryLife, arbitraryRules, arbitraryPolicy, (life, rules, policy) => {
        const planner = plannerOf(rules, { policy });
        const scanned = liveThrough(life, planner, TWO_YEARS, 'every_day');
        expect(liveThrough(life, planner, TWO_YEARS, 'when_due')).toEqual(scanned);
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });
});
