import { describe, expectTypeOf, test } from 'vitest';
import type { CoreResult } from '../../issues/index.js';
import type { Money } from '../../money/index.js';
import {
  type Order,
  type OrderFlag,
  type OrderLine,
  orderSchema,
  parseOrder,
  type Refund,
} from '../index.js';

const placed: Order = {
  id: 'o-1',
  customerId: 'c-1',
  total: { minor: 1250, currency: 'CNY' },
  placedAt: '2026-03-01T10:00:00+08:00',
};

describe('an order', () => {
  test('needs four keys', () => {
    const { placedAt: _, ...incomplete } = placed;
    // @ts-expect-error Not placed.
    const order: Order = incomplete;
    expectTypeOf(order).toEqualTypeOf<Order>();
  });

  test('may lack the others, and never has them with the value undefined', () => {
    const paidAt = '2026-03-01T10:05:00+08:00' as string | undefined;
    const paid: Order = paidAt === undefined ? placed : { ...placed, paidAt };
    expectTypeOf(paid.paidAt).toEqualTypeOf<string | undefined>();
    // @ts-expect-error A key that is there has a value.
    const wrong: Order = { ...placed, paidAt };
    // @ts-expect-error Nor is it undefined outright.
    const alsoWrong: Order = { ...placed, lines: undefined };
    expectTypeOf([wrong, alsoWrong]).toEqualTypeOf<Order[]>();
  });

  test('has no other keys', () => {
    // @ts-expect-error A typing error.
    const order: Order = { ...placed, payedAt: '2026-03-01T10:05:00+08:00' };
    expectTypeOf(order).toEqualTypeOf<Order>();
  });

  test('is made of the parts that have names of their own', () => {
    expectTypeOf<NonNullable<Order['lines']>[number]>().toExtend<OrderLine>();
    expectTypeOf<NonNullable<Order['refunds']>[number]>().toExtend<Refund>();
    expectTypeOf<NonNullable<Order['flags']>[number]>().toEqualTypeOf<OrderFlag>();
    expectTypeOf<Order['total']>().toExtend<Money>();
  });

  test('is what its parser and its schema give', () => {
    expectTypeOf(parseOrder({})).toEqualTypeOf<CoreResult<Order>>();
    expectTypeOf(orderSchema.parse({})).toExtend<Order>();
  });
});
