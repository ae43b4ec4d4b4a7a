import { describe, expect, test } from 'vitest';
import { parseWith } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import { daySchema, instantSchema, timeOfDaySchema, timeZoneSchema } from './schemas.js';

describe('the schema of', () => {
  test.each([
    ['an instant', instantSchema, '2026-02-28T09:30:00+08:00'],
    ['a day', daySchema, '2026-02-28'],
    ['a time of day', timeOfDaySchema, '09:30'],
    ['a time zone', timeZoneSchema, 'Asia/Shanghai'],
  ])('%s passes one', (_, schema, text) => {
    expect(parseWith(coreIssues, schema, text)).toEqual({ ok: true, value: text });
  });

  test.each([
    ['an instant', instantSchema, '2026-02-29T09:30:00+08:00', 'invalid_instant'],
    ['a day', daySchema, '2026-02-29', 'invalid_day'],
    ['a time of day', timeOfDaySchema, '24:00', 'invalid_time_of_day'],
    ['a time zone', timeZoneSchema, 'Asia/Shangai', 'unknown_time_zone'],
  ])('%s quotes what is none', (_, schema, text, code) => {
    const result = parseWith(coreIssues, schema, text);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([code]);
    expect(result.ok ? '' : result.issues[0].message).toContain(`"${text}"`);
  });

  test.each([
    [instantSchema, 1_767_225_600_000],
    [daySchema, new Date(0)],
    [timeOfDaySchema, null],
    [timeZoneSchema, 8],
  ])('each refuses what is no text', (schema, input) => {
    const result = parseWith(coreIssues, schema, input);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(['invalid_type']);
  });
});
