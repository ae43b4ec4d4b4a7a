import { createShopCalendar, epochMillisOf } from '@aftercare/core';
import { chinaWorkdays } from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { returnWindowEnd } from './returnWindow.js';

const china = createShopCalendar({ timeZone: 'Asia/Shanghai', workdays: chinaWorkdays() });
const berlin = createShopCalendar({ timeZone: 'Europe/Berlin' });

/** Shanghai has no summer time, so its clock can be written with one offset. */
const end = (text: string) => epochMillisOf(`${text}+08:00`);

describe('seven days without a reason in China', () => {
  // Delivered, the midnight at which the window ends, worked on a wall calendar.
  test.each([
    ['the first instant of a day', '2026-03-02T00:00:00', '2026-03-10T00:00:00'],
    ['noon', '2026-03-02T12:00:00', '2026-03-10T00:00:00'],
    ['the last second of a day', '2026-03-02T23:59:59', '2026-03-10T00:00:00'],
    ['the next midnight', '2026-03-03T00:00:00', '2026-03-11T00:00:00'],
    ['over the end of February', '2026-02-25T10:00:00', '2026-03-05T00:00:00'],
    ['over 29 February', '2028-02-25T10:00:00', '2028-03-04T00:00:00'],
    ['over the new year', '2026-12-28T10:00:00', '2027-01-05T00:00:00'],
    ['a last day on a Sunday stays without roll-over', '2026-03-08T10:00:00', '2026-03-16T00:00:00'],
  ])('%s', (_, delivered, expected) => {
    expect(epochMillisOf(returnWindowEnd(`${delivered}+08:00`, { days: 7 }, china))).toBe(end(expected));
  });

  test.each([
    // The Spring Festival of 2026 is off from 15 to 23 February; 24 February is the next working day.
    ['the first day of the holiday', '2026-02-08T10:00:00', '2026-02-25T00:00:00'],
    ['the last day of the holiday', '2026-02-16T10:00:00', '2026-02-25T00:00:00'],
    ['the day after the holiday', '2026-02-17T10:00:00', '2026-02-25T00:00:00'],
    ['a Saturday worked in exchange (14 February)', '2026-02-07T10:00:00', '2026-02-15T00:00:00'],
    // National Day of 2026 is off from 1 to 7 October.
    ['1 October', '2026-09-24T10:00:00', '2026-10-09T00:00:00'],
    ['a Wednesday', '2026-03-04T10:00:00', '2026-03-12T00:00:00'],
  ])('with roll-over, a last day on %s', (_, delivered, expected) => {
    const rolled = returnWindowEnd(`${delivered}+08:00`, { days: 7, rollOver: true }, china);
    expect(epochMillisOf(rolled)).toBe(end(expected));
  });

  test('168 hours from the delivery end at its time of day', () => {
    const hours = returnWindowEnd('2026-03-02T12:34:56+08:00', { hours: 168, from: 'delivery' }, china);
    expect(epochMillisOf(hours)).toBe(end('2026-03-09T12:34:56'));
  });

  test('168 hours from the next midnight are the seven days', () => {
    const delivered = '2026-03-02T12:34:56+08:00';
    const hours = returnWindowEnd(delivered, { hours: 168, from: 'next_midnight' }, china);
    expect(hours).toBe(returnWindowEnd(delivered, { days: 7 }, china));
  });
});

describe('fourteen days in the European Union', () => {
  test.each([
    ['over the change to summer time', '2026-03-20T10:00:00+01:00', '2026-04-04T00:00:00+02:00'],
    [
      'a last day on a Saturday rolls over to Monday',
      '2026-03-07T10:00:00+01:00',
      '2026-03-24T00:00:00+01:00',
    ],
  ])('%s', (name, delivered, expected) => {
    const rollOver = name.includes('rolls over');
    const actual = returnWindowEnd(delivered, { days: 14, rollOver }, berlin);
    expect(epochMillisOf(actual)).toBe(epochMillisOf(expected));
  });
});
