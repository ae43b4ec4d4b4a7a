import type { CareReport, FamilyCount } from '../report/careReport.js';
import { count, table, wrap } from './layout.js';

/** The care plan: how many hear from the shop, and by which rules. */
export function printCare({
  customers,
  withAnAction,
  planned,
  suppressed,
  consentAssumed,
  families,
}: CareReport): string {
  const active = families.filter((family) => family.planned + family.suppressed > 0);
  const silent = families.filter((family) => family.planned + family.suppressed === 0);
  const assumed = consentAssumed
    ? 'Assumed: everybody agreed to marketing, since the data tell nothing of it, and nothing was sent before.'
    : 'Marketing goes to those who agreed to it. Assumed: nothing was sent before.';
  const rows = active.flatMap(rowsOf);
  return [
    wrap(
      `${count(withAnAction)} of ${count(customers)} customers ${withAnAction === 1 ? 'hears' : 'hear'} from the shop.`,
      '  ',
    ),
    wrap(assumed, '  '),
    '',
    table(
      [
        ['', 'planned', 'suppressed'],
        ...rows,
        ...(active.length === 0 ? [] : [['All', count(planned), count(suppressed)]]),
      ],
      '    ',
    ),
    ...(silent.length === 0
      ? []
      : ['', wrap(`No rule fired: ${silent.map(({ title }) => title.toLowerCase()).join(', ')}.`, '    ')]),
  ].join('\n');
}

/** A family, and under it the rules that fired for anybody. */
function rowsOf({ title, planned, suppressed, rules }: FamilyCount): string[][] {
  return [
    [title, count(planned), count(suppressed)],
    ...rules
      .filter((rule) => rule.planned + rule.suppressed > 0)
      .map((rule) => [`  ${rule.rule}`, count(rule.planned), count(rule.suppressed)]),
  ];
}

/** Why rules that fired led to nothing. */
export function printReasons({ reasons }: CareReport): string {
  return reasons
    .map(({ reason, suppressed, example }) => {
      const { customerId, rule, sentence } = example;
      return [
        table([[reason, count(suppressed)]], '  '),
        wrap(`${customerId}, ${rule}: ${sentence}`, '      '),
      ].join('\n');
    })
    .join('\n');
}
