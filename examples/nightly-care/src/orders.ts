import type { Order } from '@aftercare/core';
import type { PGlite } from '@electric-sql/pglite';

/** How many orders are in memory at a time, beside the log. */
const BATCH = 500;

interface OrderRow {
  readonly id: string;
  readonly customer_id: string;
  readonly total_minor: number;
  readonly currency: string;
  readonly placed_at: Date;
  readonly paid_at: Date | null;
  readonly signed_at: Date | null;
  readonly refunded_minor: number;
  readonly refunded_at: Date | null;
}

/** All orders of the table, read in batches by their id. */
export async function* readOrders(database: PGlite): AsyncGenerator<Order> {
  let lastId = '';
  for (;;) {
    const { rows } = await database.query<OrderRow>(
      'SELECT * FROM orders WHERE id > $1 ORDER BY id LIMIT $2',
      [lastId, BATCH],
    );
    for (const row of rows) yield orderOf(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    lastId = last.id;
  }
}

/** Keys without a value are left out, not null: whether they are right is checked where the log takes the order in. */
function orderOf(row: OrderRow): Order {
  const money = (minor: number) => ({ minor, currency: row.currency });
  return {
    id: row.id,
    customerId: row.customer_id,
    total: money(row.total_minor),
    placedAt: row.placed_at.toISOString(),
    ...(row.paid_at && { paidAt: row.paid_at.toISOString() }),
    ...(row.signed_at && { signedAt: row.signed_at.toISOString() }),
    ...(row.refunded_at && {
      refunds: [
        { id: 'refund', amount: money(row.refunded_minor), refundedAt: row.refunded_at.toISOString() },
      ],
    }),
  };
}
