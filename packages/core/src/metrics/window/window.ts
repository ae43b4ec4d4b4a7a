import * as z from 'zod';
import { AftercareError, customIssue, parseWith, showValue } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
import { type Day, type DayNumber, dayNumberOf, daySchema } from '../../time/index.js';

/** Schema of {@link DayWindow}. */
export const dayWindowSchema = z
  .strictObject({
    from: daySchema.meta({ description: 'The first day, included.' }),
    to: daySchema.meta({ description: 'The day after the last: excluded.' }),
  })
  .check((context) => {
    const { from, to } = context.value;
    if (from < to) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('empty_window', { from: showValue(from), to: showValue(to) }),
    });
  });

/** Calendar days of the shop from `from` (included) to `to` (excluded): the year 1997 ends with `to: '1998-01-01'`. */
export interface DayWindow extends Readonly<z.infer<typeof dayWindowSchema>> {}

/**
 * Checks an unknown value as a {@link DayWindow}: two existing days (`invalid_day`), the second after the first
 * (`empty_window`).
 *
 * @example
 * ```ts
 * import { parseDayWindow } from '@aftercare/core';
 *
 * const result = parseDayWindow({ from: '2026-03-01', to: '2026-03-01' });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['empty_window']
 * ```
 */
export function parseDayWindow(input: unknown): CoreResult<DayWindow> {
  return parseWith(coreIssues, dayWindowSchema, input);
}

/** A window as day numbers, `from` included and `to` excluded: what loops compare with. */
export interface DayBounds {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * The bounds of a window as day numbers.
 *
 * @throws {@link AftercareError} `invalid_day` or `empty_window`, at the path `window`.
 *
 * @example
 * ```ts
 * import { dayBoundsOf } from '@aftercare/core';
 *
 * dayBoundsOf({ from: '1970-01-01', to: '1970-02-01' }); // => { from: 0, to: 31 }
 * ```
 */
export function dayBoundsOf(window: DayWindow): DayBounds {
  const bounds = { from: boundOf(window, 'from'), to: boundOf(window, 'to') };
  if (bounds.from < bounds.to) return bounds;
  throw new AftercareError([
    coreIssues.create('empty_window', ['window'], { from: window.from, to: window.to }),
  ]);
}

function boundOf(window: DayWindow, key: 'from' | 'to'): DayNumber {
  const day: Day = window[key];
  const number = dayNumberOf(day);
  if (number !== undefined) return number;
  throw new AftercareError([coreIssues.create('invalid_day', ['window', key], { received: showValue(day) })]);
}
