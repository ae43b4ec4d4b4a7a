import type { SourceReport } from '../report/report.js';
import { count, wrap } from './layout.js';

/** How many rejected lines are shown one by one. */
const SHOWN_REJECTIONS = 20;

/** What was read, and what was not. */
export function printSource(source: SourceReport): string {
  const { lines, orders, customers, replaced, unchanged, rejected } = source;
  const read = `${count(lines)} lines read: ${count(orders)} orders of ${count(customers)} customers.`;
  const again =
    replaced + unchanged === 0
      ? []
      : [`${count(replaced + unchanged)} orders came more than once; the last line of each counts.`];
  return [...[read, ...again].map((text) => wrap(text, '  ')), ...rejectionLines(rejected)].join('\n');
}

function rejectionLines(rejected: SourceReport['rejected']): string[] {
  if (rejected.length === 0) return ['  0 lines rejected.'];
  const shown = rejected.slice(0, SHOWN_REJECTIONS);
  const more = rejected.length - shown.length;
  return [
    `  ${count(rejected.length)} problems in lines that were left out:`,
    ...shown.map(({ line, problem }) => wrap(`line ${line}: ${problem}`, '      ', '    ')),
    ...(more === 0 ? [] : [`    and ${count(more)} more; --json lists them all.`]),
  ];
}
