import { AftercareError, type IssuePath } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { createOrderLog, type OrderLog } from './orderLog.js';

/**
 * One log of the orders of several, which stay as they are. A large shop shards its customers over several logs; figures
 * of the merged log are those of one log filled with all orders.
 *
 * @param logs - at least one; of one currency and time zone, no customer and no order in two of them. The calendar is that
 * of the first.
 *
 * @throws {@link AftercareError} `logs_do_not_fit`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, mergeOrderLogs } from '@aftercare/core';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const placedAt = '2026-03-01T10:00:00+08:00';
 * const shardOf = (customerId: string) => {
 *   const shard = createOrderLog({ currency: 'CNY', calendar });
 *   shard.append({ id: `order of ${customerId}`, customerId, total: { minor: 990, currency: 'CNY' }, placedAt });
 *   return shard;
 * };
 * mergeOrderLogs([shardOf('li'), shardOf('wang')]).customerCount; // => 2
 * ```
 */
export function mergeOrderLogs(logs: readonly [OrderLog, ...OrderLog[]]): OrderLog {
  const [{ currency, calendar }] = logs;
  const merged = createOrderLog({ currency, calendar });
  for (const [index, log] of logs.entries()) {
    const path = ['logs', index];
    if (log.currency !== currency) throw misfit(path, 'currency', log.currency);
    if (log.calendar.timeZone !== calendar.timeZone) throw misfit(path, 'time_zone', log.calendar.timeZone);
    merged.absorb(log, path);
  }
  return merged;
}

function misfit(path: IssuePath, what: 'currency' | 'time_zone', received: string): AftercareError {
  return new AftercareError([coreIssues.create('logs_do_not_fit', path, { what, received })]);
}
