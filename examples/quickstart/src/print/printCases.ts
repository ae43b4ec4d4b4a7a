import { formatMoney, type Locale } from '@aftercare/core';
import type { CaseReport, CasesReport } from '../report/caseReport.js';
import type { TimelineStep } from '../report/timeline.js';
import { CASE_TEXTS } from './caseTexts.js';
import { person, table, wrap } from './layout.js';

/** The cases as timelines: when, who, what, how much, and what the case was then; below a refusal, why and who could. */
export function printCases(cases: CasesReport, locale: Locale): string {
  const { compensation, partialReturn, limitsFrom, deliveriesRecorded } = cases;
  const delivery = deliveriesRecorded ? '' : '; parcels arrive three days after they were shipped';
  const { none } = CASE_TEXTS[locale];
  return [
    wrap(
      `Assumed: staff may grant what the shipped example in ${limitsFrom} says, in the shop's currency${delivery}. Nothing of this is in the data but order and customer.`,
      '  ',
    ),
    '',
    compensation === null ? wrap(none.compensation, '  ') : timeline(compensation, locale),
    '',
    partialReturn === null ? wrap(none.return, '  ') : timeline(partialReturn, locale),
  ].join('\n');
}

function timeline(report: CaseReport, locale: Locale): string {
  const { policy, orderId, customerId, customerName, currency, deliveredDay, steps } = report;
  const title = CASE_TEXTS[locale].titles[policy];
  const rows = steps.map((step) => rowOf(step, currency, locale));
  const lines = table(rows, '    ', rows[0]?.length).split('\n');
  const reasons = steps.map(({ refusal }) => (refusal === null ? [] : [wrap(refusal[locale], '        ')]));
  return [
    wrap(title(orderId, person(customerId, customerName), deliveredDay), '  '),
    '',
    ...lines.flatMap((line, index) => [line, ...(reasons[index] ?? [])]),
  ].join('\n');
}

function rowOf(step: TimelineStep, currency: string, locale: Locale): string[] {
  const { who, what, received, refused } = CASE_TEXTS[locale];
  const { day, time, by, command, effect, amountMinor, stateTitle, refusal } = step;
  const done = what[effect === null ? command : `${command}:${effect}`] ?? command;
  const pieces = step.received === null ? '' : received(step.received.pieces, step.received.of);
  const amount = amountMinor === null ? pieces : formatMoney({ minor: amountMinor, currency }, 'en-US');
  const state = refusal === null ? stateTitle[locale] : refused;
  return [`${day.slice(5)} ${time}`, who[by.role] ?? by.role, done, amount, state];
}
