import type { ShopCalendar } from '../calendar/index.js';
import type { Order, OrderFlag, OrderLine, Refund } from '../domain/index.js';
import type { Money } from '../money/index.js';
import { type EpochMillis, epochMillisOf, type Instant } from '../time/index.js';
import { NO_DAY, orderFlagBits, orderStatusBits } from './orderColumns.js';
import { hashOfDetails, hashOfInstants } from './otherContent.js';

/** Longest identifier that the order schema allows. */
const LONGEST_ID = 200;
/** Stands for an instant that is none; NaN stands for one that is absent. */
const UNREADABLE = Number.POSITIVE_INFINITY;
const FLAG_BITS: ReadonlyMap<unknown, number> = new Map(Object.entries(orderFlagBits));
const NO_LINES: readonly OrderLine[] = [];

/**
 * What the log keeps of one order. The log has one entry and reads every order into it: at half a million orders a second
 * a new object for each would be a cost of its own.
 */
export class OrderEntry {
  id = '';
  customerId = '';
  placedAt: EpochMillis = Number.NaN;
  purchasedAt: EpochMillis = Number.NaN;
  purchaseDay = NO_DAY;
  signedAt: EpochMillis = Number.NaN;
  totalMinor = 0;
  refundedMinor = 0;
  status = 0;
  lines: readonly OrderLine[] = NO_LINES;
  /** A hash of what the log does not keep, 0 when there is none of it: it tells whether an order has changed at all. */
  otherContent = 0;

  /**
   * Reads an order. False when something in it would corrupt the log; `refusalOf` says what. The types are a promise of
   * the caller where orders are trusted, so everything that is kept is looked at.
   */
  read(order: Order, currency: string, calendar: ShopCalendar): boolean {
    if (typeof order !== 'object' || order === null) return false;
    // Each key is read once: orders come in many shapes, for which the engine has to search them.
    const { id, customerId, total, freight, discounts, refunds, lines = NO_LINES } = order;
    if (!isIdentifier(id) || !isIdentifier(customerId) || !isAmount(total, currency)) return false;
    const placedAt = millisOf(order.placedAt);
    const depositPaidAt = millisOf(order.depositPaidAt);
    const paidAt = millisOf(order.paidAt);
    const shippedAt = millisOf(order.shippedAt);
    const signedAt = millisOf(order.signedAt);
    const completedAt = millisOf(order.completedAt);
    const cancelledAt = millisOf(order.cancelledAt);
    if (!Number.isFinite(placedAt)) return false;
    if (depositPaidAt === UNREADABLE || paidAt === UNREADABLE || shippedAt === UNREADABLE) return false;
    if (signedAt === UNREADABLE || completedAt === UNREADABLE || cancelledAt === UNREADABLE) return false;
    const totalMinor = total.minor;
    const refundedMinor = sumOfRefunds(refunds, currency);
    let status = statusOfFlags(order.flags);
    if (status < 0 || refundedMinor < 0 || !areLines(lines, currency)) return false;

    const onDelivery = order.paymentMethod === 'cash_on_delivery';
    const cancelled = !Number.isNaN(cancelledAt);
    if (cancelled) status |= orderStatusBits.cancelled;
    if (refundedMinor > 0 && refundedMinor >= totalMinor) status |= orderStatusBits.wholly_refunded;
    if (onDelivery) status |= orderStatusBits.cash_on_delivery;
    if (!Number.isNaN(depositPaidAt)) status |= orderStatusBits.deposit;
    const purchasedAt = cancelled ? Number.NaN : onDelivery ? signedAt : paidAt;
    this.id = id;
    this.customerId = customerId;
    this.placedAt = placedAt;
    this.purchasedAt = purchasedAt;
    this.purchaseDay = Number.isNaN(purchasedAt) ? NO_DAY : calendar.dayNumberAt(purchasedAt);
    this.signedAt = signedAt;
    this.totalMinor = totalMinor;
    this.refundedMinor = refundedMinor;
    this.status = status;
    this.lines = lines;
    // The time of a payment that made no purchase is not kept either.
    const otherPayment = cancelled || onDelivery ? paidAt : Number.NaN;
    this.otherContent =
      hashOfInstants(depositPaidAt, otherPayment, shippedAt, completedAt, cancelledAt) ^
      hashOfDetails(freight, discounts, refunds, lines);
    return true;
  }
}

function isIdentifier(id: unknown): boolean {
  return typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID;
}

function isAmount(amount: Money | undefined, currency: string): boolean {
  return isWhole(amount?.minor, 0) && amount?.currency === currency;
}

function isWhole(number: unknown, least: number): boolean {
  return Number.isSafeInteger(number) && Number(number) >= least;
}

function millisOf(instant: Instant | undefined): EpochMillis {
  return instant === undefined ? Number.NaN : (epochMillisOf(instant) ?? UNREADABLE);
}

/** The sum of all refunds, or -1 when one of them is no amount of this currency. */
function sumOfRefunds(refunds: readonly Refund[] | undefined, currency: string): number {
  if (refunds === undefined) return 0;
  if (!Array.isArray(refunds) || !refunds.every((refund) => isAmount(refund?.amount, currency))) return -1;
  const sum = refunds.reduce((total, { amount }) => total + amount.minor, 0);
  return isWhole(sum, 0) ? sum : -1;
}

/** The status bits of flags, or -1 when one of them is none. */
function statusOfFlags(flags: readonly OrderFlag[] | undefined): number {
  if (flags === undefined) return 0;
  if (!Array.isArray(flags)) return -1;
  let status = 0;
  for (const flag of flags) {
    const bit = FLAG_BITS.get(flag);
    if (bit === undefined) return -1;
    status |= bit;
  }
  return status;
}

function areLines(lines: readonly OrderLine[], currency: string): boolean {
  if (lines === NO_LINES) return true;
  if (!Array.isArray(lines)) return false;
  return lines.every(
    (line) => isIdentifier(line?.sku) && isWhole(line.quantity, 1) && isAmount(line.amount, currency),
  );
}
