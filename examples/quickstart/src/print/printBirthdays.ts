import type { BirthdayReport, WeekBirthday } from '../report/birthdayReport.js';
import { count, person, table, wrap } from './layout.js';

/** The birthdays of the week, and where they come from. */
export function printBirthdays({ known, madeUp, thisWeek, first }: BirthdayReport): string {
  if (known === 0) return '  No birthday is known; the optional column "birthday" tells them.';
  return [
    wrap(madeUp ?? `${count(known)} birthdays are known.`, '  '),
    '',
    ...(thisWeek === 0
      ? ['    Nobody.']
      : [
          table(
            first.map((each) => [`${each.day}  ${person(each.customerId, each.name)}`, couponText(each)]),
            '    ',
            2,
          ),
        ]),
    ...(thisWeek > first.length ? [`    and ${count(thisWeek - first.length)} more`] : []),
  ].join('\n');
}

function couponText({ coupon }: WeekBirthday): string {
  switch (coupon) {
    case 'planned':
      return 'coupon today';
    case 'suppressed':
      return 'coupon suppressed';
    case null:
      return '';
  }
}
