import { describe, expect, test } from 'vitest';
import { AftercareError, unwrap } from '../foundation/index.js';
import { createShopCalendar } from './shopCalendar.js';

const HOUR = 3_600_000;

describe('the day of an instant', () => {
  test.each([
    ['UTC', '2026-02-28T23:59:59.999Z', '2026-02-28'],
    ['UTC', '2026-03-01T00:00:00Z', '2026-03-01'],
    ['UTC', '2024-02-28T23:59:59.999Z', '2024-02-28'],
    ['UTC', '2024-02-29T00:00:00Z', '2024-02-29'],
    ['UTC', '2024-02-29T23:59:59.999Z', '2024-02-29'],
    ['Asia/Shanghai', '2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['Asia/Shanghai', '2025-12-31T16:00:00Z', '2026-01-01'],
    ['Asia/Shanghai', '2026-01-01T00:00:00+08:00', '2026-01-01'],
    ['Asia/Kathmandu', '2026-01-01T18:14:59Z', '2026-01-01'],
    ['Asia/Kathmandu', '2026-01-01T18:15:00Z', '2026-01-02'],
    ['America/New_York', '2026-03-08T04:59:59.999Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59.999Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['America/New_York', '2026-11-01T03:59:59.999Z', '2026-10-31'],
    ['America/New_York', '2026-11-01T04:00:00Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T04:59:59.999Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
    ['Europe/Berlin', '2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['Europe/Berlin', '2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['Australia/Lord_Howe', '2026-10-04T12:59:59.999Z', '2026-10-04'],
    ['Australia/Lord_Howe', '2026-10-04T13:00:00Z', '2026-10-05'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['Pacific/Kiritimati', '2025-12-31T10:00:00Z', '2026-01-01'],
    ['Etc/GMT+12', '2026-01-01T11:59:59.999Z', '2025-12-31'],
    ['Asia/Shanghai', '0001-01-01T00:00:00Z', '0001-01-01'],
    ['Asia/Shanghai', '9999-12-31T15:59:59.999Z', '9999-12-31'],
  ])('in %s at %s is %s', (timeZone, instant, day) => {
    const calendar = createShopCalendar({ timeZone });
    expect(calendar.dayAt(instant)).toBe(day);
    expect(calendar.dayAt(Date.parse(instant))).toBe(day);
  });

  test('comes back for an hour in Newfoundland, where clocks went back over midnight', () => {
    // 2006-10-29, one minute past midnight: back from 00:01 (UTC-2:30) to 23:01 (UTC-3:30).
    const calendar = createShopCalendar({ timeZone: 'America/St_Johns' });
    expect(calendar.dayAt('2006-10-29T02:29:59.999Z')).toBe('2006-10-28');
    expect(calendar.dayAt('2006-10-29T02:30:00Z')).toBe('2006-10-29');
    expect(calendar.dayAt('2006-10-29T02:31:00Z')).toBe('2006-10-28');
    expect(calendar.dayAt('2006-10-29T03:29:59.999Z')).toBe('2006-10-28');
    expect(calendar.dayAt('2006-10-29T03:30:00Z')).toBe('2006-10-29');
    expect(calendar.startOfDay('2006-10-29')).toBe(Date.parse('2006-10-29T02:30:00Z'));
    expect(calendar.endOfDay('2006-10-28')).toBe(Date.parse('2006-10-29T02:30:00Z'));
  });
});

describe('a day', () => {
  test.each([
    ['Asia/Shanghai', '2026-02-28', '2026-02-27T16:00:00Z', 24],
    ['Asia/Shanghai', '2024-02-29', '2024-02-28T16:00:00Z', 24],
    ['Asia/Shanghai', '2025-12-31', '2025-12-30T16:00:00Z', 24],
    ['America/New_York', '2026-03-07', '2026-03-07T05:00:00Z', 24],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00Z', 24],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    // Midnight is skipped: the day begins at 01:00.
    ['America/Sao_Paulo', '2018-11-03', '2018-11-03T03:00:00Z', 24],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', 23],
    ['Asia/Beirut', '2022-03-27', '2022-03-26T22:00:00Z', 23],
    // Midnight comes twice: the day begins at the first.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00Z', 25],
    // 23:00 to 24:00 comes twice: the day before has 25 hours.
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00Z', 25],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00Z', 24],
    // The day that Samoa left out.
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', 24],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', 24],
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00Z', 0],
  ])('in %s, %s begins at %s and has %d hours', (timeZone, day, start, hours) => {
    const calendar = createShopCalendar({ timeZone });
    expect(calendar.startOfDay(day)).toBe(Date.parse(start));
    expect(calendar.endOfDay(day) - calendar.startOfDay(day)).toBe(hours * HOUR);
  });

  test('was longer by 5 minutes and 43 seconds when Shanghai left the time of the sun', () => {
    // At midnight of 1901-01-01 by the sun (UTC+8:05:43), clocks went back to 23:54:17 (UTC+8).
    const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
    expect(calendar.startOfDay('1900-12-31')).toBe(Date.parse('1900-12-30T15:54:17Z'));
    expect(calendar.endOfDay('1900-12-31')).toBe(Date.parse('1900-12-31T16:00:00Z'));
  });

  test('has its bounds at the ends of the years 0001 and 9999 too', () => {
    const calendar = createShopCalendar({ timeZone: 'Asia/Tokyo' });
    expect(new Date(calendar.endOfDay('9999-12-31')).toISOString()).toBe('9999-12-31T15:00:00.000Z');
    // The sun is over Tokyo 9 hours 18 minutes 59 seconds before it is over Greenwich.
    expect(new Date(calendar.startOfDay('0001-01-01')).toISOString()).toBe('0000-12-31T14:41:01.000Z');
  });
});

describe('counting days', () => {
  const calendar = createShopCalendar({ timeZone: 'America/New_York' });

  test.each([
    ['2026-02-27', '2026-02-28', 1],
    ['2026-02-28', '2026-02-28', 0],
    ['2026-02-28', '2026-02-27', -1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2025-12-31', '2026-01-01', 1],
    ['2025-01-01', '2026-01-01', 365],
    ['2024-01-01', '2025-01-01', 366],
    // A clock change makes a day shorter, not fewer.
    ['2026-03-07', '2026-03-09', 2],
    ['2026-10-31', '2026-11-02', 2],
  ])('from %s to %s it is %i', (from, to, days) => {
    expect(calendar.daysBetween(from, to)).toBe(days);
    expect(calendar.addDays(from, days)).toBe(to);
  });

  test('a day that the zone left out counts: it is on the wall calendar of the rest of the world', () => {
    const samoa = createShopCalendar({ timeZone: 'Pacific/Apia' });
    expect(samoa.daysBetween('2011-12-29', '2011-12-31')).toBe(2);
  });
});

describe('misuse throws an error that names the argument', () => {
  const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
  const noon = '2026-02-28T12:00:00+08:00';

  test.each([
    [
      'a zone that does not exist',
      () => createShopCalendar({ timeZone: 'Asia/Shangai' }),
      'unknown_time_zone',
      ['timeZone'],
    ],
    [
      'an offset as zone',
      () => createShopCalendar({ timeZone: '+08:00' }),
      'unknown_time_zone',
      ['timeZone'],
    ],
    [
      'an instant without offset',
      () => calendar.dayAt('2026-02-28T12:00:00'),
      'invalid_instant',
      ['instant'],
    ],
    ['NaN as instant', () => calendar.dayAt(Number.NaN), 'invalid_instant', ['instant']],
    ['an instant after the year 9999', () => calendar.dayAt(8.64e15), 'invalid_instant', ['instant']],
    [
      'an instant whose local day is in the year 10000',
      () => calendar.dayAt('9999-12-31T16:00:00Z'),
      'invalid_instant',
      ['instant'],
    ],
    ['NaN in a loop', () => calendar.dayNumberAt(Number.NaN), 'invalid_instant', ['millis']],
    [
      'infinity in a loop',
      () => calendar.dayNumberAt(Number.POSITIVE_INFINITY),
      'invalid_instant',
      ['millis'],
    ],
    [
      'the start of a day that does not exist',
      () => calendar.startOfDay('2026-02-29'),
      'invalid_day',
      ['day'],
    ],
    ['the end of a day that does not exist', () => calendar.endOfDay('2026-02-29'), 'invalid_day', ['day']],
    [
      'days from a day that does not exist',
      () => calendar.daysBetween('2026-02-29', '2026-03-01'),
      'invalid_day',
      ['from'],
    ],
    [
      'days to a day that does not exist',
      () => calendar.daysBetween('2026-02-28', '2026-02-29'),
      'invalid_day',
      ['to'],
    ],
    [
      'days added to a day that does not exist',
      () => calendar.addDays('2026-02-29', 1),
      'invalid_day',
      ['day'],
    ],
    ['half a day', () => calendar.addDays('2026-02-28', 0.5), 'not_multiple_of', ['count']],
    ['NaN days', () => calendar.addDays('2026-02-28', Number.NaN), 'not_multiple_of', ['count']],
    ['days beyond 9999', () => calendar.addDays('9999-12-31', 1), 'out_of_range', ['count']],
    ['days before 0001', () => calendar.addDays('0001-01-01', -1), 'out_of_range', ['count']],
    ['a working day that does not exist', () => calendar.isWorkday('2026-02-29'), 'invalid_day', ['day']],
    [
      'working days from a day that does not exist',
      () => calendar.addWorkdays('2026-02-29', 1),
      'invalid_day',
      ['day'],
    ],
    ['half a working day', () => calendar.addWorkdays('2026-02-28', 0.5), 'not_multiple_of', ['count']],
    [
      'more working days than there are',
      () => calendar.addWorkdays('2026-02-28', 1e9),
      'out_of_range',
      ['count'],
    ],
    ['working days beyond 9999', () => calendar.addWorkdays('9999-12-31', 1), 'out_of_range', ['count']],
    ['working days before 0001', () => calendar.addWorkdays('0001-01-01', -1), 'out_of_range', ['count']],
    [
      'a window from an instant that is none',
      () => calendar.nextInDailyWindow('noon', { from: '09:00', to: '21:00' }),
      'invalid_instant',
      ['instant'],
    ],
    [
      'a window from a time that is none',
      () => calendar.nextInDailyWindow(noon, { from: '9:00', to: '21:00' }),
      'invalid_time_of_day',
      ['window', 'from'],
    ],
    [
      'a window to a time that is none',
      () => calendar.nextInDailyWindow(noon, { from: '09:00', to: '24:00' }),
      'invalid_time_of_day',
      ['window', 'to'],
    ],
    [
      'a window without length',
      () => calendar.nextInDailyWindow(noon, { from: '09:00', to: '09:00' }),
      'empty_window',
      ['window'],
    ],
  ])('%s', (_, misuse, code, path) => {
    expect(misuse).toThrow(AftercareError);
    expect(misuse).toThrow(expect.objectContaining({ code, path }));
  });

  test('no zone at all is not the zone of the machine', () => {
    expect(() => Reflect.apply(createShopCalendar, undefined, [{}])).toThrow(
      expect.objectContaining({ code: 'unknown_time_zone' }),
    );
  });

  test('the error tells how far one could go', () => {
    // 9999-12-31 is a Friday.
    expect(unwrap(calendar.addWorkdays('9999-12-28', 3))).toBe('9999-12-31');
    expect(() => calendar.addWorkdays('9999-12-28', 5)).toThrow(/at most 3 and received 5/);
    expect(() => calendar.addWorkdays('0001-01-03', -3)).toThrow(/at least -2 and received -3/);
  });
});
