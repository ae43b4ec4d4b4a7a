import { describe, expect, test } from 'vitest';
import { type BirthdayPolicy, defaultBirthdayPolicy, parseBirthdayPolicy } from './birthdayPolicy.js';

const issuesOf = (input: unknown) => {
  const result = parseBirthdayPolicy(input);
  return result.ok ? [] : result.issues.map(({ code, path }) => ({ code, path }));
};

describe('a birthday policy', () => {
  test('the default one is sound and survives a trip through JSON', () => {
    expect(parseBirthdayPolicy(JSON.parse(JSON.stringify(defaultBirthdayPolicy)))).toEqual({
      ok: true,
      value: defaultBirthdayPolicy,
    });
  });

  test('by default keeps 29 February on the 28th, leap months where they are, and waits a year', () => {
    expect(defaultBirthdayPolicy).toEqual({
      leapDay: 'february_28',
      lunarLeapMonth: 'leap_month_if_any',
      coolOffDays: 365,
    });
  });

  test.each<[string, object, string]>([
    ['a day that is no choice', { leapDay: 'february_29' }, 'not_one_of'],
    ['a month that is no choice', { lunarLeapMonth: 'next_month' }, 'not_one_of'],
    ['a cool-off below 0 days', { coolOffDays: -1 }, 'out_of_range'],
    ['half a day', { coolOffDays: 0.5 }, 'not_multiple_of'],
  ])('refuses %s', (_, change, code) => {
    const [key] = Object.keys(change);
    expect(issuesOf({ ...defaultBirthdayPolicy, ...change })).toEqual([{ code, path: [key] }]);
  });

  test('takes a cool-off of 0 days, which is none', () => {
    expect(issuesOf({ ...defaultBirthdayPolicy, coolOffDays: 0 } satisfies BirthdayPolicy)).toEqual([]);
  });

  test('refuses keys that are missing or misspelt', () => {
    expect(issuesOf({ leapDay: 'march_1', lunarLeapMonth: 'regular_month', coolOff: 365 })).toEqual([
      { code: 'missing', path: ['coolOffDays'] },
      { code: 'unknown_key', path: [] },
    ]);
  });
});
