import { expect, test } from 'vitest';
import { parseOrder } from '../domain/index.js';
import { formatIssue } from './index.js';

test('the issues of an order are said in English with their place, and in Chinese', () => {
  const result = parseOrder({
    id: 'o-1',
    customerId: 'c-1',
    total: { minor: 12.5, currency: 'RMB' },
    placedAt: '2026-02-29T10:00:00+08:00',
    lines: [{ sku: 'cream-50', quantity: 0, amount: { minor: 1250, currency: 'CNY' }, note: 'x' }],
  });
  const issues = result.ok ? [] : result.issues;
  expect(issues.map((issue) => [issue.message, formatIssue(issue, 'zh-CN')])).toEqual([
    [
      'total.minor: Expected an amount as a safe integer of the minor unit (cents) and received 12.5.',
      '金额应为最小货币单位（分）的安全整数，收到 12.5。',
    ],
    ['total.currency: No currency has the ISO 4217 code "RMB".', '没有 ISO 4217 代码为 "RMB" 的货币。'],
    [
      'placedAt: Expected an existing instant with an offset like 2026-02-28T09:30:00+08:00 and received "2026-02-29T10:00:00+08:00".',
      '应为带时差的时刻，形如 2026-02-28T09:30:00+08:00，收到 "2026-02-29T10:00:00+08:00"。',
    ],
    ['lines[0].quantity: Expected a value of at least 1 and received 0.', '数值应不小于 1，收到 0。'],
    ['lines[0]: The key "note" is not known here.', '此处没有键 "note"。'],
  ]);
});
