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
    const blocks = formatCareExplanation(explanation, 'en').split('\n\n');
    expect(blocks.slice(0, 2)).toEqual([
      `chosen: planned on app_push for ${now}.\n  The test chosen.`,
      'second_best: fired, and nothing is sent. chosen/purchase_2026-03-21/c-1 is worth more on the same day and channel.\n  The test second_best.',
    ]);
    expect(blocks).toHaveLength(4);
    expect(blocks[2]).toMatch(/^not_yet/);
    expect(blocks[2]).toContain('30');
    expect(blocks[3]).toMatch(/^too_late/);
  });

  test('as Chinese lines says the same', () => {
    const blocks = formatCareExplanation(explanation, 'zh-CN').split('\n\n');
    expect(blocks.slice(0, 2)).toEqual([
      `chosen：已安排于 ${now} 通过 app_push 发送。\n  The test chosen.`,
      'second_best：已触发，但不发送。同日同渠道的 chosen/purchase_2026-03-21/c-1 价值更高。\n  The test second_best.',
    ]);
    expect(blocks).toHaveLength(4);
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
