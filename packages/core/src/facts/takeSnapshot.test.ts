import { type Customer, type Interaction, type SnapshotOptions, takeSnapshot } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { type OrderSketch, sketchedOrder, sketchLog } from '../../test/sketchLog.js';

const snapshotOf = (orders: readonly OrderSketch[], options: Partial<SnapshotOptions> = {}) =>
  takeSnapshot(sketchLog(orders), { asOf: '2026-03-31', ...options });

const factsOfAnn = (orders: readonly OrderSketch[], options: Partial<SnapshotOptions> = {}) =>
  snapshotOf(orders, options).facts('ann');

const ann = { customerId: 'ann' };

describe('facts of purchases', () => {
  test('of a customer with three purchase days', () => {
    const facts = factsOfAnn([
      { ...ann, day: '2026-01-01', minor: 1000 },
      { ...ann, day: '2026-01-31', minor: 1001, refundedMinor: 1 },
      { ...ann, day: '2026-01-31', minor: 500 },
      { ...ann, day: '2026-03-26', minor: 501, signedAt: '2026-03-29T23:59:59Z' },
    ]);
    expect(facts).toEqual({
      purchaseCount: 3,
      orderCount: 4,
      firstPaidDay: '2026-01-01',
      lastPaidDay: '2026-03-26',
      daysSinceFirstPurchase: 89,
      daysSinceLastPurchase: 5,
      daysSinceSigned: 2,
      daysSinceUnpaidOrder: null,
      daysSinceLastVisit: null,
      totalSpentMinor: 3001,
      // 3001 / 4 = 750.25
      averageOrderValueMinor: 750,
      // 84 days, two gaps
      ownCycleDays: 42,
      expectedNextPurchaseDay: '2026-05-07',
      daysUntilExpectedPurchase: 37,
      recencyScore: 1,
      frequencyScore: 1,
      monetaryScore: 1,
      rfmSegment: 'general_winning_back',
      probabilityAlive: null,
      expectedPurchases90Days: null,
      lifetimeValueMinor: null,
      tags: [],
      region: null,
      birthdayKnown: false,
      isBirthday: null,
      daysUntilBirthday: null,
    });
  });

  test('of a customer who was given and never bought', () => {
    expect(factsOfAnn([], { customers: [{ id: 'ann', tags: ['newsletter'], region: 'north' }] })).toEqual({
      purchaseCount: 0,
      orderCount: 0,
      firstPaidDay: null,
      lastPaidDay: null,
      daysSinceFirstPurchase: null,
      daysSinceLastPurchase: null,
      daysSinceSigned: null,
      daysSinceUnpaidOrder: null,
      daysSinceLastVisit: null,
      totalSpentMinor: 0,
      averageOrderValueMinor: null,
      ownCycleDays: null,
      expectedNextPurchaseDay: null,
      daysUntilExpectedPurchase: null,
      recencyScore: null,
      frequencyScore: null,
      monetaryScore: null,
      rfmSegment: null,
      probabilityAlive: null,
      expectedPurchases90Days: null,
      lifetimeValueMinor: null,
      tags: ['newsletter'],
      region: 'north',
      birthdayKnown: false,
      isBirthday: null,
      daysUntilBirthday: null,
    });
  });

  test.each([
    ['2026-01-30', undefined],
    ['2026-01-31', 0],
    ['2026-02-01', 1],
  ])('seen from %s, a purchase of 2026-01-31 is %s days old', (asOf, days) => {
    expect(factsOfAnn([{ ...ann, day: '2026-01-31' }], { asOf })?.daysSinceLastPurchase).toBe(days);
  });

  test('the day of a purchase is that of the shop', () => {
    const order = { ...ann, day: '2026-03-01', paidAt: '2026-03-01T16:00:00Z' };
    const snapshot = takeSnapshot(sketchLog([order], 'Asia/Shanghai'), { asOf: '2026-03-02' });
    expect(snapshot.facts('ann')).toMatchObject({ lastPaidDay: '2026-03-02', daysSinceLastPurchase: 0 });
  });

  test('a whole refund takes a purchase away, unless it is to count', () => {
    const orders = [
      { ...ann, day: '2026-03-01' },
      { ...ann, day: '2026-03-10', minor: 100, refundedMinor: 100 },
    ];
    expect(factsOfAnn(orders)).toMatchObject({
      purchaseCount: 1,
      lastPaidDay: '2026-03-01',
      totalSpentMinor: 1000,
    });
    expect(factsOfAnn(orders, { refundedOrders: 'count' })).toMatchObject({
      purchaseCount: 2,
      lastPaidDay: '2026-03-10',
      totalSpentMinor: 1000,
    });
  });

  test.each([
    // 1 + 2 over 2 orders, 1 over 2, 1 over 3, 2 over 3
    [[1, 2], 2],
    [[1, 0], 1],
    [[1, 0, 0], 0],
    [[2, 0, 0], 1],
  ])('the average of %j is rounded half up to %d', (amounts, average) => {
    const orders = amounts.map((minor) => ({ ...ann, day: '2026-03-01', minor }));
    expect(factsOfAnn(orders)?.averageOrderValueMinor).toBe(average);
  });

  test.each([
    ['2026-03-01', 1, '2026-03-02'],
    ['2026-03-02', 1.5, '2026-03-04'],
    ['2026-03-03', 2, '2026-03-05'],
  ])('three purchases from 2026-02-27 to %s recur in %d days, next on %s', (last, cycle, next) => {
    const orders = ['2026-02-27', '2026-02-28', last].map((day) => ({ ...ann, day }));
    expect(factsOfAnn(orders)).toMatchObject({ ownCycleDays: cycle, expectedNextPurchaseDay: next });
  });

  test('a next purchase that is overdue is below 0 days away', () => {
    const orders = ['2026-03-01', '2026-03-11'].map((day) => ({ ...ann, day }));
    expect(factsOfAnn(orders)?.daysUntilExpectedPurchase).toBe(-10);
  });

  test('a next purchase after the year 9999 has no day', () => {
    const orders = ['0001-01-01', '9999-01-01'].map((day) => ({ ...ann, day }));
    expect(factsOfAnn(orders, { asOf: '9999-12-31' })?.expectedNextPurchaseDay).toBe(null);
  });
});

