import type { Birthday, Customer } from '../domain/index.js';
import type { OrderLog } from '../log/index.js';
import type { DayNumber } from '../time/index.js';
import { type BirthdayRules, daysUntilBirthday } from './nextBirthday.js';

/** What a snapshot keeps of a {@link Customer}: not the customer, who may come from a stream of millions. */
export interface Profile {
  readonly tags: readonly string[];
  readonly region: string | null;
  readonly birthdayKnown: boolean;
  readonly daysUntilBirthday: number | null;
}

/** Customers as a snapshot numbers them: those of the log by their number there, then those that only `customers` has. */
export interface Profiles {
  /** By number; `undefined` for a customer of the log of whom no record was given. */
  readonly byNumber: readonly (Profile | undefined)[];
  /** The ids of the customers who are not in the log; the first has the number `log.columns.customerNumbers`. */
  readonly prospectIds: readonly string[];
  numberOf(customerId: string): number | undefined;
}

/** Of a customer of whom only orders are known. */
export const NO_PROFILE: Profile = Object.freeze({
  tags: Object.freeze([]),
  region: null,
  birthdayKnown: false,
  daysUntilBirthday: null,
});

/** Reads all customers once; the last record of an id counts. */
export function readProfiles(
  log: OrderLog,
  customers: Iterable<Customer>,
  today: DayNumber,
  rules: BirthdayRules,
): Profiles {
  const { customerNumbers } = log.columns;
  const byNumber: (Profile | undefined)[] = new Array(customerNumbers).fill(undefined);
  const prospects = new Map<string, number>();
  const numberOf = (customerId: string): number | undefined => {
    const number = log.customerNumberOf(customerId);
    // A customer who came into the log after the snapshot was taken is what they were then.
    return number !== undefined && number < customerNumbers ? number : prospects.get(customerId);
  };
  const untilBirthday = rememberingBirthdays(today, rules);
  for (const customer of customers) {
    const number = numberOf(customer.id) ?? byNumber.length;
    if (number === byNumber.length) prospects.set(customer.id, number);
    byNumber[number] = profileOf(customer, untilBirthday);
  }
  return { byNumber, prospectIds: [...prospects.keys()], numberOf };
}

function profileOf(
  { tags, region, birthday }: Customer,
  untilBirthday: (birthday: Birthday) => number | null,
): Profile {
  return {
    tags: tags ?? NO_PROFILE.tags,
    region: region ?? null,
    birthdayKnown: birthday !== undefined,
    daysUntilBirthday: birthday === undefined ? null : untilBirthday(birthday),
  };
}

/** A million customers have some hundred birthdays between them. */
function rememberingBirthdays(today: DayNumber, rules: BirthdayRules): (birthday: Birthday) => number | null {
  const known = new Map<number, number | null>();
  return (birthday) => {
    const { calendar, month, day } = birthday;
    const kind = calendar === 'solar' ? 0 : birthday.leapMonth === true ? 2 : 1;
    const key = (kind * 13 + month) * 32 + day;
    let days = known.get(key);
    if (days === undefined) {
      days = daysUntilBirthday(birthday, today, rules);
      known.set(key, days);
    }
    return days;
  };
}
