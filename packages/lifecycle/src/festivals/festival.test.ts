import { describe, expect, test } from 'vitest';
import { defaultFestivals } from './defaultFestivals.js';
import { parseFestivals } from './festival.js';

const titles = { en: 'Anniversary Sale', 'zh-CN': '店庆' };
const issuesOf = (...festivals: readonly unknown[]) => {
  const result = parseFestivals(festivals);
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
};
const onDate = (date: object) => ({ code: 'sale', titles, date });

describe('a list of festivals', () => {
  test('the default one is sound and survives a trip through JSON', () => {
    expect(parseFestivals(JSON.parse(JSON.stringify(defaultFestivals)))).toEqual({
      ok: true,
      value: defaultFestivals,
    });
  });

  test('the default one names no year', () => {
    expect(JSON.stringify(defaultFestivals)).not.toMatch(/\d{4}/);
  });

  test('may be empty', () => {
    expect(issuesOf()).toEqual([]);
  });

  test.each([
    [{ calendar: 'solar', month: 2, day: 29 }, []],
    [{ calendar: 'solar', month: 2, day: 30 }, [['out_of_range', '0.date.day']]],
    [{ calendar: 'solar', month: 4, day: 30 }, []],
    [{ calendar: 'solar', month: 4, day: 31 }, [['out_of_range', '0.date.day']]],
    [{ calendar: 'solar', month: 12, day: 31 }, []],
    [{ calendar: 'solar', month: 12, day: 32 }, [['out_of_range', '0.date.day']]],
    [{ calendar: 'solar', month: 12, day: 0 }, [['out_of_range', '0.date.day']]],
    [{ calendar: 'solar', month: 13, day: 31 }, [['out_of_range', '0.date.month']]],
    [{ calendar: 'lunar', month: 12, day: 30 }, []],
    [{ calendar: 'lunar', month: 12, day: 31 }, [['out_of_range', '0.date.day']]],
    [{ calendar: 'lunar', month: 0, day: 1 }, [['out_of_range', '0.date.month']]],
    [{ calendar: 'lunar', month: 6, day: 1, leapMonth: true }, [['unknown_key', '0.date']]],
    [{ calendar: 'islamic', month: 1, day: 1 }, [['not_one_of', '0.date.calendar']]],
    [{ month: 1, day: 1 }, [['missing', '0.date.calendar']]],
  ])('a festival on %j has the issues %j', (date, issues) => {
    expect(issuesOf(onDate(date))).toEqual(issues);
  });

  test.each<[string, object, (readonly [string, string])[]]>([
    ['an empty list of days', { days: [] }, [['out_of_range', '0.days']]],
    ['a day that does not exist', { days: ['2026-02-28', '2026-02-29'] }, [['invalid_day', '0.days.1']]],
    [
      'both a date and days',
      { days: ['2026-02-28'], date: { calendar: 'solar', month: 1, day: 1 } },
      [['unknown_key', '0']],
    ],
    ['no title', { days: ['2026-02-28'], titles: { en: 'Sale' } }, [['missing', '0.titles.zh-CN']]],
    [
      'an empty title',
      { days: ['2026-02-28'], titles: { en: '', 'zh-CN': '店庆' } },
      [['out_of_range', '0.titles.en']],
    ],
    ['a code with a space', { days: ['2026-02-28'], code: 'big sale' }, [['invalid_format', '0.code']]],
  ])('refuses %s', (_, change, issues) => {
    expect(issuesOf({ code: 'sale', titles, ...change })).toEqual(issues);
  });

  test('a festival says when it is', () => {
    expect(issuesOf({ code: 'sale', titles })).toHaveLength(1);
  });

  test('has each code once', () => {
    const sale = { code: 'sale', titles, days: ['2026-06-18'] };
    expect(issuesOf(sale, { ...sale, code: 'other' }, sale)).toEqual([['duplicate_code', '2.code']]);
  });
});
