import { describe, expectTypeOf, test } from 'vitest';
import type { CoreResult } from '../issues/index.js';
import { allocateMoney, compareMoney, type Money, money, multiplyMoney, parseMoney } from './index.js';

describe('money', () => {
  test('is a plain record of a number and a code', () => {
    expectTypeOf<Pick<Money, 'minor' | 'currency'>>().toEqualTypeOf<{ minor: number; currency: string }>();
    expectTypeOf<{ minor: number; currency: string }>().toExtend<Money>();
  });

  test('from outside is a result', () => {
    expectTypeOf(parseMoney({})).toEqualTypeOf<CoreResult<Money>>();
  });

  test('is multiplied with a ratio and a rounding, neither of which has a default', () => {
    // @ts-expect-error No rounding.
    multiplyMoney(money(1, 'CNY'), { numerator: 1, denominator: 2 });
    // @ts-expect-error A factor as a number is not exact.
    multiplyMoney(money(1, 'CNY'), 0.5, 'half_up');
    // @ts-expect-error No such rounding.
    multiplyMoney(money(1, 'CNY'), { numerator: 1, denominator: 2 }, 'halfUp');
  });

  test('compares to a sign, and divides into a list', () => {
    expectTypeOf(compareMoney(money(1, 'CNY'), money(1, 'CNY'))).toEqualTypeOf<-1 | 0 | 1>();
    expectTypeOf(allocateMoney(money(1, 'CNY'), [1])).toEqualTypeOf<Money[]>();
  });
});
