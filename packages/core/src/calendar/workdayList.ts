import * as z from 'zod';
import { customIssue, parseWith, unwrap } from '../foundation/index.js';
import { type CoreResult, coreIssues } from '../issues/index.js';
import { dayNumberOf, dayOfNumber, daySchema, weekdayOfNumber } from '../time/index.js';
import { requireDay } from '../time/requireDay.js';
import type { WorkdayCalendar } from './workdays.js';

const SATURDAY = 6;
const SUNDAY = 7;

/** Schema of {@link WorkdayList}. */
export const workdayListSchema = z
  .strictObject({
    from: daySchema.meta({ description: 'The first day that the list is for (included).' }),
    to: daySchema.meta({ description: 'The day after the last one that the list is for (excluded).' }),
    weekend: z.array(z.int().min(1).max(7)).max(6).exactOptional().meta({
      description: 'Days of the week without work, from 1 for Monday. Absent: Saturday and Sunday.',
    }),
    holidays: z.array(daySchema).meta({ description: 'Days off, beside the weekends.' }),
    makeUpDays: z.array(daySchema).meta({ description: 'Days of a weekend on which work is done.' }),
  })
  .check((context) => {
    const { from, to, holidays, makeUpDays } = context.value;
    const report = (code: string, path: (string | number)[], details: object) =>
      context.issues.push({ code: 'custom', input: context.value, path, params: customIssue(code, details) });
    // Days of this form have the order of their texts.
    if (to <= from) report('empty_window', ['to'], { from, to });
    for (const [key, days] of Object.entries({ holidays, makeUpDays })) {
      for (const [index, day] of days.entries()) {
        if (day < from || day >= to) report('outside_window', [key, index], { day, from, to });
      }
    }
    const off = new Set(holidays);
    for (const [index, day] of makeUpDays.entries()) {
      if (off.has(day)) report('holiday_and_make_up_day', ['makeUpDays', index], { day });
    }
  });

/**
 * The working days of some years as plain data: every day but the weekends, less the holidays, plus the days on which
 * work is made up for. A list is for a window of days, `[from, to)`, and says nothing of others.
 */
export interface WorkdayList extends z.infer<typeof workdayListSchema> {}

/**
 * Checks an unknown value, such as a file that a shop keeps, as a {@link WorkdayList}. A day outside the list's window
 * is an issue, since it would have no effect.
 *
 * @example
 * ```ts
 * import { parseWorkdayList } from '@aftercare/core';
 *
 * const result = parseWorkdayList({
 *   from: '2026-01-01',
 *   to: '2027-01-01',
 *   holidays: ['2026-12-25', '2027-01-01'],
 *   makeUpDays: [],
 * });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['outside_window', ['holidays', 1]]]
 * ```
 */
export function parseWorkdayList(input: unknown): CoreResult<WorkdayList> {
  return parseWith(coreIssues, workdayListSchema, input);
}

/**
 * Makes a calendar of working days from a list.
 *
 * @throws {@link AftercareError} with all issues of a list that {@link parseWorkdayList} would refuse
 *
 * @example
 * ```ts
 * import { createShopCalendar, createWorkdayCalendar, unwrap } from '@aftercare/core';
 *
 * const workdays = createWorkdayCalendar({
 *   from: '2026-01-01',
 *   to: '2027-01-01',
 *   holidays: ['2026-12-24', '2026-12-25', '2026-12-31'],
 *   makeUpDays: [],
 * });
 * const calendar = createShopCalendar({ timeZone: 'Europe/Berlin', workdays });
 * unwrap(calendar.addWorkdays('2026-12-23', 1)); // => '2026-12-28'
 * const tooFar = calendar.addWorkdays('2026-12-30', 1);
 * tooFar.ok ? '' : tooFar.issues[0].code; // => 'workday_unknown'
 * ```
 */
export function createWorkdayCalendar(list: WorkdayList): WorkdayCalendar {
  const { from, to, weekend = [SATURDAY, SUNDAY], holidays, makeUpDays } = unwrap(parseWorkdayList(list));
  const off = new Set(holidays);
  const madeUp = new Set(makeUpDays);
  const offEveryWeek = new Set(weekend);
  return {
    firstKnownDay: from,
    lastKnownDay: dayOfNumber(requireDay(to, 'to') - 1),
    isWorkday(day) {
      const number = dayNumberOf(day);
      if (number === undefined || day < from || day >= to) return undefined;
      if (off.has(day)) return false;
      return madeUp.has(day) || !offEveryWeek.has(weekdayOfNumber(number));
    },
  };
}
