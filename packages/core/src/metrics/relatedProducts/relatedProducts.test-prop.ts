import { relatedProducts } from '@aftercare/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySketches, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import type { OrderSketch } from '../../../test/sketchLog.js';

/** Pairs of an earlier and a later set of articles; bought together, both are one. */
function naiveCases(
  sketches: readonly OrderSketch[],
  relation: 'together' | 'next',
): [Set<string>, Set<string>][] {
  const cases: [Set<string>, Set<string>][] = [];
  const own = sketches.filter((sketch) => isPurchase(sketch) && Object.keys(sketch.pieces ?? {}).length > 0);
  for (const customerId of new Set(own.map((sketch) => sketch.customerId))) {
    const ofCustomer = own.filter((sketch) => sketch.customerId === customerId);
    const days = [...new Set(ofCustomer.map(({ day }) => day))].sort();
    const baskets = days.map(
      (day) =>
        new Set(
          ofCustomer
            .filter((sketch) => sketch.day === day)
            .flatMap((sketch) => Object.keys(sketch.pieces ?? {})),
        ),
    );
    for (const [index, basket] of baskets.entries()) {
      const later = relation === 'together' ? basket : baskets[index + 1];
      if (later !== undefined) cases.push([basket, later]);
    }
  }
  return cases;
}

test('relatedProducts agrees with its definition, however the log was filled', () => {
  fc.assert(
    fc.property(
      arbitrarySketches,
      fc.constantFrom('together' as const, 'next' as const),
      (sketches, relation) => {
        const cases = naiveCases(sketches, relation);
        const withTea = cases.filter(([earlier]) => earlier.has('tea'));
        const expected = ['cup', 'mat'].flatMap((sku) => {
          const both = withTea.filter(([, later]) => later.has(sku)).length;
          const withSku = cases.filter(([, later]) => later.has(sku)).length;
          const confidence = both / withTea.length;
          return both === 0
            ? []
            : [
                {
                  sku,
                  cases: both,
                  support: both / cases.length,
                  confidence,
                  lift: confidence / (withSku / cases.length),
                },
              ];
        });
        for (const log of fillings(sketches)) {
          const { value, basis } = relatedProducts(log, 'tea', { relation, minimumCases: 1 });
          expect([basis.count, basis.casesWithSku]).toEqual([cases.length, withTea.length]);
          expect(value === null).toBe(withTea.length === 0);
          const found = [...(value ?? [])].sort((a, b) => (a.sku < b.sku ? -1 : 1));
          expect(found.map(({ lift, ...rest }) => rest)).toEqual(expected.map(({ lift, ...rest }) => rest));
          for (const [index, { lift }] of found.entries())
            expect(lift).toBeCloseTo(expected[index]?.lift ?? 0, 12);
          expect(value?.map(({ lift }) => lift)).toEqual(
            value?.map(({ lift }) => lift).sort((a, b) => b - a),
          );
        }
      },
    ),
  );
});
