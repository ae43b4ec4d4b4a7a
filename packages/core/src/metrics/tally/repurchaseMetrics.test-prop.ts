import {
  createOrderLog,
  createShopCalendar,
  customerRepurchaseCycle,
  type DayWindow,
  dayNumberOf,
  historicalRepurchaseRate,
  type OrderLog,
  type PurchaseOptions,
  repurchaseRate,
  returningCustomers,
} from '@aftercare/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitrarySketches, dayAfterNewYear, fillings, isPurchase } from '../../../test/arbitrarySketches.js';
import { type OrderSketch, sketchedOrder, sketchLog } from '../../../test/sketchLog.js';

const arbitraryWindow: fc.Arbitrary<DayWindow | undefined> = fc.option(
  fc
    .tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: 1, max: 300 }))
    .map(([from, days]) => ({ from: dayAfterNewYear(from), to: dayAfterNewYear(from + days) })),
  { nil: undefined },
);

const arbitraryOptions = fc.record({
  window: arbitraryWindow,
  refundedOrders: fc.constantFrom('exclude' as const, 'count' as const),
  exclude: fc.constantFrom([], ['fake_order' as const], ['gift' as const, 'fake_order' as const]),
  mergeSameDay: fc.boolean(),
});

type Options = typeof arbitraryOptions extends fc.Arbitrary<infer Value> ? Value : never;

function withoutUndefined({ window, ...options }: Options): PurchaseOptions & { mergeSameDay: boolean } {
  return window === undefined ? options : { ...options, window };
}

/** All figures of a log: what must not depend on how the log was filled. */
function figuresOf(log: OrderLog, options: ReturnType<typeof withoutUndefined>) {
  const { window: _, ...ever } = options;
  return {
    returning: returningCustomers(log, options),
    byCustomers: repurchaseRate(log, options),
    byOrders: repurchaseRate(log, { ...options, by: 'orders' }),
    historical: historicalRepurchaseRate(log, ever),
    cycle: customerRepurchaseCycle(log, options),
  };
}

/** The same figures as the definitions say: one customer's orders after the other's, in plain arrays. */
function plainFigures(sketches: readonly OrderSketch[], options: Options) {
  const {
    window = { from: '0001-01-01', to: '9999-12-31' },
    refundedOrders,
    exclude,
    mergeSameDay,
  } = options;
  const counted = sketches.filter(
    (sketch) =>
      isPurchase(sketch, refundedOrders) &&
      !sketch.flags?.some((flag) => exclude.some((other) => other === flag)),
  );
  const purchasesOf = (of: readonly OrderSketch[], merge: boolean) => {
    return [...new Set(of.map(({ customerId }) => customerId))].map((customerId) => {
      const own = of.filter((sketch) => sketch.customerId === customerId);
      const days = own.map(({ day }) => dayNumberOf(day) ?? Number.NaN).sort((a, b) => a - b);
      return { customerId, days: merge ? [...new Set(days)] : days };
    });
  };
  const upToEnd = counted.filter(({ day }) => day < window.to);
  const inWindow = upToEnd.filter(({ day }) => day >= window.from);
  const buyers = purchasesOf(inWindow, mergeSameDay);
  const repeat = buyers.filter(({ days }) => days.length >= 2);
  const purchases = buyers.reduce((sum, { days }) => sum + days.length, 0);
  const gapsOf = (days: readonly number[]) => days.slice(1).map((day, index) => day - (days[index] ?? 0));
  const gaps = purchasesOf(inWindow, true)
    .map(({ days }) => gapsOf(days))
    .filter((ofOne) => ofOne.length > 0);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const cycles = gaps.map(mean).sort((a, b) => a - b);
  const middle = [cycles[(cycles.length - 1) >> 1] ?? 0, cycles[cycles.length >> 1] ?? 0];
  const ever = purchasesOf(counted, mergeSameDay);
  return {
    returning: purchasesOf(upToEnd, mergeSameDay).filter(
      ({ customerId, days }) => days.length >= 2 && buyers.some((buyer) => buyer.customerId === customerId),
    ).length,
    byCustomers: buyers.length === 0 ? null : repeat.length / buyers.length,
    byOrders: purchases === 0 ? null : (purchases - buyers.length) / purchases,
    historical: ever.length === 0 ? null : ever.filter(({ days }) => days.length >= 2).length / ever.length,
    meanDays: cycles.length === 0 ? null : mean(cycles),
    medianDays: cycles.length === 0 ? null : mean(middle),
    pooledMeanGapDays: cycles.length === 0 ? null : mean(gaps.flat()),
  };
}

function expectClose(actual: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(actual ?? null).toBeNull();
  else expect(actual).toBeCloseTo(expected, 9);
}

