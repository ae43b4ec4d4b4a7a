import { customerIndexOf, type OrderLog } from '../../log/index.js';
import type { PurchaseSelection } from '../window/index.js';

/** What the purchases of one SKU tell: see {@link productPairs}. */
export interface ProductPairs {
  /** Pairs of consecutive purchase days of one customer; 0 when nobody bought it on two days. */
  pairs: number;
  /** Customers who have at least one of these pairs. */
  customers: number;
  /** By the pieces bought on the earlier day: the sum of the days between. Sums of integers, so no order matters. */
  readonly daysByPieces: Map<number, number>;
}

/**
 * All pairs of consecutive purchase days of one customer and SKU, by the number of the SKU; `undefined` for one that nobody
 * bought. Pieces of one day are added up. One pass over the lines of all customers, each in order of time.
 */
export function productPairs(log: OrderLog, selection: PurchaseSelection): (ProductPairs | undefined)[] {
  const { status, lines } = log.columns;
  if (lines === undefined) return [];
  const { lineStart, lineCount, sku, quantity, skuCount } = lines;
  const { starts, rows, days } = customerIndexOf(log);
  const pairsBySku: (ProductPairs | undefined)[] = new Array(skuCount).fill(undefined);
  // By SKU: its last buyer (plus one), and when and how much that was. The next customer need not clear them.
  const lastBuyer = new Uint32Array(skuCount);
  const lastDay = new Int32Array(skuCount);
  const lastPieces = new Float64Array(skuCount);
  const lastPairOf = new Uint32Array(skuCount);

  const take = (buyer: number, day: number, article: number, pieces: number): void => {
    const isFirst = lastBuyer[article] !== buyer;
    const before = lastDay[article] ?? 0;
    const piecesBefore = lastPieces[article] ?? 0;
    if (!isFirst && before === day) {
      lastPieces[article] = piecesBefore + pieces;
      return;
    }
    lastBuyer[article] = buyer;
    lastDay[article] = day;
    lastPieces[article] = pieces;
    const found = pairsBySku[article] ?? { pairs: 0, customers: 0, daysByPieces: new Map() };
    pairsBySku[article] = found;
    if (isFirst) return;
    found.pairs++;
    found.daysByPieces.set(piecesBefore, (found.daysByPieces.get(piecesBefore) ?? 0) + day - before);
    if (lastPairOf[article] !== buyer) found.customers++;
    lastPairOf[article] = buyer;
  };

  for (let customer = 0; customer + 1 < starts.length; customer++) {
    const end = starts[customer + 1] ?? 0;
    for (let at = starts[customer] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      const day = days[at] ?? 0;
      if (day < selection.from || day >= selection.to) continue;
      if (((status[row] ?? 0) & selection.rejectedStatus) !== 0) continue;
      const firstLine = lineStart[row] ?? 0;
      for (let line = firstLine; line < firstLine + (lineCount[row] ?? 0); line++) {
        take(customer + 1, day, sku[line] ?? 0, quantity[line] ?? 0);
      }
    }
  }
  return pairsBySku;
}

/** The sum of days between / pieces over all pairs: in ascending order of pieces, so that its rounding is the same always. */
export function daysPerPieceSum({ daysByPieces }: ProductPairs): number {
  const byPieces = [...daysByPieces].sort(([a], [b]) => a - b);
  return byPieces.reduce((sum, [pieces, days]) => sum + days / pieces, 0);
}
