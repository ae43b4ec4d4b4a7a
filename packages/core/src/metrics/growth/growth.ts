import { AftercareError, canonicalJson } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import type { Metric, MetricBasis } from '../basis/index.js';

/** What {@link growth} rests on: the two figures, each with its own basis. */
export interface GrowthBasis {
  readonly metric: 'growth';
  readonly base: Metric<number>;
  readonly current: Metric<number>;
  /** `current - base`; null where one of the figures is. */
  readonly numerator: number | null;
  /** The base; null where there is none. */
  readonly denominator: number | null;
}

/**
 * By how much a figure has grown: `(current - base) / base`; 0.25 is a quarter more, -0.5 half as much. Null when the base
 * is zero or either figure is null: there is no growth from nothing, only a beginning.
 *
 * Both figures must rest on the same definitions: everything in their bases that is neither a number nor a day must be
 * equal (metric, time zone, merging, refunds, excluded flags, currency). Their windows are to differ: mind that February is
 * shorter than March, and that a festival moves.
 *
 * @param base - the earlier figure, or what else is compared with
 * @param current - the later one
 *
 * @throws {@link AftercareError} `figures_not_comparable`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, growth, newCustomers } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const [customerId, at] of [
 *   ['ann', '2025-11-08T12:00:00Z'],
 *   ['bob', '2025-12-01T12:00:00Z'],
 *   ['eve', '2026-01-03T12:00:00Z'],
 * ] as const) {
 *   log.append({ id: customerId, customerId, total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const lastYear = newCustomers(log, { window: { from: '2025-01-01', to: '2026-01-01' } });
 * const thisYear = newCustomers(log, { window: { from: '2026-01-01', to: '2027-01-01' } });
 * growth(lastYear, thisYear).value; // => -0.5
 * ```
 */
export function growth(
  base: Metric<number>,
  current: Metric<number>,
): { value: number | null; basis: GrowthBasis } {
  requireComparable(base.basis, current.basis);
  const numerator = base.value === null || current.value === null ? null : current.value - base.value;
  const denominator = base.value;
  const value =
    numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  return { value, basis: { metric: 'growth', base, current, numerator, denominator } };
}

function requireComparable(base: MetricBasis, current: MetricBasis): void {
  const definitions = definitionsOf(base);
  const currentDefinitions = definitionsOf(current);
  for (const name of Object.keys({ ...definitions, ...currentDefinitions })) {
    const inBase = canonicalJson(definitions[name] ?? null);
    const inCurrent = canonicalJson(currentDefinitions[name] ?? null);
    if (inBase === inCurrent) continue;
    const details = { differsIn: name, base: inBase, current: inCurrent };
    throw new AftercareError([coreIssues.create('figures_not_comparable', ['current'], details)]);
  }
}

/** What of a basis is definition: all but the numbers and the days, which are what differs. */
function definitionsOf({ window, asOf, excluded, ...basis }: MetricBasis): Record<string, unknown> {
  const others = Object.entries(basis).filter(([, value]) => typeof value !== 'number');
  return { ...Object.fromEntries(others), excluded: excluded.flags };
}
