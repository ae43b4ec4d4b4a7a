import { defaultRfmSegments, parseRfmSegments } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { segmentFinder } from './rfmSegment.js';

const name = { en: 'Name', 'zh-CN': '名称' };
const issuesOf = (input: unknown) => {
  const result = parseRfmSegments(input);
  return result.ok ? [] : result.issues.map(({ code, details }) => [code, details]);
};

describe('parseRfmSegments', () => {
  test('the default table is total and unambiguous, and survives JSON', () => {
    expect(parseRfmSegments(JSON.parse(JSON.stringify(defaultRfmSegments)))).toEqual({
      ok: true,
      value: defaultRfmSegments,
    });
  });

  test('names the first scores that belong nowhere and how many there are', () => {
    expect(issuesOf([{ code: 'best', name, where: [{ recency: [5], frequency: [5] }] }])).toEqual([
      ['scores_without_segment', { recency: 1, frequency: 1, monetary: 1, combinations: 120 }],
    ]);
  });

  test('names two segments that claim the same scores once', () => {
    const segments = [
      { code: 'all', name, where: [{}] },
      { code: 'best', name, where: [{ monetary: [4, 5] }] },
    ];
    expect(issuesOf(segments)).toEqual([
      ['scores_in_two_segments', { recency: 1, frequency: 1, monetary: 4, first: 'all', second: 'best' }],
    ]);
  });

  test('refuses a code that is there twice', () => {
    const segments = [
      { code: 'all', name, where: [{ recency: [1, 2] }] },
      { code: 'all', name, where: [{ recency: [3, 4, 5] }] },
    ];
    expect(issuesOf(segments)).toEqual([['duplicate_code', { received: 'all' }]]);
  });

  test.each([[0], [6], [1.5]])('refuses the score %d', (score) => {
    expect(issuesOf([{ code: 'all', name, where: [{ recency: [score] }] }])).not.toEqual([]);
  });
});

describe('segmentFinder', () => {
  test.each([
    [5, 5, 5, 'important_value'],
    [4, 3, 4, 'important_development'],
    [3, 4, 4, 'important_keeping'],
    [3, 3, 4, 'important_winning_back'],
    [4, 4, 3, 'general_value'],
    [4, 3, 3, 'general_development'],
    [3, 4, 3, 'general_keeping'],
    [1, 1, 1, 'general_winning_back'],
  ])('recency %d, frequency %d, monetary %d is %s', (recency, frequency, monetary, code) => {
    const place = segmentFinder(defaultRfmSegments)({ recency, frequency, monetary });
    expect(defaultRfmSegments[place]?.code).toBe(code);
  });

  test('a segment may be made of several groups of scores', () => {
    const find = segmentFinder([
      { code: 'ends', name, where: [{ recency: [1] }, { recency: [5], monetary: [5] }] },
      { code: 'middle', name, where: [{ recency: [2, 3, 4] }, { recency: [5], monetary: [1, 2, 3, 4] }] },
    ]);
    expect(find({ recency: 1, frequency: 2, monetary: 3 })).toBe(0);
    expect(find({ recency: 5, frequency: 2, monetary: 5 })).toBe(0);
    expect(find({ recency: 5, frequency: 2, monetary: 4 })).toBe(1);
  });
});
