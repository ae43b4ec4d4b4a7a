import { describe, expect, test } from 'vitest';
import { toyPolicy } from '../../test/toyPolicy.js';
import { describePolicy } from './describePolicy.js';

const policy = toyPolicy();

describe('a handbook page', () => {
  test('tells for each state what can be done, by whom and why', () => {
    const page = describePolicy(policy, 'en');
    expect(page).toContain('# Price cut\n');
    expect(page).toContain('## Awaiting approval\n\nWaiting for: staff.');
    expect(page).toContain(
      '| approve | team lead | within own authority, not one’s own request | Offered | The superior agrees. |',
    );
    expect(page).toContain('| Offered | 7 days | lapse | An offer stands for a week. |');
    expect(page).toContain('| agent | grant |  | CNY 20.00 |  |');
    expect(page).toContain('| damage | photo |');
  });

  test('in Chinese as well', () => {
    const page = describePolicy(policy, 'zh-CN');
    expect(page).toContain('## 待审批\n\n等待：客服。');
    expect(page).toContain('| approve | 组长 | 在本人权限内、非本人申请 | 已提出 | 上级同意。 |');
    expect(page).toContain('| 客服 | 单个员工 | 每天 | 5 次 |  |');
  });
});
