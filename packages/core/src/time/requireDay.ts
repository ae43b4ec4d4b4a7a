import { AftercareError, showValue } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { type Day, dayNumberOf } from './dayNumber.js';
import type { DayNumber } from './gregorian.js';

/**
 * The number of a day that an argument names; throws if there is no such day.
 *
 * @param key - the argument's name, for the error's path
 */
export function requireDay(day: Day, key: string): DayNumber {
  const number = dayNumberOf(day);
  if (number !== undefined) return number;
  throw new AftercareError([coreIssues.create('invalid_day', [key], { received: showValue(day) })]);
}
