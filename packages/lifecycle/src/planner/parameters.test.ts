import { describe, expect, test } from 'vitest';
import { plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now } from '../../test/customers.js';
import type { TierAssessment } from '../membership/index.js';
import type { MessageParameter } from '../templates/index.js';
import type { PlanInput } from './planInput.js';

type Parameters = Readonly<Record<string, MessageParameter>>;
const text: MessageParameter = { type: 'text' };
const optionalText: MessageParameter = { type: 'text', optional: true };
const input: PlanInput = { customer: { id: 'c-1' }, facts: boughtOnce(10), history: [], now };

/** What a message of a template with these parameters is completed with, or what it lacks. */
function filled(
  parameters: Parameters,
  rule: Partial<RuleSketch> = {},
  change: Partial<PlanInput> = {},
): unknown {
  const templates = new Map([['plain', { code: 'plain', parameters }]]);
  const plan = plannerOf([{ name: 'rule', ...rule }], { templates }).plan({ ...input, ...change });
  const outcome = plan.receipts[0]?.outcome;
  if (outcome?.kind === 'suppressed' && outcome.reason === 'missing_parameter') return outcome.parameters;
  return plan.actions[0]?.params;
}
const membership: TierAssessment = {
  tier: 'tier_2',
  rank: 2,
  title: { en: 'Plus', 'zh-CN': '高级会员' },
  by: 'amount',
  since: '2026-03-01',
  until: null,
  change: 'risen',
  next: {
    tier: 'tier_3',
    rank: 3,
    title: { en: 'VIP', 'zh-CN': 'VIP 会员' },
    missingMinor: 5000,
    missingPurchases: null,
  },
  counted: { amountMinor: 0, purchases: 0 },
  asOf: '2026-03-31',
  currency: 'CNY',
};

describe('the parameters of a message', () => {
  test('come from the rule, then from the fact of the same name', () => {
    const parameters: Parameters = { purchaseCount: { type: 'integer' }, totalSpentMinor: { type: 'money' } };
    expect(filled(parameters)).toEqual({ purchaseCount: 1, totalSpentMinor: 9900 });
    expect(filled(parameters, { parameters: { purchaseCount: 7 } })).toEqual({
      purchaseCount: 7,
      totalSpentMinor: 9900,
    });
  });

  test('are only those that the template asks for', () => {
    expect(filled({})).toEqual({});
  });

  test('that are not known are all named, but for those that may be left out', () => {
    const parameters: Parameters = {
      customerName: text,
      tierTitle: optionalText,
      daysUntilRunOut: { type: 'integer' },
      purchaseCount: { type: 'integer' },
    };
    expect(filled(parameters)).toEqual(['customerName', 'daysUntilRunOut']);
    expect(filled({ customerName: optionalText })).toEqual({});
  });

  test('tell the last day on which the action is of use', () => {
    expect(filled({ expiresOn: { type: 'day' } }, { validForDays: 1 })).toEqual({ expiresOn: '2026-03-31' });
    expect(filled({ expiresOn: { type: 'day' } }, { validForDays: 14 })).toEqual({ expiresOn: '2026-04-13' });
  });

  test('of 0 are known', () => {
    expect(
      filled({ totalSpentMinor: { type: 'money' } }, {}, { facts: boughtOnce(1, { totalSpentMinor: 0 }) }),
    ).toEqual({
      totalSpentMinor: 0,
    });
  });

  test.each([
    [undefined, 'Plus', 'VIP', "Singles' Day"],
    ['en-GB', 'Plus', 'VIP', "Singles' Day"],
    ['de', 'Plus', 'VIP', "Singles' Day"],
    ['zho', 'Plus', 'VIP', "Singles' Day"],
    ['zh', '高级会员', 'VIP 会员', '双十一'],
    ['zh-CN', '高级会员', 'VIP 会员', '双十一'],
    ['zh-Hant-TW', '高级会员', 'VIP 会员', '双十一'],
  ])(
    'name things in the language of the customer (%s)',
    (locale, tierTitle, nextTierTitle, festivalTitle) => {
      const parameters: Parameters = {
        customerName: text,
        tierTitle: text,
        nextTierTitle: text,
        festivalTitle: text,
      };
      const customer = { id: 'c-1', name: '李女士', ...(locale && { locale }) };
      const rule: Partial<RuleSketch> = { once: 'festival', festival: 'singles_day' };
      expect(filled(parameters, rule, { customer, membership })).toEqual({
        customerName: '李女士',
        tierTitle,
        nextTierTitle,
        festivalTitle,
      });
    },
  );

  test('do not name a festival where the rule is about none, nor a tier above the highest', () => {
    const highest = { ...membership, next: null };
    expect(filled({ festivalTitle: text, nextTierTitle: text }, {}, { membership: highest })).toEqual([
      'festivalTitle',
      'nextTierTitle',
    ]);
  });
});
