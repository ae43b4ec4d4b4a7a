import type { Locale } from '@aftercare/core';
import type { Report } from '../report/report.js';
import { count, heading, percent, table } from './layout.js';
import { printBirthdays } from './printBirthdays.js';
import { printCare, printReasons } from './printCare.js';
import { printCases } from './printCases.js';
import { printFigures } from './printFigures.js';
import { printMessages } from './printMessages.js';
import { printSource } from './printSource.js';
import { printTiers } from './printTiers.js';

/**
 * The report as text, at most 80 columns wide.
 *
 * @param lang - the language of the messages and cases; undefined: both, and English
 */
export function printReport(report: Report, lang: Locale | undefined): string {
  const { asOf, source, stages, care, messages, cases } = report;
  const example = care.reasons[0]?.example.customerId ?? messages[0]?.action.customerId;
  return [
    heading(`Orders of ${source.name}`),
    printSource(source),
    heading('Repurchase, each figure with its basis'),
    printFigures(report),
    heading(`Stages on ${asOf}`),
    table(
      stages.map(({ stage, customers, share }) => [stage, count(customers), percent(share)]),
      '  ',
    ),
    heading(`Membership tiers on ${asOf}`),
    printTiers(report),
    heading(`Birthdays of the week from ${asOf}`),
    printBirthdays(report.birthdays),
    heading(`Care plan of ${asOf}`),
    printCare(care),
    ...(care.reasons.length === 0
      ? []
      : [heading('Suppressed, by reason, each with an example'), printReasons(care)]),
    ...(messages.length === 0
      ? []
      : [heading('Messages, as they would be sent'), printMessages(messages, lang)]),
    ...(example === undefined
      ? []
      : [
          '\nWhy so, for one customer, beside the options of this run, if any:',
          `  npm run quickstart -- --why ${example}`,
        ]),
    heading('Two cases, as they could have gone'),
    printCases(cases, lang ?? 'en'),
  ]
    .join('\n')
    .trimEnd();
}
