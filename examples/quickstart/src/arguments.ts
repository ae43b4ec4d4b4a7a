import { parseArgs } from 'node:util';
import { closest, dayNumberOf, isCurrency, isTimeZone, type Locale } from '@aftercare/core';

/** What the command line asks for. */
export interface Arguments {
  /** Path of a CSV file with the shop's orders; undefined: the sample orders. */
  readonly ordersPath: string | undefined;
  /** The day for which care is planned; undefined: the day of the last purchase. */
  readonly asOf: string | undefined;
  readonly timeZone: string;
  readonly currency: string;
  /** The customer whose plan is explained instead of the report; undefined: none. */
  readonly why: string | undefined;
  /** The language of the explanation, the cases and the messages; undefined: English, English, and both. */
  readonly lang: Locale | undefined;
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
  --why CUSTOMER     instead of the report: what fired for one customer, what was suppressed, and what would have taken
  --lang LANG        en or zh-CN: the language of --why and of the cases (default en), and of the messages in the report
                     (default both); the rest of the report is in English, and so are the reasons that the rules give
  --json             print the same as JSON
  --help             print this

Columns of the CSV file, in any order: order_id, customer_id, placed_at, total; and if you have them: currency,
paid_at, shipped_at, signed_at, completed_at, cancelled_at, payment_method, refunded, refunded_at, flags; of the customer:
customer_name, birthday (1990-05-17, 05-17, lunar 08-15), region, time_zone, marketing_consent (yes or no).
`;

const LANGUAGES = ['en', 'zh-CN'] as const satisfies readonly Locale[];

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
  const lang = languageOf(given.lang);
  return { ordersPath: orders, asOf, timeZone, currency, why: given.why, lang, json: json ?? false };
}

function languageOf(text: string | undefined): Locale | undefined {
  const lang = LANGUAGES.find((language) => language === text);
  if (text === undefined || lang !== undefined) return lang;
  const suggestion = closest(text, LANGUAGES) ?? LANGUAGES.find((language) => language.startsWith(text));
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  throw new WrongArguments(`--lang: expected en or zh-CN and received "${text}".${hint}`);
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
        why: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new WrongArguments(error instanceof Error ? error.message : String(error));
  }
}
