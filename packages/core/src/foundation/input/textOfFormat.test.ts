import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputIssues, parseWith, textOfFormat } from './index.js';

const code = textOfFormat('snake_case', /^[a-z][a-z0-9_]*$/);

describe('a text of a named format', () => {
  test('is taken as it is when it matches', () => {
    expect(parseWith(inputIssues, code, 'app_push')).toEqual({ ok: true, value: 'app_push' });
  });

  test.each([
    [
      'identifier',
      'Expected an identifier without white space at its start or end and received "?".',
      '应为首尾没有空白的标识符，收到 "?"。',
    ],
    [
      'snake_case',
      'Expected a code in lower case such as app_push, beginning with a letter and received "?".',
      '应为以字母开头的小写代码（形如 app_push），收到 "?"。',
    ],
    [
      'language_tag',
      'Expected a language tag such as zh-CN and received "?".',
      '应为语言标签（形如 zh-CN），收到 "?"。',
    ],
    [
      'decimal',
      'Expected a decimal number such as -12.50, without thousands separators and received "?".',
      '应为不带千位分隔符的十进制数（形如 -12.50），收到 "?"。',
    ],
    [
      'postcode',
      'Expected a text of the format "postcode" and received "?".',
      '应为符合 "postcode" 格式的文本，收到 "?"。',
    ],
    [
      'constructor',
      'Expected a text of the format "constructor" and received "?".',
      '应为符合 "constructor" 格式的文本，收到 "?"。',
    ],
  ])('is said in words when it does not: %s', (format, en, zh) => {
    const result = parseWith(inputIssues, textOfFormat(format, /^$/), '?');
    const [issue] = result.ok ? [] : result.issues;
    expect(issue).toMatchObject({
      code: 'invalid_format',
      details: { received: '"?"', format },
      message: en,
    });
    expect(issue && inputIssues.format(issue, 'zh-CN')).toBe(zh);
  });

  test('can be bounded in length, and does not hide the checks of its record', () => {
    const schema = z.object({ code: code.max(3) }).refine(() => false, 'The whole was checked.');
    const result = parseWith(inputIssues, schema, { code: 'A-OK' });
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual([
      'invalid_format',
      'out_of_range',
      'check_failed',
    ]);
  });

  test('gives its pattern to JSON Schemas', () => {
    expect(z.toJSONSchema(code.max(64).meta({ description: 'A code.' }))).toMatchObject({
      type: 'string',
      maxLength: 64,
      pattern: '^[a-z][a-z0-9_]*$',
      description: 'A code.',
    });
  });
});
