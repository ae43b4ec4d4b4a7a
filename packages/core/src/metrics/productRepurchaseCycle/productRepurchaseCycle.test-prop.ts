import { productRepurchaseCycle, productRepurchaseCycles } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../../test/sketchLog.js';

/** The days a piece lasted, for each pair of one SKU, as the definition says. */
function naivePairs(sketches: readonly OrderSketch[], sku: string): number[] {
  const own = sketches.filter((sketch) => isPurchase(sketch) && (sketch.pieces?.[sku] ?? 0) > 0);
  const pairs: number[] = [];
  for (const customerId of new Set(own.map((sketch) => sketch.customerId))) {
    const pieces = new Map<string, number>();
    for (const sketch of own) {
      if (sketch.customerId === customerId)
        pieces.set(sketch.day, (pieces.get(sketch.day) ?? 0) + (sketch.pieces?.[sku] ?? 0));
    }
    const days = [...pieces.keys()].sort();
    for (const [index, day] of days.slice(1).entries()) {
      const before = days[index] ?? '';
      pairs.push((Date.parse(day) - Date.parse(before)) / 86_400_000 / (pieces.get(before) ?? 0));
    }
  }
  return pairs;
}

test('productRepurchaseCycle agrees with its definition', () => {
  fc.assert(
    fc.property(arbitrarySketches, fc.constantFrom('tea', 'cup', 'mat'), (sketches, sku) => {
      const pairs = naivePairs(sketches, sku);
      for (const log of fillings(sketches)) {
        const { value, basis } = productRepurchaseCycle(log, sku, { minimumPairs: 1 });
        expect(basis.count).toBe(pairs.length);
        if (pairs.length === 0) expect(value).toBe(null);
        else expect(value).toBeCloseTo(pairs.reduce((sum, days) => sum + days, 0) / pairs.length, 9);
      }
    }),
  );
});

test('productRepurchaseCycles are the same to the last bit, however the log was filled', () => {
  fc.assert(
    fc.property(arbitrarySketches, (sketches) => {
      const [first, ...others] = fillings(sketches).map((log) =>
        productRepurchaseCycles(log, { minimumPairs: 1 }),
      );
      for (const other of others) expect(other).toStrictEqual(first);
    }),
  );
});
