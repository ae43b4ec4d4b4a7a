import { createOrderLog, createShopCalendar, type Order } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { assessTiers, defaultMembershipProgram, type MembershipProgram, membershipBasis } from './index.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const paid: MembershipProgram = {
  ...defaultMembershipProgram,
  counting: { orders: 'paid', exclude: ['test'] },
};

const order = (id: string, yuan: number, more: Partial<Order> = {}): Order => ({
  id,
  customerId: 'ann',
  total: { minor: yuan * 100, currency: 'CNY' },
  placedAt: '2026-03-01T22:00:00+08:00',
  paidAt: '2026-03-01T23:59:59+08:00',
  signedAt: '2026-03-04T09:00:00+08:00',
  ...more,
});

const refund = (yuan: number, refundedAt: string) => ({
  refunds: [{ id: 'r-1', amount: { minor: yuan * 100, currency: 'CNY' }, refundedAt }],
});

const countedOf = (orders: Order[], program = defaultMembershipProgram) =>
  membershipBasis(orders, program, calendar).counted.map(({ day, amountMinor, purchases }) => [
    day,
    amountMinor / 100,
    purchases,
  ]);

describe('an order counts', () => {
  test('seven days after it was signed for, in the zone of the shop', () => {
    expect(countedOf([order('a', 100)])).toEqual([['2026-03-11', 100, 1]]);
    expect(countedOf([order('a', 100, { signedAt: '2026-03-04T16:00:00Z' })])).toEqual([
      ['2026-03-12', 100, 1],
    ]);
  });

  test('on the day on which it was completed, where that is told', () => {
    expect(countedOf([order('a', 100, { completedAt: '2026-03-06T09:00:00+08:00' })])).toEqual([
      ['2026-03-06', 100, 1],
    ]);
  });

  test('on the day on which it was paid, where the programme says so', () => {
    expect(countedOf([order('a', 100)], paid)).toEqual([['2026-03-01', 100, 1]]);
    expect(countedOf([order('a', 100, { paymentMethod: 'cash_on_delivery' })], paid)).toEqual([
      ['2026-03-04', 100, 1],
    ]);
  });

  test('not before it is paid and delivered, nor when it was cancelled or is none of a customer', () => {
    const { paidAt, ...unpaid } = order('a', 100);
    const { signedAt, ...underWay } = order('b', 100);
    expect([paidAt, signedAt]).not.toContain(undefined);
    expect(countedOf([unpaid, underWay])).toEqual([]);
    expect(countedOf([order('c', 100, { cancelledAt: '2026-03-02T09:00:00+08:00' })])).toEqual([]);
    expect(countedOf([order('d', 100, { flags: ['employee'] })])).toEqual([]);
    expect(countedOf([order('e', 100, { flags: ['gift'] })])).toEqual([['2026-03-11', 100, 1]]);
  });

  test('with others of its day of purchase as one, which counts with the first of them', () => {
    const late = order('b', 50, { signedAt: '2026-03-09T09:00:00+08:00' });
    expect(countedOf([late, order('a', 100)])).toEqual([
      ['2026-03-11', 100, 1],
      ['2026-03-16', 50, 0],
    ]);
  });

  test('without what was refunded, and not at all when that is all', () => {
    const parts = order('a', 100, refund(30, '2026-03-20T09:00:00+08:00'));
    const whole = order('b', 50, {
      ...refund(50, '2026-03-20T09:00:00+08:00'),
      paidAt: '2026-03-02T09:00:00+08:00',
    });
    const basis = membershipBasis([parts, whole], defaultMembershipProgram, calendar);
    expect(basis.counted).toEqual([{ day: '2026-03-11', amountMinor: 70_00, purchases: 1 }]);
    expect(basis.countedAtFirst).toEqual([{ day: '2026-03-11', amountMinor: 150_00, purchases: 2 }]);
  });

  test.each([
    ['2026-03-10T23:59:59+08:00', 70],
    ['2026-03-11T00:00:00+08:00', 100],
  ])('at first, with what was refunded from its day on: %s', (refundedAt, yuan) => {
    const basis = membershipBasis(
      [order('a', 100, refund(30, refundedAt))],
      defaultMembershipProgram,
      calendar,
    );
    expect(basis.countedAtFirst).toEqual([{ day: '2026-03-11', amountMinor: yuan * 100, purchases: 1 }]);
  });
});

describe('the tiers of a log', () => {
  const log = createOrderLog({ currency: 'CNY', calendar });
  log.append(order('a', 1200));
  log.append(order('b', 100, { customerId: 'ben' }));
  log.append(order('c', 100, { customerId: 'cat', signedAt: '2026-03-05T09:00:00+08:00' }));
  const tiers = assessTiers(log, defaultMembershipProgram, { asOf: '2026-03-11' });

  test('say what they rest on', () => {
    expect(tiers.basis).toEqual({
      asOf: '2026-03-11',
      currency: 'CNY',
      counting: defaultMembershipProgram.counting,
      countedOrders: 2,
      waitingOrders: 1,
    });
    expect(tiers.customersByTier).toEqual({ tier_1: 2, tier_2: 1, tier_3: 0, tier_4: 0 });
  });

  test('are those of the moment when they were assessed', () => {
    const growing = createOrderLog({ currency: 'CNY', calendar });
    growing.append(order('a', 100));
    const before = assessTiers(growing, defaultMembershipProgram, { asOf: '2026-03-11' });
    growing.append(order('a', 5000));
    growing.append(order('z', 5000, { customerId: 'zoe' }));
    expect(before.of('ann').tier).toBe('tier_1');
    expect(before.of('zoe').tier).toBe('tier_1');
  });

  test('do not name a customer who was erased since', () => {
    const shrinking = createOrderLog({ currency: 'CNY', calendar });
    shrinking.append(order('a', 1200));
    const before = assessTiers(shrinking, defaultMembershipProgram, { asOf: '2026-03-11' });
    shrinking.eraseCustomer('ann');
    expect([...before]).toEqual([]);
    expect(before.of('ann').tier).toBe('tier_1');
    const after = assessTiers(shrinking, defaultMembershipProgram, { asOf: '2026-03-11' });
    expect(after.customersByTier).toEqual({ tier_1: 0, tier_2: 0, tier_3: 0, tier_4: 0 });
  });

  test('survive a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify([...tiers]))).toEqual([...tiers]);
  });

  test('are refused for another currency, and where the days of refunds would decide', () => {
    const euro = createOrderLog({ currency: 'EUR', calendar });
    expect(() => assessTiers(euro, paid, { asOf: '2026-03-11' })).toThrow(
      expect.objectContaining({ code: 'currency_mismatch' }),
    );
    const keeping: MembershipProgram = { ...paid, downgrade: { policy: 'never', refundOverrides: false } };
    expect(assessTiers(log, keeping, { asOf: '2026-03-11' }).of('ann').tier).toBe('tier_2');
    const refunded = createOrderLog({ currency: 'CNY', calendar });
    refunded.append(order('a', 100, refund(30, '2026-03-20T09:00:00+08:00')));
    expect(() => assessTiers(refunded, keeping, { asOf: '2026-03-11' })).toThrow(
      expect.objectContaining({ code: 'refund_days_unknown' }),
    );
  });
});
