import {
  type Birthday,
  type Day,
  dateOfDayNumber,
  dayNumberOf,
  dayOfNumber,
  daysInMonth,
  unwrap,
} from '@aftercare/core';
import * as china from '@aftercare/core/china';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthdayInYear, birthdayOccurrence } from './birthdayOccurrence.js';
import type { BirthdayPolicy } from './birthdayPolicy.js';

const policies: readonly BirthdayPolicy[] = (['february_28', 'march_1'] as const).flatMap((leapDay) =>
  (['leap_month_if_any', 'regular_month'] as const).map((lunarLeapMonth) => ({
    leapDay,
    lunarLeapMonth,
    coolOffDays: 365,
  })),
);

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const solarBirthdays: readonly Birthday[] = range(1, 12).flatMap((month) =>
  range(1, daysInMonth(2000, month)).map((day): Birthday => ({ calendar: 'solar', month, day })),
);
const lunarBirthdays: readonly Birthday[] = [false, true].flatMap((leapMonth) =>
  range(1, 12).flatMap((month) =>
    range(1, 30).map((day): Birthday => ({ calendar: 'lunar', month, day, leapMonth })),
  ),
);
const birthdays = [...solarBirthdays, ...lunarBirthdays];

const numberOf = (day: Day) => dayNumberOf(day) ?? Number.NaN;

/** A day as both calendars have it: read off the day, where the code under test goes from the date to the day. */
interface DayOnWall {
  readonly solar: { readonly year: number; readonly month: number; readonly day: number };
  readonly lunar: china.LunarDate;
  readonly endsLunarMonth: boolean;
}

const FIRST = numberOf('1900-12-01');
const LAST = numberOf('2100-12-31');

const wall: readonly DayOnWall[] = range(FIRST, LAST).map((number) => {
  const { year, month, dayOfMonth } = dateOfDayNumber(number);
  return {
    solar: { year, month, day: dayOfMonth },
    lunar: unwrap(china.lunarDateOf(dayOfNumber(number))),
    endsLunarMonth: unwrap(china.lunarDateOf(dayOfNumber(number + 1))).day === 1,
  };
});

/** `2025/6`: the lunar years with their leap months. */
const leapMonths = new Set(
  wall.filter(({ lunar }) => lunar.leapMonth).map(({ lunar }) => `${lunar.year}/${lunar.month}`),
);

/** Whether a birthday is kept on a day, by the words of the policy. */
function isKeptOn(birthday: Birthday, { solar, lunar, endsLunarMonth }: DayOnWall, policy: BirthdayPolicy) {
  if (birthday.calendar === 'solar') {
    const isLeapYear = solar.year % 4 === 0 && (solar.year % 100 !== 0 || solar.year % 400 === 0);
    const moves = birthday.month === 2 && birthday.day === 29 && !isLeapYear;
    const moved = policy.leapDay === 'march_1' ? { month: 3, day: 1 } : { month: 2, day: 28 };
    const { month, day } = moves ? moved : birthday;
    return solar.month === month && solar.day === day;
  }
  const inLeapMonth =
    birthday.leapMonth === true &&
    policy.lunarLeapMonth === 'leap_month_if_any' &&
    leapMonths.has(`${lunar.year}/${birthday.month}`);
  if (lunar.month !== birthday.month || lunar.leapMonth !== inLeapMonth) return false;
  return lunar.day === birthday.day || (birthday.day === 30 && lunar.day === 29 && endsLunarMonth);
}

test('the table has the leap months of nineteen lunar years in the way that is known', () => {
  // Seven in nineteen years, and those of our days as printed on calendars.
  expect(
    range(2004, 2022).filter((year) => range(1, 12).some((month) => leapMonths.has(`${year}/${month}`))),
  ).toEqual([2004, 2006, 2009, 2012, 2014, 2017, 2020]);
  expect(leapMonths.has('2025/6')).toBe(true);
  expect(leapMonths.has('2033/11')).toBe(true);
});

