import { formatMoney, type MetricBasis, type RatioBasis } from '@aftercare/core';
import type { Report } from '../report/report.js';
import { count, percent, table, wrap } from './layout.js';

/** The repurchase figures, each with what it rests on. */
export function printFigures({ metrics, currency }: Report): string {
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
