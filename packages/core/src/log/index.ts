export { type CustomerIndex, customerIndexOf } from './customerIndex.js';
export type { AppendOutcome, IngestOptions, IngestReport, RejectedRecord } from './ingest.js';
export type { LoggedOrder, LoggedOrderLine } from './loggedOrder.js';
export { mergeOrderLogs } from './mergeOrderLogs.js';
export {
  NO_DAY,
  type NumberColumn,
  type OrderColumns,
  type OrderLineColumns,
  orderFlagBits,
  orderStatusBits,
} from './orderColumns.js';
export { createOrderLog, type OrderLog, type OrderLogOptions } from './orderLog.js';
