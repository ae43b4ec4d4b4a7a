import type { DataOf } from '../../kind/index.js';
import type { CompensationShape } from './compensationShape.js';

/** The keys under which the lines of a complaint are compensated once for its reason. */
export function onceKeys({
  orderId,
  reason,
  lines,
}: Pick<DataOf<CompensationShape>, 'orderId' | 'reason' | 'lines'>): string[] {
  const head = `compensated|${reason}|${orderId.length}|${orderId}|`;
  return lines.map(({ id }) => head + id);
}
