import { describe, expect, test } from 'vitest';
import { defaultBirthdayPolicy } from './birthdayPolicy.js';
import { isInCoolOff } from './coolOff.js';

describe('isInCoolOff', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-03-01', true],
    ['2026-03-02', true],
    ['2027-02-27', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
    ['2027-03-02', false],
  ])('of a birthday changed on 1 March 2026, for 365 days, on %s: %s', (today, expected) => {
    expect(isInCoolOff('2026-03-01', today, defaultBirthdayPolicy)).toBe(expected);
  });

  test('counts days, not years: over 29 February it ends a day before the anniversary', () => {
    expect(isInCoolOff('2027-03-01', '2028-02-28', defaultBirthdayPolicy)).toBe(true);
    expect(isInCoolOff('2027-03-01', '2028-02-29', defaultBirthdayPolicy)).toBe(false);
  });

  test.each([
    [0, '2026-02-28', false],
    [0, '2026-03-01', false],
    [1, '2026-02-28', true],
    [1, '2026-03-01', true],
    [1, '2026-03-02', false],
    [2, '2026-03-02', true],
    [2, '2026-03-03', false],
  ])('of %d days, for a change on 1 March 2026, on %s: %s', (coolOffDays, today, expected) => {
    expect(isInCoolOff('2026-03-01', today, { ...defaultBirthdayPolicy, coolOffDays })).toBe(expected);
  });

  test('a day that does not exist is an error, with the name of the argument', () => {
    expect(() => isInCoolOff('2026-02-29', '2026-03-01', defaultBirthdayPolicy)).toThrow(
      expect.objectContaining({ code: 'invalid_day', path: ['changedDay'] }),
    );
    expect(() => isInCoolOff('2026-02-28', '2026-03', defaultBirthdayPolicy)).toThrow(
      expect.objectContaining({ code: 'invalid_day', path: ['today'] }),
    );
  });
});
