import type { Day } from '@aftercare/core';
import { type LifecycleIssue, type LifecycleIssueDetails, lifecycleIssues } from '../issues/index.js';
import type { Festival } from './festival.js';
import { type FestivalOptions, festivalDay } from './festivalDay.js';

/**
 * Which festivals have no day from a day on, so that nobody would hear of them and nobody would notice: to be asked when a
 * shop loads its festivals. Each is the issue `no_festival_day`, with the reason.
 *
 * @param from - usually today
 * @throws `AftercareError` `invalid_day`
 *
 * @example
 * ```ts
 * import { checkFestivals } from '@aftercare/lifecycle';
 *
 * const titles = { en: "Mother's Day", 'zh-CN': '母亲节' };
 * const festivals = [{ code: 'mothers_day', titles, days: ['2026-05-10'] }];
 * checkFestivals(festivals, '2026-05-10'); // => []
 * checkFestivals(festivals, '2026-05-11').map((issue) => issue.message);
 * // => ['[0]: The festival mothers_day has no day from 2026-05-11 on: its list of days has come to an end.']
 * ```
 */
export function checkFestivals(
  festivals: readonly Festival[],
  from: Day,
  options: FestivalOptions = {},
): readonly LifecycleIssue[] {
  return festivals.flatMap((festival, index) => {
    if (festivalDay(festival, from, options) !== undefined) return [];
    const details = { festival: festival.code, from, because: whyNoDay(festival, options) };
    return [lifecycleIssues.create('no_festival_day', [index], details)];
  });
}

function whyNoDay(
  festival: Festival,
  { lunar }: FestivalOptions,
): LifecycleIssueDetails['no_festival_day']['because'] {
  if ('days' in festival) return 'list_ended';
  return lunar === undefined ? 'lunar_calendar_missing' : 'lunar_calendar_ended';
}
