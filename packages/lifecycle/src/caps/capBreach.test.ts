import { createShopCalendar, MILLISECONDS_A_DAY } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import type { ChannelDefinition } from '../channels/index.js';
import { type CapPolicy, capPolicySchema, defaultCapPolicy } from './cap.js';
import { breachedCap, type CountedMessage } from './capBreach.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const noon = Date.parse('2026-03-10T12:00:00+08:00');
const DAY = MILLISECONDS_A_DAY;

/** A marketing message on the app, so long after noon on 10 March. */
const message = (actionId: string, after: number, change: Partial<CountedMessage> = {}): CountedMessage => ({
  actionId,
  channel: 'app_push',
  purpose: 'marketing',
  at: noon + after,
  day: calendar.dayAt(noon + after),
  ...change,
});
const app: ChannelDefinition = { code: 'app_push', reaches: 'customer' };
const usual = (...caps: CapPolicy['usual']): CapPolicy => ({ usual: caps, widened: [] });
const onceInThree = usual({ purpose: 'marketing', most: 1, withinDays: 3 });
const filledBy = (
  others: readonly CountedMessage[],
  policy: CapPolicy = onceInThree,
  asked = message('new', 0),
  channel: ChannelDefinition = app,
) => breachedCap(asked, others, policy, channel)?.filledBy.map(({ actionId }) => actionId);

describe('a cap', () => {
  test.each<[number, string[] | undefined]>([
    [-3 * DAY - 1, undefined],
    [-3 * DAY, undefined],
    [-3 * DAY + 1, ['old']],
    [0, ['old']],
    [3 * DAY - 1, ['old']],
    [3 * DAY, undefined],
    [3 * DAY + 1, undefined],
  ])('of one in three days looks at a message %i milliseconds away', (away, expected) => {
    expect(filledBy([message('old', away)])).toEqual(expected);
  });

  test('of two in ten days is filled by two of one window, not by two that no window holds with the new one', () => {
    const twice = usual({ purpose: 'marketing', most: 2, withinDays: 10 });
    expect(filledBy([message('one', -6 * DAY), message('two', 3 * DAY)], twice)).toEqual(['one', 'two']);
    expect(filledBy([message('one', -6 * DAY), message('two', 4 * DAY)], twice)).toBeUndefined();
    expect(filledBy([message('one', -9 * DAY), message('two', -8 * DAY)], twice)).toEqual(['one', 'two']);
    expect(filledBy([message('two', 8 * DAY), message('one', 7 * DAY)], twice)).toEqual(['one', 'two']);
  });

  test('counts a message of the same instant', () => {
    expect(filledBy([message('same', 0)])).toEqual(['same']);
  });

  test('counts its purpose only', () => {
    expect(filledBy([message('old', -1, { purpose: 'service' })])).toBeUndefined();
    expect(
      filledBy([message('old', -1)], onceInThree, message('new', 0, { purpose: 'service' })),
    ).toBeUndefined();
  });

  test('counts all channels together, or those of its own channel', () => {
    const bySms = message('old', -1, { channel: 'sms' });
    expect(filledBy([bySms])).toEqual(['old']);
    const ofApp = usual({ purpose: 'marketing', channel: 'app_push', most: 1, withinDays: 3 });
    expect(filledBy([bySms], ofApp)).toBeUndefined();
    expect(filledBy([message('old', -1)], ofApp)).toEqual(['old']);
    const ofSms = usual({ purpose: 'marketing', channel: 'sms', most: 0, withinDays: 3 });
    expect(filledBy([], ofSms)).toBeUndefined();
  });

  test('of none forbids, and no cap allows everything', () => {
    expect(filledBy([], usual({ purpose: 'marketing', most: 0, withinDays: 1 }))).toEqual([]);
    expect(
      filledBy(
        Array.from({ length: 50 }, (_, at) => message(`m-${at}`, -at)),
        usual(),
      ),
    ).toBeUndefined();
  });

  test('is named: the first of the list that is filled', () => {
    const policy = usual(
      { purpose: 'marketing', most: 2, withinDays: 30 },
      { purpose: 'marketing', most: 1, withinDays: 3 },
      { purpose: 'marketing', most: 1, withinDays: 7 },
    );
    const limit = (others: readonly CountedMessage[]) =>
      breachedCap(message('new', 0), others, policy, app)?.limit;
    expect(limit([message('old', -DAY)])).toEqual(policy.usual[1]);
    expect(limit([message('old', -5 * DAY)])).toEqual(policy.usual[2]);
    expect(limit([message('old', -DAY), message('older', -9 * DAY)])).toEqual(policy.usual[0]);
  });

  test('by default lets one through in three days and four in thirty', () => {
    const fourth = [message('a', -9 * DAY), message('b', -6 * DAY), message('c', -3 * DAY)];
    expect(filledBy(fourth, defaultCapPolicy)).toBeUndefined();
    const fifth = [message('z', -30 * DAY + 1), ...fourth];
    expect(filledBy(fifth, defaultCapPolicy)).toEqual(['z', 'a', 'b', 'c']);
    expect(filledBy([message('z', -30 * DAY), ...fourth], defaultCapPolicy)).toBeUndefined();
  });
});

