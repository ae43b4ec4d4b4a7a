import fc from 'fast-check';
import { Solar } from 'lunar-typescript';
import { expect, test } from 'vitest';
import { unwrap } from '../foundation/index.js';
import { dateOfDayNumber, dayNumberOf, dayOfNumber } from '../time/index.js';
import { leapMonthOf, lunarDateOf, lunarMonthLength, solarDayOf } from './lunarDate.js';

const anyNumber = fc.integer({
  min: dayNumberOf('1900-01-31') ?? Number.NaN,
  max: dayNumberOf('2101-01-28') ?? Number.NaN,
});

test('lunar dates are those of lunar-typescript', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const { year, month, dayOfMonth } = dateOfDayNumber(number);
      const expected = Solar.fromYmd(year, month, dayOfMonth).getLunar();
      expect(unwrap(lunarDateOf(dayOfNumber(number)))).toEqual({
        year: expected.getYear(),
        month: Math.abs(expected.getMonth()),
        day: expected.getDay(),
        leapMonth: expected.getMonth() < 0,
      });
    }),
    { numRuns: 1000 },
  );
});

test('the lunar date of a day leads back to it, and exists by its month', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const day = dayOfNumber(number);
      const date = unwrap(lunarDateOf(day));
      expect(unwrap(solarDayOf(date))).toBe(day);
      expect(date.day).toBeLessThanOrEqual(unwrap(lunarMonthLength(date)));
      if (date.leapMonth) expect(unwrap(leapMonthOf(date.year))).toBe(date.month);
    }),
    { numRuns: 1000 },
  );
});

test('the next day is the next day of the month, or the first of the next', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const next = lunarDateOf(dayOfNumber(number + 1));
      if (!next.ok) return;
      const date = unwrap(lunarDateOf(dayOfNumber(number)));
      const isLastOfMonth = date.day === unwrap(lunarMonthLength(date));
      expect(next.value.day).toBe(isLastOfMonth ? 1 : date.day + 1);
    }),
    { numRuns: 1000 },
  );
});
