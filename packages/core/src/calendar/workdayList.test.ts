import { describe, expect, test } from 'vitest';
import { AftercareError } from '../foundation/index.js';
import { createWorkdayCalendar, parseWorkdayList, type WorkdayList } from './workdayList.js';

const list: WorkdayList = {
  from: '2026-01-01',
  to: '2027-01-01',
  // New Year of 2026 in China, its make-up day on a Sunday, and a holiday that falls on a Saturday.
  holidays: ['2026-01-01', '2026-01-02', '2026-01-03'],
  makeUpDays: ['2026-01-04'],
};

describe('a list of working days', () => {
  const calendar = createWorkdayCalendar(list);

  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', false],
    ['2026-01-02', false],
    ['2026-01-03', false],
    ['2026-01-04', true],
    ['2026-01-05', true],
    ['2026-01-09', true],
    ['2026-01-10', false],
    ['2026-01-11', false],
    ['2026-12-31', true],
    ['2027-01-01', undefined],
    ['2026-02-29', undefined],
  ])('says of %s: %s', (day, expected) => {
    expect(calendar.isWorkday(day)).toBe(expected);
  });

  test('knows the days of its window, the last one included', () => {
    expect(calendar.firstKnownDay).toBe('2026-01-01');
    expect(calendar.lastKnownDay).toBe('2026-12-31');
  });

  test('may have another weekend, as in Cairo, or none', () => {
    // 2026-01-09 is a Friday.
    const week = ['09', '10', '11', '12'].map((day) => `2026-01-${day}`);
    const cairo = createWorkdayCalendar({ ...list, weekend: [5, 6] });
    expect(week.map(cairo.isWorkday)).toEqual([false, false, true, true]);
    const everyDay = createWorkdayCalendar({ ...list, weekend: [] });
    expect(week.map(everyDay.isWorkday)).toEqual([true, true, true, true]);
  });

  test('does not change when the data it was made from do', () => {
    const holidays = ['2026-05-01'];
    const made = createWorkdayCalendar({ ...list, holidays });
    holidays.push('2026-05-04');
    expect(made.isWorkday('2026-05-04')).toBe(true);
  });

  test('survives a round trip through JSON', () => {
    const again = JSON.parse(JSON.stringify(list));
    expect(parseWorkdayList(again)).toEqual({ ok: true, value: list });
  });
});

describe('a list is refused', () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ['without a window', { holidays: [], makeUpDays: [] }, 'missing', ['from']],
    [
      'when its window is empty',
      { ...list, holidays: [], makeUpDays: [], to: '2026-01-01' },
      'empty_window',
      ['to'],
    ],
    ['with a day that does not exist', { ...list, holidays: ['2026-02-29'] }, 'invalid_day', ['holidays', 0]],
    [
      'with a holiday before its window',
      { ...list, holidays: ['2025-12-31'] },
      'outside_window',
      ['holidays', 0],
    ],
    [
      'with a make-up day after its window',
      { ...list, makeUpDays: ['2027-01-01'] },
      'outside_window',
      ['makeUpDays', 0],
    ],
    [
      'when a day is both',
      { ...list, makeUpDays: ['2026-01-04', '2026-01-01'] },
      'holiday_and_make_up_day',
      ['makeUpDays', 1],
    ],
    ['with a day of the week 0', { ...list, weekend: [0] }, 'out_of_range', ['weekend', 0]],
    ['with a day of the week 8', { ...list, weekend: [8] }, 'out_of_range', ['weekend', 0]],
    ['with seven days of weekend', { ...list, weekend: [1, 2, 3, 4, 5, 6, 7] }, 'out_of_range', ['weekend']],
    ['with a key that it does not have', { ...list, makeupDays: [] }, 'unknown_key', []],
  ])('%s', (_, input, code, path) => {
    const result = parseWorkdayList(input);
    const found = result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]);
    expect(found[0]).toEqual([code, path]);
  });

  test('with all its issues at once', () => {
    const result = parseWorkdayList({ ...list, holidays: ['2025-12-31', '2027-01-01'] });
    expect(result.ok ? 0 : result.issues.length).toBe(2);
  });

  test('by an error when a calendar is made from it', () => {
    const make = () => createWorkdayCalendar({ ...list, holidays: ['2026-02-29'] });
    expect(make).toThrow(AftercareError);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_day', path: ['holidays', 0] }));
  });
});
