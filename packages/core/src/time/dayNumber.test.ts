import { describe, expect, test } from 'vitest';
import { AftercareError } from '../foundation/index.js';
import { dayNumberOf, dayOfNumber, isDayNumber } from './dayNumber.js';

describe('the number of a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['2000-02-29', 11016],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is day %i, and back', (day, number) => {
    expect(dayNumberOf(day)).toBe(number);
    expect(dayOfNumber(number)).toBe(day);
  });

  test.each([
    ['the year 0', '0000-12-31'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of 1900, which was no leap year', '1900-02-29'],
    ['a month 0', '2026-00-10'],
    ['a month 13', '2026-13-10'],
    ['a day 0', '2026-01-00'],
    ['a day 32', '2026-01-32'],
    ['31 April', '2026-04-31'],
    ['a short year', '226-01-01'],
    ['a year of five digits', '02026-01-01'],
    ['a month without its zero', '2026-1-01'],
    ['other separators', '2026/01/01'],
    ['no separators', '20260101'],
    ['a time after it', '2026-01-01T00:00:00Z'],
    ['a space after it', '2026-01-01 '],
    ['a line break after it', '2026-01-01\n'],
    ['a sign', '+026-01-01'],
    ['full-width digits', '２０２６-01-01'],
    ['letters', 'aaaa-bb-cc'],
    ['nothing', ''],
  ])('is not there for %s', (_, text) => {
    expect(dayNumberOf(text)).toBeUndefined();
  });

  test('is not there for what is no text, as callers without types may pass', () => {
    for (const input of [undefined, null, 20260101, {}]) {
      expect(Reflect.apply(dayNumberOf, undefined, [input])).toBeUndefined();
    }
  });
});

describe('the day of a number', () => {
  test.each([
    [-719163, 'out_of_range'],
    [2932897, 'out_of_range'],
    [Number.POSITIVE_INFINITY, 'not_multiple_of'],
    [0.5, 'not_multiple_of'],
    [Number.NaN, 'not_multiple_of'],
  ])('throws for %d', (number, code) => {
    expect(() => dayOfNumber(number)).toThrow(AftercareError);
    expect(() => dayOfNumber(number)).toThrow(expect.objectContaining({ code, path: ['number'] }));
  });

  test('has its bounds at the ends of the years 0001 and 9999', () => {
    expect([-719163, -719162, 2932896, 2932897].map(isDayNumber)).toEqual([false, true, true, false]);
  });
});
