import { describe, expect, test } from 'vitest';
import { defaultStagePolicy, parseStagePolicy } from './stagePolicy.js';
import type { StageWindow } from './stageWindow.js';

const issuesOf = (stages: readonly unknown[]) => {
  const result = parseStagePolicy({ clock: 'last_purchase', stages });
  return result.ok ? [] : result.issues.map(({ code, path, details }) => ({ code, path, details }));
};
const everyone = { from: 1 };
const fresh: StageWindow = { stage: 'new', purchases: everyone, days: { from: 0, to: 45 } };
const rest: StageWindow = { stage: 'dormant', purchases: everyone, days: { from: 45 } };

describe('a stage policy', () => {
  test('the default one is sound and survives a trip through JSON', () => {
    expect(parseStagePolicy(JSON.parse(JSON.stringify(defaultStagePolicy)))).toEqual({
      ok: true,
      value: defaultStagePolicy,
    });
  });

  test('windows that meet are neither gap nor overlap', () => {
    expect(issuesOf([fresh, rest])).toEqual([]);
  });

  test('a day between two windows is a gap', () => {
    expect(issuesOf([fresh, { ...rest, days: { from: 46 } }])).toEqual([
      {
        code: 'stage_gap',
        path: ['stages'],
        details: { purchases: { from: 1 }, time: { from: 45, to: 46, unit: 'days' } },
      },
    ]);
  });

  test('a day in two windows is an overlap', () => {
    expect(issuesOf([fresh, { ...rest, days: { from: 44 } }])).toEqual([
      {
        code: 'stage_overlap',
        path: ['stages'],
        details: {
          purchases: { from: 1 },
          time: { from: 44, to: 45, unit: 'days' },
          stages: ['new', 'dormant'],
        },
      },
    ]);
  });

  test('a window inside an endless one overlaps it for its whole length', () => {
    expect(
      issuesOf([
        { ...rest, days: { from: 0 } },
        { ...fresh, days: { from: 10, to: 20 } },
      ]),
    ).toEqual([
      {
        code: 'stage_overlap',
        path: ['stages'],
        details: {
          purchases: { from: 1 },
          time: { from: 10, to: 20, unit: 'days' },
          stages: ['dormant', 'new'],
        },
      },
    ]);
  });

  test('two endless windows overlap without end', () => {
    expect(issuesOf([fresh, rest, { ...rest, stage: 'lapsing', days: { from: 90 } }])[0]?.details).toEqual({
      purchases: { from: 1 },
      time: { from: 90, unit: 'days' },
      stages: ['dormant', 'lapsing'],
    });
  });

  test('a start after day 0 and an end before for ever are gaps', () => {
    expect(issuesOf([{ ...fresh, days: { from: 1, to: 45 } }]).map((issue) => issue.details)).toEqual([
      { purchases: { from: 1 }, time: { from: 0, to: 1, unit: 'days' } },
      { purchases: { from: 1 }, time: { from: 45, unit: 'days' } },
    ]);
  });

  test('a number of purchases without any window is a gap from day 0', () => {
    expect(
      issuesOf([
        { ...fresh, purchases: { from: 1, to: 2 } },
        { ...rest, purchases: { from: 1, to: 2 } },
      ]),
    ).toEqual([
      {
        code: 'stage_gap',
        path: ['stages'],
        details: { purchases: { from: 2 }, time: { from: 0, unit: 'days' } },
      },
    ]);
  });

  test('days and cycles for the same customers cannot be compared', () => {
    const inCycles = { stage: 'dormant', purchases: { from: 2 }, cycles: { from: 1.5 } };
    expect(issuesOf([fresh, rest, inCycles])).toEqual([
      { code: 'stage_units_mixed', path: ['stages'], details: { purchases: { from: 2 } } },
    ]);
  });

  test.each<[string, object, string, (string | number)[]]>([
    ['neither days nor cycles', { days: undefined }, 'missing', ['stages', 0, 'days']],
    [
      'both days and cycles',
      { purchases: { from: 2 }, cycles: { from: 0 } },
      'stage_units_mixed',
      ['stages', 0],
    ],
    ['an empty window', { days: { from: 45, to: 45 } }, 'empty_interval', ['stages', 0, 'days']],
    [
      'an empty band of purchases',
      { purchases: { from: 2, to: 2 } },
      'empty_interval',
      ['stages', 0, 'purchases'],
    ],
    ['a negative day', { days: { from: -1 } }, 'out_of_range', ['stages', 0, 'days', 'from']],
    ['half a day', { days: { from: 0.5 } }, 'not_multiple_of', ['stages', 0, 'days', 'from']],
    ['a prospect window', { stage: 'prospect' }, 'not_one_of', ['stages', 0, 'stage']],
    ['zero purchases', { purchases: { from: 0 } }, 'out_of_range', ['stages', 0, 'purchases', 'from']],
    ['a misspelt key', { day: 3 }, 'unknown_key', ['stages', 0]],
  ])('refuses %s', (_, change, code, path) => {
    const { days, ...others } = { ...fresh, ...change } as StageWindow;
    const window = days === undefined ? others : { ...others, days };
    expect(issuesOf([window, rest])).toContainEqual(expect.objectContaining({ code, path }));
  });

  test('a window in cycles needs customers who have a cycle', () => {
    const window = { stage: 'new', purchases: { from: 1 }, cycles: { from: 0 } };
    expect(issuesOf([window])).toEqual([
      { code: 'stage_cycle_too_early', path: ['stages', 0, 'purchases', 'from'], details: { from: 1 } },
    ]);
  });
});
