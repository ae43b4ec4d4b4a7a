import { type Birthday, type Day, dayNumberOf } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type BirthdayRules, daysUntilBirthday } from './nextBirthday.js';

const february: BirthdayRules = { leapDayBirthday: 'february_28', nextLunarBirthday: undefined };
const march: BirthdayRules = { leapDayBirthday: 'march_1', nextLunarBirthday: undefined };

const daysUntil = (birthday: Birthday, today: Day, rules = february) =>
  daysUntilBirthday(birthday, dayNumberOf(today) ?? Number.NaN, rules);

const solar = (month: number, day: number): Birthday => ({ calendar: 'solar', month, day });

describe('daysUntilBirthday', () => {
  test.each([
    ['2026-05-31', 1],
    ['2026-06-01', 0],
    ['2026-06-02', 364],
    ['2027-06-02', 365],
    ['2026-12-31', 152],
  ])('a birthday on 1 June is in so many days on %s: %d', (today, days) => {
    expect(daysUntil(solar(6, 1), today)).toBe(days);
  });

  test.each([
    ['2027-02-27', 1, 2],
    ['2027-02-28', 0, 1],
    ['2027-03-01', 365, 0],
    ['2028-02-28', 1, 1],
    ['2028-02-29', 0, 0],
    ['2028-03-01', 364, 365],
  ])(
    'on %s a birthday on 29 February is in %d days, or in %d if it moves to March',
    (today, moved, stayed) => {
      expect(daysUntil(solar(2, 29), today)).toBe(moved);
      expect(daysUntil(solar(2, 29), today, march)).toBe(stayed);
    },
  );

  test.each([
    [4, 31],
    [2, 30],
  ])('%d/%d never comes', (month, day) => {
    expect(daysUntil(solar(month, day), '2026-01-01')).toBe(null);
  });

  test('the year of birth makes no difference', () => {
    expect(daysUntil({ calendar: 'solar', month: 6, day: 1, year: 2030 }, '2026-05-31')).toBe(1);
  });

  test('a lunar birthday is where the given calendar puts it', () => {
    const asked: unknown[] = [];
    const rules: BirthdayRules = {
      ...february,
      nextLunarBirthday: (birthday, onOrAfter) => {
        asked.push([birthday, onOrAfter]);
        return birthday.leapMonth ? undefined : '2026-02-17';
      },
    };
    expect(daysUntil({ calendar: 'lunar', month: 1, day: 1 }, '2026-02-07', rules)).toBe(10);
    expect(daysUntil({ calendar: 'lunar', month: 6, day: 1, leapMonth: true }, '2026-02-07', rules)).toBe(
      null,
    );
    expect(asked).toEqual([
      [{ month: 1, day: 1, leapMonth: false }, '2026-02-07'],
      [{ month: 6, day: 1, leapMonth: true }, '2026-02-07'],
    ]);
  });

  test('without a lunar calendar nobody knows', () => {
    expect(daysUntil({ calendar: 'lunar', month: 1, day: 1 }, '2026-02-07')).toBe(null);
  });

  test.each(['2026-02-06', 'soon'])('a lunar calendar that answers %s is wrong', (answer) => {
    const rules: BirthdayRules = { ...february, nextLunarBirthday: () => answer };
    expect(() => daysUntil({ calendar: 'lunar', month: 1, day: 1 }, '2026-02-07', rules)).toThrow(
      expect.objectContaining({ code: 'invalid_day', path: ['nextLunarBirthday'] }),
    );
  });
});
