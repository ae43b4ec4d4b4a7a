import {
  type Birthday,
  createOrderLog,
  createShopCalendar,
  dayNumberOf,
  dayOfNumber,
  takeSnapshot,
} from '@aftercare/core';
import * as china from '@aftercare/core/china';
import { expect, test } from 'vitest';
import { birthdayOccurrence } from './birthdayOccurrence.js';
import { type BirthdayPolicy, defaultBirthdayPolicy } from './birthdayPolicy.js';
import { snapshotBirthdays } from './snapshotBirthdays.js';

const log = createOrderLog({ currency: 'CNY', calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }) });

const dates = Array.from({ length: 12 * 30 }, (_, index) => ({
  month: Math.floor(index / 30) + 1,
  day: (index % 30) + 1,
}));
const birthdays: readonly Birthday[] = dates.flatMap(({ month, day }): Birthday[] => [
  { calendar: 'solar', month, day },
  { calendar: 'lunar', month, day },
  { calendar: 'lunar', month, day, leapMonth: true },
]);
const customers = birthdays.map((birthday, index) => ({ id: `c-${index}`, birthday }));
const policies: readonly BirthdayPolicy[] = [
  defaultBirthdayPolicy,
  { leapDay: 'march_1', lunarLeapMonth: 'regular_month', coolOffDays: 0 },
];

test.each(policies)('by %j a snapshot and the occurrence agree on every birthday', (policy) => {
  // From before the Spring Festival of 2025, whose year has a leap month, to after that of 2026.
  for (let number = dayNumberOf('2025-01-20') ?? Number.NaN; number < 20_520; number += 19) {
    const asOf = dayOfNumber(number);
    const snapshot = takeSnapshot(log, { asOf, customers, ...snapshotBirthdays(policy, china) });
    const expected = birthdays.map((birthday) => {
      const next = birthdayOccurrence(birthday, asOf, policy, china);
      return next === undefined ? null : (dayNumberOf(next.day) ?? Number.NaN) - number;
    });
    expect(customers.map(({ id }) => snapshot.facts(id)?.daysUntilBirthday)).toEqual(expected);
  }
});

test('without a lunar calendar a snapshot knows solar birthdays only', () => {
  const asOf = '2026-09-20';
  const snapshot = takeSnapshot(log, {
    asOf,
    customers: [
      { id: 'solar', birthday: { calendar: 'solar', month: 9, day: 25 } },
      { id: 'lunar', birthday: { calendar: 'lunar', month: 8, day: 15 } },
    ],
    ...snapshotBirthdays(defaultBirthdayPolicy),
  });
  expect(snapshot.facts('solar')?.daysUntilBirthday).toBe(5);
  expect(snapshot.facts('lunar')?.daysUntilBirthday).toBe(null);
});
