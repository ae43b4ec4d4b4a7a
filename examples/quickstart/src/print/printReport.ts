import { formatMoney, type MetricBasis, type RatioBasis } from '@aftercare/core';
import type { CareExample } from '../report/careReport.js';
import type { Report } from '../report/report.js';
import { count, percent, table, wrap } from './layout.js';

/** How many rejected lines are shown one by one. */
const SHOWN_REJECTIONS = 20;

/** The report as text, at most 80 columns wide. */
export function printReport(report: Report): string {
  return [
    heading(`Orders of ${report.source.name}`),
    sourceText(report),
    heading('Repurchase, each figure with its basis'),
    metricsText(report),
    heading(`Stages on ${report.asOf}`),
    table(
      report.stages.map(({ stage, customers, share }) => [stage, count(customers), percent(share)]),
      '  ',
    ),
    heading(`Care plan of ${report.asOf}`),
    careText(report),
  ].join('\n');
}

function heading(text: string): string {
  return `\n${text}\n`;
}

function sourceText({ source }: Report): string {
  const { lines, orders, customers, replaced, unchanged, rejected } = source;
  const read = `${count(lines)} lines read: ${count(orders)} orders of ${count(customers)} customers.`;
  const again =
    replaced + unchanged === 0
      ? []
      : [`${count(replaced + unchanged)} orders came more than once; the last line of each counts.`];
  return [...[read, ...again].map((text) => wrap(text, '  ')), ...rejectionLines(rejected)].join('\n');
}

function rejectionLines(rejected: Report['source']['rejected']): string[] {
  if (rejected.length === 0) return ['  0 lines rejected.'];
  const shown = rejected.slice(0, SHOWN_REJECTIONS);
  const more = rejected.length - shown.length;
  return [
    `  ${count(rejected.length)} problems in lines that were left out:`,
    ...shown.map(({ line, problem }) => wrap(`line ${line}: ${problem}`, '      ', '    ')),
    ...(more === 0 ? [] : [`    and ${count(more)} more; --json lists them all.`]),
  ];
}

function metricsText({ metrics, currency }: Report): string {
  const money = (minor: number | null) =>
    minor === null ? 'none' : formatMoney({ minor: Math.round(minor), currency }, 'en-US');
  const share = (value: number | null) => (value === null ? 'none' : percent(value));
  const cycle = metrics.customerRepurchaseCycle;
  return [
    figure('Repurchase rate by customers', share(metrics.repurchaseRateByCustomers.value), [
      ratio(metrics.repurchaseRateByCustomers.basis, 'buyers bought again'),
      ...basisOf(metrics.repurchaseRateByCustomers.basis),
    ]),
    figure('Repurchase rate by orders', share(metrics.repurchaseRateByOrders.value), [
      ratio(metrics.repurchaseRateByOrders.basis, 'orders were not the first'),
      ...basisOf(metrics.repurchaseRateByOrders.basis),
    ]),
    figure('Returning customers', count(metrics.returningCustomers.value ?? 0), [
      'bought in the window and at least twice ever',
      ...basisOf(metrics.returningCustomers.basis),
    ]),
    figure('Historical repurchase rate', share(metrics.historicalRepurchaseRate.value), [
      ratio(metrics.historicalRepurchaseRate.basis, 'customers bought twice or more'),
      ...basisOf(metrics.historicalRepurchaseRate.basis),
    ]),
    figure(
      'Customer repurchase cycle',
      cycle.value === null ? 'none' : `${cycle.value.meanDays.toFixed(1)} days`,
      [
        `mean of ${count(cycle.basis.count)} customers`,
        ...(cycle.value === null ? [] : [`median ${cycle.value.medianDays.toFixed(1)}`]),
        ...basisOf(cycle.basis),
      ],
    ),
    figure(
      'Average order value',
      money(metrics.averageOrderValue.value),
      basisOf(metrics.averageOrderValue.basis),
    ),
    figure('Revenue per buyer', money(metrics.revenuePerBuyer.value), basisOf(metrics.revenuePerBuyer.basis)),
  ].join('\n');
}

function figure(name: string, value: string, basis: readonly string[]): string {
  return `${table([[name.padEnd(30), value.padStart(12)]], '  ')}\n${wrap(`${basis.join('; ')}.`, '      ')}`;
}

function ratio({ numerator, denominator }: RatioBasis, meaning: string): string {
  return `${count(numerator)} of ${count(denominator)} ${meaning}`;
}

function basisOf({ window, mergeSameDay, timeZone }: MetricBasis): string[] {
  const merging = mergeSameDay === null ? [] : [mergeSameDay ? 'days merged' : 'days not merged'];
  const days = window === null ? 'all days' : `from ${window.from}, before ${window.to}`;
  return [days, ...merging, timeZone];
}

function careText({ care }: Report): string {
  const reached = `${count(care.withAnAction)} of ${count(care.customers)} customers hear from the shop, by these rules:`;
  return [
    wrap(reached, '  '),
    '',
    table(
      care.rules.map(({ rule, customers }) => [rule, count(customers)]),
      '    ',
    ),
    '',
    '  For example:',
    ...care.examples.map((example) => `\n${wrap(sentenceOf(example), '      ', '    ')}`),
  ].join('\n');
}

function sentenceOf({ action, receipt }: CareExample): string {
  const { customerId, kind, template, channel } = action;
  const facts = Object.entries(receipt.facts).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return `${customerId}: ${kind} "${template}" by ${channel}. ${receipt.because} (${facts.join(', ')})`;
}
