import { HolidayUtil } from 'lunar-typescript';
import { describe, expect, test } from 'vitest';
import { createShopCalendar } from '../calendar/index.js';
import { unwrap } from '../foundation/index.js';
import { dayNumberOf, dayOfNumber } from '../time/index.js';
import { chinaWorkdays } from './chinaWorkdays.js';

const workdays = chinaWorkdays();

/** The days of `[from, to)`, as the State Council's notices give them: W for work, a point for a day off. */
function pattern(from: string, days: number): string {
  const first = dayNumberOf(from) ?? Number.NaN;
  return Array.from({ length: days }, (_, index) =>
    workdays.isWorkday(dayOfNumber(first + index)) ? 'W' : '.',
  ).join('');
}

describe('working days in China follow the notices of the State Council', () => {
  test('Spring Festival 2024: off from 10 to 17 February, work on Sundays 4 and 18 February', () => {
    // From Saturday 3 to Monday 19 February.
    expect(pattern('2024-02-03', 17)).toBe('.WWWWWW........WW');
  });

  test('National Day and Mid-Autumn 2025: off from 1 to 8 October, work on 28 September and 11 October', () => {
    // From Saturday 27 September to Sunday 12 October.
    expect(pattern('2025-09-27', 16)).toBe('.WWW........WWW.');
  });

  test('Spring Festival 2026: off from 15 to 23 February, work on Saturdays 14 and 28 February', () => {
    // From Saturday 14 February to Sunday 1 March.
    expect(pattern('2026-02-14', 16)).toBe('W.........WWWWW.');
  });

  test('New Year 2019: off from 30 December to 1 January, work on Saturday 29 December', () => {
    expect(pattern('2018-12-28', 6)).toBe('WW...W');
  });

  test('a week without holidays is Monday to Friday', () => {
    expect(pattern('2025-03-10', 7)).toBe('WWWWW..');
  });
});

describe('what is not decided yet is unknown', () => {
  const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays });

  test('the first known day is the first of the year 2002', () => {
    expect(workdays.firstKnownDay).toBe('2002-01-01');
    expect(workdays.isWorkday('2001-12-31')).toBeUndefined();
    expect(workdays.isWorkday('2002-01-01')).toBe(false);
  });

  test('the last known day is 24 December of the last planned year', () => {
    expect(workdays.lastKnownDay).toMatch(/^20[2-9]\d-12-24$/);
    expect(workdays.lastKnownDay >= '2026-12-24').toBe(true);
    expect(workdays.isWorkday(workdays.lastKnownDay)).toBeDefined();
    const next = calendar.addDays(workdays.lastKnownDay, 1);
    expect(workdays.isWorkday(next)).toBeUndefined();
    const result = calendar.addWorkdays(workdays.lastKnownDay, 1);
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.details])).toEqual([
      ['workday_unknown', { day: next, knownFrom: '2002-01-01', knownTo: workdays.lastKnownDay }],
    ]);
  });

  test('no plan so far touched a day before 25 December of the year before', () => {
    const holidays = Array.from({ length: 30 }, (_, index) => HolidayUtil.getHolidays(2001 + index)).flat();
    const ofNextYear = holidays
      .filter((holiday) => holiday.getTarget().slice(0, 4) > holiday.getDay().slice(0, 4))
      .map((holiday) => holiday.getDay().slice(5));
    expect(ofNextYear.length).toBeGreaterThan(0);
    expect(ofNextYear.every((day) => day >= '12-25')).toBe(true);
  });
});

test('every day agrees with lunar-typescript', () => {
  const first = dayNumberOf(workdays.firstKnownDay) ?? Number.NaN;
  const last = dayNumberOf(workdays.lastKnownDay) ?? Number.NaN;
  for (let number = first; number <= last; number += 1) {
    const day = dayOfNumber(number);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const expected = HolidayUtil.getHoliday(day)?.isWork() ?? (weekday !== 0 && weekday !== 6);
    if (workdays.isWorkday(day) !== expected) expect.fail(`${day} should be ${expected}`);
  }
});

test('deadlines skip the Spring Festival', () => {
  const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays });
  // Friday 13 February 2026: work on Saturday, then nine days off.
  expect(unwrap(calendar.addWorkdays('2026-02-13', 1))).toBe('2026-02-14');
  expect(unwrap(calendar.addWorkdays('2026-02-13', 2))).toBe('2026-02-24');
  expect(unwrap(calendar.addWorkdays('2026-02-17', 0))).toBe('2026-02-24');
});
