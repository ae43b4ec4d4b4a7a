import type { OrderLog } from '../../log/index.js';

/**
 * A figure of each customer: ask for one, or go through all, in no order that means anything. Rows are made when they are
 * asked for, from what the log was when the figure was taken; customers erased since are gone at once.
 */
export interface CustomerTable<Row> extends Iterable<Row> {
  /** The row of a customer; `undefined` for one who has none, or was erased. */
  of(customerId: string): Row | undefined;
}

/** A {@link CustomerTable} over the customers of a log, for whom `rowOf` has something to say. */
export function customerTable<Row>(
  log: OrderLog,
  rowOf: (customerId: string, customer: number) => Row | undefined,
): CustomerTable<Row> {
  const { customerNumbers } = log.columns;
  return {
    of(customerId) {
      const customer = log.customerNumberOf(customerId);
      return customer === undefined ? undefined : rowOf(customerId, customer);
    },
    *[Symbol.iterator]() {
      for (let customer = 0; customer < customerNumbers; customer++) {
        const customerId = log.customerIdOf(customer);
        const row = customerId === undefined ? undefined : rowOf(customerId, customer);
        if (row !== undefined) yield row;
      }
    },
  };
}
