import { defineFacts } from '@aftercare/rules';
import { z } from 'zod';

export const TIERS = ['tier_1', 'tier_2', 'tier_3', 'tier_4'];
export const REGIONS = ['north', 'south', 'east', 'west'];

/** What every engine is given about a customer. */
export const facts = defineFacts(
  z.object({
    purchaseCount: z.int().min(0),
    daysSinceLastPurchase: z.int().min(0).nullable(),
    totalSpentMinor: z.int().min(0),
    averageOrderMinor: z.int().min(0),
    openCases: z.int().min(0),
    refundCount: z.int().min(0),
    daysUntilBirthday: z.int().min(0).nullable(),
    tier: z.enum(TIERS),
    region: z.enum(REGIONS),
    subscribed: z.boolean(),
  }),
);

const is = (fact, operator, value) => ({ fact, operator, value });
const rule = (name, priority, conditions, template) => ({
  name,
  priority,
  conditions,
  event: { type: 'care', params: { kind: 'care', template } },
});

/** Ten rules of two to four conditions, as a shop has them. */
export const TEN_RULES = [
  rule(
    'first_days',
    10,
    { all: [is('purchaseCount', 'equal', 1), is('daysSinceLastPurchase', 'lessThan', 5)] },
    'thank_you',
  ),
  rule(
    'first_month',
    9,
    {
      all: [
        is('purchaseCount', 'equal', 1),
        is('daysSinceLastPurchase', 'greaterThanInclusive', 5),
        is('daysSinceLastPurchase', 'lessThan', 30),
        is('openCases', 'equal', 0),
      ],
    },
    'related',
  ),
  rule(
    'gift',
    8,
    {
      all: [
        is('purchaseCount', 'equal', 1),
        is('daysSinceLastPurchase', 'greaterThanInclusive', 30),
        is('daysSinceLastPurchase', 'lessThan', 45),
      ],
    },
    'gift',
  ),
  rule(
    'slipping',
    7,
    {
      all: [
        is('daysSinceLastPurchase', 'greaterThanInclusive', 45),
        is('daysSinceLastPurchase', 'lessThan', 90),
        is('subscribed', 'equal', true),
      ],
    },
    'miss_you',
  ),
  rule(
    'lapsing',
    6,
    {
      all: [
        is('daysSinceLastPurchase', 'greaterThanInclusive', 90),
        is('daysSinceLastPurchase', 'lessThan', 180),
        is('totalSpentMinor', 'greaterThan', 50_000),
      ],
    },
    'strong_offer',
  ),
  rule(
    'dormant',
    5,
    {
      all: [is('daysSinceLastPurchase', 'greaterThanInclusive', 180), is('region', 'in', ['north', 'east'])],
    },
    'regional',
  ),
  rule(
    'birthday',
    5,
    { all: [is('daysUntilBirthday', 'lessThanInclusive', 7), is('openCases', 'equal', 0)] },
    'birthday',
  ),
  rule(
    'best_customers',
    4,
    {
      all: [
        is('tier', 'in', ['tier_3', 'tier_4']),
        is('averageOrderMinor', 'greaterThan', 30_000),
        is('refundCount', 'lessThan', 2),
      ],
    },
    'early_notice',
  ),
  rule(
    'high_value_or_loyal',
    3,
    {
      any: [
        is('totalSpentMinor', 'greaterThan', 480_000),
        { all: [is('purchaseCount', 'greaterThan', 18), is('refundCount', 'equal', 0)] },
      ],
    },
    'surprise',
  ),
  rule(
    'ask_why',
    2,
    {
      all: [
        is('refundCount', 'greaterThan', 3),
        is('openCases', 'equal', 0),
        { not: { all: [is('tier', 'equal', 'tier_1')] } },
      ],
    },
    'ask',
  ),
];

/** A small generator of random numbers, the same on every machine. */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

/** Random records of the ten facts. */
export function recordsOf(count) {
  const random = randomNumbers(42);
  return Array.from({ length: count }, () => {
    const purchaseCount = random(20);
    return {
      purchaseCount,
      daysSinceLastPurchase: purchaseCount === 0 ? null : random(365),
      totalSpentMinor: purchaseCount * random(30_000),
      averageOrderMinor: random(60_000),
      openCases: random(10) === 0 ? 1 : 0,
      refundCount: random(5),
      daysUntilBirthday: random(4) === 0 ? null : random(365),
      tier: TIERS[random(4)],
      region: REGIONS[random(4)],
      subscribed: random(2) === 0,
    };
  });
}

/** Random rules of two to four conditions, few of which fire for one record. */
export function manyRules(count) {
  const random = randomNumbers(7);
  const conditions = [
    () => is('purchaseCount', 'equal', random(20)),
    () => is('daysSinceLastPurchase', 'lessThan', random(365)),
    () => is('daysSinceLastPurchase', 'greaterThanInclusive', random(365)),
    () => is('totalSpentMinor', 'greaterThan', random(500_000)),
    () => is('averageOrderMinor', 'lessThan', random(60_000)),
    () => is('refundCount', 'equal', random(5)),
    () => is('daysUntilBirthday', 'lessThanInclusive', random(30)),
    () => is('tier', 'equal', TIERS[random(4)]),
    () => is('region', 'in', [REGIONS[random(4)], REGIONS[random(4)]]),
    () => is('subscribed', 'equal', random(2) === 0),
  ];
  return Array.from({ length: count }, (_, index) => {
    const all = [is('purchaseCount', 'equal', random(20))];
    const more = 1 + random(3);
    while (all.length <= more) all.push(conditions[random(conditions.length)]());
    return rule(`rule_${index}`, 1 + random(10), { all }, `template_${index}`);
  });
}
