import { describe, expect, test } from 'vitest';
import { createShopCalendar } from './shopCalendar.js';
import type { WorkdayCalendar } from './workdays.js';

/** 2026-02-23 is a Monday. */
const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });

test('by default, Monday to Friday are working days and weekends are not', () => {
  const week = ['23', '24', '25', '26', '27', '28'].map((day) => `2026-02-${day}`);
  expect([...week, '2026-03-01', '2026-03-02'].map((day) => calendar.isWorkday(day))).toEqual(
    [true, true, true, true, true, false, false, true].map((value) => ({ ok: true, value })),
  );
});

describe('working days later', () => {
  test.each([
    // from a working day
    ['2026-02-27', -5, '2026-02-20'],
    ['2026-02-27', -1, '2026-02-26'],
    ['2026-02-27', 0, '2026-02-27'],
    ['2026-02-27', 1, '2026-03-02'],
    ['2026-02-27', 5, '2026-03-06'],
    ['2026-02-27', 6, '2026-03-09'],
    ['2026-02-23', -1, '2026-02-20'],
    // from a Saturday and a Sunday
    ['2026-02-28', -1, '2026-02-27'],
    ['2026-02-28', 0, '2026-03-02'],
    ['2026-02-28', 1, '2026-03-02'],
    ['2026-02-28', 2, '2026-03-03'],
    ['2026-03-01', -1, '2026-02-27'],
    ['2026-03-01', 0, '2026-03-02'],
    ['2026-03-01', 1, '2026-03-02'],
    // over the end of a leap February and of a year
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2024-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-05', 260, '2027-01-04'],
  ])('%s and %i make %s', (day, count, expected) => {
    expect(calendar.addWorkdays(day, count)).toEqual({ ok: true, value: expected });
  });
});

describe('a calendar that knows some days only', () => {
  const february: WorkdayCalendar = {
    firstKnownDay: '2026-02-01',
    lastKnownDay: '2026-02-28',
    isWorkday: (day) => (day.startsWith('2026-02') ? day !== '2026-02-28' : undefined),
  };
  const known = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays: february });

  test('answers for these, its Sundays included', () => {
    expect(known.isWorkday('2026-02-01')).toEqual({ ok: true, value: true });
    expect(known.isWorkday('2026-02-28')).toEqual({ ok: true, value: false });
    expect(known.addWorkdays('2026-02-26', 1)).toEqual({ ok: true, value: '2026-02-27' });
  });

  test.each([
    ['the day itself is unknown', () => known.isWorkday('2026-03-01'), '2026-03-01'],
    ['the next working day is unknown', () => known.addWorkdays('2026-02-27', 1), '2026-03-01'],
    ['the deadline would move on', () => known.addWorkdays('2026-02-28', 0), '2026-03-01'],
    ['the previous working day is unknown', () => known.addWorkdays('2026-02-01', -1), '2026-01-31'],
    ['the way begins at an unknown day', () => known.addWorkdays('2026-03-01', 0), '2026-03-01'],
  ])('never guesses when %s', (_, ask, day) => {
    const details = { day, knownFrom: '2026-02-01', knownTo: '2026-02-28' };
    expect(ask()).toEqual({
      ok: false,
      issues: [expect.objectContaining({ code: 'workday_unknown', path: ['day'], details })],
    });
  });

  test('need not know the day from which working days are counted', () => {
    expect(known.addWorkdays('2026-03-01', -1)).toEqual({ ok: true, value: '2026-02-27' });
    expect(known.addWorkdays('2026-01-31', 1)).toEqual({ ok: true, value: '2026-02-01' });
  });
});
