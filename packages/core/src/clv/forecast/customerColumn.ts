import type { NumberColumn } from '../../log/index.js';
import type { CustomerTable } from '../../metrics/customerTable/customerTable.js';

/** A number for one customer. */
export interface CustomerFigure {
  readonly customerId: string;
  readonly value: number;
}

/** A number for each customer of a summary: all as a column, in the places of the summary's columns, and by customer. */
export interface CustomerColumn extends CustomerTable<CustomerFigure> {
  readonly values: NumberColumn;
}
