import { describe, expect, test } from 'vitest';
import { unwrap } from '../foundation/index.js';
import { dayNumberOf, dayOfNumber } from '../time/index.js';
import { leapMonthOf, lunarDateOf, lunarMonthLength, solarDayOf } from './lunarDate.js';
import { FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR, monthsOfLunarYear } from './lunarYear.js';

describe('lunar dates known from printed calendars', () => {
  test.each([
    ['Spring Festival 1900', '1900-01-31', 1900, 1, 1, false],
    ['Spring Festival 1949', '1949-01-29', 1949, 1, 1, false],
    ['Spring Festival 1985', '1985-02-20', 1985, 1, 1, false],
    ['Spring Festival 2000', '2000-02-05', 2000, 1, 1, false],
    ['Spring Festival 2024', '2024-02-10', 2024, 1, 1, false],
    ['Spring Festival 2025', '2025-01-29', 2025, 1, 1, false],
    ['Spring Festival 2026', '2026-02-17', 2026, 1, 1, false],
    ['Spring Festival 2033', '2033-01-31', 2033, 1, 1, false],
    ['Spring Festival 2034', '2034-02-19', 2034, 1, 1, false],
    ['the eve of Spring Festival 2024', '2024-02-09', 2023, 12, 30, false],
    ['the eve of Spring Festival 2025', '2025-01-28', 2024, 12, 29, false],
    ['Dragon Boat Festival 2024', '2024-06-10', 2024, 5, 5, false],
    ['Dragon Boat Festival 2025', '2025-05-31', 2025, 5, 5, false],
    ['Qixi 2025, after the leap month', '2025-08-29', 2025, 7, 7, false],
    ['Mid-Autumn 2024', '2024-09-17', 2024, 8, 15, false],
    ['Mid-Autumn 2025', '2025-10-06', 2025, 8, 15, false],
    ['Mid-Autumn 2026', '2026-09-25', 2026, 8, 15, false],
    ['the first day of leap month 2 of 2023', '2023-03-22', 2023, 2, 1, true],
    ['the first day of leap month 6 of 2025', '2025-07-25', 2025, 6, 1, true],
    ['the first day of leap month 4 of 2020', '2020-05-23', 2020, 4, 1, true],
    ['the first day of leap month 11 of 2033', '2033-12-22', 2033, 11, 1, true],
  ])('%s is %s', (_, solarDay, year, month, day, leapMonth) => {
    expect(lunarDateOf(solarDay)).toEqual({ ok: true, value: { year, month, day, leapMonth } });
    expect(solarDayOf({ year, month, day, leapMonth })).toEqual({ ok: true, value: solarDay });
  });

  test.each([
    [2017, 6],
    [2020, 4],
    [2022, undefined],
    [2023, 2],
    [2024, undefined],
    [2025, 6],
    [2026, undefined],
    [2028, 5],
    [2033, 11],
  ])('the leap month of %i is %s', (year, month) => {
    expect(leapMonthOf(year)).toEqual({ ok: true, value: month });
  });
});

describe('the lunar calendar from 1900 to 2100', () => {
  const years = Array.from({ length: LAST_LUNAR_YEAR - FIRST_LUNAR_YEAR + 1 }, (_, index) => ({
    year: FIRST_LUNAR_YEAR + index,
    months: monthsOfLunarYear(FIRST_LUNAR_YEAR + index) ?? [],
  }));

  test('is one row of months of 29 or 30 days without gap or overlap', () => {
    let next = dayNumberOf('1900-01-31');
    for (const { firstDay, length } of years.flatMap(({ months }) => months)) {
      expect(firstDay).toBe(next);
      next = firstDay + length;
    }
    expect(next).toBe(dayNumberOf('2101-01-29'));
  });

  test('numbers the months of a year from 1 to 12, a leap month after its namesake', () => {
    for (const { months } of years) {
      const names = months.map(({ month, leapMonth }) => (leapMonth ? `leap ${month}` : `${month}`));
      const leap = months.find(({ leapMonth }) => leapMonth)?.month;
      const expected = Array.from({ length: 12 }, (_, index) => `${index + 1}`);
      if (leap !== undefined) expected.splice(leap, 0, `leap ${leap}`);
      expect(names).toEqual(expected);
    }
  });

  test('begins every year between 21 January and 21 February', () => {
    for (const { year, months } of years) {
      const day = dayOfNumber(months[0]?.firstDay ?? Number.NaN);
      expect(day >= `${year}-01-21` && day <= `${year}-02-21`).toBe(true);
    }
  });

  test.each([
    ['1900-01-30', false],
    ['1900-01-31', true],
    ['2101-01-28', true],
    ['2101-01-29', false],
    ['1899-12-31', false],
    ['2500-06-01', false],
    ['0001-01-01', false],
  ])('holds %s: %s', (day, isKnown) => {
    const result = lunarDateOf(day);
    expect(result.ok).toBe(isKnown);
    if (result.ok) return;
    expect(result.issues).toEqual([
      expect.objectContaining({
        code: 'lunar_date_unknown',
        path: ['day'],
        details: { received: `"${day}"`, knownFrom: 1900, knownTo: 2100 },
      }),
    ]);
  });

  test.each([[1899], [2101], [2025.5], [Number.NaN]])('has no year %d', (year) => {
    const asked = { year, month: 1, day: 1, leapMonth: false };
    for (const result of [leapMonthOf(year), lunarMonthLength(asked), solarDayOf(asked)]) {
      expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path])).toEqual([
        ['lunar_date_unknown', ['year']],
      ]);
    }
  });
});

describe('a lunar date that does not exist is an issue:', () => {
  test.each([
    ['a leap month that the year lacks', 2026, 6, 1, true, 'no_such_lunar_month', ['leapMonth']],
    ['a month 0', 2026, 0, 1, false, 'no_such_lunar_month', ['month']],
    ['a month 13', 2026, 13, 1, false, 'no_such_lunar_month', ['month']],
    ['half a month', 2026, 1.5, 1, false, 'no_such_lunar_month', ['month']],
    ['a day 0', 2026, 1, 0, false, 'no_such_lunar_day', ['day']],
    ['a day 31', 2025, 1, 31, false, 'no_such_lunar_day', ['day']],
    ['half a day', 2025, 1, 1.5, false, 'no_such_lunar_day', ['day']],
    // The last month of 2024 has 29 days, and leap month 6 of 2025 too.
    ['day 30 of a short month', 2024, 12, 30, false, 'no_such_lunar_day', ['day']],
    ['day 30 of a short leap month', 2025, 6, 30, true, 'no_such_lunar_day', ['day']],
  ])('%s', (_, year, month, day, leapMonth, code, path) => {
    const result = solarDayOf({ year, month, day, leapMonth });
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });
});

test('month lengths at the turn of 2024 and 2025', () => {
  const lengthOf = (year: number, month: number, leapMonth = false) =>
    unwrap(lunarMonthLength({ year, month, leapMonth }));
  expect([lengthOf(2023, 12), lengthOf(2024, 12), lengthOf(2025, 6), lengthOf(2025, 6, true)]).toEqual([
    30, 29, 30, 29,
  ]);
});

test('a day that does not exist throws', () => {
  expect(() => lunarDateOf('2026-02-29')).toThrow(
    expect.objectContaining({ code: 'invalid_day', path: ['day'] }),
  );
});
