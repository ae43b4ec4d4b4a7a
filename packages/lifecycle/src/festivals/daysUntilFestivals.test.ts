import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { daysUntilFestivals } from './daysUntilFestivals.js';
import { defaultFestivals } from './defaultFestivals.js';
import type { Festival } from './festival.js';

const lunar = china;
const sale: Festival = {
  code: 'sale',
  titles: { en: 'Anniversary Sale', 'zh-CN': '店庆' },
  days: ['2026-06-18'],
};

describe('daysUntilFestivals', () => {
  test.each([
    ['2026-04-18', {}],
    ['2026-04-19', {}],
    ['2026-04-20', { sale: 59 }],
    ['2026-06-17', { sale: 1 }],
    ['2026-06-18', { sale: 0 }],
    ['2026-06-19', {}],
  ])('looks 60 days ahead, today included: on %s at 18 June %j', (today, expected) => {
    expect(daysUntilFestivals([sale], today)).toEqual(expected);
  });

  test.each([
    [0, {}],
    [1, {}],
    [2, {}],
    [3, { sale: 2 }],
    [4, { sale: 2 }],
  ])('in a horizon of %d days a festival in 2 days is %j', (horizonDays, expected) => {
    expect(daysUntilFestivals([sale], '2026-06-16', { horizonDays })).toEqual(expected);
  });

  test('a horizon of one day holds today only', () => {
    expect(daysUntilFestivals([sale], '2026-06-18', { horizonDays: 1 })).toEqual({ sale: 0 });
    expect(daysUntilFestivals([sale], '2026-06-18', { horizonDays: 0 })).toEqual({});
  });

  test('over the turn of the year it counts on', () => {
    // From 30 December 2026: New Year on 1 January 2027, Spring Festival on 6 February 2027, Lantern on 20 February.
    expect(daysUntilFestivals(defaultFestivals, '2026-12-30', { lunar })).toEqual({
      new_year: 2,
      spring_festival: 38,
      lantern: 52,
    });
  });

  test('without a lunar calendar it knows of solar festivals only', () => {
    expect(daysUntilFestivals(defaultFestivals, '2026-12-30')).toEqual({ new_year: 2 });
    expect(Object.keys(daysUntilFestivals(defaultFestivals, '2026-12-30', { horizonDays: 400 }))).toEqual([
      'new_year',
      'national_day',
      'singles_day',
      'double_twelve',
    ]);
  });

  test.each([
    [-1, 'out_of_range'],
    [0.5, 'not_multiple_of'],
    [Number.NaN, 'not_multiple_of'],
  ])('a horizon of %d days is an error', (horizonDays, code) => {
    expect(() => daysUntilFestivals([], '2026-01-01', { horizonDays })).toThrow(
      expect.objectContaining({ code, path: ['horizonDays'] }),
    );
  });

  test('a day that does not exist is an error, even of no festivals', () => {
    expect(() => daysUntilFestivals([], '2026-02-29')).toThrow(
      expect.objectContaining({ code: 'invalid_day', path: ['today'] }),
    );
  });
});
