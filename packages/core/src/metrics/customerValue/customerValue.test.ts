import { type CustomerValueOptions, customerValue, type Interaction, type Review } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchLog } from '../../../test/sketchLog.js';

const annOf = (orders: readonly OrderSketch[], options: Partial<CustomerValueOptions> = {}) =>
  customerValue(sketchLog(orders), { asOf: '2026-03-31', ...options }).value?.of('ann');

const ann = { customerId: 'ann', minor: 3000 };

describe('what a customer bought', () => {
  test('is also counted by month of tenure, so that old and new customers compare', () => {
    // 146097 days are 4800 months: a customer of so many days has spent 4800 * 10 in 4800 months.
    const first = new Date(Date.parse('2026-03-31') - (146_097 - 1) * 86_400_000).toISOString().slice(0, 10);
    const value = annOf([
      { ...ann, day: first, minor: 24_000 },
      { ...ann, day: '2026-03-31', minor: 24_000 },
    ]);
    expect(value).toMatchObject({
      spentMinor: 48_000,
      purchases: 2,
      tenureMonths: 4800,
      spentPerMonthMinor: 10,
      purchasesPerMonth: 2 / 4800,
    });
  });

  test.each([
    ['2026-03-31', 1],
    ['2026-03-02', 1],
    ['2026-03-01', (31 * 4800) / 146_097],
  ])('a first purchase on %s makes a tenure of %d months, one at least', (day, tenureMonths) => {
    expect(annOf([{ ...ann, day }])?.tenureMonths).toBe(tenureMonths);
  });

  test('counts up to the day asked for', () => {
    const orders = ['2026-03-30', '2026-03-31', '2026-04-01'].map((day) => ({ ...ann, day }));
    expect(annOf(orders)).toMatchObject({ purchases: 2, spentMinor: 6000 });
    expect(annOf([{ ...ann, day: '2026-04-01' }])).toBe(undefined);
  });

  test('orders of one day are one purchase, unless they are to be two', () => {
    const orders = [
      { ...ann, day: '2026-03-31' },
      { ...ann, day: '2026-03-31' },
    ];
    expect([annOf(orders)?.purchases, annOf(orders, { mergeSameDay: false })?.purchases]).toEqual([1, 2]);
  });

  test('nobody has a value where nobody bought', () => {
    expect(customerValue(sketchLog([]), { asOf: '2026-03-31' })).toMatchObject({
      value: null,
      basis: { count: 0 },
    });
  });
});

describe('what a customer did beside buying', () => {
  const orders = [{ ...ann, day: '2026-03-01' }];
  const act = (id: string, kind: Interaction['kind'], at = '2026-03-10T12:00:00Z', customerId = 'ann') => ({
    id,
    customerId,
    kind,
    at,
  });
  const review: Review = { id: 'r-1', customerId: 'ann', rating: 5, at: '2026-03-10T12:00:00Z' };

  test('is counted by kind and weighed', () => {
    const interactions = [act('1', 'visit'), act('2', 'share'), act('3', 'share'), act('4', 'referral')];
    const value = annOf(orders, {
      interactions: [...interactions, act('5', 'photo_review')],
      reviews: [review],
    });
    expect(value?.relationship).toEqual({
      visit: 1,
      message: 0,
      share: 2,
      review: 1,
      photo_review: 1,
      referral: 1,
    });
    // 0 * 1 + 1 * 2 + 1 * 1 + 2 * 1 + 5 * 1
    expect(value?.relationshipScore).toBe(10);
  });

  test('is weighed as the shop wants', () => {
    const interactions = [act('1', 'message'), act('2', 'share')];
    expect(annOf(orders, { interactions, weights: { message: 3 } })?.relationshipScore).toBe(4);
  });

  test.each([
    ['2026-03-31T23:59:59Z', 1],
    ['2026-04-01T00:00:00Z', 0],
  ])('at %s counts %d times by 2026-03-31', (at, shares) => {
    expect(annOf(orders, { interactions: [act('1', 'share', at)] })?.relationship.share).toBe(shares);
  });

  test('counts once if it is told twice; a review may have the id of an interaction', () => {
    const interactions = [act('r-1', 'share'), act('r-1', 'share')];
    expect(annOf(orders, { interactions, reviews: [review] })?.relationship).toMatchObject({
      share: 1,
      review: 1,
    });
  });

  test('by somebody without an order is counted in the basis only', () => {
    const interactions = [act('1', 'share', '2026-03-10T12:00:00Z', 'bob')];
    const { value, basis } = customerValue(sketchLog(orders), { asOf: '2026-03-31', interactions });
    expect(value?.of('bob')).toBe(undefined);
    expect(basis.unattributed).toBe(1);
  });

  test('at no instant, or with a negative weight, is an error', () => {
    expect(() => annOf(orders, { interactions: [act('1', 'share', '2026-02-30T12:00:00Z')] })).toThrow(
      expect.objectContaining({ code: 'invalid_instant' }),
    );
    expect(() => annOf(orders, { weights: { share: -1 } })).toThrow(
      expect.objectContaining({ code: 'out_of_range', path: ['weights', 'share'] }),
    );
  });
});

test('the table has every customer with a purchase, but for the erased', () => {
  const log = sketchLog([
    { ...ann, day: '2026-03-01' },
    { ...ann, customerId: 'bob', day: '2026-03-01' },
    { ...ann, customerId: 'eve', day: '2026-03-01', unpaid: true },
  ]);
  log.eraseCustomer('bob');
  const { value, basis } = customerValue(log, { asOf: '2026-03-31' });
  expect(Array.from(value ?? [], (row) => row.customerId)).toEqual(['ann']);
  expect(basis.count).toBe(2);
});
