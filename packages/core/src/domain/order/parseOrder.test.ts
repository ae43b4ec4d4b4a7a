import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Order, orderSchema, parseOrder } from '../index.js';

const MOST = Number.MAX_SAFE_INTEGER;
const cny = (minor: number) => ({ minor, currency: 'CNY' });

const placed = {
  id: 'o-1',
  customerId: 'c-1',
  total: cny(20_000),
  placedAt: '2026-03-01T10:00:00+08:00',
} satisfies Order;

/** An order with every key there is: deposit and final payment, delivered, half of it refunded. */
const full = {
  ...placed,
  paymentMethod: 'prepaid',
  depositPaidAt: '2026-03-01T10:01:00+08:00',
  paidAt: '2026-03-05T09:00:00+08:00',
  shippedAt: '2026-03-05T17:30:00+08:00',
  signedAt: '2026-03-07T12:10:00+08:00',
  completedAt: '2026-03-17T12:10:00+08:00',
  cancelledAt: '2026-03-18T08:00:00+08:00',
  lines: [
    { id: 'l-1', sku: 'cream-50', quantity: 2, amount: cny(15_000) },
    { sku: 'mask-12', quantity: 1, amount: cny(4_000) },
  ],
  freight: cny(1_000),
  discounts: [{ amount: cny(500), code: 'spring_sale', fundedBy: 'platform' }],
  refunds: [
    {
      id: 'r-1',
      amount: cny(7_500),
      refundedAt: '2026-03-20T08:00:00+08:00',
      lineId: 'l-1',
      reason: 'broken',
    },
    { id: 'r-2', amount: cny(2_500), refundedAt: '2026-03-21T08:00:00+08:00' },
  ],
  flags: ['gift'],
} satisfies Order;

/** Codes and paths of what is wrong with an order that has been changed. */
function faults(change: object, order: Order = placed): [string, string][] {
  const result = parseOrder({ ...order, ...change });
  return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')]);
}

describe('an order', () => {
  test.each<[string, Order]>([
    ['that was only placed', placed],
    ['with everything that can be said of it', full],
    ['of nothing, such as a gift', { ...placed, total: cny(0), freight: cny(0), lines: [] }],
    ['of the largest amount', { ...placed, total: cny(MOST) }],
    ['paid at the moment it was placed', { ...placed, paidAt: placed.placedAt }],
    ['paid on delivery', { ...placed, paymentMethod: 'cash_on_delivery', signedAt: '2026-03-03T12:00:00Z' }],
    [
      'wholly refunded',
      { ...placed, refunds: [{ id: 'r-1', amount: cny(20_000), refundedAt: '2026-03-02T10:00:00+08:00' }] },
    ],
    ['with two identifiers of one spelling for two things', { ...placed, customerId: 'o-1' }],
  ])('%s is read as it is, also from JSON', (_, order) => {
    expect(parseOrder(order)).toEqual({ ok: true, value: order });
    expect(parseOrder(JSON.parse(JSON.stringify(order)))).toEqual({ ok: true, value: order });
  });

  test.each<[string, object, [string, string][]]>([
    ['an empty identifier', { id: '' }, [['invalid_format', 'id']]],
    ['an identifier with a space after it', { id: 'o-1 ' }, [['invalid_format', 'id']]],
    ['an identifier of 201 characters', { id: 'o'.repeat(201) }, [['out_of_range', 'id']]],
    ['a number for an identifier', { id: 1 }, [['invalid_type', 'id']]],
    ['no customer', { customerId: undefined }, [['invalid_type', 'customerId']]],
    ['a negative total', { total: cny(-1) }, [['out_of_range', 'total.minor']]],
    ['a total that is not exact', { total: cny(MOST + 1) }, [['unsafe_amount', 'total.minor']]],
    [
      'a total in no currency',
      { total: { minor: 1, currency: 'RMB' } },
      [['unknown_currency', 'total.currency']],
    ],
    ['a day for an instant', { placedAt: '2026-03-01' }, [['invalid_instant', 'placedAt']]],
    ['an unknown way to pay', { paymentMethod: 'credit' }, [['not_one_of', 'paymentMethod']]],
    ['an unknown flag', { flags: ['gift', 'vip'] }, [['not_one_of', 'flags.1']]],
    [
      'a discount of nothing',
      { discounts: [{ amount: cny(0) }] },
      [['out_of_range', 'discounts.0.amount.minor']],
    ],
    [
      'a discount code that is none',
      { discounts: [{ amount: cny(1), code: 'Spring Sale' }] },
      [['invalid_format', 'discounts.0.code']],
    ],
    [
      'a line of no pieces',
      { lines: [{ sku: 'cream-50', quantity: 0, amount: cny(1) }] },
      [['out_of_range', 'lines.0.quantity']],
    ],
    [
      'a line of half a piece',
      { lines: [{ sku: 'cream-50', quantity: 0.5, amount: cny(1) }] },
      [['not_multiple_of', 'lines.0.quantity']],
    ],
    [
      'a line without its article',
      { lines: [{ quantity: 1, amount: cny(1) }] },
      [['missing', 'lines.0.sku']],
    ],
    ['a key that no order has', { payedAt: '2026-03-01T10:00:00+08:00' }, [['unknown_key', '']]],
  ])('is refused with %s', (_, change, expected) => {
    expect(faults(change)).toEqual(expected);
  });

  test('is refused with the key that was meant', () => {
    const result = parseOrder({ ...placed, lines: [{ sku: 'a', quantiy: 1, amount: cny(1) }] });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'lines[0].quantity: This is missing; expected a number.',
      'lines[0]: The key "quantiy" is not known here. Did you mean "quantity"?',
    ]);
  });

  test('is refused with every fault there is', () => {
    expect(faults({ id: '', total: cny(-1), payed: true })).toEqual([
      ['invalid_format', 'id'],
      ['out_of_range', 'total.minor'],
      ['unknown_key', ''],
    ]);
  });

  test.each([null, undefined, 5, 'o-1', [], [placed]])('is not %j', (input) => {
    const result = parseOrder(input);
    expect(result.ok ? [] : result.issues).toMatchObject([{ code: 'invalid_type', path: [] }]);
  });

  test('with an identifier of a megabyte has a short message', () => {
    const result = parseOrder({ ...placed, id: ' '.repeat(1_000_000) });
    const lengths = result.ok ? [] : result.issues.map(({ message }) => message.length);
    expect(lengths).toHaveLength(2);
    expect(Math.max(...lengths)).toBeLessThan(300);
  });
});

