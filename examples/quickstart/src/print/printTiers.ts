import { formatMoney } from '@aftercare/core';
import type { Report } from '../report/report.js';
import { CLOSE_MINOR, type CloseCustomer } from '../report/tierReport.js';
import { count, percent, person, table, wrap } from './layout.js';

/** The customers by tier, and who is close to the next one. */
export function printTiers({ tiers: report, currency }: Report): string {
  const { tiers, close, closest, counting } = report;
  const money = (minor: number) => formatMoney({ minor, currency }, 'en-US');
  const missing = ({ missingMinor, missingPurchases }: CloseCustomer) =>
    [
      ...(missingMinor === null ? [] : [money(missingMinor)]),
      ...(missingPurchases === null
        ? []
        : [`${missingPurchases} ${missingPurchases === 1 ? 'purchase' : 'purchases'}`]),
    ].join(' or ');
  const whoIsClose =
    close === 0 ? 'Nobody is' : close === 1 ? '1 customer is' : `${count(close)} customers are`;
  return [
    wrap(`The default programme: ${counting} orders of the last 12 months, by amount or number.`, '  '),
    '',
    table(
      tiers.map(({ title, customers, share }) => [title, count(customers), percent(share)]),
      '    ',
    ),
    '',
    wrap(`${whoIsClose} close to the next one: less than ${money(CLOSE_MINOR)} or 1 purchase away.`, '  '),
    ...(closest.length === 0
      ? []
      : [
          '',
          table(
            closest.map((each) => [
              person(each.customerId, each.name),
              `to ${each.nextTitle}:`,
              missing(each),
            ]),
            '    ',
            2,
          ),
        ]),
    ...(close > closest.length ? [`    and ${count(close - closest.length)} more`] : []),
  ].join('\n');
}
