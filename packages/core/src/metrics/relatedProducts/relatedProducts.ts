import type { OrderLog } from '../../log/index.js';
import { requireInteger } from '../../time/requireInteger.js';
import { type CountBasis, type Metric, metricBasis } from '../basis/index.js';
import { mustBeOneOf, type PurchaseOptions, purchaseSelection } from '../window/index.js';
import { type CoPurchases, coPurchases } from './coPurchases.js';

/** What {@link relatedProducts} looks for. */
export interface RelatedProductsOptions extends PurchaseOptions {
  /** What is bought in the same purchase, or at the customer's next one. Absent: `together`. */
  readonly relation?: 'together' | 'next';
  /** An article bought with the SKU, or next, in fewer cases than this, 1 or more, is not listed. Absent: 20. */
  readonly minimumCases?: number;
}

/** An article that buyers of a SKU bought with it, or next. */
export interface RelatedProduct {
  readonly sku: string;
  /** Cases with both. */
  readonly cases: number;
  /** Cases with both / all cases. Above 0, at most 1. */
  readonly support: number;
  /** Cases with both / cases with the SKU asked for. Above 0, at most 1. */
  readonly confidence: number;
  /**
   * `confidence` / share of all cases that have this article. 1: it is bought as often as ever; above 1: more often, so the
   * two belong together; below 1: less often.
   */
  readonly lift: number;
}

/** What {@link relatedProducts} rests on; `count` is the number of all cases. */
export interface RelatedProductsBasis extends CountBasis {
  readonly sku: string;
  readonly relation: 'together' | 'next';
  readonly minimumCases: number;
  /** Cases with the SKU asked for: the denominator of every `confidence`. */
  readonly casesWithSku: number;
}

/**
 * What buyers of a SKU buy with it, or next: the source of "related products" in care. Support, confidence and lift are
 * those of association rules, as the retail trade reads its receipts.
 *
 * - `together`: a case is a purchase, all orders of one customer on one day. A case has both when both were bought in it.
 * - `next`: a case is a purchase that another one of the customer follows. A case has both when the SKU asked for was bought
 *   in it and the other one in the purchase right after it; the share of cases with the other one is that of purchases
 *   which follow another one.
 *
 * The list has every other article with at least `minimumCases`, the highest lift first; equal ones by cases, then by SKU.
 * An article of lift 1 or less is no recommendation. Orders whose lines are not known are passed over. The value is null
 * when there is no case with the SKU asked for.
 *
 * @throws {@link AftercareError} `invalid_day`, `empty_window`, `not_one_of`; `not_multiple_of` or `out_of_range` for
 * `minimumCases`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, relatedProducts } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const amount = { minor: 990, currency: 'EUR' };
 * const at = '2026-03-01T12:00:00Z';
 * for (const [customerId, skus] of Object.entries({ ann: ['tea', 'cup'], bob: ['tea', 'cup'], eve: ['tea'], dan: ['mat'] })) {
 *   const lines = skus.map((sku) => ({ sku, quantity: 1, amount }));
 *   log.append({ id: customerId, customerId, total: amount, placedAt: at, paidAt: at, lines });
 * }
 * const [cup] = relatedProducts(log, 'tea', { minimumCases: 2 }).value ?? [];
 * cup; // => { sku: 'cup', cases: 2, support: 0.5, confidence: 2 / 3, lift: 4 / 3 }
 * ```
 */
export function relatedProducts(
  log: OrderLog,
  sku: string,
  options: RelatedProductsOptions = {},
): Metric<readonly RelatedProduct[], RelatedProductsBasis> {
  const { relation = 'together', minimumCases = 20 } = options;
  mustBeOneOf('relation', relation, ['together', 'next']);
  requireInteger(minimumCases, 'minimumCases', 1, Number.MAX_SAFE_INTEGER);
  const selection = purchaseSelection(options);
  // Of a SKU that the log never saw, -1 finds no case; the cases there are belong to the basis all the same.
  const number = log.columns.lines?.skuNumberOf(sku) ?? -1;
  const found = coPurchases(log, selection, number, relation);
  const basis = {
    ...metricBasis('relatedProducts', log, selection, true),
    count: found.cases,
    sku,
    relation,
    minimumCases,
    casesWithSku: found.withSku,
  };
  return { value: found.withSku === 0 ? null : productsOf(log, number, found, minimumCases), basis };
}

function productsOf(log: OrderLog, sku: number, found: CoPurchases, minimumCases: number): RelatedProduct[] {
  const products: RelatedProduct[] = [];
  for (const [other, cases] of found.withBoth.entries()) {
    if (other === sku || cases < minimumCases) continue;
    products.push({
      sku: log.columns.lines?.skuOf(other) ?? '',
      cases,
      support: cases / found.cases,
      confidence: cases / found.withSku,
      // One division of integers, so that it is rounded once.
      lift: (cases * found.cases) / (found.withSku * (found.withOther[other] ?? 0)),
    });
  }
  return products.sort((a, b) => b.lift - a.lift || b.cases - a.cases || (a.sku < b.sku ? -1 : 1));
}
