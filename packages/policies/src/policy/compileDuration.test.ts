import { createShopCalendar, mondayToFriday } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import type { Duration } from '../definition/index.js';
import { compileDuration } from './compileDuration.js';

/** A calendar of working days that ends with the year, as one from a government does until the next is published. */
const workdays = {
  firstKnownDay: '2026-01-01',
  lastKnownDay: '2026-12-31',
  isWorkday: (day: string) => (day > '2026-12-31' ? undefined : mondayToFriday.isWorkday(day)),
};
const calendars = { shop: createShopCalendar({ timeZone: 'Asia/Shanghai', workdays }) };
const dueAfter = (duration: Duration, from: string) => compileDuration(duration, calendars)(Date.parse(from));

describe('a duration is over', () => {
  test.each<[string, Duration, string, string]>([
    ['minutes', { minutes: 30 }, '2026-03-02T10:00:00+08:00', '2026-03-02T10:30:00+08:00'],
    ['hours', { hours: 24 }, '2026-03-02T10:00:00+08:00', '2026-03-03T10:00:00+08:00'],
    [
      'days end with the last of them',
      { days: 7, calendar: 'shop' },
      '2026-03-02T10:00:00+08:00',
      '2026-03-10T00:00:00+08:00',
    ],
    [
      'a last day off',
      { days: 5, calendar: 'shop', rollOver: true },
      '2026-03-02T10:00:00+08:00',
      '2026-03-10T00:00:00+08:00',
    ],
    [
      'working days',
      { workdays: 3, calendar: 'shop' },
      '2026-03-05T10:00:00+08:00',
      '2026-03-11T00:00:00+08:00',
    ],
    [
      'working days that are not known yet',
      { workdays: 3, calendar: 'shop' },
      '2026-12-30T10:00:00+08:00',
      '2027-01-05T00:00:00+08:00',
    ],
    [
      'a last day that is not known yet',
      { days: 3, calendar: 'shop', rollOver: true },
      '2026-12-30T10:00:00+08:00',
      '2027-01-05T00:00:00+08:00',
    ],
  ])('%s', (_, duration, from, end) => {
    expect(Date.parse(dueAfter(duration, from))).toBe(Date.parse(end));
  });
});
