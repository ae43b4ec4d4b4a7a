import { AftercareError } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { daysOfSpan, type TimeSpan } from './timeSpan.js';

describe('A span of time', () => {
  test.each<[TimeSpan, number]>([
    [{ days: 90 }, 90],
    [{ weeks: 39 }, 273],
    [{ weeks: 0.5 }, 3.5],
    [{ days: 0 }, 0],
  ])('%j has %d days', (span, days) => {
    expect(daysOfSpan(span, 'horizon')).toBe(days);
  });

  test.each<[unknown, string, unknown[]]>([
    [{ months: 3 }, 'not_one_of', ['horizon']],
    [{}, 'not_one_of', ['horizon']],
    [{ days: 1, weeks: 1 }, 'not_one_of', ['horizon']],
    [{ days: -1 }, 'out_of_range', ['horizon', 'days']],
    [{ days: Number.POSITIVE_INFINITY }, 'out_of_range', ['horizon', 'days']],
    [{ weeks: Number.NaN }, 'out_of_range', ['horizon', 'weeks']],
  ])('%j is none', (span, code, path) => {
    // What a caller without types may give.
    const convert = () => daysOfSpan(span as TimeSpan, 'horizon');
    expect(convert).toThrow(AftercareError);
    expect(convert).toThrow(expect.objectContaining({ code, path }));
  });
});
