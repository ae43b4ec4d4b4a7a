import {
  birthdayRules,
  establishedRules,
  festivalRules,
  goodsInUseRules,
  membershipRules,
  newCustomerRules,
  prospectRules,
  winningBackRules,
  worldRules,
} from '@aftercare/lifecycle';
import { expect, test } from 'vitest';
import { careRulesTables } from './careRulesTable.js';

const introduction = `# The shipped care rules

Written from the JSON of the rules: \`npx vitest run docs/tables --update\` brings this page up to date.

Days are days of the shop. \`5 ≤ x < 30\` is the window from 5 to 29: its end belongs to the next one. All conditions of a rule,
divided by semicolons, must hold. What the planner adds, such as consent, caps and quiet hours, is not in the rules.

\`defaultCareRules\` is all of these rules together. Values are on one scale from 0 to 100, on which only the order has a
meaning; its comment in the reference tells the steps, and rules without a value have 0. Bounds in minor units (30,000 for
dear goods, 20,000 for a tier that is close) and the discounts are examples to replace by the shop's own.
`;

const families = [
  { title: 'Prospects', file: 'prospects.json', document: prospectRules },
  { title: 'New customers', file: 'new-customer.json', document: newCustomerRules },
  { title: 'Established customers', file: 'established.json', document: establishedRules },
  { title: 'Winning back', file: 'winning-back.json', document: winningBackRules },
  { title: 'Birthdays', file: 'birthday.json', document: birthdayRules },
  { title: 'Membership', file: 'membership.json', document: membershipRules },
  { title: 'Festivals', file: 'festival.json', document: festivalRules },
  { title: 'Goods in use', file: 'goods-in-use.json', document: goodsInUseRules },
  { title: 'Events of the world', file: 'world.json', document: worldRules },
];

test('the page of the shipped care rules tells what the rules are', async () => {
  await expect(`${introduction}\n${careRulesTables(families)}`).toMatchFileSnapshot(
    '../shipped-care-rules.md',
  );
});

test('two bounds of one fact are a window, and every condition is told', () => {
  const rule = {
    name: 'a_rule',
    because: 'It shows every kind of condition.',
    conditions: {
      all: [
        { fact: 'daysSinceSigned', operator: 'greaterThanInclusive', value: 5 },
        { fact: 'daysSinceSigned', operator: 'lessThan', value: 30 },
        { not: { fact: 'daysSinceSent', path: '$.a_rule', operator: 'lessThan', value: 7 } },
        {
          any: [
            { fact: 'stage', operator: 'in', value: ['new', 'slipping'] },
            { fact: 'tier', operator: 'equal', value: null },
          ],
        },
      ],
    },
    event: {
      type: 'care',
      params: {
        kind: 'care',
        template: 'thanks',
        channels: ['sms', 'email'],
        once: 'stage_entry',
        validForDays: 1,
        purpose: 'service',
      },
    },
  } as const;
  const table = careRulesTables([{ title: 'One', file: 'one.json', document: { format: 1, rules: [rule] } }]);
  expect(table.split('\n').at(-2)).toBe(
    '| `a_rule` | 5 ≤ daysSinceSigned < 30; not (daysSinceSent.a_rule < 7); stage in new, slipping or tier = null | care `thanks`; on sms, email; once per stage entry; of use for 1 day; service; priority 1 | It shows every kind of condition. |',
  );
});
