import type { Interaction, Review } from '../../domain/index.js';
import type { OrderLog } from '../../log/index.js';
import type { DayNumber } from '../../time/index.js';
import { type AsOfBasis, type AsOfOptions, asOfBasis, selectionAsOf } from '../asOf/asOf.js';
import type { Metric } from '../basis/index.js';
import { buyersOf } from '../buyers/buyers.js';
import { type CustomerTable, customerTable } from '../customerTable/customerTable.js';
import { spendingByCustomer } from '../spending/index.js';
import type { MergingOptions, PurchaseOptions } from '../window/index.js';
import {
  checkedWeights,
  type RelationshipKind,
  type RelationshipWeights,
  relationshipCounts,
  relationshipScore,
} from './relationship.js';

/** What {@link customerValue} takes into account. A value is to date: there is no window. */
export interface CustomerValueOptions extends Omit<PurchaseOptions, 'window'>, MergingOptions, AsOfOptions {
  /** What customers did beside buying. Absent: nothing is known. */
  readonly interactions?: Iterable<Interaction>;
  readonly reviews?: Iterable<Review>;
  /** What their acts are worth; those absent as in {@link RelationshipWeights}. */
  readonly weights?: Partial<RelationshipWeights>;
}

/** What a customer is worth to the shop. */
export interface CustomerValueRow {
  readonly customerId: string;
  /** Totals of all purchases to date less what was refunded of them, in the minor unit. */
  readonly spentMinor: number;
  /** Purchases to date; by default all orders of one day are one. */
  readonly purchases: number;
  /** Months since the first purchase, 1 or more; a month is 146097 / 4800 days, the mean of the calendar. */
  readonly tenureMonths: number;
  /** `spentMinor / tenureMonths`, not rounded. */
  readonly spentPerMonthMinor: number;
  /** `purchases / tenureMonths`. */
  readonly purchasesPerMonth: number;
  /** How often the customer did what. */
  readonly relationship: Readonly<Record<RelationshipKind, number>>;
  /** The sum of these acts, each times its weight. */
  readonly relationshipScore: number;
}

/** What {@link customerValue} rests on; `count` is the number of customers with a purchase, erased ones included. */
export interface CustomerValueBasis extends AsOfBasis {
  readonly currency: string;
  readonly weights: RelationshipWeights;
  /** Interactions and reviews up to the day whose customer has no order in the log. */
  readonly unattributed: number;
}

/** 400 years of the Gregorian calendar have so many days and so many months. */
const DAYS_OF_400_YEARS = 146_097;
const MONTHS_OF_400_YEARS = 4800;

/**
 * What each customer is worth: money and purchases to date, the same by month of being a customer, and what the customer
 * does for the shop beside buying. The plain sum would set a customer of five years above every one of five weeks; by month
 * the two compare.
 *
 * Tenure runs from the day of the first purchase to `asOf`, both included, and is at least one month: a single purchase
 * yesterday is no thirty purchases a month. Interactions and reviews count up to `asOf`; an id that comes twice counts once.
 *
 * @throws {@link AftercareError} `invalid_day`, `not_one_of`; `out_of_range` for a negative weight; `invalid_instant` for an
 * interaction or a review; `unsafe_amount` when a sum leaves the safe integers
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, customerValue } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const at = '2026-03-01T12:00:00Z';
 * log.append({ id: 'o-1', customerId: 'ann', total: { minor: 9900, currency: 'EUR' }, placedAt: at, paidAt: at });
 * const interactions = [{ id: 'i-1', customerId: 'ann', kind: 'referral' as const, at }];
 * const ann = customerValue(log, { asOf: '2026-03-11', interactions }).value?.of('ann');
 * [ann?.spentMinor, ann?.tenureMonths, ann?.spentPerMonthMinor]; // => [9900, 1, 9900]
 * [ann?.relationship.referral, ann?.relationshipScore]; // => [1, 5]
 * ```
 */
export function customerValue(
  log: OrderLog,
  options: CustomerValueOptions,
): Metric<CustomerTable<CustomerValueRow>, CustomerValueBasis> {
  const { asOf, mergeSameDay = true, interactions = [], reviews = [] } = options;
  const weights = checkedWeights(options.weights ?? {});
  const { asOfDay, selection } = selectionAsOf(options);
  const buyers = buyersOf(log, selection);
  const spentMinor = spendingByCustomer(log, selection);
  const acts = relationshipCounts(log, asOfDay, interactions, reviews);
  const purchasesOf = mergeSameDay ? buyers.purchaseDaysOf : buyers.ordersOf;
  const rowOf = (customerId: string, customer: number): CustomerValueRow | undefined => {
    if (buyers.ordersOf(customer) === 0) return undefined;
    const relationship = acts.of(customer);
    return {
      customerId,
      ...perMonth(
        spentMinor[customer] ?? 0,
        purchasesOf(customer),
        tenureMonths(buyers.firstDayOf(customer), asOfDay),
      ),
      relationship,
      relationshipScore: relationshipScore(relationship, weights),
    };
  };
  const count = buyers.count;
  const basis = {
    ...asOfBasis('customerValue', log, selection, mergeSameDay, asOf, count),
    currency: log.currency,
    weights,
    unattributed: acts.unattributed,
  };
  return { value: count === 0 ? null : customerTable(log, rowOf), basis };
}

function perMonth(spentMinor: number, purchases: number, tenureMonths: number) {
  return {
    spentMinor,
    purchases,
    tenureMonths,
    spentPerMonthMinor: spentMinor / tenureMonths,
    purchasesPerMonth: purchases / tenureMonths,
  };
}

function tenureMonths(firstDay: DayNumber, asOfDay: DayNumber): number {
  const days = asOfDay - firstDay + 1;
  return Math.max(1, (days * MONTHS_OF_400_YEARS) / DAYS_OF_400_YEARS);
}
