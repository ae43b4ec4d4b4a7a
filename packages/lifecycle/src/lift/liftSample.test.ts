import { AftercareError, createOrderLog, createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type LiftEntry, type LiftSampleOptions, liftSample, measureLift } from './index.js';

const nobody = { salt: 'aftercare', buckets: 0 };
const options: LiftSampleOptions = { rule: 'offer', holdout: nobody, withinDays: 14, asOf: '2026-12-31' };
const at = '2026-03-01T09:00:00Z';
const entry = (status: LiftEntry['status'], change: Partial<LiftEntry> = {}): LiftEntry => ({
  rule: 'offer',
  status,
  at,
  ...change,
});

function logOf(purchases: readonly (readonly [string, string, Partial<Order>?])[], timeZone = 'UTC') {
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone }) });
  for (const [index, [customerId, paidAt, change]] of purchases.entries()) {
    const total = { minor: 990, currency: 'EUR' };
    log.append({ id: `o-${index}`, customerId, total, placedAt: paidAt, paidAt, ...change });
  }
  return log;
}

/** The counts of one customer, who bought once. */
function countsOf(
  entries: readonly LiftEntry[],
  paidAt: string,
  change: Partial<LiftSampleOptions> = {},
  order: Partial<Order> = {},
) {
  const log = logOf([['ann', paidAt, order]]);
  const { treated, holdout } = liftSample(new Map([['ann', entries]]), log, { ...options, ...change });
  return [treated.customers, treated.converted, holdout.customers, holdout.converted];
}

describe('a purchase counts for the care', () => {
  test.each<[string, number]>([
    ['2026-03-01T08:59:59.999Z', 0],
    ['2026-03-01T09:00:00Z', 1],
    ['2026-03-01T09:00:00.001Z', 1],
    ['2026-03-13T23:59:59Z', 1],
    ['2026-03-14T23:59:59Z', 1],
    ['2026-03-15T00:00:00Z', 0],
    ['2026-03-16T00:00:00Z', 0],
  ])('within 14 shop days from the moment of the entry on: at %s %i', (paidAt, converted) => {
    expect(countsOf([entry('sent')], paidAt)).toEqual([1, converted, 0, 0]);
  });

  test('by the days of the shop, not of the server', () => {
    // In Shanghai the entry is of 2 March, 01:00, and its only day ends on 2 March at 16:00 UTC.
    const histories = new Map([['ann', [entry('sent', { at: '2026-03-01T17:00:00Z' })]]]);
    const converted = (paidAt: string) =>
      liftSample(histories, logOf([['ann', paidAt]], 'Asia/Shanghai'), { ...options, withinDays: 1 }).treated
        .converted;
    expect(converted('2026-03-02T15:59:59Z')).toBe(1);
    expect(converted('2026-03-02T16:00:00Z')).toBe(0);
  });

  test('when one before the entry is followed by one after it', () => {
    const log = logOf([
      ['ann', '2026-03-05T10:00:00Z'],
      ['ann', '2026-02-01T10:00:00Z'],
    ]);
    expect(liftSample(new Map([['ann', [entry('sent')]]]), log, options).treated.converted).toBe(1);
  });

  test('unless its order was refunded, cancelled or has a flag that is left out', () => {
    const paidAt = '2026-03-05T10:00:00Z';
    const refunds = [{ id: 'r-1', amount: { minor: 990, currency: 'EUR' }, refundedAt: paidAt }];
    expect(countsOf([entry('sent')], paidAt, {}, { refunds })).toEqual([1, 0, 0, 0]);
    expect(countsOf([entry('sent')], paidAt, { refundedOrders: 'count' }, { refunds })).toEqual([1, 1, 0, 0]);
    expect(countsOf([entry('sent')], paidAt, {}, { cancelledAt: paidAt })).toEqual([1, 0, 0, 0]);
    expect(countsOf([entry('sent')], paidAt, {}, { flags: ['gift'] })).toEqual([1, 1, 0, 0]);
    expect(countsOf([entry('sent')], paidAt, { exclude: ['gift'] }, { flags: ['gift'] })).toEqual([
      1, 0, 0, 0,
    ]);
  });
});

