import { createOrderLog, createShopCalendar, type Order, repurchaseRate } from '@aftercare/core';
import { describe, expect, test } from 'vitest';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const newLog = () => createOrderLog({ currency: 'CNY', calendar });

/** The order of a line of the file; a customer has about three of them. */
function orderOf(line: number): Order {
  const at = `2026-${String((line % 12) + 1).padStart(2, '0')}-15T10:00:00+08:00`;
  const total = { minor: 100 + line, currency: 'CNY' };
  return { id: `o-${line}`, customerId: `c-${line % 3333}`, total, placedAt: at, paidAt: at };
}

/** Ways in which a record of a real file is broken, with the issue that says so. */
const BREAKAGES: readonly (readonly [
  code: string,
  path: readonly (string | number)[],
  broken: (order: Order) => unknown,
])[] = [
  ['invalid_instant', ['placedAt'], (order) => ({ ...order, placedAt: '2026-02-29T10:00:00+08:00' })],
  ['invalid_instant', ['paidAt'], (order) => ({ ...order, paidAt: '2026-03-01 10:00' })],
  ['wrong_order', ['paidAt'], (order) => ({ ...order, paidAt: '2025-12-31T23:59:59+08:00' })],
  ['out_of_range', ['total', 'minor'], (order) => ({ ...order, total: { minor: -1, currency: 'CNY' } })],
  [
    'unknown_currency',
    ['total', 'currency'],
    (order) => ({ ...order, total: { minor: 1, currency: 'RMB' } }),
  ],
  [
    'currency_mismatch',
    ['total', 'currency'],
    (order) => ({ ...order, total: { minor: 1, currency: 'USD' } }),
  ],
  [
    'out_of_range',
    ['lines', 0, 'quantity'],
    (order) => ({ ...order, lines: [{ sku: 'tea', quantity: -2, amount: order.total }] }),
  ],
  ['missing', ['customerId'], ({ customerId: _, ...order }) => order],
  ['unknown_key', [], (order) => ({ ...order, costumerId: 'c-1' })],
  ['invalid_type', [], () => 'not an order at all'],
];

/** 10,000 records of which every hundredth is broken, each time in another way. */
const records = Array.from({ length: 10_000 }, (_, line) => {
  const order = orderOf(line);
  const breakage = BREAKAGES[Math.floor(line / 100) % BREAKAGES.length];
  return line % 100 === 37 && breakage !== undefined ? breakage[2](order) : order;
});
const expected = Array.from({ length: 100 }, (_, hundred) => {
  const [code, path] = BREAKAGES[hundred % BREAKAGES.length] ?? [];
  return { index: hundred * 100 + 37, code, path };
});

describe('a file of which one record in a hundred is broken', () => {
  test('is taken in without these, and each of them is told with its place and what is wrong', () => {
    const report = newLog().addAll(records);
    expect([report.added, report.replaced, report.unchanged]).toEqual([9_900, 0, 0]);
    const told = report.rejected.map(({ index, issues: [issue] }) => ({
      index,
      code: issue.code,
      path: issue.path,
    }));
    expect(told).toEqual(expected);
  });

  test('gives the figures of its good records', () => {
    const log = newLog();
    log.addAll(records);
    const good = newLog();
    good.addAll(
      Array.from({ length: 10_000 }, (_, line) => orderOf(line)).filter((_, line) => line % 100 !== 37),
    );
    expect(repurchaseRate(log)).toEqual(repurchaseRate(good));
    expect(log.orderCount).toBe(9_900);
  });

  test('is taken in alike when its records come one after the other', async () => {
    async function* lines() {
      yield* records;
    }
    expect(await newLog().addAllAsync(lines())).toEqual(newLog().addAll(records));
  });
});
