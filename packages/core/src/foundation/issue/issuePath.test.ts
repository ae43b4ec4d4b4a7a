import { expect, test } from 'vitest';
import { formatIssuePath } from './issuePath.js';

test.each<[(string | number)[], string]>([
  [[], ''],
  [['minor'], 'minor'],
  [['lines', 0, 'amount', 'minor'], 'lines[0].amount.minor'],
  [[3, 'id'], '[3].id'],
  [['texts', 'zh-CN'], 'texts["zh-CN"]'],
  [['texts', 'zh-CN', 'title'], 'texts["zh-CN"].title'],
  [[''], '[""]'],
  [['a.b'], '["a.b"]'],
  [['say "hi"'], '["say \\"hi\\""]'],
  [['生日'], '["生日"]'],
  [['1st'], '["1st"]'],
  [['__proto__'], '__proto__'],
  [['a'.repeat(60)], 'a'.repeat(60)],
  [['a'.repeat(61)], `["${'a'.repeat(59)}…"]`],
])('the path %j is written %s', (path, text) => {
  expect(formatIssuePath(path)).toBe(text);
});
