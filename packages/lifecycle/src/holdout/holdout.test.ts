import { createHash } from 'node:crypto';
import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { defaultHoldoutPolicy, holdoutBucket, holdoutPolicySchema, isHeldOut } from './index.js';

const CUSTOMERS = 100_000;

describe('holdout recomputation', () => {
  // Computed with Python 3: int(sha256(json.dumps([...], ensure_ascii=False, separators=(",", ":")).encode())
  // .hexdigest()[:8], 16) % 10000.
  test.each<[number, string, string, string | undefined]>([
    [4477, 'aftercare', 'c-1', undefined],
    [4800, 'aftercare', 'c-2', undefined],
    [1688, 'spring 2026', 'c-1', undefined],
    [318, 'aftercare', 'c-1', 'birthday_coupon'],
    [8982, 'aftercare', '客户-1', undefined],
    [6454, 'aftercare', 'a"b\\c\n\u0001\u007f\u2028😀', undefined],
  ])('Python gets bucket %i for salt %j, customer %j, rule %j', (bucket, salt, customerId, rule) => {
    expect(holdoutBucket(salt, customerId, rule)).toBe(bucket);
  });

  test('OpenSSL and the text by hand give the same buckets', () => {
    const recomputed = (text: string) =>
      Number(BigInt(`0x${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8)}`) % 10_000n);
    for (let index = 0; index < 2000; index++) {
      const customerId = `customer ${index}`;
      expect(holdoutBucket('s', customerId)).toBe(recomputed(`["s","${customerId}"]`));
      expect(holdoutBucket('s', customerId, 'rule')).toBe(recomputed(`["s","rule","${customerId}"]`));
    }
  });

  test('names that run into each other are told apart', () => {
    expect(holdoutBucket('a', 'b","c')).not.toBe(holdoutBucket('a', 'c', 'b'));
    expect(holdoutBucket('ab', 'c')).not.toBe(holdoutBucket('a', 'bc'));
  });

  test('an id with half a surrogate pair is refused, since other programs would hash another text', () => {
    expect(() => holdoutBucket('a', '\ud83d')).toThrow(AftercareError);
  });
});

describe('the lot is fair', () => {
  const bucketsOf = (salt: string, rule?: string) =>
    Uint16Array.from({ length: CUSTOMERS }, (_, index) => holdoutBucket(salt, `c-${index}`, rule));
  const lots = {
    global: bucketsOf('aftercare'),
    another_salt: bucketsOf('spring 2026'),
    birthday_coupon: bucketsOf('aftercare', 'birthday_coupon'),
    slipping_offer: bucketsOf('aftercare', 'slipping_offer'),
  };
  // 0.999 quantile of chi-square with 99 degrees of freedom: 148.23 (scipy 1.17.1, chi2.ppf).
  const BOUND = 148.23;

  test.each(Object.keys(lots) as (keyof typeof lots)[])('%s spreads customers evenly', (name) => {
    const cells = new Array<number>(100).fill(0);
    for (const bucket of lots[name]) {
      const cell = Math.floor(bucket / 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    // A bucket beyond 9,999 would have made a cell of its own.
    expect(cells.length).toBe(100);
    expect(chiSquare(cells, CUSTOMERS / 100)).toBeLessThan(BOUND);
  });

  // In 10 x 10 cells, against the even spread that two lots without a connection have.
  test.each<[keyof typeof lots, keyof typeof lots]>([
    ['global', 'another_salt'],
    ['birthday_coupon', 'slipping_offer'],
    ['global', 'birthday_coupon'],
  ])('%s and %s have nothing to do with each other', (one, other) => {
    const cells = new Array<number>(100).fill(0);
    lots[one].forEach((bucket, index) => {
      const cell = Math.floor(bucket / 1000) * 10 + Math.floor((lots[other][index] ?? 0) / 1000);
      cells[cell] = (cells[cell] ?? 0) + 1;
    });
    expect(chiSquare(cells, CUSTOMERS / 100)).toBeLessThan(BOUND);
  });
});

describe('the control group', () => {
  test.each<[number, boolean]>([
    [0, false],
    [4476, false],
    [4477, false],
    [4478, true],
    [4479, true],
    [10_000, true],
  ])('of %i buckets has the customer of bucket 4,477: %s', (buckets, held) => {
    expect(isHeldOut({ salt: 'aftercare', buckets }, 'c-1')).toBe(held);
  });

  test('of a rule has other customers than the global one', () => {
    const policy = { salt: 'aftercare', buckets: 318 };
    expect(isHeldOut(policy, 'c-1', 'birthday_coupon')).toBe(false);
    expect(isHeldOut({ ...policy, buckets: 319 }, 'c-1', 'birthday_coupon')).toBe(true);
    expect(isHeldOut({ ...policy, buckets: 319 }, 'c-1')).toBe(false);
  });

  test('is nobody with 0 buckets and everybody with 10,000', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `c-${index}`);
    const held = (buckets: number) => ids.filter((id) => isHeldOut({ salt: 's', buckets }, id)).length;
    expect([held(0), held(10_000)]).toEqual([0, 1000]);
    expect(ids.some((id) => isHeldOut(defaultHoldoutPolicy, id))).toBe(false);
  });

  test('of a larger size contains the smaller one', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `c-${index}`);
    const small = ids.filter((id) => isHeldOut({ salt: 's', buckets: 500 }, id));
    const large = new Set(ids.filter((id) => isHeldOut({ salt: 's', buckets: 1000 }, id)));
    expect(small.length).toBeGreaterThan(0);
    expect(small.every((id) => large.has(id))).toBe(true);
    expect(large.size).toBeGreaterThan(small.length);
  });
});

describe('a holdout policy', () => {
  test('survives JSON', () => {
    expect(holdoutPolicySchema.parse(JSON.parse(JSON.stringify(defaultHoldoutPolicy)))).toEqual({
      salt: 'aftercare',
      buckets: 0,
    });
  });

  test.each<[unknown, boolean]>([
    [{ salt: 's', buckets: -1 }, false],
    [{ salt: 's', buckets: 0 }, true],
    [{ salt: 's', buckets: 1 }, true],
    [{ salt: 's', buckets: 9999 }, true],
    [{ salt: 's', buckets: 10_000 }, true],
    [{ salt: 's', buckets: 10_001 }, false],
    [{ salt: 's', buckets: 0.5 }, false],
    [{ salt: '', buckets: 0 }, false],
    [{ buckets: 0 }, false],
    [{ salt: 's', buckets: 0, percent: 5 }, false],
  ])('%j is one: %s', (input, is) => {
    expect(holdoutPolicySchema.safeParse(input).success).toBe(is);
  });
});

function chiSquare(cells: readonly number[], expected: number): number {
  return cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