describe('facts of delivery', () => {
  const order = { ...ann, day: '2026-03-10' };

  test.each([
    ['2026-03-30T12:00:00Z', 1],
    ['2026-03-31T23:59:59Z', 0],
    ['2026-04-01T00:00:00Z', null],
  ])('signed for at %s', (signedAt, days) => {
    expect(factsOfAnn([{ ...order, signedAt }])?.daysSinceSigned).toBe(days);
  });

  test('the last purchase counts, not one before it', () => {
    const before = { ...ann, day: '2026-03-01', signedAt: '2026-03-05T12:00:00Z' };
    expect(factsOfAnn([before])?.daysSinceSigned).toBe(26);
    expect(factsOfAnn([before, order])?.daysSinceSigned).toBe(null);
  });

  test('of several orders of the last day all must have arrived', () => {
    const arrived = { ...order, signedAt: '2026-03-12T12:00:00Z' };
    const later = { ...order, signedAt: '2026-03-14T12:00:00Z' };
    expect(factsOfAnn([arrived, order])?.daysSinceSigned).toBe(null);
    expect(factsOfAnn([later, arrived])?.daysSinceSigned).toBe(17);
  });

  test('a purchase paid on delivery begins when it is signed for', () => {
    const onDelivery: OrderSketch = {
      ...ann,
      day: '2026-03-10',
      unpaid: true,
      paymentMethod: 'cash_on_delivery',
      signedAt: '2026-03-12T12:00:00Z',
    };
    expect(factsOfAnn([onDelivery])).toMatchObject({ lastPaidDay: '2026-03-12', daysSinceSigned: 19 });
    expect(factsOfAnn([onDelivery], { asOf: '2026-03-11' })).toMatchObject({
      purchaseCount: 0,
      daysSinceUnpaidOrder: null,
    });
  });
});

describe('facts of unpaid orders', () => {
  const unpaid = { ...ann, day: '2026-03-10', unpaid: true };

  test.each([
    ['2026-03-09', undefined],
    ['2026-03-10', 0],
    ['2026-03-11', 1],
  ])('seen from %s, an order placed on 2026-03-10 is open for %s days', (asOf, days) => {
    expect(factsOfAnn([unpaid], { asOf })?.daysSinceUnpaidOrder).toBe(days);
  });

  test('the last one placed counts', () => {
    expect(factsOfAnn([{ ...unpaid, day: '2026-03-30' }, unpaid])?.daysSinceUnpaidOrder).toBe(1);
  });

  test('an order paid after the day was unpaid on it, and makes a prospect', () => {
    const order = { ...ann, day: '2026-03-10', paidAt: '2026-03-12T12:00:00Z' };
    expect(factsOfAnn([order], { asOf: '2026-03-11' })).toMatchObject({
      purchaseCount: 0,
      daysSinceUnpaidOrder: 1,
    });
    expect(factsOfAnn([order], { asOf: '2026-03-12' })).toMatchObject({
      purchaseCount: 1,
      daysSinceUnpaidOrder: null,
    });
  });

  test('a cancelled order is not to be paid', () => {
    expect(factsOfAnn([{ ...unpaid, cancelledAt: '2026-03-11T12:00:00Z' }])?.daysSinceUnpaidOrder).toBe(null);
  });

  test('an order with a deposit is, until the final payment', () => {
    expect(factsOfAnn([{ ...unpaid, depositPaidAt: '2026-03-10T12:00:01Z' }])?.daysSinceUnpaidOrder).toBe(21);
  });
});

