import { type Order, parseOrder } from '../domain/index.js';
import { type CoreIssue, coreIssues } from '../issues/index.js';

/** Why a log of this currency cannot take an order: what its schema finds wrong with it, or else its currency. */
export function refusalOf(order: Order, currency: string): readonly [CoreIssue, ...CoreIssue[]] {
  const parsed = parseOrder(order);
  if (!parsed.ok) return parsed.issues;
  const received = order.total.currency;
  return [coreIssues.create('currency_mismatch', ['total', 'currency'], { expected: currency, received })];
}
