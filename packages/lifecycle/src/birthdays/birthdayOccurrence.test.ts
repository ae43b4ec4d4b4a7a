import { type Birthday, ok } from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { birthdayInYear, birthdayOccurrence } from './birthdayOccurrence.js';
import { type BirthdayPolicy, defaultBirthdayPolicy } from './birthdayPolicy.js';

const policy = defaultBirthdayPolicy;
const march: BirthdayPolicy = { ...policy, leapDay: 'march_1' };
const regular: BirthdayPolicy = { ...policy, lunarLeapMonth: 'regular_month' };

const solar = (month: number, day: number): Birthday => ({ calendar: 'solar', month, day });
const lunar = (month: number, day: number): Birthday => ({ calendar: 'lunar', month, day });
const leap = (month: number, day: number): Birthday => ({ calendar: 'lunar', month, day, leapMonth: true });

describe('a solar birthday', () => {
  test.each([
    [1896, '1896-02-29', '1896-02-29'],
    [1900, '1900-02-28', '1900-03-01'],
    [1999, '1999-02-28', '1999-03-01'],
    [2000, '2000-02-29', '2000-02-29'],
    [2001, '2001-02-28', '2001-03-01'],
    [2100, '2100-02-28', '2100-03-01'],
    [2104, '2104-02-29', '2104-02-29'],
  ])('of 29 February is kept in %d on %s, or on %s by the policy march_1', (year, february, inMarch) => {
    expect(birthdayInYear(solar(2, 29), year, policy)).toBe(february);
    expect(birthdayInYear(solar(2, 29), year, march)).toBe(inMarch);
  });

  test.each([
    ['2027-02-27', '2027-02-28', '2027-03-01'],
    ['2027-02-28', '2027-02-28', '2027-03-01'],
    ['2027-03-01', '2028-02-29', '2027-03-01'],
    ['2027-03-02', '2028-02-29', '2028-02-29'],
    ['2028-02-28', '2028-02-29', '2028-02-29'],
    ['2028-02-29', '2028-02-29', '2028-02-29'],
    ['2028-03-01', '2029-02-28', '2029-03-01'],
  ])('of 29 February comes, seen from %s, on %s, or on %s by march_1', (today, february, inMarch) => {
    expect(birthdayOccurrence(solar(2, 29), today, policy)?.day).toBe(february);
    expect(birthdayOccurrence(solar(2, 29), today, march)?.day).toBe(inMarch);
  });

  test.each([
    ['2026-01-01', '2026-01-02', 2026],
    ['2026-01-02', '2026-01-02', 2026],
    ['2026-01-03', '2027-01-02', 2027],
    ['2026-12-30', '2027-01-02', 2027],
    ['2026-12-31', '2027-01-02', 2027],
    ['2027-01-01', '2027-01-02', 2027],
    ['2027-01-02', '2027-01-02', 2027],
  ])('of 2 January, seen from %s, is that of %s and of the year %d', (today, day, year) => {
    expect(birthdayOccurrence(solar(1, 2), today, policy)).toEqual({ day, year });
  });

  test.each([
    [2, 30],
    [4, 31],
    [6, 31],
    [9, 31],
    [11, 31],
    [1, 32],
    [1, 0],
    [0, 1],
    [13, 1],
  ])('in month %d on day %d is on no calendar', (month, day) => {
    expect(birthdayInYear(solar(month, day), 2026, policy)).toBe(undefined);
    expect(birthdayOccurrence(solar(month, day), '2026-01-01', march)).toBe(undefined);
  });

  test('does not depend on the year of birth, not even on one to come', () => {
    expect(
      birthdayOccurrence({ calendar: 'solar', month: 6, day: 1, year: 2030 }, '2026-05-31', policy),
    ).toEqual({
      day: '2026-06-01',
      year: 2026,
    });
  });

  test('has no next day where days end', () => {
    expect(birthdayOccurrence(solar(12, 31), '9999-12-31', policy)?.day).toBe('9999-12-31');
    expect(birthdayOccurrence(solar(12, 30), '9999-12-31', policy)).toBe(undefined);
    expect(birthdayInYear(solar(1, 1), 1, policy)).toBe('0001-01-01');
    expect(birthdayInYear(solar(1, 1), 0, policy)).toBe(undefined);
    expect(birthdayInYear(solar(1, 1), 10_000, policy)).toBe(undefined);
  });
});

