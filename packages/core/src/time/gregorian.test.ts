import { describe, expect, test } from 'vitest';
import { dateOfDayNumber, dayNumberOfDate, daysInMonth, weekdayOfNumber } from './gregorian.js';

describe('a date as a day number', () => {
  // Days since 1970-01-01 by the Julian day tables: JD at noon less 2440588.
  test.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 1, 1, 10957],
    [2000, 2, 28, 11015],
    [2000, 2, 29, 11016],
    [2000, 3, 1, 11017],
    [1900, 2, 28, -25509],
    [1900, 3, 1, -25508],
    [1858, 11, 17, -40587],
    [1, 1, 1, -719162],
    [9999, 12, 31, 2932896],
  ])('%i-%i-%i is day %i', (year, month, dayOfMonth, number) => {
    expect(dayNumberOfDate(year, month, dayOfMonth)).toBe(number);
    expect(dateOfDayNumber(number)).toEqual({ year, month, dayOfMonth });
  });

  test('a month or day that does not exist runs over into the neighbouring one', () => {
    expect(dateOfDayNumber(dayNumberOfDate(2026, 2, 29))).toEqual({ year: 2026, month: 3, dayOfMonth: 1 });
    expect(dateOfDayNumber(dayNumberOfDate(2026, 3, 0))).toEqual({ year: 2026, month: 2, dayOfMonth: 28 });
    expect(dateOfDayNumber(dayNumberOfDate(2026, 13, 1))).toEqual({ year: 2027, month: 1, dayOfMonth: 1 });
    expect(dateOfDayNumber(dayNumberOfDate(2026, 0, 1))).toEqual({ year: 2025, month: 12, dayOfMonth: 1 });
  });
});

test('February has 29 days in years that 4 divides, but of full centuries only in those that 400 divides', () => {
  expect([1900, 2000, 2023, 2024, 2025, 2100].map((year) => daysInMonth(year, 2))).toEqual([
    28, 29, 28, 29, 28, 28,
  ]);
});

test('the other months have the days that knuckles tell', () => {
  const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1));
  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([0, 13, Number.NaN].map((month) => daysInMonth(2026, month))).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});

test('weekdays are counted from Monday, before 1970 too', () => {
  // The moon landing of 1969-07-20 was on a Sunday, the first day of the year 2000 a Saturday.
  expect(weekdayOfNumber(dayNumberOfDate(1969, 7, 20))).toBe(7);
  expect(weekdayOfNumber(dayNumberOfDate(2000, 1, 1))).toBe(6);
  expect([-4, -3, -2, -1, 0, 1, 2, 3, 4].map(weekdayOfNumber)).toEqual([7, 1, 2, 3, 4, 5, 6, 7, 1]);
});
