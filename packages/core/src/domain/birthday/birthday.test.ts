import { describe, expect, test } from 'vitest';
import { parseWith } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { birthdaySchema } from '../index.js';

function messagesOf(birthday: object): string[] {
  const result = parseWith(coreIssues, birthdaySchema, birthday);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

const solar = (month: number, day: number, year?: number) =>
  year === undefined ? { calendar: 'solar', month, day } : { calendar: 'solar', month, day, year };

describe('a solar birthday', () => {
  test.each([
    [1, 31],
    [2, 29],
    [3, 31],
    [4, 30],
    [5, 31],
    [6, 30],
    [7, 31],
    [8, 31],
    [9, 30],
    [10, 31],
    [11, 30],
    [12, 31],
  ])('in month %i is at most on day %i', (month, last) => {
    expect(messagesOf(solar(month, 1))).toEqual([]);
    expect(messagesOf(solar(month, last))).toEqual([]);
    expect(messagesOf(solar(month, last + 1))).toEqual([
      expect.stringMatching(
        new RegExp(`^day: Expected a value .*at most ${last} and received ${last + 1}\\.$`),
      ),
    ]);
    expect(messagesOf(solar(month, 0))).toEqual(['day: Expected a value of at least 1 and received 0.']);
  });

  test.each([
    [2024, true],
    [2025, false],
    [2000, true],
    [1900, false],
    [2100, false],
  ])('of 29 February %i exists: %s', (year, exists) => {
    const message = 'day: Expected a value of at least 1 and at most 28 and received 29.';
    expect(messagesOf(solar(2, 29, year))).toEqual(exists ? [] : [message]);
    expect(messagesOf(solar(2, 28, year))).toEqual([]);
  });

  test.each([
    [1899, false],
    [1900, true],
    [2199, true],
    [2200, false],
  ])('of the year %i is taken: %s', (year, taken) => {
    expect(messagesOf(solar(1, 1, year))).toHaveLength(taken ? 0 : 1);
  });

  test('with a month that does not exist has that one issue', () => {
    expect(messagesOf(solar(13, 31))).toEqual(['month: Expected a value of at most 12 and received 13.']);
    expect(messagesOf(solar(0, 31))).toEqual(['month: Expected a value of at least 1 and received 0.']);
  });

  test('has no leap month', () => {
    expect(messagesOf({ ...solar(4, 1), leapMonth: true })).toEqual([
      'The key "leapMonth" is not known here.',
    ]);
  });
});

describe('a lunar birthday', () => {
  test.each([
    [{ month: 12, day: 30 }, []],
    [{ month: 4, day: 30, leapMonth: true, year: 2020 }, []],
    [{ month: 12, day: 31 }, ['day: Expected a value of at most 30 and received 31.']],
    [{ month: 13, day: 1 }, ['month: Expected a value of at most 12 and received 13.']],
    [{ month: 4, day: 1, leapMonth: 1 }, ['leapMonth: Expected true or false and received 1.']],
  ])('%j', (birthday, messages) => {
    expect(messagesOf({ calendar: 'lunar', ...birthday })).toEqual(messages);
  });
});

test('a birthday says by which calendar', () => {
  expect(messagesOf({ month: 2, day: 29 })).toEqual([
    'calendar: This is missing; expected "solar" or "lunar".',
  ]);
  expect(messagesOf({ calendar: 'julian', month: 2, day: 29 })).toEqual([
    'calendar: Expected one of "solar", "lunar" and received "julian".',
  ]);
});
