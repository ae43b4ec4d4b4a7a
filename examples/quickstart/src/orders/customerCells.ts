import { type CoreIssue, type Customer, formatIssue, parseCustomer } from '@aftercare/core';
import { defaultChannels } from '@aftercare/lifecycle';
import type { CsvRow } from './csv.js';

/** Columns that tell of the customer of an order. */
export const CUSTOMER_COLUMNS = [
  'customer_name',
  'birthday',
  'region',
  'time_zone',
  'marketing_consent',
] as const;
type CustomerColumn = 'customer_id' | (typeof CUSTOMER_COLUMNS)[number];

/** Which column a part of a customer comes from, for messages. */
const COLUMN_OF: Readonly<Record<string, CustomerColumn>> = {
  name: 'customer_name',
  birthday: 'birthday',
  region: 'region',
  timeZone: 'time_zone',
};

/** `1990-05-17`, without the year `05-17`, and either in the lunar calendar: `lunar 08-15`. */
const BIRTHDAY = /^(?<lunar>lunar )?(?:(?<year>\d{4})-)?(?<month>\d{2})-(?<day>\d{2})$/;

/** What a row tells of its customer, or the sentences that say what is wrong. An empty cell tells nothing. */
export function customerOf({ cells }: CsvRow): Customer | string[] {
  const cell = (column: CustomerColumn): string | undefined => cells[column] || undefined;
  const birthday = birthdayOf(cell('birthday'));
  const consent = cell('marketing_consent');
  const problems = [
    ...(birthday === 'unreadable'
      ? [`birthday: Expected a day like 1990-05-17, 05-17 or lunar 08-15 and received "${cell('birthday')}".`]
      : []),
    ...(consent === undefined || consent === 'yes' || consent === 'no'
      ? []
      : [`marketing_consent: Expected "yes" or "no" and received "${consent}".`]),
  ];
  if (problems.length > 0) return problems;
  const id = cell('customer_id');
  const name = cell('customer_name');
  const region = cell('region');
  const timeZone = cell('time_zone');
  const customer = parseCustomer({
    ...(id && { id }),
    ...(name && { name }),
    ...(birthday && { birthday }),
    ...(region && { region }),
    ...(timeZone && { timeZone }),
    ...(consent && { consents: consentsOf(consent === 'yes') }),
  });
  return customer.ok ? customer.value : customer.issues.map(sentenceOf);
}

function birthdayOf(text: string | undefined): object | 'unreadable' | undefined {
  if (text === undefined) return undefined;
  const groups = BIRTHDAY.exec(text)?.groups;
  if (groups === undefined) return 'unreadable';
  const { lunar, year, month, day } = groups;
  return {
    calendar: lunar === undefined ? 'solar' : 'lunar',
    month: Number(month),
    day: Number(day),
    ...(year !== undefined && { year: Number(year) }),
  };
}

/** One answer for all channels that reach customers. */
function consentsOf(granted: boolean): NonNullable<Customer['consents']> {
  return defaultChannels
    .filter(({ reaches }) => reaches === 'customer')
    .map(({ code }) => ({ channel: code, purpose: 'marketing', granted }));
}

function sentenceOf(issue: CoreIssue): string {
  const column = COLUMN_OF[String(issue.path[0])] ?? 'customer_id';
  return `${column}: ${formatIssue(issue, 'en')}`;
}