describe('The repurchase metrics', () => {
  test('are what their definitions say', () => {
    fc.assert(
      fc.property(arbitrarySketches, arbitraryOptions, (sketches, options) => {
        const actual = figuresOf(sketchLog(sketches), withoutUndefined(options));
        const expected = plainFigures(sketches, options);
        expect(actual.returning.value).toBe(expected.returning);
        expectClose(actual.byCustomers.value, expected.byCustomers);
        expectClose(actual.byOrders.value, expected.byOrders);
        expectClose(actual.historical.value, expected.historical);
        expectClose(actual.cycle.value?.meanDays, expected.meanDays);
        expectClose(actual.cycle.value?.medianDays, expected.medianDays);
        expectClose(actual.cycle.value?.pooledMeanGapDays, expected.pooledMeanGapDays);
      }),
    );
  });

  test('are the same to the last bit in whatever order, and in however many shards, orders came in', () => {
    fc.assert(
      fc.property(arbitrarySketches, arbitraryOptions, (sketches, options) => {
        const [listed, ...others] = fillings(sketches).map((log) =>
          figuresOf(log, withoutUndefined(options)),
        );
        for (const other of others) expect(other).toStrictEqual(listed);
      }),
    );
  });

  test('see of an order that came in many times only what it was last', () => {
    const history = arbitrarySketches.chain((sketches) =>
      fc.tuple(fc.constant(sketches), arbitrarySketches, fc.shuffledSubarray([...sketches])),
    );
    fc.assert(
      fc.property(history, arbitraryOptions, ([sketches, earlier, again], options) => {
        const log = sketchLog(earlier);
        const ids = new Set(sketches.map(({ id }) => id));
        // What only came earlier goes: an order that nobody paid is in no figure.
        for (const { id } of earlier) {
          if (!ids.has(id))
            log.append(sketchedOrder({ id, customerId: 'zoe', day: '2026-01-01', unpaid: true }));
        }
        figuresOf(log, withoutUndefined(options));
        for (const sketch of [...sketches, ...again]) log.append(sketchedOrder(sketch));
        const expected = figuresOf(sketchLog(sketches), withoutUndefined(options));
        expect(figuresOf(log, withoutUndefined(options))).toStrictEqual(expected);
      }),
    );
  });

  test('do not change when a customer is erased', () => {
    fc.assert(
      fc.property(arbitrarySketches, arbitraryOptions, (sketches, options) => {
        const log = sketchLog(sketches);
        const before = figuresOf(log, withoutUndefined(options));
        for (const { customerId } of sketches.slice(0, 3)) log.eraseCustomer(customerId);
        expect(figuresOf(log, withoutUndefined(options))).toStrictEqual(before);
      }),
    );
  });

  test('of thousands of customers with many purchases each do not depend on the order of filling either', () => {
    // Beyond one group of customers, and beyond what is sorted by hand: 9,000 customers, the first with 100 orders.
    const orders = Array.from({ length: 9000 }, (_, customer) =>
      Array.from({ length: customer === 0 ? 100 : 2 }, (_, place) => ({
        id: `o-${customer}-${place}`,
        customerId: `c-${customer}`,
        day: dayAfterNewYear(place * 3 + (customer % 5)),
      })),
    ).flat();
    const options = { mergeSameDay: true };
    const forwards = figuresOf(sketchLog(orders), options);
    expect(figuresOf(sketchLog([...orders].reverse()), options)).toStrictEqual(forwards);
    expect(forwards.returning.value).toBe(9000);
    expect(forwards.cycle.value).toEqual({ meanDays: 3, medianDays: 3, pooledMeanGapDays: 3 });
  });
});

test('Bulk ingest with one broken record in a hundred keeps the good ones and lists each bad one', () => {
  const breakings = [
    (order: object) => ({ ...order, placedAt: 'yesterday' }),
    (order: object) => ({ ...order, total: { minor: 0.5, currency: 'EUR' } }),
    (order: object) => ({ ...order, total: { minor: 1, currency: 'USD' } }),
    () => null,
  ] as const;
  const broken = fc.record({
    at: fc.integer({ min: 0, max: 499 }),
    how: fc.constantFrom(...breakings),
  });
  const good = Array.from({ length: 500 }, (_, index) =>
    sketchedOrder({ id: `o-${index}`, customerId: `c-${index % 50}`, day: dayAfterNewYear(index) }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(broken, { minLength: 5, maxLength: 5, selector: ({ at }) => at }),
      fc.constantFrom('schema' as const, 'trusted' as const),
      (breaks, check) => {
        const records: unknown[] = [...good];
        for (const { at, how } of breaks) records[at] = how(records[at] as object);
        const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
        const report = log.addAll(records, { check });
        expect([report.added, report.replaced, report.unchanged]).toEqual([495, 0, 0]);
        expect(report.rejected.map(({ index }) => index)).toEqual(
          breaks.map(({ at }) => at).sort((a, b) => a - b),
        );
        expect(log.orderCount).toBe(495);
      },
    ),
    { numRuns: 20 },
  );
});
