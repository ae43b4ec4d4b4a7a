import { parseArgs } from 'node:util';
import { dayNumberOf, isCurrency, isTimeZone } from '@aftercare/core';

/** What the command line asks for. */
export interface Arguments {
  /** Path of a CSV file with the shop's orders; undefined: the sample orders. */
  readonly ordersPath: string | undefined;
  /** The day for which care is planned; undefined: the day of the last purchase. */
  readonly asOf: string | undefined;
  readonly timeZone: string;
  readonly currency: string;
  readonly json: boolean;
}

/** Something on the command line that cannot be meant. */
export class WrongArguments extends Error {
  override readonly name = 'WrongArguments';
}

/** The day on which the care plan of the sample orders is made: the last one on which anything was bought. */
export const SAMPLE_DAY = '2017-12-30';

export const USAGE = `Usage: npm run quickstart -- [options]

  --orders FILE      a CSV file with your own orders, one a line
  --as-of DAY        plan the care of this day (default ${SAMPLE_DAY}; with --orders: the day of the last purchase)
  --time-zone ZONE   the shop's time zone (default UTC)
  --currency CODE    the currency of amounts without one (default USD)
  --json             print the report as JSON
  --help             print this

Columns of the CSV file, in any order: order_id, customer_id, placed_at, total; and if you have them: currency,
paid_at, shipped_at, signed_at, completed_at, cancelled_at, payment_method, refunded, refunded_at, flags.
`;

/** Reads the command line; undefined if help is asked for. */
export function readArguments(words: readonly string[]): Arguments | undefined {
  const { orders, json, help, ...given } = parse(words);
  if (help) return undefined;
  const asOf = given['as-of'] ?? (orders === undefined ? SAMPLE_DAY : undefined);
  if (asOf !== undefined && dayNumberOf(asOf) === undefined) {
    throw new WrongArguments(`--as-of: expected an existing day like ${SAMPLE_DAY} and received "${asOf}".`);
  }
  const timeZone = given['time-zone'] ?? 'UTC';
  if (!isTimeZone(timeZone))
    throw new WrongArguments(`--time-zone: no IANA time zone has the name "${timeZone}".`);
  const currency = given.currency ?? 'USD';
  if (!isCurrency(currency)) throw new WrongArguments(`--currency: no currency has the code "${currency}".`);
  return { ordersPath: orders, asOf, timeZone, currency, json: json ?? false };
}

function parse(words: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        orders: { type: 'string' },
        'as-of': { type: 'string' },
        'time-zone': { type: 'string' },
        currency: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}
