import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumberOf, dayOfNumber, FIRST_DAY_NUMBER, LAST_DAY_NUMBER } from './dayNumber.js';

const anyNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER });

test('every day number has a text of its own, in the order of the numbers', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      expect(dayNumberOf(dayOfNumber(a))).toBe(a);
      expect(dayOfNumber(a) < dayOfNumber(b)).toBe(a < b);
    }),
  );
});

test('the days between two days are those that date-fns counts', () => {
  const recent = fc.integer({ min: -25_567, max: 84_006 });
  fc.assert(
    fc.property(recent, recent, (a, b) => {
      const [from, to] = [a, b].map((number) => new TZDate(`${dayOfNumber(number)}T00:00:00Z`, 'UTC'));
      expect(b - a).toBe(differenceInCalendarDays(to ?? Number.NaN, from ?? Number.NaN));
    }),
  );
});

test('a text is a day exactly if the form fits and the Date of the language has it', () => {
  const twoDigits = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
  const nearlyMonth = fc.integer({ min: 0, max: 14 }).map((number) => String(number).padStart(2, '0'));
  const nearlyDay = fc.integer({ min: 0, max: 33 }).map((number) => String(number).padStart(2, '0'));
  const text = fc
    .tuple(twoDigits, twoDigits, nearlyMonth, nearlyDay)
    .map(([a, b, c, d]) => `${a}${b}-${c}-${d}`);
  fc.assert(
    fc.property(text, (day) => {
      const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, dayOfMonth);
      const exists = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
      expect(dayNumberOf(day) !== undefined).toBe(exists);
    }),
    { numRuns: 2000 },
  );
});