describe('the steps of an order', () => {
  const EARLY = '2026-02-28T23:59:59+08:00';
  const LATE = '2026-03-01T10:00:00.001+08:00';

  test.each(['depositPaidAt', 'paidAt', 'shippedAt', 'signedAt', 'completedAt', 'cancelledAt'])(
    '%s: none comes before it was placed',
    (step) => {
      expect(faults({ [step]: EARLY })).toEqual([['wrong_order', step]]);
      expect(faults({ [step]: placed.placedAt })).toEqual([]);
      expect(faults({ [step]: LATE })).toEqual([]);
    },
  );

  test.each([
    ['paidAt', 'depositPaidAt'],
    ['signedAt', 'shippedAt'],
  ])('%s does not come before %s', (later, earlier) => {
    const at = '2026-03-02T10:00:00.000+08:00';
    expect(faults({ [earlier]: at, [later]: '2026-03-02T09:59:59.999+08:00' })).toEqual([
      ['wrong_order', later],
    ]);
    expect(faults({ [earlier]: at, [later]: at })).toEqual([]);
  });

  test('are compared as moments and not as texts', () => {
    // 10:00 in Shanghai is 02:00 in UTC.
    expect(faults({ paidAt: '2026-03-01T02:00:00Z' })).toEqual([]);
    expect(faults({ paidAt: '2026-03-01T01:59:59Z' })).toEqual([['wrong_order', 'paidAt']]);
  });

  test('may be paid after they were shipped, and cancelled after they were paid', () => {
    const at = (day: number) => `2026-03-0${day}T10:00:00+08:00`;
    expect(faults({ shippedAt: at(2), signedAt: at(3), paidAt: at(4), cancelledAt: at(5) })).toEqual([]);
  });

  test('say both moments when they are in the wrong order', () => {
    const result = parseOrder({ ...placed, paidAt: EARLY });
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'paidAt: paidAt (2026-02-28T23:59:59+08:00) comes before placedAt (2026-03-01T10:00:00+08:00).',
    ]);
  });
});

