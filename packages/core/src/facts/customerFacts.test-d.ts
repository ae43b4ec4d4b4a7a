import type { CustomerFacts, CustomerSnapshot, Day, RfmOptions, SnapshotOptions } from '@aftercare/core';
import { expectTypeOf, test } from 'vitest';

test('a fact that can be unknown is null then, not absent', () => {
  expectTypeOf<CustomerFacts['daysSinceLastPurchase']>().toEqualTypeOf<number | null>();
  expectTypeOf<CustomerFacts['lastPaidDay']>().toEqualTypeOf<Day | null>();
  expectTypeOf<CustomerFacts['purchaseCount']>().toEqualTypeOf<number>();
  expectTypeOf<Partial<CustomerFacts>>().not.toExtend<CustomerFacts>();
});

test('facts are read and not written', () => {
  expectTypeOf<CustomerFacts>().toEqualTypeOf<Readonly<CustomerFacts>>();
  expectTypeOf<CustomerFacts['tags']>().toEqualTypeOf<readonly string[]>();
});

test('a customer may be unknown to a snapshot', () => {
  expectTypeOf<ReturnType<CustomerSnapshot['facts']>>().toEqualTypeOf<CustomerFacts | undefined>();
});

test('a snapshot has a day and no window', () => {
  expectTypeOf<SnapshotOptions>().toHaveProperty('asOf');
  expectTypeOf<SnapshotOptions>().not.toHaveProperty('window');
  expectTypeOf<{ exclude: [] }>().not.toExtend<SnapshotOptions>();
});

test('thresholds may be constants', () => {
  const thresholds = {
    recencyDays: [1, 2, 3, 4],
    frequency: [1, 2, 3, 4],
    monetaryMinor: [1, 2, 3, 4],
  } as const;
  expectTypeOf(thresholds).toExtend<NonNullable<RfmOptions['thresholds']>>();
});