describe('a lunar birthday', () => {
  // Spring Festivals as published: 2024-02-10, 2025-01-29, 2026-02-17; Mid-Autumn Festival 2026-09-25.
  test.each([
    [lunar(1, 1), 2024, '2024-02-10'],
    [lunar(1, 1), 2025, '2025-01-29'],
    [lunar(1, 1), 2026, '2026-02-17'],
    [lunar(8, 15), 2026, '2026-09-25'],
  ])('%j is kept in %d on %s', (birthday, year, day) => {
    expect(birthdayInYear(birthday, year, policy, china)).toBe(day);
  });

  // The last day of a lunar year is the day before the next Spring Festival. The twelfth months of 2022 and 2023 have 30
  // days, those of 2024, 2025 and 2026 have 29.
  test.each([
    [29, 2023, '2024-02-08'],
    [30, 2023, '2024-02-09'],
    [28, 2024, '2025-01-27'],
    [29, 2024, '2025-01-28'],
    [30, 2024, '2025-01-28'],
    [29, 2025, '2026-02-16'],
    [30, 2025, '2026-02-16'],
  ])('on day %d of the twelfth month is kept in %d on %s', (day, year, expected) => {
    expect(birthdayInYear(lunar(12, day), year, policy, china)).toBe(expected);
  });

  // 2025 has two sixth months: the regular one begins on 25 June, the leap month (闰六月) on 25 July and has 29 days.
  test.each<[Birthday, BirthdayPolicy, number, string]>([
    [lunar(6, 1), policy, 2025, '2025-06-25'],
    [lunar(6, 1), regular, 2025, '2025-06-25'],
    [leap(6, 1), policy, 2025, '2025-07-25'],
    [leap(6, 1), regular, 2025, '2025-06-25'],
    [leap(6, 29), policy, 2025, '2025-08-22'],
    [leap(6, 30), policy, 2025, '2025-08-22'],
    [leap(6, 30), regular, 2025, '2025-07-24'],
    [lunar(7, 1), policy, 2025, '2025-08-23'],
    [leap(6, 1), policy, 2026, '2026-07-14'],
    [leap(6, 1), regular, 2026, '2026-07-14'],
    [leap(5, 1), policy, 2025, '2025-05-27'],
  ])('%j by %j is kept in %d on %s', (birthday, byPolicy, year, expected) => {
    expect(birthdayInYear(birthday, year, byPolicy, china)).toBe(expected);
  });

  test.each([
    ['2025-01-28', '2025-01-28', 2024],
    ['2025-01-29', '2026-02-16', 2025],
    ['2025-12-31', '2026-02-16', 2025],
    ['2026-01-01', '2026-02-16', 2025],
    ['2026-02-16', '2026-02-16', 2025],
    ['2026-02-17', '2027-02-05', 2026],
  ])(
    'on day 30 of the twelfth month, seen from %s, is that of %s and of the lunar year %d',
    (today, day, year) => {
      expect(birthdayOccurrence(lunar(12, 30), today, policy, china)).toEqual({ day, year });
    },
  );

  test.each([
    ['2025-06-25', policy, '2025-07-25'],
    ['2025-07-25', policy, '2025-07-25'],
    ['2025-07-26', policy, '2026-07-14'],
    ['2025-06-25', regular, '2025-06-25'],
    ['2025-06-26', regular, '2026-07-14'],
  ])(
    'in the leap month comes once in the year that has it: seen from %s by %j on %s',
    (today, byPolicy, day) => {
      expect(birthdayOccurrence(leap(6, 1), today, byPolicy, china)?.day).toBe(day);
    },
  );

  test('is not told without a lunar calendar', () => {
    expect(birthdayInYear(lunar(1, 1), 2026, policy)).toBe(undefined);
    expect(birthdayOccurrence(lunar(1, 1), '2026-01-01', policy)).toBe(undefined);
  });

  test.each([
    [0, 1],
    [13, 1],
    [13, 30],
    [1, 0],
    [1, 31],
  ])('in month %d on day %d is on no calendar', (month, day) => {
    expect(birthdayInYear(lunar(month, day), 2026, policy, china)).toBe(undefined);
    expect(birthdayOccurrence(lunar(month, day), '2026-01-01', policy, china)).toBe(undefined);
  });

  // The Chinese tables hold the lunar years 1900 to 2100: from 1900-01-31 to 2101-01-28.
  test.each([
    ['1900-01-30', lunar(1, 1), undefined],
    ['1900-01-31', lunar(1, 1), '1900-01-31'],
    ['1900-01-30', lunar(12, 30), undefined],
    ['2101-01-28', lunar(12, 30), '2101-01-28'],
    ['2101-01-29', lunar(12, 30), undefined],
    ['2100-06-01', lunar(1, 1), undefined],
    ['1850-01-01', leap(6, 1), undefined],
    ['2200-01-01', leap(6, 30), undefined],
  ])('seen from %s is never guessed beyond the tables: %j on %s', (today, birthday, day) => {
    expect(birthdayOccurrence(birthday, today, policy, china)?.day).toBe(day);
  });
});

describe('arguments that are wrong', () => {
  test.each(['2026-02-29', 'today', ''])('the day %j throws', (day) => {
    for (const birthday of [solar(1, 1), lunar(1, 1)]) {
      expect(() => birthdayOccurrence(birthday, day, policy, china)).toThrow(
        expect.objectContaining({ code: 'invalid_day', path: ['onOrAfter'] }),
      );
    }
  });

  test.each([2026.5, Number.NaN, Number.POSITIVE_INFINITY])('the year %d throws', (year) => {
    expect(() => birthdayInYear(solar(1, 1), year, policy)).toThrow(
      expect.objectContaining({ code: 'not_multiple_of', path: ['year'] }),
    );
  });

  test('a lunar calendar that answers with no day throws', () => {
    const wrong = { ...china, solarDayOf: () => ok('17 February') };
    expect(() => birthdayInYear(lunar(1, 1), 2026, policy, wrong)).toThrow(
      expect.objectContaining({ code: 'invalid_day', path: ['lunar'] }),
    );
  });
});
