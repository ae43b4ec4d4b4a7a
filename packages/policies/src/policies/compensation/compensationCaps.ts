import type { Money } from '@aftercare/core';
import { type Cap, paidKey } from '../../authority/index.js';
import type { DataOf, SettingsOf, View } from '../../kind/index.js';
import type { CompensationShape } from './compensationShape.js';

type Data = DataOf<CompensationShape>;
type Settings = SettingsOf<CompensationShape>;
type Reason = Data['reason'];
/** What bounds depend on. */
type CapsView = Pick<View<CompensationShape>, 'data' | 'settings' | 'facts' | 'usage'>;

/** The keys under which the lines of a complaint are compensated once for its reason. */
export function onceKeys({ orderId, reason, lines }: Pick<Data, 'orderId' | 'reason' | 'lines'>): string[] {
  const head = `compensated|${reason}|${orderId.length}|${orderId}|`;
  return lines.map(({ id }) => head + id);
}

/** The key of what is given beyond the price of an order for a reason that allows it. */
export function beyondPaidKey(orderId: string, reason: Reason, currency: string): string {
  return `beyond_paid|${reason}|${currency}|${orderId}`;
}

/**
 * What bounds a compensation beside authority: all compensation and refunds of an order together do not pass what was paid
 * for it, and each of its lines is compensated once for one reason. A reason that names an exception has a bound of its
 * own in the place of the price.
 */
export function capsOf(view: CapsView): Cap[] {
  const { data } = view;
  const caps = [moneyCapOf(view)];
  for (const key of onceKeys(data)) caps.push({ key, amount: 1, limit: 1, unit: 'count' });
  return caps;
}

/** Whether what is held for an order still fits what was paid, now that more may have been refunded elsewhere. */
export function isStillWithinPaid(view: CapsView): boolean {
  const { data, usage } = view;
  const { key, limit } = moneyCapOf(view);
  if (key !== paidKey(data.orderId, data.paid.currency)) return true;
  return (usage[key]?.amount ?? 0) <= limit;
}

function moneyCapOf({ data, settings, facts }: CapsView): Cap {
  const { orderId, paid, reason } = data;
  const amount = data.offer?.totalMinor ?? 0;
  const exception = beyondPaidMost(data, settings);
  if (exception !== undefined)
    return { key: beyondPaidKey(orderId, reason, paid.currency), amount, limit: exception };
  // A shop refunds elsewhere while a complaint is open; what was known of it is never taken back.
  const refundedMinor = Math.max(data.refundedMinor, facts.refundedMinor);
  return { key: paidKey(orderId, paid.currency), amount, limit: paid.minor - refundedMinor };
}

/** The most for a reason that names an exception; `undefined` for one that does not. */
function beyondPaidMost({ reason, lines, paid }: Data, { beyondPaid }: Settings): number | undefined {
  const figure = beyondPaid[reason];
  if (figure === undefined) return undefined;
  const { percentOfLines, atLeast, atMost } = figure.value;
  const paidForLines = lines.reduce((sum, line) => sum + line.paidMinor, 0);
  const share = percentOf(paidForLines, percentOfLines);
  const raised = Math.max(share, inCurrency(atLeast, paid) ?? 0);
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
