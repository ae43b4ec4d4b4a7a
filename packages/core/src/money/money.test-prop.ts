import * as dinero from 'dinero.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  allocateMoney,
  compareMoney,
  formatDecimalMoney,
  type Money,
  minorUnitDigits,
  money,
  multiplyMoney,
  parseDecimalMoney,
  type Rounding,
  subtractMoney,
  sumMoney,
} from './index.js';

const cny = (minor: number) => money(minor, 'CNY');
const minors = fc.maxSafeInteger();
const currencies = fc.constantFrom('CNY', 'USD', 'JPY', 'KWD', 'CLF');
const weights = fc
  .array(fc.oneof(fc.nat(5), fc.nat(1_000_000), fc.maxSafeNat()), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0));
const roundings = fc.constantFrom<Rounding>('half_up', 'half_even', 'down', 'up', 'floor', 'ceiling');

describe('parts of an amount', () => {
  test('sum up to it', () => {
    fc.assert(
      fc.property(minors, weights, (minor, list) => {
        expect(sumMoney(allocateMoney(cny(minor), list), 'CNY')).toEqual(cny(minor));
      }),
    );
  });

  test('are each less than one minor unit from their exact share', () => {
    fc.assert(
      fc.property(minors, weights, (minor, list) => {
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        for (const [index, part] of allocateMoney(cny(minor), list).entries()) {
          // |part - minor * weight / whole| < 1, times the whole.
          const distance = BigInt(part.minor) * whole - BigInt(minor) * BigInt(list[index] ?? 0);
          expect(distance < whole && distance > -whole).toBe(true);
        }
      }),
    );
  });

  test('are in the order of their weights, but for one minor unit', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (minor, list) => {
        const parts = allocateMoney(cny(minor), list).map((part) => part.minor);
        const pairs = list.flatMap((a, i) =>
          list.map((b, j) => [a, b, parts[i] ?? 0, parts[j] ?? 0] as const),
        );
        for (const [a, b, partOfA, partOfB] of pairs)
          if (a > b) expect(partOfA).toBeGreaterThanOrEqual(partOfB);
      }),
    );
  });

  test('of the negative amount are the negative parts', () => {
    fc.assert(
      fc.property(minors, weights, (minor, list) => {
        const parts = allocateMoney(cny(minor), list).map((part) => part.minor);
        expect(allocateMoney(cny(-minor), list)).toEqual(parts.map((part) => cny(-part)));
      }),
    );
  });

  test('for equal weights are those of dinero.js', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.integer({ min: 1, max: 30 }), (minor, count) => {
        const equal = Array.from({ length: count }, () => 1);
        const theirs = dinero.allocate(dinero.dinero({ amount: minor, currency: dinero.CNY }), equal);
        const amounts = theirs.map((part) => dinero.toSnapshot(part).amount);
        expect(allocateMoney(cny(minor), equal).map((part) => part.minor)).toEqual(amounts);
      }),
    );
  });
});

