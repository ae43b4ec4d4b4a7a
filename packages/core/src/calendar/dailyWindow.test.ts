import { describe, expect, test } from 'vitest';
import { parseWith } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { dailyWindowSchema } from './dailyWindow.js';
import { createShopCalendar } from './shopCalendar.js';

describe('the next instant inside a daily window', () => {
  test.each([
    ['before it opens', '2026-02-28T08:59:59.999+08:00', '09:00', '21:00', '2026-02-28T09:00:00+08:00'],
    ['when it opens', '2026-02-28T09:00:00+08:00', '09:00', '21:00', '2026-02-28T09:00:00+08:00'],
    ['inside', '2026-02-28T15:17:31.234+08:00', '09:00', '21:00', '2026-02-28T15:17:31.234+08:00'],
    [
      'at its last moment',
      '2026-02-28T20:59:59.999+08:00',
      '09:00',
      '21:00',
      '2026-02-28T20:59:59.999+08:00',
    ],
    ['when it closes', '2026-02-28T21:00:00+08:00', '09:00', '21:00', '2026-03-01T09:00:00+08:00'],
    ['at midnight', '2026-03-01T00:00:00+08:00', '09:00', '21:00', '2026-03-01T09:00:00+08:00'],
    ['before a night opens', '2026-02-28T20:59:59.999+08:00', '21:00', '09:00', '2026-02-28T21:00:00+08:00'],
    ['when a night opens', '2026-02-28T21:00:00+08:00', '21:00', '09:00', '2026-02-28T21:00:00+08:00'],
    [
      'inside a night, at midnight',
      '2026-03-01T00:00:00+08:00',
      '21:00',
      '09:00',
      '2026-03-01T00:00:00+08:00',
    ],
    [
      'at the last moment of a night',
      '2026-03-01T08:59:59.999+08:00',
      '21:00',
      '09:00',
      '2026-03-01T08:59:59.999+08:00',
    ],
    ['when a night closes', '2026-03-01T09:00:00+08:00', '21:00', '09:00', '2026-03-01T21:00:00+08:00'],
    [
      'from a time to midnight',
      '2026-02-28T23:59:59.999+08:00',
      '18:00',
      '00:00',
      '2026-02-28T23:59:59.999+08:00',
    ],
    [
      'from a time to midnight, at midnight',
      '2026-03-01T00:00:00+08:00',
      '18:00',
      '00:00',
      '2026-03-01T18:00:00+08:00',
    ],
    ['from midnight on', '2026-02-28T23:59:59.999+08:00', '00:00', '00:01', '2026-03-01T00:00:00+08:00'],
    [
      'over the end of a leap February',
      '2024-02-29T22:00:00+08:00',
      '09:00',
      '21:00',
      '2024-03-01T09:00:00+08:00',
    ],
    ['over the end of a year', '2025-12-31T22:00:00+08:00', '09:00', '21:00', '2026-01-01T09:00:00+08:00'],
  ])('%s', (_, instant, from, to, expected) => {
    const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
    expect(calendar.nextInDailyWindow(instant, { from, to })).toBe(Date.parse(expected));
  });

  test.each([
    // In New York, 02:00 to 03:00 is skipped on 2026-03-08 and 01:00 to 02:00 comes twice on 2026-11-01.
    [
      'it would open in the hour that is skipped',
      'America/New_York',
      '2026-03-08T06:00:00Z',
      '02:30',
      '05:00',
      '2026-03-08T07:00:00Z',
    ],
    [
      'it lies in the hour that is skipped',
      'America/New_York',
      '2026-03-08T06:00:00Z',
      '02:15',
      '02:45',
      '2026-03-09T06:15:00Z',
    ],
    [
      'it opens after the hour that is skipped',
      'America/New_York',
      '2026-03-08T06:00:00Z',
      '09:00',
      '21:00',
      '2026-03-08T13:00:00Z',
    ],
    [
      'a night is cut short',
      'America/New_York',
      '2026-03-08T13:00:00Z',
      '21:00',
      '09:00',
      '2026-03-09T01:00:00Z',
    ],
    [
      'the hour comes for the first time',
      'America/New_York',
      '2026-11-01T05:00:00Z',
      '01:30',
      '02:00',
      '2026-11-01T05:30:00Z',
    ],
    [
      'the hour comes for the second time',
      'America/New_York',
      '2026-11-01T06:00:00Z',
      '01:30',
      '02:00',
      '2026-11-01T06:30:00Z',
    ],
    [
      'the hour is over for the second time',
      'America/New_York',
      '2026-11-01T07:00:00Z',
      '01:30',
      '02:00',
      '2026-11-02T06:30:00Z',
    ],
    [
      'it closed and the clocks go back into it',
      'America/New_York',
      '2026-11-01T05:30:00Z',
      '01:00',
      '01:15',
      '2026-11-01T06:00:00Z',
    ],
    [
      'it is the midnight hour that does not exist',
      'America/Sao_Paulo',
      '2018-11-04T02:00:00Z',
      '00:00',
      '01:00',
      '2018-11-05T02:00:00Z',
    ],
    [
      'the next day does not exist',
      'Pacific/Apia',
      '2011-12-29T23:00:00Z',
      '09:00',
      '12:00',
      '2011-12-30T19:00:00Z',
    ],
  ])('when %s', (_, timeZone, instant, from, to, expected) => {
    const calendar = createShopCalendar({ timeZone });
    expect(calendar.nextInDailyWindow(instant, { from, to })).toBe(Date.parse(expected));
  });
});

describe('a daily window as data', () => {
  test.each([
    [{ from: '09:00', to: '21:00' }],
    [{ from: '21:00', to: '09:00' }],
    [{ from: '00:00', to: '23:59' }],
  ])('is fine as %j', (window) => {
    expect(parseWith(coreIssues, dailyWindowSchema, window)).toEqual({ ok: true, value: window });
  });

  test.each([
    [{ from: '09:00', to: '09:00' }, 'empty_window', []],
    [{ from: '9:00', to: '21:00' }, 'invalid_time_of_day', ['from']],
    [{ from: '09:00', to: '24:00' }, 'invalid_time_of_day', ['to']],
    [{ from: '09:00' }, 'missing', ['to']],
    [{ from: '09:00', to: '21:00', timeZone: 'UTC' }, 'unknown_key', []],
  ])('is refused as %j', (window, code, path) => {
    const result = parseWith(coreIssues, dailyWindowSchema, window);
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });
});
