import { formatMoney, type Locale } from '@aftercare/core';
import { formatCareExplanation } from '@aftercare/lifecycle';
import type { WhyReport } from '../report/whyReport.js';
import { heading, person, wrap } from './layout.js';
import { WHY_TEXTS } from './whyTexts.js';

/**
 * Why one customer hears what they hear: the rules that fired with what became of them, then all others with the least that
 * would have had to be different. Rules give their own reasons in the language they are written in.
 */
export function printWhy(report: WhyReport, locale: Locale): string {
  const { customer, asOf, explanation } = report;
  return [
    heading(WHY_TEXTS[locale].title(person(customer.id, customer.name ?? null), asOf)),
    ...knownLines(report, locale).map((line) => wrap(line, '  ')),
    '',
    ...formatCareExplanation(explanation, locale).split('\n').map(hanging),
  ].join('\n');
}

function knownLines({ facts, membership, currency }: WhyReport, locale: Locale): string[] {
  const texts = WHY_TEXTS[locale];
  const { purchaseCount, totalSpentMinor, lastPaidDay } = facts;
  const spent = formatMoney({ minor: totalSpentMinor, currency }, locale === 'en' ? 'en-US' : locale);
  const tier = membership === null ? [] : [texts.tier(membership.title[locale])];
  return [texts.stages[facts.stage], texts.purchases(purchaseCount, spent, lastPaidDay), ...tier];
}

/** A line with the margin that it has; what does not fit in goes on further to the right than lines that belong to it. */
function hanging(line: string): string {
  const columns = line.length - line.trimStart().length;
  return wrap(line, ' '.repeat(Math.max(columns + 2, 4)), ' '.repeat(columns));
}