describe('the refunds of an order', () => {
  const refund = (id: string, minor: number, refundedAt = '2026-03-02T10:00:00+08:00') => ({
    id,
    amount: cny(minor),
    refundedAt,
  });

  test.each<[string, number[], [string, string][]]>([
    ['less than the total', [10_000, 9_999], []],
    ['the total', [10_000, 10_000], []],
    ['more than the total', [10_000, 10_001], [['refund_exceeds_total', 'refunds']]],
    ['far more than can be counted', [MOST, MOST], [['refund_exceeds_total', 'refunds']]],
  ])('can be up to the total: %s', (_, amounts, expected) => {
    const refunds = amounts.map((minor, index) => refund(`r-${index}`, minor));
    expect(faults({ refunds })).toEqual(expected);
  });

  test('are none for an order of nothing', () => {
    expect(faults({ total: cny(0), refunds: [refund('r-1', 1)] })).toEqual([
      ['refund_exceeds_total', 'refunds'],
    ]);
    expect(faults({ total: cny(0), refunds: [] })).toEqual([]);
  });

  test('are more than nothing', () => {
    expect(faults({ refunds: [refund('r-1', 0)] })).toEqual([['out_of_range', 'refunds.0.amount.minor']]);
  });

  test('do not come before the order was placed', () => {
    const refunds = [refund('r-1', 1), refund('r-2', 1, '2026-03-01T09:59:59+08:00')];
    expect(faults({ refunds })).toEqual([['wrong_order', 'refunds.1.refundedAt']]);
  });

  test('are each listed once', () => {
    expect(faults({ refunds: [refund('r-1', 1), refund('r-2', 1), refund('r-1', 1)] })).toEqual([
      ['duplicate_code', 'refunds.2.id'],
    ]);
  });

  test('in another currency are not summed up with the others', () => {
    const refunds = [{ ...refund('r-1', 20_001), amount: { minor: 20_001, currency: 'USD' } }];
    expect(faults({ refunds })).toEqual([['currency_mismatch', 'refunds.0.amount']]);
  });
});

describe('the amounts of an order', () => {
  const usd = { minor: 1, currency: 'USD' };

  test.each<[string, object, string]>([
    ['freight', { freight: usd }, 'freight'],
    ['a line', { lines: [{ sku: 'a', quantity: 1, amount: usd }] }, 'lines.0.amount'],
    ['a discount', { discounts: [{ amount: usd }] }, 'discounts.0.amount'],
    [
      'a refund',
      { refunds: [{ id: 'r-1', amount: usd, refundedAt: '2026-03-02T10:00:00+08:00' }] },
      'refunds.0.amount',
    ],
  ])('are all in the currency of the total: %s', (_, change, path) => {
    expect(faults(change)).toEqual([['currency_mismatch', path]]);
  });
});

describe('whether the parts of an order fit together', () => {
  const early = { paidAt: '2026-02-28T10:00:00+08:00' };

  test.each<[string, object, string[]]>([
    ['of a wrong type', { id: 5 }, ['invalid_type']],
    ['not there', { total: undefined }, ['invalid_type']],
    ['no instant', { signedAt: 'soon' }, ['invalid_instant']],
    ['in no currency', { freight: { minor: 1, currency: 'RMB' } }, ['unknown_currency']],
  ])('is not asked while one of them is %s', (_, change, codes) => {
    expect(faults({ ...early, ...change }).map(([code]) => code)).toEqual(codes);
  });

  test.each<[string, object, string[]]>([
    ['of a wrong format', { id: '' }, ['invalid_format', 'wrong_order']],
    ['out of its range', { total: cny(-1) }, ['out_of_range', 'wrong_order']],
    ['unknown', { payed: true }, ['unknown_key', 'wrong_order']],
  ])('is also asked when one of them is %s', (_, change, codes) => {
    expect(faults({ ...early, ...change }).map(([code]) => code)).toEqual(codes);
  });
});

test('the JSON Schema of an order names its keys and which of them are required', () => {
  const schema = z.toJSONSchema(orderSchema);
  expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(full)));
  expect(schema).toMatchObject({
    required: ['id', 'customerId', 'total', 'placedAt'],
    additionalProperties: false,
  });
});
