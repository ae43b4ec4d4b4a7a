import { AftercareError, createOrderLog, createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchedOrder, sketchLog } from '../../test/sketchLog.js';

const calendar = createShopCalendar({ timeZone: 'UTC' });
const order = sketchedOrder({ id: 'o-1', customerId: 'ann', day: '2026-03-01' });

function newLog() {
  return createOrderLog({ currency: 'EUR', calendar });
}

/** The code and path of each issue with which appending is refused. */
function refusal(log: ReturnType<typeof newLog>, refused: unknown) {
  try {
    // What callers without TypeScript can write.
    log.append(refused as Order);
  } catch (error) {
    if (error instanceof AftercareError) return error.issues.map(({ code, path }) => [code, path]);
    throw error;
  }
  return 'taken';
}

describe('An order log', () => {
  test('is of a currency that exists', () => {
    expect(() => createOrderLog({ currency: 'EURO', calendar })).toThrow(
      expect.objectContaining({ code: 'unknown_currency', path: ['currency'] }),
    );
  });

  test('takes an order in once, and again when it tells something else', () => {
    const log = newLog();
    expect(log.append(order)).toBe('added');
    expect(log.append({ ...order })).toBe('unchanged');
    expect(log.append({ ...order, total: { minor: 1001, currency: 'EUR' } })).toBe('replaced');
    expect(log.ordersOf('ann').map(({ total }) => total.minor)).toEqual([1001]);
    expect([log.orderCount, log.customerCount]).toEqual([1, 1]);
  });

  test.each<[string, Partial<Order>]>([
    ['a later payment', { paidAt: '2026-03-01T12:00:01Z' }],
    ['the parcel signed for', { signedAt: '2026-03-03T12:00:00Z' }],
    ['the parcel shipped', { shippedAt: '2026-03-02T12:00:00Z' }],
    ['the order completed', { completedAt: '2026-03-03T12:00:00Z' }],
    ['a cancellation', { cancelledAt: '2026-03-03T12:00:00Z' }],
    ['a deposit', { depositPaidAt: '2026-03-01T12:00:00Z' }],
    ['a flag', { flags: ['gift'] }],
    ['a line', { lines: [{ sku: 'tea', quantity: 1, amount: { minor: 1000, currency: 'EUR' } }] }],
    ['freight', { freight: { minor: 100, currency: 'EUR' } }],
    ['a discount', { discounts: [{ amount: { minor: 100, currency: 'EUR' } }] }],
    ['payment on delivery', { paymentMethod: 'cash_on_delivery' }],
    [
      'a refund',
      { refunds: [{ id: 'r', amount: { minor: 1, currency: 'EUR' }, refundedAt: '2026-03-09T12:00:00Z' }] },
    ],
  ])('tells an order with %s from the one before, and knows it again', (_, more) => {
    const log = newLog();
    log.append(order);
    expect(log.append({ ...order, ...more })).toBe('replaced');
    expect(log.append({ ...more, ...order, ...more })).toBe('unchanged');
    expect(log.append(order)).toBe('replaced');
    expect(log.append(order)).toBe('unchanged');
  });

  test.each<[string, Partial<Order>, Partial<Order>]>([
    [
      'shipped and completed at one time',
      { shippedAt: '2026-03-02T12:00:00Z' },
      { completedAt: '2026-03-02T12:00:00Z' },
    ],
    [
      'the time of a refund',
      { refunds: [{ id: 'r', amount: { minor: 1, currency: 'EUR' }, refundedAt: '2026-03-09T12:00:00Z' }] },
      { refunds: [{ id: 'r', amount: { minor: 1, currency: 'EUR' }, refundedAt: '2026-03-10T12:00:00Z' }] },
    ],
    [
      'the id of a line',
      { lines: [{ id: 'l-1', sku: 'tea', quantity: 1, amount: { minor: 0, currency: 'EUR' } }] },
      { lines: [{ id: 'l-2', sku: 'tea', quantity: 1, amount: { minor: 0, currency: 'EUR' } }] },
    ],
    [
      'the pieces of a line',
      { lines: [{ sku: 'tea', quantity: 1, amount: { minor: 0, currency: 'EUR' } }] },
      { lines: [{ sku: 'tea', quantity: 2, amount: { minor: 0, currency: 'EUR' } }] },
    ],
    [
      'the SKU of a line',
      { lines: [{ sku: 'tea', quantity: 1, amount: { minor: 0, currency: 'EUR' } }] },
      { lines: [{ sku: 'cup', quantity: 1, amount: { minor: 0, currency: 'EUR' } }] },
    ],
    [
      'the payment of a cancelled order',
      { cancelledAt: '2026-03-09T12:00:00Z' },
      { cancelledAt: '2026-03-09T12:00:00Z', paidAt: '2026-03-02T12:00:00Z' },
    ],
  ])('sees a change of %s', (_, before, after) => {
    const log = newLog();
    log.append({ ...order, ...before });
    expect(log.append({ ...order, ...after })).toBe('replaced');
  });

  test('knows an instant again that is written with another offset', () => {
    const log = newLog();
    log.append({ ...order, shippedAt: '2026-03-02T12:00:00Z' });
    const rewritten = {
      ...order,
      placedAt: '2026-03-01T20:00:00+08:00',
      shippedAt: '2026-03-02T20:00:00+08:00',
    };
    expect(log.append(rewritten)).toBe('unchanged');
  });

  test('gives the orders of a customer by the time they were placed, equal times by id', () => {
    const log = sketchLog([
      { id: 'o-3', customerId: 'ann', day: '2026-03-05' },
      { id: 'o-2', customerId: 'bob', day: '2026-03-02' },
      { id: 'o-9', customerId: 'ann', day: '2026-03-01' },
      { id: 'o-1', customerId: 'ann', day: '2026-03-05' },
    ]);
    expect(log.ordersOf('ann').map(({ id }) => id)).toEqual(['o-9', 'o-1', 'o-3']);
    expect(log.ordersOf('cid')).toEqual([]);
    expect([...log.customerIds()].sort()).toEqual(['ann', 'bob']);
    expect([log.hasCustomer('ann'), log.hasCustomer('cid')]).toEqual([true, false]);
  });

  test('gives an order back as plain JSON', () => {
    const log = createOrderLog({
      currency: 'CNY',
      calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }),
    });
    const yuan = (minor: number) => ({ minor, currency: 'CNY' });
    log.append({
      id: 'o-1',
      customerId: '客户',
      total: yuan(5_000_000_000),
      placedAt: '2026-03-01T10:00:00+08:00',
      paymentMethod: 'cash_on_delivery',
      signedAt: '2026-03-03T00:30:00+08:00',
      lines: [
        { sku: 'tea', quantity: 2, amount: yuan(4_999_999_999) },
        { sku: 'cup', quantity: 5_000_000_000, amount: yuan(1) },
      ],
      refunds: [
        { id: 'r-1', amount: yuan(4_999_999_000), refundedAt: '2026-03-04T10:00:00+08:00' },
        { id: 'r-2', amount: yuan(1000), refundedAt: '2026-03-05T10:00:00+08:00' },
      ],
      flags: ['gift', 'employee'],
    });
    const [logged] = log.ordersOf('客户');
    expect(logged).toEqual({
      id: 'o-1',
      customerId: '客户',
      placedAt: '2026-03-01T02:00:00.000Z',
      purchasedAt: '2026-03-02T16:30:00.000Z',
      purchaseDay: '2026-03-03',
      signedAt: '2026-03-02T16:30:00.000Z',
      total: yuan(5_000_000_000),
      refunded: yuan(5_000_000_000),
      flags: ['gift', 'employee'],
      cancelled: false,
      whollyRefunded: true,
      cashOnDelivery: true,
      lines: [
        { sku: 'tea', quantity: 2, amount: yuan(4_999_999_999) },
        { sku: 'cup', quantity: 5_000_000_000, amount: yuan(1) },
      ],
    });
    expect(JSON.parse(JSON.stringify(logged))).toEqual(logged);
  });

  test.each<[string, Partial<OrderSketch>, string | undefined, boolean]>([
    ['paid', {}, '2026-03-01', false],
    ['unpaid', { unpaid: true }, undefined, false],
    ['cancelled after it was paid', { cancelledAt: '2026-03-02T12:00:00Z' }, undefined, false],
    ['refunded but for a cent', { refundedMinor: 999 }, '2026-03-01', false],
    ['wholly refunded', { refundedMinor: 1000 }, '2026-03-01', true],
    ['free of charge', { minor: 0 }, '2026-03-01', false],
    ['on delivery and not yet delivered', { paymentMethod: 'cash_on_delivery' }, undefined, false],
  ])('tells the purchase day of an order that is %s', (_, sketch, purchaseDay, whollyRefunded) => {
    const [logged] = sketchLog([{ customerId: 'ann', day: '2026-03-01', ...sketch }]).ordersOf('ann');
    expect([logged?.purchaseDay, logged?.whollyRefunded]).toEqual([purchaseDay, whollyRefunded]);
  });

  test('moves an order to another customer', () => {
    const log = newLog();
    const ofAnn = ['o-1', 'o-2', 'o-3'].map((id) => ({ ...order, id }));
    for (const one of ofAnn) log.append(one);
    for (const id of ['o-2', 'o-1', 'o-3'])
      expect(log.append({ ...order, id, customerId: 'bob' })).toBe('replaced');
    expect(log.ordersOf('ann')).toEqual([]);
    expect(log.ordersOf('bob').map(({ id }) => id)).toEqual(['o-1', 'o-2', 'o-3']);
    expect([log.hasCustomer('ann'), log.customerCount, [...log.customerIds()]]).toEqual([false, 1, ['bob']]);
    expect(log.eraseCustomer('ann')).toBe(false);
    log.append({ ...order, id: 'o-4' });
    expect([log.customerCount, log.ordersOf('ann').length]).toEqual([2, 1]);
  });

  test('counts a customer again who had lost all orders to others', () => {
    const log = newLog();
    log.append(order);
    log.append({ ...order, customerId: 'bob' });
    expect([log.customerCount, log.hasCustomer('ann'), log.customerNumberOf('ann')]).toEqual([
      1,
      false,
      undefined,
    ]);
    log.append({ ...order, id: 'o-2' });
    expect([log.customerCount, [...log.customerIds()].sort()]).toEqual([2, ['ann', 'bob']]);
    log.append({ ...order, id: 'o-2', customerId: 'bob' });
    log.append({ ...order, customerId: 'ann' });
    expect([log.customerCount, log.ordersOf('ann').map(({ id }) => id)]).toEqual([2, ['o-1']]);
  });

  test('writes the lines of a replaced order anew, more or fewer', () => {
    const log = newLog();
    const lines = (...skus: string[]) =>
      skus.map((sku) => ({ sku, quantity: 1, amount: { minor: 1, currency: 'EUR' } }));
    const skusOf = () => log.ordersOf('ann').map((logged) => logged.lines?.map(({ sku }) => sku) ?? []);
    log.append(order);
    for (const skus of [['a'], ['b', 'c', 'd'], [], ['e', 'f'], ['g', 'h', 'i', 'j']]) {
      expect(log.append({ ...order, lines: lines(...skus) })).toBe('replaced');
      log.append({ ...order, id: 'o-2', placedAt: '2026-03-01T12:00:01Z', lines: lines('z', ...skus) });
      expect(skusOf()).toEqual([skus, ['z', ...skus]]);
    }
  });

  test('keeps answering for one customer while orders come in', () => {
    const log = newLog();
    for (let index = 0; index < 300; index++) {
      const customerId = `c-${index % 7}`;
      log.append({ ...order, id: `o-${index}`, customerId });
      expect(log.ordersOf(customerId)).toHaveLength(Math.floor(index / 7) + 1);
    }
  });
});

