import { codeSchema, daySchema, daysInMonth, parseWith, showValue } from '@aftercare/core';
import * as z from 'zod';
import { customLifecycleIssue, type LifecycleResult, lifecycleIssues } from '../issues/index.js';

/** A leap year: in it, each month is as long as it can be. */
const SOME_LEAP_YEAR = 2000;

const solarDateSchema = z
  .strictObject({
    calendar: z.literal('solar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
  })
  .check((context) => {
    const { month, day } = context.value;
    const maximum = daysInMonth(SOME_LEAP_YEAR, month);
    // A month or day beyond any month has an issue of its own already.
    if (Number.isNaN(maximum) || day <= maximum || day > 31) return;
    const range = {
      measure: 'value',
      received: showValue(day),
      minimum: 1,
      maximum,
      inclusive: true,
    } as const;
    context.issues.push({
      code: 'custom',
      input: day,
      path: ['day'],
      params: customLifecycleIssue('out_of_range', range),
    });
  });

const lunarDateSchema = z.strictObject({
  calendar: z.literal('lunar'),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(30),
});

const namesSchema = {
  code: codeSchema.meta({ description: 'The name by which rules know the festival.' }),
  titles: z
    .strictObject({ en: z.string().min(1).max(60), 'zh-CN': z.string().min(1).max(60) })
    .meta({ description: 'What a message calls the festival.' }),
};

/** Schema of {@link Festival}. */
export const festivalSchema = z.union([
  z.strictObject({
    ...namesSchema,
    date: z.discriminatedUnion('calendar', [solarDateSchema, lunarDateSchema]).meta({
      description:
        'The date on which it comes back every year, in the solar or the lunar calendar; never in a lunar leap month. Where a month lacks the day, its last day.',
    }),
  }),
  z.strictObject({
    ...namesSchema,
    days: z.array(daySchema).min(1).meta({
      description: 'Its days as the shop gives them, in any order, for festivals without such a date.',
    }),
  }),
]);

/**
 * A festival as data: a date that comes back every year, in the solar or the lunar calendar, or a list of days that the
 * shop gives, for what no such date tells: Mother's Day, the shop's own anniversary sale.
 */
export type Festival = z.infer<typeof festivalSchema>;

/** Schema of a list of festivals, each with a code of its own. */
export const festivalsSchema = z
  .array(festivalSchema)
  .check((context) => {
    const seen = new Set<string>();
    context.value.forEach(({ code }, index) => {
      if (seen.has(code)) {
        context.issues.push({
          code: 'custom',
          input: code,
          path: [index, 'code'],
          params: customLifecycleIssue('duplicate_code', { received: showValue(code) }),
        });
      }
      seen.add(code);
    });
  })
  .readonly();

/**
 * Checks an unknown value as a list of festivals; two with one code are the issue `duplicate_code`.
 *
 * @example
 * ```ts
 * import { parseFestivals } from '@aftercare/lifecycle';
 *
 * const titles = { en: "Mother's Day", 'zh-CN': '母亲节' };
 * parseFestivals([{ code: 'mothers_day', titles, days: ['2026-05-10', '2027-05-09'] }]).ok; // => true
 *
 * const result = parseFestivals([
 *   { code: 'mothers_day', titles, date: { calendar: 'solar', month: 4, day: 31 } },
 * ]);
 * result.ok ? '' : result.issues[0].message;
 * // => '[0].date.day: Expected a value of at least 1 and at most 30 and received 31.'
 * ```
 */
export function parseFestivals(input: unknown): LifecycleResult<readonly Festival[]> {
  return parseWith(lifecycleIssues, festivalsSchema, input);
}
