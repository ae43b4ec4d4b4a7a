import type { Money } from '@aftercare/core';
import type { Cap } from '../../authority/index.js';
import type { DataOf, SettingsOf, View } from '../../kind/index.js';
import type { CompensationShape } from './compensationShape.js';
import { onceKeys } from './onceKeys.js';

type Data = DataOf<CompensationShape>;
type Subject = Pick<Data, 'orderId' | 'reason' | 'lines' | 'paid'>;
type Figure = NonNullable<SettingsOf<CompensationShape>['beyondPaid'][Data['reason']]>['value'];

/** The keys under which is counted what is given for a reason that may go beyond the price of an order. */
export function beyondPaidKeys({ orderId, reason, lines, paid }: Subject) {
  const ofOrder = `${reason}|${paid.currency}|${orderId}`;
  return {
    /** What is given for the lines of one complaint: each line is compensated once, so the first one tells which. */
    complaint: `beyond_paid_for|${orderId.length}|${ofOrder}|${lines[0]?.id ?? ''}`,
    /** What is given for the order, in all cases. */
    order: `beyond_paid|${ofOrder}`,
    /** What was paid for the lines that it is given for. */
    lines: `beyond_paid_lines|${ofOrder}`,
  };
}

/**
 * What bounds a compensation that may go beyond the price, by the figure of its reason: for its own lines, and for all lines
 * of the order that are compensated for that reason together, so that a bound of the figure holds once for an order
 * however its complaints are split.
 */
export function beyondPaidCaps(
  { data, usage }: Pick<View<CompensationShape>, 'data' | 'usage'>,
  figure: Figure,
): Cap[] {
  const { offer, lines, paid } = data;
  const keys = beyondPaidKeys(data);
  const amount = offer?.totalMinor ?? 0;
  const ownMinor = lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0);
  const counted = usage[keys.lines]?.amount ?? 0;
  // An offer that is granted anew has its lines among those counted.
  const isCounted = onceKeys(data).some((key) => (usage[key]?.amount ?? 0) > 0);
  const allMinor = isCounted ? Math.max(counted, ownMinor) : counted + ownMinor;
  return [
    { key: keys.complaint, amount, limit: mostOf(figure, ownMinor, paid) },
    { key: keys.order, amount, limit: mostOf(figure, allMinor, paid) },
    { key: keys.lines, amount: ownMinor, limit: Number.MAX_SAFE_INTEGER },
  ];
}

/** The most by a figure for lines for which so much was paid. */
function mostOf({ percentOfLines, atLeast, atMost }: Figure, paidForLines: number, paid: Money): number {
  const raised = Math.max(percentOf(paidForLines, percentOfLines), inCurrency(atLeast, paid) ?? 0);
  return Math.min(raised, inCurrency(atMost, paid) ?? raised);
}

/** A bound in another currency says nothing about this order. */
function inCurrency(bound: Money | undefined, { currency }: Money): number | undefined {
  return bound?.currency === currency ? bound.minor : undefined;
}

/** Rounded down to the minor unit; exact for every safe integer. */
function percentOf(minor: number, percent: number): number {
  return Number((BigInt(minor) * BigInt(Math.round(percent * 100))) / 10_000n);
}