describe.each(policies)('by the policy %j', (policy) => {
  test.each([
    ['solar', solarBirthdays, 366],
    ['lunar', lunarBirthdays, 720],
  ] as const)('each %s birthday occurs once in each year from 1901 to 2099', (calendar, each, count) => {
    expect(each).toHaveLength(count);
    const wrong: unknown[] = [];
    for (const birthday of each) {
      const years: number[] = [];
      // All days on which the birthday is kept, one found from the day after the other.
      let from = calendar === 'solar' ? '1901-01-01' : unwrap(china.solarDayOf(springFestival(1901)));
      const end = calendar === 'solar' ? '2100-01-01' : unwrap(china.solarDayOf(springFestival(2100)));
      for (;;) {
        const next = birthdayOccurrence(birthday, from, policy, china);
        if (next === undefined || next.day >= end) break;
        const onWall = wall[numberOf(next.day) - FIRST];
        const isRight =
          onWall !== undefined &&
          isKeptOn(birthday, onWall, policy) &&
          onWall[calendar].year === next.year &&
          birthdayInYear(birthday, next.year, policy, china) === next.day;
        if (!isRight) wrong.push([birthday, next]);
        years.push(next.year);
        from = dayOfNumber(numberOf(next.day) + 1);
      }
      if (years.length !== 199 || years.some((year, index) => year !== 1901 + index))
        wrong.push([birthday, years]);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('no other day of these years is one, by a scan of every day', () => {
    // By the date of a day: the birthdays that can be kept on it, so that not each is asked of each day.
    const kept = new Map<Birthday, Day[]>();
    const candidates = new Map<string, Birthday[]>();
    const file = (key: string, birthday: Birthday) =>
      candidates.set(key, [...(candidates.get(key) ?? []), birthday]);
    for (const birthday of birthdays) {
      const { calendar, month, day } = birthday;
      file(`${calendar}/${month}/${day}`, birthday);
      if (calendar === 'solar' && month === 2 && day === 29) {
        file('solar/2/28', birthday);
        file('solar/3/1', birthday);
      }
      if (calendar === 'lunar' && day === 30) file(`lunar/${month}/29`, birthday);
    }
    wall.forEach((onWall, index) => {
      for (const calendar of ['solar', 'lunar'] as const) {
        const { month, day } = onWall[calendar];
        for (const birthday of candidates.get(`${calendar}/${month}/${day}`) ?? []) {
          if (!isKeptOn(birthday, onWall, policy)) continue;
          const days = kept.get(birthday) ?? [];
          days.push(dayOfNumber(FIRST + index));
          kept.set(birthday, days);
        }
      }
    });
    const wrong: unknown[] = [];
    for (const birthday of birthdays) {
      const days = kept.get(birthday) ?? [];
      // Seen from each day kept, from the day after it, and from the day before the next one.
      days.forEach((day, index) => {
        const next = days[index + 1];
        if (birthdayOccurrence(birthday, day, policy, china)?.day !== day) wrong.push([birthday, day]);
        if (next === undefined) return;
        for (const number of [numberOf(day) + 1, numberOf(next) - 1]) {
          const from = dayOfNumber(number);
          if (birthdayOccurrence(birthday, from, policy, china)?.day !== next)
            wrong.push([birthday, from, next]);
        }
      });
      if (days.length < 199) wrong.push([birthday, days.length]);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

test('the next day on which a birthday is kept is the first that a scan day by day comes to', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...birthdays),
      fc.constantFrom(...policies),
      fc.nat(wall.length - 800),
      (birthday, policy, start) => {
        let index = start;
        for (let onWall = wall[index]; onWall && !isKeptOn(birthday, onWall, policy); onWall = wall[index])
          index++;
        expect(index - start).toBeLessThan(800);
        expect(birthdayOccurrence(birthday, dayOfNumber(FIRST + start), policy, china)?.day).toBe(
          dayOfNumber(FIRST + index),
        );
      },
    ),
    { numRuns: 3000 },
  );
});

function springFestival(year: number): china.LunarDate {
  return { year, month: 1, day: 1, leapMonth: false };
}