describe('facts of people', () => {
  const customer = (rest: Partial<Customer> = {}): Customer => ({ id: 'ann', ...rest });

  test.each([
    [30, 364, false],
    [31, 0, true],
  ])('on 31 March a birthday on 3/%d is in %d days', (day, days, isBirthday) => {
    const customers = [customer({ birthday: { calendar: 'solar', month: 3, day } })];
    expect(factsOfAnn([], { customers })).toMatchObject({
      birthdayKnown: true,
      isBirthday,
      daysUntilBirthday: days,
    });
  });

  test('29 February follows the policy', () => {
    const customers = [customer({ birthday: { calendar: 'solar', month: 2, day: 29 } })];
    const asOf = '2027-02-28';
    expect(factsOfAnn([], { asOf, customers })?.isBirthday).toBe(true);
    expect(factsOfAnn([], { asOf, customers, leapDayBirthday: 'march_1' })?.daysUntilBirthday).toBe(1);
  });

  test('lunar birthdays are told apart from solar ones and from those of a leap month', () => {
    const lunar = { calendar: 'lunar', month: 3, day: 31 - 1 } as const;
    const customers = [
      customer({ id: 'solar', birthday: { calendar: 'solar', month: 3, day: 30 } }),
      customer({ id: 'lunar', birthday: lunar }),
      customer({ id: 'leap', birthday: { ...lunar, leapMonth: true } }),
    ];
    const nextLunarBirthday = ({ leapMonth }: { leapMonth: boolean }) =>
      leapMonth ? '2026-04-20' : '2026-04-10';
    const snapshot = snapshotOf([], { customers, nextLunarBirthday });
    expect(['solar', 'lunar', 'leap'].map((id) => snapshot.facts(id)?.daysUntilBirthday)).toEqual([
      364, 10, 20,
    ]);
    expect(snapshotOf([], { customers }).facts('lunar')).toMatchObject({
      birthdayKnown: true,
      isBirthday: null,
      daysUntilBirthday: null,
    });
  });

  test.each([
    ['2026-03-30T12:00:00Z', 1],
    ['2026-03-31T23:59:59Z', 0],
    ['2026-04-01T00:00:00Z', null],
  ])('a visit at %s was %s days ago', (at, days) => {
    const interactions: Interaction[] = [
      { id: '1', customerId: 'ann', kind: 'visit', at },
      { id: '2', customerId: 'ann', kind: 'message', at: '2026-03-31T12:00:00Z' },
      { id: '3', customerId: 'nobody', kind: 'visit', at },
    ];
    expect(factsOfAnn([], { customers: [customer()], interactions })?.daysSinceLastVisit).toBe(days);
  });

  test('the last record of a customer counts', () => {
    const customers = [customer({ tags: ['old'], region: 'north' }), customer({ tags: ['new'] })];
    expect(factsOfAnn([], { customers })).toMatchObject({ tags: ['new'], region: null });
    expect(Array.from(snapshotOf([], { customers }), ({ customerId }) => customerId)).toEqual(['ann']);
  });
});

