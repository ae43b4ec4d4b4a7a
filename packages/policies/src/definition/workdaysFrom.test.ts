import { createShopCalendar, mondayToFriday, type WorkdayCalendar } from '@aftercare/core';
import { expect, test } from 'vitest';
import { workdaysFrom } from './workdaysFrom.js';

/** Knows December 2026 and no day after it; the 28th, a Monday, is a holiday. */
const december: WorkdayCalendar = {
  firstKnownDay: '2026-12-01',
  lastKnownDay: '2026-12-31',
  isWorkday: (day) =>
    day > '2026-12-31' ? undefined : day !== '2026-12-28' && mondayToFriday.isWorkday(day) === true,
};
const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays: december });

test.each([
  ['all days known: the calendar itself', '2026-12-24', 2, '2026-12-29'],
  ['a day off that is known, rolled over', '2026-12-26', 0, '2026-12-29'],
  ['into days that are not known', '2026-12-30', 3, '2027-01-04'],
  ['a holiday on the way there still counts as one', '2026-12-25', 6, '2027-01-05'],
  ['from a day that is not known', '2027-01-02', 1, '2027-01-04'],
  ['a weekend that is not known, rolled over', '2027-01-02', 0, '2027-01-04'],
  ['a Friday that is not known stays', '2027-01-01', 0, '2027-01-01'],
])('%s', (_, day, count, expected) => {
  expect(workdaysFrom(day, count, calendar)).toBe(expected);
});

test('agrees with a calendar that knows all days', () => {
  const always = createShopCalendar({ timeZone: 'Asia/Shanghai' });
  for (const day of ['2026-12-25', '2026-12-26', '2026-12-31']) {
    for (const count of [0, 1, 2, 5]) {
      const exact = always.addWorkdays(day, count);
      expect(exact.ok && exact.value).toBe(workdaysFrom(day, count, always));
    }
  }
});
