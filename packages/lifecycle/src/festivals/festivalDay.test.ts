import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { defaultFestivals } from './defaultFestivals.js';
import type { Festival } from './festival.js';
import { festivalDay } from './festivalDay.js';

const options = { lunar: china };
const titles = { en: 'Anniversary Sale', 'zh-CN': '店庆' };
const onDate = (calendar: 'solar' | 'lunar', month: number, day: number): Festival => ({
  code: 'sale',
  titles,
  date: { calendar, month, day },
});
const eve = onDate('lunar', 12, 30);

/** A default festival, or an error in the test. */
function festival(code: string): Festival {
  const found = defaultFestivals.find((each) => each.code === code);
  if (found === undefined) throw new Error(`No default festival has the code ${code}.`);
  return found;
}

describe('the day of a default festival', () => {
  // As published for public holidays and printed on wall calendars.
  test.each([
    ['new_year', '2026-01-01'],
    ['spring_festival', '2024-02-10'],
    ['spring_festival', '2025-01-29'],
    ['spring_festival', '2026-02-17'],
    ['lantern', '2026-03-03'],
    ['dragon_boat', '2026-06-19'],
    ['qixi', '2025-08-29'],
    ['mid_autumn', '2026-09-25'],
    ['double_ninth', '2025-10-29'],
    ['national_day', '2026-10-01'],
    ['singles_day', '2026-11-11'],
    ['double_twelve', '2026-12-12'],
  ])('%s is %s, seen from the first of the year and on the day, and then a year away', (code, day) => {
    const year = Number(day.slice(0, 4));
    expect(festivalDay(festival(code), `${year}-01-01`, options)).toBe(day);
    expect(festivalDay(festival(code), day, options)).toBe(day);
    const dayAfter = festivalDay(
      festival(code),
      `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`,
      options,
    );
    expect(dayAfter?.slice(0, 4)).toBe(String(year + 1));
  });

  test('all ten are tested above', () => {
    expect(defaultFestivals).toHaveLength(10);
  });
});

describe('the day of a festival of the shop', () => {
  test.each([
    ['2024-01-01', '2024-02-09'],
    ['2025-01-01', '2025-01-28'],
    ['2026-01-01', '2026-02-16'],
    ['2026-02-16', '2026-02-16'],
    ['2026-02-17', '2027-02-05'],
  ])('on the last day of the lunar year, seen from %s, is %s', (from, day) => {
    expect(festivalDay(eve, from, options)).toBe(day);
  });

  test('in a lunar month that is there twice is in the regular one only', () => {
    // 2025 has a sixth month from 25 June and a leap sixth month from 25 July.
    expect(festivalDay(onDate('lunar', 6, 1), '2025-06-25', options)).toBe('2025-06-25');
    expect(festivalDay(onDate('lunar', 6, 1), '2025-06-26', options)).toBe('2026-07-14');
  });

  test('on 29 February is on the last day of February', () => {
    expect(festivalDay(onDate('solar', 2, 29), '2027-01-01')).toBe('2027-02-28');
    expect(festivalDay(onDate('solar', 2, 29), '2027-03-01')).toBe('2028-02-29');
  });

  test.each([
    ['2026-06-17', '2026-06-18'],
    ['2026-06-18', '2026-06-18'],
    ['2026-06-19', '2026-12-01'],
    ['2026-12-01', '2026-12-01'],
    ['2026-12-02', '2027-06-18'],
    ['2027-06-18', '2027-06-18'],
    ['2027-06-19', undefined],
  ])('given as days in any order is, seen from %s, on %s', (from, day) => {
    const sale: Festival = { code: 'sale', titles, days: ['2027-06-18', '2026-06-18', '2026-12-01'] };
    expect(festivalDay(sale, from)).toBe(day);
  });

  test('is not told for a lunar one without a lunar calendar, or beyond its tables', () => {
    expect(festivalDay(eve, '2026-01-01')).toBe(undefined);
    expect(festivalDay(eve, '2101-01-28', options)).toBe('2101-01-28');
    expect(festivalDay(eve, '2101-01-29', options)).toBe(undefined);
  });

  test('a day that does not exist is an error', () => {
    for (const each of [eve, onDate('solar', 1, 1), { code: 'sale', titles, days: ['2026-06-18'] }]) {
      expect(() => festivalDay(each, '2026-02-29', options)).toThrow(
        expect.objectContaining({ code: 'invalid_day', path: ['onOrAfter'] }),
      );
    }
  });
});
