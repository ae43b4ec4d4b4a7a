import type { CapPolicy, CarePolicy, GoodsInUse, WorldEvent } from '@aftercare/lifecycle';
import * as fc from 'fast-check';
import { atLeast, below, is, openPolicy, type RuleSketch } from './careRules.js';
import { shanghai } from './customers.js';
import { FIRST_DAY, type SimulatedLife, type SimulatedPurchase } from './simulatedLife.js';

const RULE_COUNT = 6;
const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland'] as const;
const CHANNELS = ['app_push', 'sms', 'wechat', 'email', 'service_desk'] as const;
const FESTIVALS = ['new_year', 'national_day', 'singles_day', 'double_twelve'] as const;

const dayOffset = (min: number, max: number) => fc.integer({ min, max });
const named = (fact: string, path: string, operator: string, value: number) => ({
  fact,
  path: `$.${path}`,
  operator,
  value,
});
/** A window of days since something. */
const windowOf = (fact: string, max: number) =>
  fc
    .tuple(dayOffset(0, max), dayOffset(1, 60))
    .map(([from, length]) => [atLeast(fact, from), below(fact, from + length)]);

/** Conditions on whatever can change. Each is a list of which all must hold. */
const arbitraryConditions: fc.Arbitrary<readonly object[]> = fc.oneof(
  fc.constant([]),
  windowOf('daysSinceLastPurchase', 400),
  windowOf('daysSinceSigned', 30),
  windowOf('daysSinceUnpaidOrder', 10),
  windowOf('daysSinceTierReached', 30),
  windowOf('daysSinceWorldEvent', 4),
  fc.integer({ min: 0, max: 20 }).map((value) => [below('daysUntilBirthday', value)]),
  fc
    .integer({ min: -3, max: 12 })
    .map((value) => [below('daysUntilRunOut', value), atLeast('daysUntilRunOut', value - 9)]),
  fc.integer({ min: 0, max: 9 }).map((value) => [below('daysUntilTierEnds', value)]),
  fc.integer({ min: 2, max: 5 }).map((value) => [atLeast('monetaryScore', value)]),
  fc.integer({ min: 2, max: 5 }).map((value) => [{ not: atLeast('frequencyScore', value) }]),
  fc.integer({ min: 1, max: 3 }).map((value) => [atLeast('tierRank', value)]),
  fc.integer({ min: 1, max: 3 }).map((value) => [below('missingToNextTierPurchases', value)]),
  fc
    .constantFrom('new', 'established', 'slipping', 'lapsing', 'dormant')
    .map((stage) => [is('stage', stage)]),
  fc.boolean().map((waits) => [is('awaitingDelivery', waits)]),
  fc.constant([is('birthdayInCoolOff', false)]),
  fc.constant([is('worldEvent', 'bad_weather')]),
  fc
    .tuple(fc.integer({ min: 0, max: RULE_COUNT - 1 }), fc.integer({ min: 0, max: 20 }))
    .map(([rule, days]) => [
      named('daysSinceSent', `rule_${rule}`, 'greaterThanInclusive', days),
      named('daysSinceSent', `rule_${rule}`, 'lessThan', days + 10),
    ]),
  fc
    .tuple(fc.integer({ min: 0, max: RULE_COUNT - 1 }), fc.integer({ min: 1, max: 60 }))
    .map(([rule, days]) => [{ not: named('daysSinceSent', `rule_${rule}`, 'lessThan', days) }]),
  fc
    .tuple(fc.constantFrom(...FESTIVALS), fc.integer({ min: 0, max: 20 }))
    .map(([festival, days]) => [named('daysUntilFestival', festival, 'lessThan', days)]),
);

const arbitraryOccasion = fc.oneof(
  fc
    .constantFrom(
      'customer',
      'order',
      'stage_entry',
      'year',
      'tier_change',
      'unpaid_order',
      'birthday',
      'run_out',
      'world_event',
    )
    .map((once) => ({ once }) as const),
  fc.constantFrom(...FESTIVALS).map((festival) => ({ once: 'festival', festival }) as const),
);

const arbitraryRule = fc.record({
  when: fc.array(arbitraryConditions, { minLength: 1, maxLength: 3 }).map((lists) => lists.flat()),
  occasion: arbitraryOccasion,
  kind: fc.constantFrom('care', 'notice', 'offer'),
  purpose: fc.constantFrom('service', 'marketing'),
  channels: fc.uniqueArray(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 3 }),
  validForDays: fc.integer({ min: 1, max: 10 }),
  value: fc.integer({ min: 0, max: 2 }),
  priority: fc.integer({ min: 1, max: 2 }),
  holdoutBuckets: fc.constantFrom(0, 0, 5000),
});

type DrawnRule = typeof arbitraryRule extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Up to six rules, named `rule_0` and so on, that look at one another's messages. */
export const arbitraryRules: fc.Arbitrary<readonly RuleSketch[]> = fc
  .array(arbitraryRule, { minLength: 1, maxLength: RULE_COUNT })
  .map((rules) => rules.map(sketchOf));

/** Rules that fire for everybody, after every purchase anew. */
export const arbitraryBusyRules: fc.Arbitrary<readonly RuleSketch[]> = arbitraryRules.map((rules) =>
  rules.map(({ festival: _, ...rest }) => ({ ...rest, when: [], once: 'order' })),
);

