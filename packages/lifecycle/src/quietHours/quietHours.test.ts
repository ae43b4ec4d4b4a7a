import { createShopCalendar } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { afterQuietHours, defaultQuietHours, quietHoursSchema } from './quietHours.js';

const after = (timeZone: string, instant: string, purpose: 'marketing' | 'service') =>
  new Date(
    afterQuietHours(Date.parse(instant), purpose, defaultQuietHours, createShopCalendar({ timeZone })),
  ).toISOString();

describe('quiet hours', () => {
  test.each<[string, 'marketing' | 'service', string]>([
    // The night begins at its first minute, and is over at its last.
    ['2026-03-10T20:59:59.999+08:00', 'marketing', '2026-03-10T20:59:59.999+08:00'],
    ['2026-03-10T21:00:00+08:00', 'marketing', '2026-03-11T09:00:00+08:00'],
    ['2026-03-11T00:00:00+08:00', 'marketing', '2026-03-11T09:00:00+08:00'],
    ['2026-03-11T08:59:59.999+08:00', 'marketing', '2026-03-11T09:00:00+08:00'],
    ['2026-03-11T09:00:00+08:00', 'marketing', '2026-03-11T09:00:00+08:00'],
    ['2026-03-10T21:59:59.999+08:00', 'service', '2026-03-10T21:59:59.999+08:00'],
    ['2026-03-10T22:00:00+08:00', 'service', '2026-03-11T08:00:00+08:00'],
    ['2026-03-11T07:59:59.999+08:00', 'service', '2026-03-11T08:00:00+08:00'],
    ['2026-03-11T08:00:00+08:00', 'service', '2026-03-11T08:00:00+08:00'],
  ])('at %s a %s message may be sent from %s on', (instant, purpose, expected) => {
    expect(after('Asia/Shanghai', instant, purpose)).toBe(new Date(expected).toISOString());
  });

  test.each([
    // Clocks go forward: 21:00 to 09:00 are eleven hours.
    ['America/New_York', '2026-03-07T21:00:00-05:00', '2026-03-08T09:00:00-04:00'],
    ['Europe/Berlin', '2026-03-28T21:00:00+01:00', '2026-03-29T09:00:00+02:00'],
    // Clocks go back: thirteen hours.
    ['America/New_York', '2026-10-31T21:00:00-04:00', '2026-11-01T09:00:00-05:00'],
    ['Europe/Berlin', '2026-10-24T21:00:00+02:00', '2026-10-25T09:00:00+01:00'],
    // The hour that comes twice, the second time.
    ['Europe/Berlin', '2026-10-25T02:30:00+01:00', '2026-10-25T09:00:00+01:00'],
  ])('follow the clock on the wall of %s: from %s to %s', (timeZone, instant, expected) => {
    expect(after(timeZone, instant, 'marketing')).toBe(new Date(expected).toISOString());
  });

  test('that end in an hour that the clocks skip end when they change', () => {
    const calendar = createShopCalendar({ timeZone: 'Europe/Berlin' });
    const quiet = { service: { from: '23:00', to: '02:30' } };
    const evening = Date.parse('2026-03-28T23:30:00+01:00');
    expect(afterQuietHours(evening, 'service', quiet, calendar)).toBe(
      Date.parse('2026-03-29T03:00:00+02:00'),
    );
  });

  test('that lie within a day are over on the same day', () => {
    const calendar = createShopCalendar({ timeZone: 'UTC' });
    const siesta = { service: { from: '13:00', to: '15:00' } };
    const at = (time: string) => Date.parse(`2026-03-10T${time}:00Z`);
    expect(afterQuietHours(at('12:59'), 'service', siesta, calendar)).toBe(at('12:59'));
    expect(afterQuietHours(at('13:00'), 'service', siesta, calendar)).toBe(at('15:00'));
    expect(afterQuietHours(at('15:00'), 'service', siesta, calendar)).toBe(at('15:00'));
  });

  test('of one purpose leave the other alone', () => {
    const calendar = createShopCalendar({ timeZone: 'UTC' });
    const midnight = Date.parse('2026-03-10T00:00:00Z');
    const { marketing = { from: '21:00', to: '09:00' } } = defaultQuietHours;
    expect(afterQuietHours(midnight, 'service', { marketing }, calendar)).toBe(midnight);
    expect(afterQuietHours(midnight, 'marketing', {}, calendar)).toBe(midnight);
  });
});

describe('quiet hours as data', () => {
  test('may be none, and survive a trip through JSON', () => {
    expect(quietHoursSchema.safeParse({}).success).toBe(true);
    expect(quietHoursSchema.parse(JSON.parse(JSON.stringify(defaultQuietHours)))).toEqual(defaultQuietHours);
  });

  test.each([
    ['24:00 for midnight', { service: { from: '22:00', to: '24:00' } }],
    ['one digit for the hour', { service: { from: '22:00', to: '8:00' } }],
    ['a day without end', { service: { from: '22:00', to: '22:00' } }],
    ['another purpose', { care: { from: '22:00', to: '08:00' } }],
  ])('do not take %s', (_, quietHours) => {
    expect(quietHoursSchema.safeParse(quietHours).success).toBe(false);
  });
});