describe('An order log refuses', () => {
  const euros = { minor: 1000, currency: 'EUR' };
  const without = (key: keyof Order) =>
    Object.fromEntries(Object.entries(order).filter(([name]) => name !== key));

  test.each<[string, unknown, string, readonly (string | number)[]]>([
    [
      'another currency',
      { ...order, total: { minor: 1, currency: 'USD' } },
      'currency_mismatch',
      ['total', 'currency'],
    ],
    [
      'an instant without an offset',
      { ...order, placedAt: '2026-03-01T12:00:00' },
      'invalid_instant',
      ['placedAt'],
    ],
    [
      'a day that does not exist',
      { ...order, signedAt: '2026-02-29T12:00:00Z' },
      'invalid_instant',
      ['signedAt'],
    ],
    ['a time of shipping that is none', { ...order, shippedAt: 'soon' }, 'invalid_instant', ['shippedAt']],
    ['a flag that is none', { ...order, flags: ['fake'] }, 'not_one_of', ['flags', 0]],
    ['flags that are no list', { ...order, flags: 'gift' }, 'invalid_type', ['flags']],
    ['an empty id', { ...order, id: '' }, 'invalid_format', ['id']],
    ['an id of 201 letters', { ...order, id: 'a'.repeat(201) }, 'out_of_range', ['id']],
    ['no customer', without('customerId'), 'missing', ['customerId']],
    ['no total', without('total'), 'missing', ['total']],
    ['a number', 42, 'invalid_type', []],
    ['nothing', null, 'invalid_type', []],
    [
      'a line without pieces',
      { ...order, lines: [{ sku: 'tea', quantity: 0, amount: euros }] },
      'out_of_range',
      ['lines', 0, 'quantity'],
    ],
    ['a line that is none', { ...order, lines: [null] }, 'invalid_type', ['lines', 0]],
    [
      'a refund in another currency',
      { ...order, refunds: [{ id: 'r', amount: { minor: 1, currency: 'USD' }, refundedAt: order.placedAt }] },
      'currency_mismatch',
      ['refunds', 0, 'amount'],
    ],
  ])('%s', (_, refused, code, path) => {
    const log = newLog();
    expect(refusal(log, refused)).toEqual([[code, path]]);
    expect([log.orderCount, log.customerCount, log.revision]).toEqual([0, 0, 0]);
  });

  test.each([
    [2 ** 53, 'unsafe_amount'],
    [1.5, 'unsafe_amount'],
    [-1, 'out_of_range'],
    [Number.NaN, 'invalid_type'],
    [Number.POSITIVE_INFINITY, 'invalid_type'],
  ])('an amount of %d', (minor, code) => {
    const refused = { ...order, total: { minor, currency: 'EUR' } };
    expect(refusal(newLog(), refused)).toEqual([[code, ['total', 'minor']]]);
  });

  test('the orders of an erased customer, and takes a new one as a new customer', () => {
    const log = newLog();
    log.append(order);
    log.append({ ...order, id: 'o-2' });
    expect(log.eraseCustomer('ann')).toBe(true);
    expect(log.eraseCustomer('ann')).toBe(false);
    expect([log.orderCount, log.customerCount, log.hasCustomer('ann')]).toEqual([2, 1, false]);
    expect([log.ordersOf('ann'), [...log.customerIds()]]).toEqual([[], []]);

    expect(refusal(log, order)).toEqual([['customer_erased', ['customerId']]]);
    expect(refusal(log, { ...order, customerId: 'bob' })).toEqual([['customer_erased', ['customerId']]]);
    expect(log.hasCustomer('bob')).toBe(false);
    expect(log.append({ ...order, id: 'o-3' })).toBe('added');
    expect(log.ordersOf('ann').map(({ id }) => id)).toEqual(['o-3']);
    expect([log.orderCount, log.customerCount]).toEqual([3, 2]);
  });
});

