import { type Cap, paidKey } from '../../authority/index.js';
import type { View } from '../../kind/index.js';
import { beyondPaidCaps } from './beyondPaid.js';
import type { CompensationShape } from './compensationShape.js';
import { onceKeys } from './onceKeys.js';

/** What bounds depend on. */
type CapsView = Pick<View<CompensationShape>, 'data' | 'settings' | 'facts' | 'usage'>;

/**
 * What bounds a compensation beside authority: all compensation and refunds of an order together do not pass what was paid
 * for it, and each of its lines is compensated once for one reason. A reason that names an exception has bounds of its
 * own in the place of the price.
 */
export function capsOf(view: CapsView): Cap[] {
  const { data, settings } = view;
  const figure = settings.beyondPaid[data.reason];
  const caps = figure === undefined ? [paidCap(view)] : beyondPaidCaps(view, figure.value);
  for (const key of onceKeys(data)) caps.push({ key, amount: 1, limit: 1, unit: 'count' });
  return caps;
}

/** Whether what is held for an order still fits what was paid, now that more may have been refunded elsewhere. */
export function isStillWithinPaid(view: CapsView): boolean {
  const { data, settings, usage } = view;
  if (settings.beyondPaid[data.reason] !== undefined) return true;
  const { key, limit } = paidCap(view);
  return (usage[key]?.amount ?? 0) <= limit;
}

function paidCap({ data, facts }: CapsView): Cap {
  const { orderId, paid, offer } = data;
  // A shop refunds elsewhere while a complaint is open; what was known of it is never taken back.
  const refundedMinor = Math.max(data.refundedMinor, facts.refundedMinor);
  return {
    key: paidKey(orderId, paid.currency),
    amount: offer?.totalMinor ?? 0,
    limit: paid.minor - refundedMinor,
  };
}
