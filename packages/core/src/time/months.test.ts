import { describe, expect, test } from 'vitest';
import { addMonths, startOfMonth, startOfYear } from './months.js';

describe('the day some months later', () => {
  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-01-31', 0, '2026-01-31'],
    ['0001-01-31', 9999 * 12 - 1, '9999-12-31'],
    ['9999-12-31', -(9999 * 12 - 1), '0001-01-31'],
  ])('%s and %i months make %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected);
  });

  test.each([
    ['2026-02-29', 1, 'invalid_day', ['day']],
    ['2026-02-28', 0.5, 'not_multiple_of', ['count']],
    ['9999-12-31', 1, 'out_of_range', ['count']],
    ['0001-01-01', -1, 'out_of_range', ['count']],
  ])('throws for %s and %d months', (day, count, code, path) => {
    expect(() => addMonths(day, count)).toThrow(expect.objectContaining({ code, path }));
  });

  test('the error tells how far one could go', () => {
    expect(() => addMonths('9999-10-31', 3)).toThrow(/at most 2 and received 3/);
  });
});

test('a month begins on its first day, a year on the first of January', () => {
  expect(startOfMonth('2024-02-29')).toBe('2024-02-01');
  expect(startOfMonth('2024-03-01')).toBe('2024-03-01');
  expect(startOfYear('2024-12-31')).toBe('2024-01-01');
  expect(startOfYear('2025-01-01')).toBe('2025-01-01');
});

test('a day that does not exist has no month and no year', () => {
  expect(() => startOfMonth('2026-02-30')).toThrow(expect.objectContaining({ code: 'invalid_day' }));
  expect(() => startOfYear('2026-02-30')).toThrow(expect.objectContaining({ code: 'invalid_day' }));
});
