import { describe, expect, test } from 'vitest';
import { AftercareError } from '../foundation/index.js';
import { epochMillisOf, instantOf, isEpochMillis } from './instant.js';

describe('the milliseconds of an instant', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T00:00Z', 0],
    ['1970-01-01T08:00:00+08:00', 0],
    ['1969-12-31T19:00:00-05:00', 0],
    ['1970-01-01T05:45:00+05:45', 0],
    ['1970-01-01T00:00:00-00:00', 0],
    ['1970-01-01T00:00:01Z', 1000],
    ['1970-01-01T00:00:00.001Z', 1],
    ['1970-01-01T00:00:00.5Z', 500],
    ['1970-01-01T00:00:00.25Z', 250],
    ['1970-01-01T00:00:00.999999999Z', 999],
    ['1969-12-31T23:59:59.999Z', -1],
    ['1970-01-02T23:59:59+23:59', 86_400_000 + 59_000],
    ['1970-01-01T00:00:00-23:59', 86_340_000],
    // The billionth second of Unix time, as it was celebrated.
    ['2001-09-09T01:46:40Z', 1_000_000_000_000],
  ])('%s are %d', (instant, millis) => {
    expect(epochMillisOf(instant)).toBe(millis);
  });

  test.each([
    ['no offset', '2026-02-28T09:30:00'],
    ['a day only', '2026-02-28'],
    ['a day that does not exist', '2026-02-29T09:30:00Z'],
    ['the year 0', '0000-01-01T00:00:00Z'],
    ['an hour 24', '2026-02-28T24:00:00Z'],
    ['a minute 60', '2026-02-28T09:60:00Z'],
    ['a second 60', '2016-12-31T23:59:60Z'],
    ['an offset of 24 hours', '2026-02-28T09:30:00+24:00'],
    ['an offset of 60 minutes', '2026-02-28T09:30:00+08:60'],
    ['an offset without a colon', '2026-02-28T09:30:00+0800'],
    ['an offset of hours only', '2026-02-28T09:30:00+08'],
    ['an offset with seconds', '2026-02-28T09:30:00+08:05:43'],
    ['an offset after Z', '2026-02-28T09:30:00Z+08:00'],
    ['a point without digits', '2026-02-28T09:30:00.Z'],
    ['ten digits of a fraction', '2026-02-28T09:30:00.1234567890Z'],
    ['a fraction of a minute', '2026-02-28T09:30.5Z'],
    ['a comma', '2026-02-28T09:30:00,5Z'],
    ['a space instead of T', '2026-02-28 09:30:00Z'],
    ['a lower-case t', '2026-02-28t09:30:00Z'],
    ['a lower-case z', '2026-02-28T09:30:00z'],
    ['a zone in brackets', '2026-02-28T09:30:00+08:00[Asia/Shanghai]'],
    ['a space before it', ' 2026-02-28T09:30:00Z'],
    ['a line break after it', '2026-02-28T09:30:00Z\n'],
    ['hours only', '2026-02-28T09Z'],
    ['a text cut off', '2026-02-28T09:30:0'],
    ['nothing', ''],
  ])('are not there for %s', (_, text) => {
    expect(epochMillisOf(text)).toBeUndefined();
  });

  test('are not there for what is no text, as callers without types may pass', () => {
    for (const input of [undefined, null, 0, new Date(0)]) {
      expect(Reflect.apply(epochMillisOf, undefined, [input])).toBeUndefined();
    }
  });
});

describe('the instant of a number of milliseconds', () => {
  const first = Date.parse('0001-01-01T00:00:00Z');
  const end = Date.parse('9999-12-31T23:59:59.999Z') + 1;

  test('is written in UTC with milliseconds', () => {
    expect(instantOf(1_000_000_000_000)).toBe('2001-09-09T01:46:40.000Z');
    expect(instantOf(-1)).toBe('1969-12-31T23:59:59.999Z');
    expect(instantOf(first)).toBe('0001-01-01T00:00:00.000Z');
    expect(instantOf(end - 1)).toBe('9999-12-31T23:59:59.999Z');
  });

  test.each([[first - 1], [end], [Number.NaN], [Number.NEGATIVE_INFINITY]])('throws for %d', (millis) => {
    expect(isEpochMillis(millis)).toBe(false);
    expect(() => instantOf(millis)).toThrow(AftercareError);
    expect(() => instantOf(millis)).toThrow(
      expect.objectContaining({ code: 'invalid_instant', path: ['millis'] }),
    );
  });
});
