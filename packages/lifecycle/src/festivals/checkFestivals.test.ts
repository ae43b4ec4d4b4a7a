import * as china from '@aftercare/core/china';
import { describe, expect, test } from 'vitest';
import { formatLifecycleIssue } from '../issues/index.js';
import { checkFestivals } from './checkFestivals.js';
import { defaultFestivals } from './defaultFestivals.js';
import type { Festival } from './festival.js';

const sale: Festival = {
  code: 'sale',
  titles: { en: 'Anniversary Sale', 'zh-CN': '店庆' },
  days: ['2026-06-18'],
};
const found = (...input: Parameters<typeof checkFestivals>) =>
  checkFestivals(...input).map(({ code, path, details }) => ({ code, path, details }));

describe('checkFestivals', () => {
  test('finds nothing wrong with the default festivals and a lunar calendar', () => {
    expect(checkFestivals(defaultFestivals, '2026-01-01', { lunar: china })).toEqual([]);
  });

  test('finds each lunar festival when there is no lunar calendar', () => {
    const issues = checkFestivals(defaultFestivals, '2026-01-01');
    expect(issues.map(({ path }) => path)).toEqual([[1], [2], [3], [4], [5], [6]]);
    expect(issues[0]).toMatchObject({
      code: 'no_festival_day',
      details: { festival: 'spring_festival', from: '2026-01-01', because: 'lunar_calendar_missing' },
    });
  });

  test('finds a lunar festival after the end of the lunar calendar', () => {
    expect(found(defaultFestivals.slice(1, 2), '2100-06-01', { lunar: china })).toEqual([
      {
        code: 'no_festival_day',
        path: [0],
        details: { festival: 'spring_festival', from: '2100-06-01', because: 'lunar_calendar_ended' },
      },
    ]);
  });

  test.each([
    ['2026-06-17', 0],
    ['2026-06-18', 0],
    ['2026-06-19', 1],
  ])('on %s a list of days that ends on 18 June has so many issues: %d', (from, count) => {
    expect(checkFestivals([sale], from)).toHaveLength(count);
  });

  test('says it in Chinese too', () => {
    const [missing] = checkFestivals(defaultFestivals.slice(1, 2), '2026-01-01');
    const [ended] = checkFestivals([sale], '2026-06-19');
    expect(missing && formatLifecycleIssue(missing, 'zh-CN')).toBe(
      '自 2026-01-01 起，节日 spring_festival 没有日期：该节日为农历节日，而未提供农历。',
    );
    expect(ended && formatLifecycleIssue(ended, 'zh-CN')).toBe(
      '自 2026-06-19 起，节日 sale 没有日期：其日期列表已全部过去。',
    );
  });
});