describe('who is in a snapshot', () => {
  const idsOf = (snapshot: ReturnType<typeof takeSnapshot>) =>
    Array.from(snapshot, ({ customerId }) => customerId).sort();

  const log = () =>
    sketchLog([
      { customerId: 'buyer', day: '2026-03-01' },
      { customerId: 'later', day: '2026-04-01' },
      { customerId: 'unpaid', day: '2026-03-01', unpaid: true },
      { customerId: 'cancelled', day: '2026-03-01', cancelledAt: '2026-03-02T12:00:00Z' },
      { customerId: 'refunded', day: '2026-03-01', refundedMinor: 1000 },
      { customerId: 'reseller', day: '2026-03-01', flags: ['distributor'] },
    ]);

  test('whoever had placed an order, and whoever was given', () => {
    const customers = [{ id: 'prospect' }, { id: 'buyer' }];
    const snapshot = takeSnapshot(log(), { asOf: '2026-03-31', customers, exclude: ['distributor'] });
    expect(idsOf(snapshot)).toEqual(['buyer', 'cancelled', 'prospect', 'refunded', 'unpaid']);
    for (const id of ['later', 'reseller', 'nobody']) expect(snapshot.facts(id)).toBe(undefined);
    expect(snapshot.basis).toMatchObject({ count: 1, asOf: '2026-03-31', lastPurchaseDay: '2026-04-01' });
  });

  test('whoever is given is in it, however little is known of their orders', () => {
    const customers = [{ id: 'later' }, { id: 'reseller' }];
    const snapshot = takeSnapshot(log(), { asOf: '2026-03-31', customers, exclude: ['distributor'] });
    expect(snapshot.facts('later')?.purchaseCount).toBe(0);
    expect(snapshot.facts('reseller')?.purchaseCount).toBe(0);
  });

  test('going through all gives the same facts as asking for each', () => {
    const snapshot = takeSnapshot(log(), {
      asOf: '2026-03-31',
      customers: [{ id: 'prospect', tags: ['vip'] }],
    });
    for (const { customerId, facts } of snapshot) expect(facts).toEqual(snapshot.facts(customerId));
    expect(idsOf(snapshot)).toHaveLength(6);
  });

  test('an erased customer is not in it, whenever they were erased', () => {
    const shop = log();
    const before = takeSnapshot(shop, { asOf: '2026-03-31' });
    shop.eraseCustomer('buyer');
    for (const snapshot of [before, takeSnapshot(shop, { asOf: '2026-03-31' })]) {
      expect(snapshot.facts('buyer')).toBe(undefined);
      expect(idsOf(snapshot)).not.toContain('buyer');
    }
  });

  test('stays what it was when the log goes on', () => {
    const shop = log();
    const customers = [{ id: 'prospect' }];
    const snapshot = takeSnapshot(shop, { asOf: '2026-03-31', customers });
    const before = idsOf(snapshot);
    shop.append(sketchedOrder({ id: 'x-1', customerId: 'newcomer', day: '2026-03-30' }));
    shop.append(sketchedOrder({ id: 'x-2', customerId: 'prospect', day: '2026-03-30' }));
    expect(idsOf(snapshot)).toEqual(before);
    expect(snapshot.facts('prospect')?.purchaseCount).toBe(0);
    expect(snapshot.facts('newcomer')).toBe(undefined);
    expect(takeSnapshot(shop, { asOf: '2026-03-31', customers }).facts('prospect')?.purchaseCount).toBe(1);
  });

  test('of nothing it is empty', () => {
    const snapshot = takeSnapshot(sketchLog([]), { asOf: '2026-03-31' });
    expect([...snapshot]).toEqual([]);
    expect(snapshot.basis).toMatchObject({ count: 0, rfmThresholds: null, currency: 'EUR' });
  });
});

describe('RFM in a snapshot', () => {
  const orders = [
    { customerId: 'ann', day: '2026-03-01', minor: 100 },
    { customerId: 'bob', day: '2026-03-02', minor: 200 },
  ];

  test('ranks by rank', () => {
    const snapshot = takeSnapshot(sketchLog(orders), { asOf: '2026-03-31' });
    expect(snapshot.facts('bob')).toMatchObject({ recencyScore: 3, frequencyScore: 1, monetaryScore: 3 });
    expect(snapshot.basis.rfmScoring).toBe('rank');
  });

  test('or by thresholds, and names as the shop does', () => {
    const thresholds = {
      recencyDays: [29, 40, 50, 60],
      frequency: [1, 2, 3, 4],
      monetaryMinor: [200, 300, 400, 500],
    } as const;
    const segments = [{ code: 'all', name: { en: 'All', 'zh-CN': '全部' }, where: [{}] }];
    const snapshot = takeSnapshot(sketchLog(orders), { asOf: '2026-03-31', rfm: { thresholds, segments } });
    expect(snapshot.facts('ann')).toMatchObject({ recencyScore: 4, frequencyScore: 2, monetaryScore: 1 });
    expect(snapshot.facts('bob')).toMatchObject({ recencyScore: 4, monetaryScore: 2, rfmSegment: 'all' });
    expect(snapshot.basis).toMatchObject({ rfmScoring: 'thresholds', rfmThresholds: thresholds });
  });
});

test.each([
  [{ asOf: '2026-02-29' }, 'invalid_day', ['asOf']],
  [{ leapDayBirthday: 'march_2' }, 'not_one_of', ['leapDayBirthday']],
  [{ rfm: { segments: [] } }, 'out_of_range', ['rfm', 'segments']],
])('refuses %j as %s', (options, code, path) => {
  expect(() => snapshotOf([], options as Partial<SnapshotOptions>)).toThrow(
    expect.objectContaining({ code, path }),
  );
});
