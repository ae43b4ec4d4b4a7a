import type { CoreResult, SnapshotOptions } from '@aftercare/core';
import {
  type BgNbdModel,
  type CustomerColumn,
  createValueModel,
  customerLifetimeValue,
  expectedAverageAmount,
  expectedPurchases,
  type Forecast,
  fitBgNbd,
  type GammaGammaModel,
  type LifetimeValueOptions,
  type PurchaseSummaryRow,
  probabilityAlive,
  type SummarisedPurchases,
  type TimeSpan,
} from '@aftercare/core/clv';
import { expectTypeOf, test } from 'vitest';

declare const purchases: BgNbdModel;
declare const amounts: GammaGammaModel;
declare const row: PurchaseSummaryRow;
declare const summary: SummarisedPurchases;
declare const options: LifetimeValueOptions;

test('one customer has a number, a summary a column', () => {
  expectTypeOf(probabilityAlive(purchases, row)).toEqualTypeOf<Forecast<number>>();
  expectTypeOf(probabilityAlive(purchases, summary)).toEqualTypeOf<Forecast<CustomerColumn | null>>();
  expectTypeOf(expectedPurchases(purchases, row, { days: 90 }).value).toBeNumber();
  expectTypeOf(expectedAverageAmount(amounts, row).value).toBeNumber();
  expectTypeOf(customerLifetimeValue({ purchases, amounts }, row, options).value).toBeNumber();
});

test('a span of time says its unit, and only one', () => {
  expectTypeOf<{ weeks: 39 }>().toExtend<TimeSpan>();
  expectTypeOf<number>().not.toExtend<TimeSpan>();
  expectTypeOf<{ months: 3 }>().not.toExtend<TimeSpan>();
  // @ts-expect-error A bare number has no unit.
  expectedPurchases(purchases, row, 39);
});

test('a horizon and a discount rate have no defaults', () => {
  expectTypeOf<{ horizon: { weeks: 52 } }>().not.toExtend<LifetimeValueOptions>();
  expectTypeOf<{ discountRatePerYear: 0.1 }>().not.toExtend<LifetimeValueOptions>();
});

test('data that do not tell the parameters are a value, not an exception', () => {
  expectTypeOf(fitBgNbd(summary)).toEqualTypeOf<CoreResult<BgNbdModel>>();
});

test('a model of amounts is none of purchases', () => {
  expectTypeOf<GammaGammaModel>().not.toExtend<BgNbdModel>();
});

test('a value model is what a snapshot takes', () => {
  const valueModel = createValueModel({ purchases, amounts }, options);
  expectTypeOf(valueModel).toExtend<NonNullable<SnapshotOptions['valueModel']>>();
});
