import { TZDate } from '@date-fns/tz';
import { addBusinessDays, formatISO } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unwrap } from '../foundation/index.js';
import { dayNumberOf, dayOfNumber } from '../time/index.js';
import { createShopCalendar } from './shopCalendar.js';
import { createWorkdayCalendar } from './workdayList.js';

const FIRST = dayNumberOf('2020-01-01') ?? 0;
const END = dayNumberOf('2032-01-01') ?? 0;

/** Days in the middle of the list, so that no count leads out of it. */
const anyDay = fc.integer({ min: FIRST + 1000, max: END - 1000 }).map(dayOfNumber);
const anyCount = fc.integer({ min: -100, max: 100 });

/** A calendar with up to a fifth of its days changed into holidays or make-up days. */
const anyCalendar = fc
  .uniqueArray(fc.integer({ min: FIRST, max: END - 1 }), { maxLength: 800 })
  .map((numbers) => {
    const days = numbers.map(dayOfNumber);
    const workdays = createWorkdayCalendar({
      from: '2020-01-01',
      to: '2032-01-01',
      holidays: days.filter((_, index) => index % 2 === 0),
      makeUpDays: days.filter((_, index) => index % 2 === 1),
    });
    return createShopCalendar({ timeZone: 'UTC', workdays });
  });

test('Monday to Friday are counted as date-fns counts business days', () => {
  const calendar = createShopCalendar({ timeZone: 'Pacific/Apia' });
  fc.assert(
    // With 0, date-fns stays on a day of a weekend, and we move on to Monday.
    fc.property(
      anyDay,
      anyCount.filter((count) => count !== 0),
      (day, count) => {
        const expected = addBusinessDays(new TZDate(`${day}T00:00:00Z`, 'UTC'), count);
        expect(unwrap(calendar.addWorkdays(day, count))).toBe(
          formatISO(expected, { representation: 'date' }),
        );
      },
    ),
  );
});

test('the result is a working day, and as many as were asked for lie on the way', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (calendar, day, count) => {
      const result = unwrap(calendar.addWorkdays(day, count));
      expect(unwrap(calendar.isWorkday(result))).toBe(true);
      if (count === 0) {
        const isWorkday = unwrap(calendar.isWorkday(day));
        expect(result).toBe(isWorkday ? day : unwrap(calendar.addWorkdays(day, 1)));
        return;
      }
      const step = Math.sign(count);
      let counted = 0;
      for (let each = day; each !== result; ) {
        each = calendar.addDays(each, step);
        if (unwrap(calendar.isWorkday(each))) counted++;
      }
      expect(counted).toBe(Math.abs(count));
    }),
  );
});

test('from a working day, going back the same number of working days leads home', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (calendar, day, count) => {
      const workday = unwrap(calendar.addWorkdays(day, 0));
      const there = unwrap(calendar.addWorkdays(workday, count));
      expect(unwrap(calendar.addWorkdays(there, -count))).toBe(workday);
    }),
  );
});

test('steps in one direction add up', () => {
  const anyStep = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(
      anyCalendar,
      anyDay,
      anyStep,
      anyStep,
      fc.constantFrom(-1, 1),
      (calendar, day, a, b, sign) => {
        const twoSteps = unwrap(calendar.addWorkdays(unwrap(calendar.addWorkdays(day, sign * a)), sign * b));
        expect(unwrap(calendar.addWorkdays(day, sign * (a + b)))).toBe(twoSteps);
      },
    ),
  );
});

test('a later day never has an earlier result', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (calendar, day, count) => {
      const next = unwrap(calendar.addWorkdays(calendar.addDays(day, 1), count));
      expect(next >= unwrap(calendar.addWorkdays(day, count))).toBe(true);
    }),
  );
});