describe('Bulk ingest', () => {
  test('keeps the good records and lists every bad one with its place', () => {
    const log = newLog();
    const records = [
      order,
      { ...order, id: 'o-2', quantity: 1 },
      null,
      { ...order, id: 'o-3' },
      order,
      { id: 7 },
    ];
    const report = log.addAll([...records, { ...order, total: { minor: 5, currency: 'EUR' } }]);
    expect([report.added, report.replaced, report.unchanged]).toEqual([2, 1, 1]);
    expect(report.rejected.map(({ index, id, issues }) => [index, id, issues[0].code])).toEqual([
      [1, 'o-2', 'unknown_key'],
      [2, undefined, 'invalid_type'],
      [5, undefined, expect.any(String)],
    ]);
  });

  test('of trusted orders lets pass what no figure sees, and rejects what would corrupt the log', () => {
    const log = newLog();
    const paidTooEarly = { ...order, id: 'o-2', paidAt: '2025-01-01T00:00:00Z' };
    expect(log.addAll([paidTooEarly]).rejected[0]?.issues[0].code).toBe('wrong_order');
    const records = [paidTooEarly, { ...order, total: { minor: 0.5, currency: 'EUR' } }, 'no order'];
    const report = log.addAll(records, { check: 'trusted' });
    expect([report.added, report.rejected.map(({ index, id }) => [index, id])]).toEqual([
      1,
      [
        [1, 'o-1'],
        [2, undefined],
      ],
    ]);
  });

  test('lists orders of erased customers', () => {
    const log = newLog();
    log.append(order);
    log.eraseCustomer('ann');
    const report = log.addAll([order, { ...order, id: 'o-2' }]);
    expect([report.added, report.rejected.map(({ issues }) => issues[0].code)]).toEqual([
      1,
      ['customer_erased'],
    ]);
  });

  test('takes records that come one after the other', async () => {
    const log = newLog();
    async function* records() {
      yield order;
      await Promise.resolve();
      yield null;
      yield { ...order, id: 'o-2' };
    }
    const report = await log.addAllAsync(records());
    expect([report.added, report.rejected.map(({ index }) => index)]).toEqual([2, [1]]);
  });

  test('refuses a way of checking that there is not', () => {
    const options = { check: 'none' } as unknown as { check: 'trusted' };
    expect(() => newLog().addAll([], options)).toThrow(expect.objectContaining({ code: 'not_one_of' }));
  });
});
