import { AftercareError, type Day, type DayNumber, dayNumberOf, showValue } from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';

/**
 * The number of a day that an argument names; throws if there is no such day.
 *
 * @param key - the argument's name, for the error's path
 */
export function requireDay(day: Day, key: string): DayNumber {
  const number = dayNumberOf(day);
  if (number !== undefined) return number;
  throw new AftercareError([lifecycleIssues.create('invalid_day', [key], { received: showValue(day) })]);
}
