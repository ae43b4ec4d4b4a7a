import { AftercareError, customerFactsSchema, takeSnapshot, type ValueModel } from '@aftercare/core';
import {
  createBgNbdModel,
  createGammaGammaModel,
  createValueModel,
  customerLifetimeValue,
  expectedPurchases,
  probabilityAlive,
  purchaseSummary,
} from '@aftercare/core/clv';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../test/sketchLog.js';

const purchases = createBgNbdModel({
  unit: 'weeks',
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
});
const amounts = createGammaGammaModel({ currency: 'EUR', parameters: { p: 6.25, q: 3.74, v: 1544 } });
const options = { horizon: { days: 365 }, discountRatePerYear: 0.1 };
const valueModel = createValueModel({ purchases, amounts }, options);

const orders: readonly OrderSketch[] = [
  { customerId: 'ann', day: '2026-01-01', minor: 9000 },
  { customerId: 'ann', day: '2026-01-29', minor: 1000 },
  { customerId: 'ann', day: '2026-01-29', minor: 500 },
  { customerId: 'ann', day: '2026-02-05', minor: 1000, refundedMinor: 250 },
  { customerId: 'ann', day: '2026-04-01', minor: 5000 },
  { customerId: 'bob', day: '2026-03-01' },
  { customerId: 'cid', day: '2026-03-01', unpaid: true },
];

describe('The facts of a value model', () => {
  const asOf = '2026-03-31';
  const snapshot = takeSnapshot(sketchLog(orders), { asOf, valueModel });

  test.each(['ann', 'bob'])('are what the models say of the history of %s up to the day', (customerId) => {
    const history = purchaseSummary(sketchLog(orders), { calibrationEnd: asOf, unit: 'weeks' }).value?.of(
      customerId,
    );
    if (history === undefined) throw new Error('Both have bought.');
    const facts = snapshot.facts(customerId);
    expect(facts?.probabilityAlive).toBeCloseTo(probabilityAlive(purchases, history).value, 13);
    expect(facts?.expectedPurchases90Days).toBeCloseTo(
      expectedPurchases(purchases, history, { days: 90 }).value,
      13,
    );
    expect(facts?.lifetimeValueMinor).toBe(
      Math.round(customerLifetimeValue({ purchases, amounts }, history, options).value),
    );
    expect(customerFactsSchema.parse(facts)).toEqual(facts);
  });

  test('are handed the history in days', () => {
    const histories: unknown[] = [];
    const spy: ValueModel = {
      currency: 'EUR',
      basis: {},
      forecast(history) {
        histories.push(history);
        return { probabilityAlive: 1, expectedPurchases90Days: 2, lifetimeValueMinor: 3 };
      },
    };
    const seen = takeSnapshot(sketchLog(orders), { asOf, valueModel: spy });
    expect(seen.facts('ann')).toMatchObject({
      probabilityAlive: 1,
      expectedPurchases90Days: 2,
      lifetimeValueMinor: 3,
    });
    seen.facts('bob');
    expect(histories).toEqual([
      // (1500 + 750) / 2
      { frequency: 2, recencyDays: 35, tenureDays: 89, meanAmountMinor: 1125 },
      { frequency: 0, recencyDays: 0, tenureDays: 30, meanAmountMinor: 0 },
    ]);
  });

  test('are null for a customer without a purchase', () => {
    expect(snapshot.facts('cid')).toMatchObject({
      purchaseCount: 0,
      probabilityAlive: null,
      expectedPurchases90Days: null,
      lifetimeValueMinor: null,
    });
  });

  test('are null without a model', () => {
    const without = takeSnapshot(sketchLog(orders), { asOf });
    expect(without.basis.valueModel).toBeNull();
    expect(without.facts('ann')).toMatchObject({
      purchaseCount: 3,
      probabilityAlive: null,
      expectedPurchases90Days: null,
      lifetimeValueMinor: null,
    });
  });

  test('have the models in their basis', () => {
    expect(snapshot.basis.valueModel).toEqual({ purchases, amounts, ...options });
  });

  test('change with every day of silence', () => {
    const later = takeSnapshot(sketchLog(orders.slice(0, 4)), { asOf: '2026-04-01', valueModel });
    const [before, after] = [snapshot.facts('ann'), later.facts('ann')];
    expect(after?.probabilityAlive).toBeLessThan(before?.probabilityAlive ?? 0);
    expect(after?.expectedPurchases90Days).toBeLessThan(before?.expectedPurchases90Days ?? 0);
    expect(after?.lifetimeValueMinor).toBeLessThan(before?.lifetimeValueMinor ?? 0);
  });

  test('are not made with a model of another currency', () => {
    const dollars = createValueModel({ purchases, amounts: { ...amounts, currency: 'USD' } }, options);
    const take = () => takeSnapshot(sketchLog(orders), { asOf, valueModel: dollars });
    expect(take).toThrow(AftercareError);
    expect(take).toThrow(expect.objectContaining({ code: 'currency_mismatch', path: ['valueModel'] }));
  });
});

test('A value model is not made of models or options that cannot be', () => {
  const broken = { ...purchases, parameters: { ...purchases.parameters, r: 0 } };
  expect(() => createValueModel({ purchases: broken, amounts }, options)).toThrow(AftercareError);
  expect(() => createValueModel({ purchases, amounts }, { ...options, discountRatePerYear: -1 })).toThrow(
    AftercareError,
  );
});