describe('a period with other caps', () => {
  const sale: CapPolicy = {
    usual: onceInThree.usual,
    widened: [
      { from: '2026-03-10', to: '2026-03-12', caps: [{ purpose: 'marketing', most: 2, withinDays: 1 }] },
      { from: '2026-03-11', to: '2026-03-14', caps: [] },
    ],
  };
  const isFree = (hours: number, ...others: readonly CountedMessage[]) =>
    filledBy(others, sale, message('new', hours * 3_600_000)) === undefined;
  const before = message('old', -20 * 3_600_000);

  test.each([
    ['the last millisecond of the day before', -12 - 1 / 3_600_000, false],
    ['the first of its first day', -12, true],
    ['the last of its last day', 36 - 1 / 3_600_000, true],
  ])('holds on shop days: %s', (_, hours, expected) => {
    expect(isFree(hours, before)).toBe(expected);
  });

  test('ends by itself, and what was sent in it counts afterwards', () => {
    const last = message('last', 35 * 3_600_000);
    const after = { usual: sale.usual, widened: sale.widened.slice(0, 1) };
    const asked = message('new', 36 * 3_600_000);
    expect(filledBy([last], after, asked)).toEqual(['last']);
  });

  test('that overlaps with another gives way to the one that comes first in the list', () => {
    const two = [message('a', 24 * 3_600_000), message('b', 25 * 3_600_000)];
    expect(isFree(26, ...two)).toBe(false);
    expect(isFree(50, ...two)).toBe(true);
  });
});

describe('a limit of a channel', () => {
  const wechat: ChannelDefinition = { code: 'wechat', reaches: 'customer', maxPerDay: 1, maxPerMonth: 2 };
  const on = (actionId: string, at: string): CountedMessage =>
    message(actionId, Date.parse(at) - noon, { channel: 'wechat' });
  const limitOf = (asked: CountedMessage, ...others: readonly CountedMessage[]) =>
    breachedCap(asked, others, usual(), wechat);

  test('a day is a shop day, not a stretch of hours', () => {
    const late = on('late', '2026-03-10T23:59:00+08:00');
    expect(limitOf(on('new', '2026-03-10T09:00:00+08:00'), late)).toEqual({
      limit: { channel: 'wechat', most: 1, per: 'day' },
      filledBy: [late],
    });
    expect(limitOf(on('new', '2026-03-11T00:00:00+08:00'), late)).toBeUndefined();
  });

  test('a month is a calendar month of the shop', () => {
    const two = [on('a', '2026-03-01T00:00:00+08:00'), on('b', '2026-03-30T12:00:00+08:00')];
    expect(limitOf(on('new', '2026-03-31T23:59:59+08:00'), ...two)?.limit).toEqual({
      channel: 'wechat',
      most: 2,
      per: 'month',
    });
    expect(limitOf(on('new', '2026-04-01T00:00:00+08:00'), ...two)).toBeUndefined();
    expect(limitOf(on('new', '2026-02-28T23:59:59+08:00'), ...two)).toBeUndefined();
    expect(limitOf(on('new', '2027-03-31T12:00:00+08:00'), ...two)).toBeUndefined();
  });

  test('counts both purposes, and its own channel only', () => {
    const service = { ...on('s', '2026-03-10T10:00:00+08:00'), purpose: 'service' } as const;
    const asked = on('new', '2026-03-10T12:00:00+08:00');
    expect(limitOf(asked, service)?.filledBy).toEqual([service]);
    expect(limitOf(asked, { ...service, channel: 'sms' })).toBeUndefined();
  });

  test('of none closes the channel', () => {
    const closed = { ...wechat, maxPerDay: 0 };
    expect(breachedCap(on('new', '2026-03-10T12:00:00+08:00'), [], usual(), closed)).toEqual({
      limit: { channel: 'wechat', most: 0, per: 'day' },
      filledBy: [],
    });
  });

  test('comes after the caps', () => {
    const old = on('old', '2026-03-10T10:00:00+08:00');
    const asked = on('new', '2026-03-10T12:00:00+08:00');
    expect(breachedCap(asked, [old], onceInThree, wechat)?.limit).toEqual(onceInThree.usual[0]);
  });

  test('is not there for a channel without a definition', () => {
    const old = on('old', '2026-03-10T10:00:00+08:00');
    expect(breachedCap(on('new', '2026-03-10T12:00:00+08:00'), [old], usual(), undefined)).toBeUndefined();
  });
});

describe('caps as data', () => {
  test('by default survive a trip through JSON', () => {
    expect(capPolicySchema.parse(JSON.parse(JSON.stringify(defaultCapPolicy)))).toEqual(defaultCapPolicy);
  });

  test.each([
    ['2026-11-01', '2026-11-02', true],
    ['2026-11-01', '2026-11-01', false],
    ['2026-11-02', '2026-11-01', false],
  ])('with a period from %s to %s are good: %s', (from, to, expected) => {
    expect(capPolicySchema.safeParse({ usual: [], widened: [{ from, to, caps: [] }] }).success).toBe(
      expected,
    );
  });

  test.each([
    ['less than none', { most: -1 }],
    ['more than a thousand', { most: 1001 }],
    ['a window of no day', { withinDays: 0 }],
    ['a window of more than a year and a day', { withinDays: 367 }],
    ['an unknown purpose', { purpose: 'care' }],
  ])('do not take %s', (_, change) => {
    const cap = { purpose: 'marketing', most: 1, withinDays: 1, ...change };
    expect(capPolicySchema.safeParse({ usual: [cap], widened: [] }).success).toBe(false);
  });
});
