import { customerIndexOf, type OrderLog } from '../../log/index.js';
import type { PurchaseSelection } from '../window/index.js';

/** How often the articles of a log stand beside a given one: see {@link coPurchases}. */
export interface CoPurchases {
  /** All cases: purchases, or purchases that another one follows. */
  cases: number;
  /** Cases in which the given SKU was bought. */
  withSku: number;
  /** By SKU number: cases in which it was bought with it, or next, whatever the given SKU. */
  readonly withOther: Float64Array;
  /** By SKU number: of the cases with the given SKU, those in which it was bought with it, or next. */
  readonly withBoth: Float64Array;
}

/**
 * Counts, over the purchases of all customers, what was bought together with a SKU (`together`), or at the customer's next
 * purchase after it (`next`). All orders of one customer and day are one purchase; orders whose lines are not known are
 * passed over. One pass over the lines.
 */
export function coPurchases(
  log: OrderLog,
  selection: PurchaseSelection,
  sku: number,
  relation: 'together' | 'next',
): CoPurchases {
  const { lines } = log.columns;
  const skuCount = lines?.skuCount ?? 0;
  const found: CoPurchases = {
    cases: 0,
    withSku: 0,
    withOther: new Float64Array(skuCount),
    withBoth: new Float64Array(skuCount),
  };
  let before: Basket | undefined;
  for (const basket of baskets(log, selection)) {
    const earlier = relation === 'together' ? basket : before;
    before = basket;
    if (earlier === undefined || earlier.customer !== basket.customer) continue;
    const hasSku = earlier.skus.includes(sku);
    found.cases++;
    if (hasSku) found.withSku++;
    for (const other of basket.skus) {
      found.withOther[other] = (found.withOther[other] ?? 0) + 1;
      if (hasSku) found.withBoth[other] = (found.withBoth[other] ?? 0) + 1;
    }
  }
  return found;
}

/** What one customer bought on one day. */
interface Basket {
  readonly customer: number;
  /** Each SKU once. */
  readonly skus: readonly number[];
}

/** The purchases of one customer after the other, each customer's in order of time. */
function* baskets(log: OrderLog, selection: PurchaseSelection): Generator<Basket> {
  const { status, lines } = log.columns;
  if (lines === undefined) return;
  const { starts, rows, days } = customerIndexOf(log);
  // By SKU, the last basket it was put into: some baskets hold a thousand articles, too many to search each time.
  const lastBasket = new Uint32Array(lines.skuCount);
  let basket = 0;
  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = starts[customer + 1] ?? 0;
    let skus: number[] = [];
    basket++;
    let basketDay: number | undefined;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const day = days[at] ?? 0;
      if (day < selection.from || day >= selection.to) continue;
      if (((status[row] ?? 0) & selection.rejectedStatus) !== 0) continue;
      if (day !== basketDay && skus.length > 0) {
        yield { customer, skus };
        skus = [];
        basket++;
      }
      basketDay = day;
      const firstLine = lines.lineStart[row] ?? 0;
      for (let line = firstLine; line < firstLine + (lines.lineCount[row] ?? 0); line++) {
        const sku = lines.sku[line] ?? 0;
        if (lastBasket[sku] !== basket) skus.push(sku);
        lastBasket[sku] = basket;
      }
    }
    if (skus.length > 0) yield { customer, skus };
  }
}
