import { describe, expect, test } from 'vitest';
import { atLeast, below, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now } from '../../test/customers.js';
import { careHistoryEntry } from './careHistory.js';
import { formatCareExplanation } from './explainCare.js';
import type { PlanInput } from './planInput.js';

const rules: RuleSketch[] = [
  { name: 'not_yet', when: [atLeast('daysSinceLastPurchase', 30)], priority: 9 },
  { name: 'chosen', when: [below('daysSinceLastPurchase', 30)], priority: 2 },
  { name: 'second_best', when: [atLeast('purchaseCount', 1)], priority: 1 },
  { name: 'too_late', when: [below('daysSinceLastPurchase', 5)], priority: 3 },
];
const planner = plannerOf(rules);
const input: PlanInput = { customer: { id: 'c-1' }, facts: boughtOnce(10), history: [], now };
const explanation = planner.explainCare(input);

describe('an explanation of care', () => {
  test('tells what became of every rule: first of those that fired, each in the order of the rules', () => {
    expect(explanation.rules.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      [
        'chosen',
        { kind: 'planned', actionId: 'chosen/purchase_2026-03-21/c-1', channel: 'app_push', dueAt: now },
      ],
      [
        'second_best',
        {
          kind: 'suppressed',
          actionId: 'second_best/purchase_2026-03-21/c-1',
          reason: 'outranked',
          by: 'chosen/purchase_2026-03-21/c-1',
        },
      ],
      ['not_yet', { kind: 'not_fired' }],
      ['too_late', { kind: 'not_fired' }],
    ]);
  });

  test('is of the version that the receipts name, and says as they do', () => {
    const { receipts } = planner.plan(input);
    expect(receipts.map(({ rulesVersion }) => rulesVersion)).toEqual([
      explanation.rulesVersion,
      explanation.rulesVersion,
    ]);
    expect(explanation.rules.slice(0, 2).map(({ because }) => because)).toEqual(
      receipts.map(({ because }) => because),
    );
  });

  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  test('as English lines begins with what is planned and ends with what would have taken', () => {
    expect(formatCareExplanation(explanation, 'en')).toBe(`chosen: planned on app_push for ${now}.
  The test chosen.

second_best: fired, and nothing is sent. chosen/purchase_2026-03-21/c-1 is worth more on the same day and channel.
  The test second_best.

Did not fire, and what would have had to be different, the nearest first:
  not_yet
    daysSinceLastPurchase is at least 30 (it is 10): 20 more
  too_late
    daysSinceLastPurchase is less than 5 (it is 10): 6 less`);
  });

  test('as Chinese lines says the same', () => {
    expect(formatCareExplanation(explanation, 'zh-CN')).toBe(`chosen：已安排于 ${now} 通过 app_push 发送。
  The test chosen.

second_best：已触发，但不发送。同日同渠道的 chosen/purchase_2026-03-21/c-1 价值更高。
  The test second_best.

未触发的规则及触发所需的变化，差距最小的在前：
  not_yet
    daysSinceLastPurchase 不小于 30（实际为 10）：多 20
  too_late
    daysSinceLastPurchase 小于 5（实际为 10）：少 6`);
  });

  test('puts the rules that lack least first, and last what nothing could make fire', () => {
    const sketches: RuleSketch[] = [
      { name: 'impossible', when: [{ not: { all: [] } }] },
      { name: 'lacks_two', when: [atLeast('purchaseCount', 2), atLeast('daysSinceLastPurchase', 30)] },
      { name: 'lacks_one', when: [atLeast('purchaseCount', 1), atLeast('daysSinceLastPurchase', 30)] },
      { name: 'lacks_one_too', when: [atLeast('purchaseCount', 3)] },
    ];
    const silence = plannerOf(sketches).explainCare(input);
    expect(formatCareExplanation(silence, 'en')).toBe(`No rule fired.

Did not fire, and what would have had to be different, the nearest first:
  lacks_one
    daysSinceLastPurchase is at least 30 (it is 10): 20 more
  lacks_one_too
    purchaseCount is at least 3 (it is 1): 2 more
  lacks_two
    purchaseCount is at least 2 (it is 1): 1 more
    daysSinceLastPurchase is at least 30 (it is 10): 20 more
  impossible
    Nothing could have made it fire.`);
    expect(formatCareExplanation(silence, 'zh-CN').split('\n')).toEqual([
      '没有规则被触发。',
      '',
      '未触发的规则及触发所需的变化，差距最小的在前：',
      '  lacks_one',
      '    daysSinceLastPurchase 不小于 30（实际为 10）：多 20',
      '  lacks_one_too',
      '    purchaseCount 不小于 3（实际为 1）：多 2',
      '  lacks_two',
      '    purchaseCount 不小于 2（实际为 1）：多 1',
      '    daysSinceLastPurchase 不小于 30（实际为 10）：多 20',
      '  impossible',
      '    无论如何都不会触发。',
    ]);
  });

  test('has nothing to tell of other rules where all fired', () => {
    const all = plannerOf([{ name: 'always' }]).explainCare(input);
    expect(formatCareExplanation(all, 'en')).toBe(
      `always: planned on app_push for ${now}.\n  The test always.`,
    );
  });

  test('tells withdrawals first', () => {
    const history = planner.plan(input).actions.map((action) => careHistoryEntry(action, 'planned', now));
    const later = planner.explainCare({ ...input, facts: boughtOnce(40, { purchaseCount: 2 }), history });
    expect(formatCareExplanation(later, 'en').split('\n\n')[0]).toBe(
      'chosen: withdrawn. It was planned on "1 x 2026-03-21, 9900, signed 2026-03-21", and now it is "2 x 2026-02-19, 9900, signed 2026-02-19".',
    );
    expect(formatCareExplanation(later, 'zh-CN').split('\n\n')[0]).toBe(
      'chosen：已撤回。计划依据为“1 x 2026-03-21, 9900, signed 2026-03-21”，现为“2 x 2026-02-19, 9900, signed 2026-02-19”。',
    );
  });
});
