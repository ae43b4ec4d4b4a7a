import { describe, expect, test } from 'vitest';
import { parseWith } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { rfmThresholdsSchema, scoreOfLess, scoreOfMore } from './rfmThresholds.js';

describe('scores by thresholds', () => {
  const bounds: [number, number, number, number] = [2, 3, 5, 10];

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 4],
    [6, 4],
    [9, 4],
    [10, 5],
    [11, 5],
  ])('%d purchases score %d', (purchases, score) => {
    expect(scoreOfMore(purchases, bounds)).toBe(score);
  });

  test.each([
    [0, 5],
    [29, 5],
    [30, 4],
    [31, 4],
    [89, 4],
    [90, 3],
    [179, 3],
    [180, 2],
    [364, 2],
    [365, 1],
    [366, 1],
  ])('%d days since the last purchase score %d', (days, score) => {
    expect(scoreOfLess(days, [30, 90, 180, 365])).toBe(score);
  });

  test('no value is given the score between two equal bounds', () => {
    expect([1, 2, 3].map((value) => scoreOfMore(value, [2, 2, 3, 3]))).toEqual([1, 3, 5]);
  });
});

describe('rfmThresholdsSchema', () => {
  const good = {
    recencyDays: [30, 90, 180, 365],
    frequency: [2, 3, 5, 10],
    monetaryMinor: [10_000, 20_000, 50_000, 100_000],
  };

  test('accepts ascending bounds', () => {
    expect(rfmThresholdsSchema.parse(good)).toEqual(good);
  });

  test.each([
    [{ ...good, frequency: [2, 3, 10, 5] }, 'bounds_not_ascending', ['frequency']],
    [{ ...good, recencyDays: [-1, 90, 180, 365] }, 'out_of_range', ['recencyDays', 0]],
    [{ ...good, monetaryMinor: [0.5, 1, 2, 3] }, 'not_multiple_of', ['monetaryMinor', 0]],
    [{ ...good, frequency: [2, 3, 5] }, 'out_of_range', ['frequency']],
  ])('refuses %j as %s', (thresholds, code, path) => {
    const result = parseWith(coreIssues, rfmThresholdsSchema, thresholds);
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]]);
  });
});