function sketchOf(
  { occasion, purpose, channels: [channel, ...others], ...rest }: DrawnRule,
  place: number,
): RuleSketch {
  const isMarketing = rest.kind === 'offer' || JSON.stringify(rest.when).includes('daysUntilFestival');
  return {
    ...rest,
    ...occasion,
    name: `rule_${place}`,
    channels: [channel ?? 'sms', ...others],
    purpose: isMarketing ? 'marketing' : purpose,
  };
}

const arbitraryCap = fc
  .record({
    purpose: fc.constantFrom('service', 'marketing'),
    channel: fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
    most: fc.integer({ min: 0, max: 4 }),
    withinDays: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ channel, ...rest }) => ({ ...rest, ...(channel !== undefined && { channel }) }) as const);

/** Caps, with a period or none in which others hold. */
export const arbitraryCaps: fc.Arbitrary<CapPolicy> = fc.record({
  usual: fc.array(arbitraryCap, { maxLength: 3 }),
  widened: fc.array(
    fc
      .tuple(dayOffset(0, 700), dayOffset(1, 40), fc.array(arbitraryCap, { maxLength: 2 }))
      .map(([from, length, caps]) => ({
        from: shanghai.addDays(FIRST_DAY, from),
        to: shanghai.addDays(FIRST_DAY, from + length),
        caps,
      })),
    { maxLength: 1 },
  ),
});

/** A policy that differs in what decides about single messages. */
export const arbitraryPolicy: fc.Arbitrary<CarePolicy> = fc
  .record({
    caps: fc.oneof(arbitraryCaps, fc.constant<CapPolicy>({ usual: [], widened: [] })),
    marketingConsent: fc.constantFrom('opt_in', 'opt_out', 'opt_out'),
    anchor: fc.constantFrom('payment', 'delivery'),
    holdout: fc.constantFrom(0, 0, 5000).map((buckets) => ({ salt: 'test', buckets })),
  })
  .map((change) => openPolicy(change));

/** Purchases on different days from the first one given to the last. */
export function arbitraryPurchases(
  from: number,
  to: number,
  maxLength: number,
): fc.Arbitrary<readonly SimulatedPurchase[]> {
  const signedAfter = fc.option(fc.integer({ min: 0, max: 12 }), { nil: null, freq: 6 });
  return fc
    .uniqueArray(fc.record({ day: dayOffset(from, to), signedAfter }), {
      selector: ({ day }) => day,
      maxLength,
      size: 'max',
    })
    .map((purchases) => purchases.sort((one, other) => one.day - other.day));
}

const arbitraryCustomer = fc
  .record({
    timeZone: fc.option(fc.constantFrom(...ZONES), { nil: undefined }),
    birthday: fc.option(
      fc.record({
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 28 }),
        year: fc.integer({ min: 1990, max: 2012 }),
      }),
      { nil: undefined },
    ),
    changed: fc.option(dayOffset(-300, 0), { nil: undefined, freq: 3 }),
    region: fc.constantFrom('north', 'south'),
    objectsToProfiling: fc.constantFrom(false, false, true),
    granted: fc.array(
      fc.record({
        channel: fc.constantFrom(...CHANNELS),
        purpose: fc.constantFrom('service', 'marketing'),
        granted: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ timeZone, birthday, changed, granted, ...rest }) => ({
    ...rest,
    id: 'c-1',
    consents: granted,
    ...(timeZone && { timeZone }),
    ...(birthday && { birthday: { calendar: 'solar' as const, ...birthday } }),
    ...(changed !== undefined && { birthdayChangedAt: `${shanghai.addDays(FIRST_DAY, changed)}T03:00:00Z` }),
  }));

const arbitraryGoods: fc.Arbitrary<readonly GoodsInUse[]> = fc.array(
  fc.record({
    sku: fc.constantFrom('tea', 'soap'),
    signedDay: dayOffset(-60, 0).map((day) => shanghai.addDays(FIRST_DAY, day)),
    pieces: fc.integer({ min: 1, max: 12 }),
    daysPerPiece: fc.integer({ min: 100, max: 9000 }).map((hundredths) => hundredths / 100),
  }),
  { maxLength: 4 },
);

const arbitraryWorldEvents: fc.Arbitrary<readonly WorldEvent[]> = fc.array(
  fc
    .tuple(
      dayOffset(-5, 720),
      dayOffset(1, 10),
      fc.constantFrom('bad_weather', 'heat'),
      fc.constantFrom('north', 'south'),
    )
    .map(([from, length, code, region]) => ({
      code,
      region,
      from: shanghai.addDays(FIRST_DAY, from),
      to: shanghai.addDays(FIRST_DAY, from + length),
    })),
  { maxLength: 3 },
);

/** A customer and two years of what they do. */
export const arbitraryLife: fc.Arbitrary<SimulatedLife> = fc
  .record({
    customer: arbitraryCustomer,
    purchases: arbitraryPurchases(-200, 700, 5),
    unpaidDay: fc.option(dayOffset(0, 700), { nil: null }),
    lots: fc.integer({ min: 0, max: 1_000_000 }),
    goods: arbitraryGoods,
    worldEvents: arbitraryWorldEvents,
    openCases: fc.constantFrom([], [], [], [{ id: 'k-1' }]),
    tierDays: fc.option(
      fc
        .uniqueArray(dayOffset(-40, 720), { maxLength: 4 })
        .map((days) => days.sort((one, other) => one - other)),
      { nil: undefined },
    ),
  })
  .map(({ tierDays, ...rest }) => ({ ...rest, ...(tierDays && { tierDays }) }));
