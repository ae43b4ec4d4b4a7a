import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_DAY_NUMBER, LAST_DAY_NUMBER, MILLISECONDS_A_DAY } from './dayNumber.js';
import { dateOfDayNumber, dayNumberOfDate, daysInMonth, weekdayOfNumber } from './gregorian.js';

const anyNumber = fc.integer({ min: FIRST_DAY_NUMBER, max: LAST_DAY_NUMBER });

test('dates and weekdays agree with the Date of the language', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const date = new Date(number * MILLISECONDS_A_DAY);
      const year = date.getUTCFullYear();
      const month = date.getUTCMonth() + 1;
      expect(dateOfDayNumber(number)).toEqual({ year, month, dayOfMonth: date.getUTCDate() });
      expect(dayNumberOfDate(year, month, date.getUTCDate())).toBe(number);
      expect(weekdayOfNumber(number) % 7).toBe(date.getUTCDay());
      const lastOfMonth = new Date(date);
      lastOfMonth.setUTCMonth(month, 0);
      expect(daysInMonth(year, month)).toBe(lastOfMonth.getUTCDate());
    }),
    { numRuns: 2000 },
  );
});

test('months and days that run over do so as in the Date of the language', () => {
  const anyDate = fc.tuple(
    fc.integer({ min: 1, max: 9998 }),
    fc.integer({ min: -30, max: 30 }),
    fc.integer({ min: -400, max: 400 }),
  );
  fc.assert(
    fc.property(anyDate, ([year, month, dayOfMonth]) => {
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, dayOfMonth);
      expect(dayNumberOfDate(year, month, dayOfMonth)).toBe(date.getTime() / MILLISECONDS_A_DAY);
    }),
  );
});