describe('a rounded product', () => {
  const ratios = fc.record({ numerator: fc.maxSafeInteger(), denominator: fc.integer({ min: 1 }) });
  const moderate = fc.integer({ min: -1_000_000, max: 1_000_000 });

  test('is the exact one or one of the two integers beside it, on the side that the rounding names', () => {
    fc.assert(
      fc.property(moderate, ratios, roundings, (minor, { numerator, denominator }, rounding) => {
        fc.pre(Math.abs((minor * numerator) / denominator) < 2 ** 52);
        const product = BigInt(multiplyMoney(cny(minor), { numerator, denominator }, rounding).minor);
        // All in units of 1 / denominator, so that there are no fractions.
        const exact = BigInt(minor) * BigInt(numerator);
        const unit = BigInt(denominator);
        const error = product * unit - exact;
        const outwards = exact < 0n ? -error : error;
        const doubled = (error < 0n ? -error : error) * 2n;
        const holds: Record<Rounding, boolean> = {
          half_up: doubled < unit || (doubled === unit && outwards > 0n),
          half_even: doubled < unit || (doubled === unit && product % 2n === 0n),
          down: outwards <= 0n && outwards > -unit,
          up: outwards >= 0n && outwards < unit,
          floor: error <= 0n && error > -unit,
          ceiling: error >= 0n && error < unit,
        };
        expect(holds[rounding]).toBe(true);
      }),
    );
  });

  test('by tenths, hundredths and thousandths is that of dinero.js', () => {
    const theirs = {
      half_up: dinero.halfAwayFromZero,
      half_even: dinero.halfEven,
      floor: dinero.down,
      ceiling: dinero.up,
    } as const;
    const names = fc.constantFrom(...(Object.keys(theirs) as (keyof typeof theirs)[]));
    const factors = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(
        moderate,
        factors,
        fc.integer({ min: 1, max: 3 }),
        names,
        (minor, numerator, places, name) => {
          const exact = dinero.dinero({ amount: minor * numerator, currency: dinero.CNY, scale: 2 + places });
          const { amount } = dinero.toSnapshot(dinero.transformScale(exact, 2, theirs[name]));
          const ours = multiplyMoney(cny(minor), { numerator, denominator: 10 ** places }, name);
          expect(ours.minor + 0).toBe(amount + 0);
        },
      ),
    );
  });

  test('by one is the amount', () => {
    fc.assert(
      fc.property(minors, fc.integer({ min: 1 }), roundings, (minor, any, rounding) => {
        const one = { numerator: any, denominator: any };
        expect(multiplyMoney(cny(minor), one, rounding)).toEqual(cny(minor));
      }),
    );
  });
});

describe('sums and differences', () => {
  const half = fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 });

  test('undo each other', () => {
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(subtractMoney(addMoney(cny(a), cny(b)), cny(b))).toEqual(cny(a));
      }),
    );
  });

  test('and orders are those of dinero.js', () => {
    const theirs = (minor: number) => dinero.dinero({ amount: minor, currency: dinero.CNY });
    fc.assert(
      fc.property(half, half, (a, b) => {
        expect(addMoney(cny(a), cny(b)).minor).toBe(
          dinero.toSnapshot(dinero.add(theirs(a), theirs(b))).amount,
        );
        const difference = dinero.toSnapshot(dinero.subtract(theirs(a), theirs(b))).amount;
        expect(subtractMoney(cny(a), cny(b)).minor).toBe(difference);
        expect(compareMoney(cny(a), cny(b))).toBe(dinero.compare(theirs(a), theirs(b)));
      }),
    );
  });

  test('do not depend on the order of the amounts', () => {
    fc.assert(
      fc.property(fc.array(half, { maxLength: 10 }), (list) => {
        const outcome = (amounts: Money[]) => {
          try {
            return sumMoney(amounts, 'CNY');
          } catch (error) {
            return String(error);
          }
        };
        expect(outcome(list.map(cny).reverse())).toEqual(outcome(list.map(cny)));
      }),
    );
  });
});

describe('decimal text', () => {
  test('reads back as the amount it was made of', () => {
    fc.assert(
      fc.property(minors, currencies, (minor, currency) => {
        const amount = money(minor, currency);
        expect(parseDecimalMoney(formatDecimalMoney(amount), currency)).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test('is that of dinero.js', () => {
    const units = { CNY: dinero.CNY, JPY: dinero.JPY, KWD: dinero.KWD, CLF: dinero.CLF } as const;
    const codes = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]));
    fc.assert(
      fc.property(fc.integer(), codes, (minor, currency) => {
        const theirs = dinero.toDecimal(dinero.dinero({ amount: minor, currency: units[currency] }));
        expect(formatDecimalMoney(money(minor, currency))).toBe(theirs);
      }),
    );
  });

  test('is read as its digits, or not at all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,18}(\.\d{1,5})?$/), currencies, (text, currency) => {
        const result = parseDecimalMoney(text, currency);
        const [whole = '', decimals = ''] = text.split('.');
        const digits = minorUnitDigits(currency);
        const exact = BigInt(whole.replace('-', '') + decimals.padEnd(digits, '0'));
        const isReadable = decimals.length <= digits && exact <= BigInt(Number.MAX_SAFE_INTEGER);
        expect(result.ok).toBe(isReadable);
        if (result.ok) expect(BigInt(result.value.minor)).toBe(text.startsWith('-') ? -exact : exact);
      }),
    );
  });
});