describe('the group of a customer', () => {
  const paidAt = '2026-03-05T10:00:00Z';

  test.each<[LiftEntry['status'], number[]]>([
    ['planned', [1, 1, 0, 0]],
    ['sent', [1, 1, 0, 0]],
    ['failed', [1, 1, 0, 0]],
    ['withdrawn', [1, 1, 0, 0]],
    ['held_out', [0, 0, 1, 1]],
  ])('is the one that the lot put them into, whatever came of it: %s', (status, counts) => {
    expect(countsOf([entry(status)], paidAt)).toEqual(counts);
  });

  test('and the day from which they are watched are those of the first entry, wherever it stands', () => {
    const later = '2026-03-06T09:00:00Z';
    const entries = [entry('sent', { at: later }), entry('held_out')];
    expect(countsOf(entries, paidAt)).toEqual([0, 0, 1, 1]);
    expect(countsOf(entries.toReversed(), paidAt)).toEqual([0, 0, 1, 1]);
    expect(countsOf([entry('held_out', { at: later }), entry('planned')], paidAt)).toEqual([1, 1, 0, 0]);
  });

  test('is none without an entry of the rule', () => {
    expect(countsOf([], paidAt)).toEqual([0, 0, 0, 0]);
    expect(countsOf([entry('sent', { rule: 'thanks' })], paidAt)).toEqual([0, 0, 0, 0]);
  });

  test('who has never bought is counted too', () => {
    const { treated } = liftSample(new Map([['bob', [entry('sent')]]]), logOf([]), options);
    expect(treated).toEqual({ customers: 1, converted: 0 });
  });

  // Day 14 of the entry of 1 March is 14 March.
  test.each<[string, number, number]>([
    ['2026-03-13', 0, 1],
    ['2026-03-14', 1, 0],
    ['2026-03-15', 1, 0],
  ])('is none as long as their days are not over: as of %s', (asOf, customers, notOver) => {
    const sample = liftSample(new Map([['ann', [entry('sent')]]]), logOf([]), { ...options, asOf });
    expect([sample.treated.customers, sample.basis.leftOut.notOver]).toEqual([customers, notOver]);
  });
});

describe('the global control group', () => {
  // By the salt "aftercare", Python gets the buckets ann 4944, bob 3355, cid 638, dan 4156, eve 9378.
  const holdout = { salt: 'aftercare', buckets: 4000 };
  const histories = new Map<string, LiftEntry[]>([
    ['ann', [entry('held_out')]],
    ['bob', [entry('held_out')]],
    ['cid', [entry('sent')]],
    ['dan', [entry('sent', { rule: 'thanks' })]],
    ['eve', [entry('sent')]],
  ]);
  const log = logOf([
    ['ann', '2026-03-05T10:00:00Z'],
    ['bob', '2026-03-06T10:00:00Z'],
  ]);

  test('is left out where one rule is judged: nothing else reaches it either', () => {
    const { treated, holdout: control, basis } = liftSample(histories, log, { ...options, holdout });
    expect([treated, control]).toEqual([
      { customers: 1, converted: 0 },
      { customers: 1, converted: 1 },
    ]);
    expect(basis.leftOut).toEqual({ globalHoldout: 1, notOver: 0, contradictory: 1 });
  });

  test('is the control group of all care together; who is held out by one rule is treated', () => {
    const { rule: _, ...all } = options;
    const { treated, holdout: control, basis } = liftSample(histories, log, { ...all, holdout });
    expect([treated, control]).toEqual([
      { customers: 3, converted: 1 },
      { customers: 1, converted: 1 },
    ]);
    expect(basis.leftOut).toEqual({ globalHoldout: 0, notOver: 0, contradictory: 1 });
  });
});

describe('the basis', () => {
  test('says how the groups were counted, and goes on to the verdict', () => {
    const log = logOf([['ann', '2026-03-05T10:00:00Z', { flags: ['gift'] }]]);
    const sample = liftSample(new Map([['ann', [entry('sent')]]]), log, { ...options, exclude: ['gift'] });
    expect(sample.basis).toEqual({
      metric: 'liftSample',
      window: null,
      timeZone: 'UTC',
      mergeSameDay: null,
      refundedOrders: 'exclude',
      excluded: { flags: ['gift'], orders: 1 },
      rule: 'offer',
      holdout: nobody,
      withinDays: 14,
      asOf: '2026-12-31',
      lastPurchaseDay: '2026-03-05',
      leftOut: { globalHoldout: 0, notOver: 0, contradictory: 0 },
    });
    expect(measureLift(sample)).toMatchObject({ verdict: 'too_small', basis: { sample: sample.basis } });
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });
});

describe('misuse is refused', () => {
  test.each<[string, Partial<LiftSampleOptions>, readonly LiftEntry[], string]>([
    ['no days', { withinDays: 0 }, [], 'out_of_range'],
    ['half a day', { withinDays: 0.5 }, [], 'out_of_range'],
    ['a day that does not exist', { asOf: '2026-02-29' }, [], 'invalid_day'],
    ['an entry without a moment', {}, [entry('sent', { at: 'yesterday' })], 'invalid_instant'],
  ])('%s', (_, change, entries, code) => {
    try {
      liftSample(new Map([['ann', entries]]), logOf([]), { ...options, ...change });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AftercareError);
      expect(error).toMatchObject({ code });
    }
  });
});
