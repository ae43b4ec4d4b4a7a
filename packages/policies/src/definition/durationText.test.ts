import { describe, expect, test } from 'vitest';
import type { DefinitionTexts } from './definitionTexts.js';
import type { Duration } from './duration.js';
import { deadlineTexts, durationText } from './durationText.js';

describe('a duration in words', () => {
  test.each<[Duration, string, string]>([
    [{ minutes: 1 }, '1 minute', '1 分钟'],
    [{ minutes: 30 }, '30 minutes', '30 分钟'],
    [{ hours: 1 }, '1 hour', '1 小时'],
    [{ hours: 48 }, '48 hours', '48 小时'],
    [{ days: 0, calendar: 'shop' }, '0 days', '0 天'],
    [{ days: 1, calendar: 'shop' }, '1 day', '1 天'],
    [{ days: 7, calendar: 'shop', rollOver: true }, '7 days', '7 天'],
    [{ workdays: 3, calendar: 'shop' }, '3 working days', '3 个工作日'],
  ])('%o', (duration, en, zh) => {
    expect(durationText(duration, 'en')).toBe(en);
    expect(durationText(duration, 'zh-CN')).toBe(zh);
  });
});

describe('the text of a deadline', () => {
  const answer = { name: 'answer', after: { days: 7, calendar: 'shop' } };
  const textsOf = (deadlines: DefinitionTexts['deadlines'] & object) =>
    deadlineTexts(answer, { texts: { title: {}, deadlines } });

  test('has its duration in the place of {after}, in each language', () => {
    const answerTexts = {
      en: 'It stands for {after}, and after {after} it falls.',
      'zh-CN': '保留 {after}。',
    };
    expect(textsOf({ answer: answerTexts })).toEqual({
      en: 'It stands for 7 days, and after 7 days it falls.',
      'zh-CN': '保留 7 天。',
    });
  });

  test('may do without, and be missing in a language or altogether', () => {
    expect(textsOf({ answer: { 'zh-CN': '趁记忆清楚。' } })).toEqual({ 'zh-CN': '趁记忆清楚。' });
    expect(textsOf({})).toEqual({});
  });
});
