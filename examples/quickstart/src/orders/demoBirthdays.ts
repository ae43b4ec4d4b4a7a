import { type Birthday, dateOfDayNumber, dayNumberOf } from '@aftercare/core';

/** What the report says of the birthdays that {@link demoBirthday} makes up. */
export const DEMO_BIRTHDAYS =
  'The sample has no birthdays; these are made up: the number in the customer id, modulo 366, in days after 1 January of a leap year.';

/** The first day of a leap year. */
const NEW_YEAR = dayNumberOf('2000-01-01') ?? 0;

/**
 * A birthday for a customer of the sample orders, which have none: the same in every run, and spread over all days of the
 * year. `CG-12520` has 12520 mod 366 = 76, the 77th day of a leap year (counted from 0), which is 17 March.
 */
export function demoBirthday(customerId: string): Birthday {
  const { month, dayOfMonth } = dateOfDayNumber(NEW_YEAR + (Number(customerId.replace(/\D/g, '')) % 366));
  return { calendar: 'solar', month, day: dayOfMonth };
}
