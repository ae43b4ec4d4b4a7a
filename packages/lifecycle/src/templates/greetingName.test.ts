import { expect, test } from 'vitest';
import { greetingName } from './greetingName.js';

test.each([
  ['Li Wei', 'Li Wei'],
  ['  李伟\u3000', '李伟'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['x'.repeat(60), 'x'.repeat(60)],
  ['x'.repeat(61), undefined],
  ['李*', undefined],
  ['*伟', undefined],
  ['李＊＊', undefined],
  ['   ', undefined],
  ['', undefined],
  [undefined, undefined],
])('the name "%s" greets as "%s"', (name, greeting) => {
  expect(greetingName(name)).toBe(greeting);
});
