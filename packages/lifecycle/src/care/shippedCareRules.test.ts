import { readdirSync, readFileSync } from 'node:fs';
import { unwrap } from '@aftercare/core';
import { checkExamples, lintRules, type RuleDocument, type RuleSetDocument } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { defaultFestivals } from '../festivals/index.js';
import { plannerIssues } from '../planner/index.js';
import { shippedTemplates, templatesByCode } from '../templates/index.js';
import { isSelling } from './careParams.js';
import { defaultCarePolicy } from './carePolicy.js';
import { loadCareRules } from './careRules.js';
import {
  birthdayRules,
  defaultCareRules,
  establishedRules,
  festivalRules,
  goodsInUseRules,
  membershipRules,
  newCustomerRules,
  prospectRules,
  winningBackRules,
  worldRules,
} from './shippedCareRules.js';

const files: Readonly<Record<string, RuleSetDocument>> = {
  'birthday.json': birthdayRules,
  'established.json': establishedRules,
  'festival.json': festivalRules,
  'goods-in-use.json': goodsInUseRules,
  'membership.json': membershipRules,
  'new-customer.json': newCustomerRules,
  'prospects.json': prospectRules,
  'winning-back.json': winningBackRules,
  'world.json': worldRules,
};
const folder = new URL('../../care-rules/', import.meta.url);
const { ruleSet, careRules } = unwrap(loadCareRules(defaultCareRules));
const rule = (name: string): RuleDocument => {
  const found = defaultCareRules.rules.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const namesWith = (condition: (rule: (typeof careRules)[number]) => boolean) =>
  careRules.filter(condition).map((care) => care.rule.name);

describe('the files of the shipped rules', () => {
  test('are nine, and each is also a constant', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files));
    for (const [file, document] of Object.entries(files)) {
      expect(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file).toEqual(document);
    }
  });

  test('survive a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(defaultCareRules))).toEqual(defaultCareRules);
  });

  test.each(Object.entries(files))('%s can be loaded alone', (_, document) => {
    expect(unwrap(loadCareRules(document)).careRules.length).toBe(document.rules.length);
  });

  test('together make the default rules, each of which stands in one file', () => {
    const names = Object.values(files).flatMap((document) => document.rules.map(({ name }) => name));
    expect(defaultCareRules.rules.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(new Set(names).size).toBe(names.length);
  });
});

test('all examples come out as they say', () => {
  expect(checkExamples(ruleSet).map((issue) => issue.message)).toEqual([]);
});

describe('what the rules say', () => {
  test('each has a reason: one sentence in plain words', () => {
    for (const { because } of ruleSet.rules) {
      expect(because).toMatch(/^[A-Z][^.!?…]*\.$/);
      expect(because?.length).toBeLessThanOrEqual(200);
      expect(because).not.toMatch(/\b(certainly|guaranteed?|absolutely|best ever)\b/i);
    }
  });

  test('each asks for its own template, campaigns and wishes of festivals apart', () => {
    expect(
      Object.fromEntries(careRules.map(({ rule: { name }, params }) => [name, params.template])),
    ).toEqual({
      prospect_payment_reminder: 'payment_reminder',
      prospect_invitation: 'prospect_invitation',
      new_first_days: 'thank_you',
      new_first_month: 'related_products',
      new_first_month_gift: 'first_month_gift',
      established_second_purchase: 'second_purchase',
      established_third_purchase: 'third_purchase',
      established_loyal_purchase: 'loyal_purchase',
      established_welcome_back_note: 'welcome_back_note',
      established_new_arrivals: 'new_arrivals',
      established_surprise: 'small_surprise',
      slipping_worth_keeping: 'come_back_strong_offer',
      slipping_best_offer: 'come_back_strong_offer',
      slipping_offer: 'come_back_offer',
      lapsing_care: 'thinking_of_you',
      lapsing_offer: 'come_back_strong_offer',
      dormant_best_coupon: 'personal_coupon',
      dormant_by_product: 'goods_again',
      dormant_by_price: 'fine_selection',
      dormant_by_region: 'regional_activity',
      dormant_big_activity: 'big_activity',
      birthday_coupon: 'birthday_wish',
      birthday_coupon_reminder: 'birthday_coupon_reminder',
      membership_tier_reached: 'tier_reached',
      membership_close_to_next: 'close_to_next_tier',
      membership_tier_ending: 'tier_ending',
      membership_member_day: 'member_day',
      membership_early_notice: 'early_notice',
      membership_trial: 'product_trial',
      festival_new_year: 'festival_wish',
      festival_spring_festival: 'festival_wish',
      festival_lantern: 'festival_wish',
      festival_dragon_boat: 'festival_wish',
      festival_qixi: 'festival_wish',
      festival_mid_autumn: 'festival_wish',
      festival_double_ninth: 'festival_wish',
      festival_national_day: 'festival_wish',
      festival_singles_day: 'festival_campaign',
      festival_double_twelve: 'festival_campaign',
      goods_usage_tips: 'usage_tips',
      goods_satisfaction_question: 'satisfaction_question',
      goods_replenishment: 'replenishment',
      goods_best_before: 'best_before',
      world_bad_weather: 'weather_care',
      world_heat: 'heat_care',
      world_disaster: 'disaster_care',
      late_parcel_apology: 'late_parcel',
    });
  });

  test('whoever is told of a discount is told how high it is and for how long', () => {
    expect(
      Object.fromEntries(
        careRules.flatMap(({ rule: { name }, params: { parameters } }) =>
          parameters ? [[name, parameters]] : [],
        ),
      ),
    ).toEqual({
      slipping_worth_keeping: { discountPercent: 20, couponDays: 14 },
      slipping_best_offer: { discountPercent: 20, couponDays: 14 },
      slipping_offer: { discountPercent: 10, couponDays: 14 },
      lapsing_offer: { discountPercent: 20, couponDays: 14 },
      dormant_best_coupon: { discountPercent: 25, couponDays: 30 },
      birthday_coupon: { discountPercent: 15, couponDays: 14 },
    });
  });

  test('the birthday coupon is still good when the reminder of it arrives', () => {
    const paramsOf = (name: string) => careRules.find((care) => care.rule.name === name)?.params;
    const couponDays = Number(paramsOf('birthday_coupon')?.parameters?.couponDays);
    const validForDays = Number(paramsOf('birthday_coupon_reminder')?.validForDays);
    // Fired on day 11 after the coupon, the last possible one, it may arrive on the last day on which it is valid.
    expect(11 + validForDays).toBeLessThan(couponDays);
  });
});

describe('what sells', () => {
  test('is marketing, and so are festivals, reminders to buy and words to customers who are drifting away', () => {
    expect(namesWith(({ params }) => params.purpose === 'service')).toEqual([
      'prospect_payment_reminder',
      'new_first_days',
      'established_second_purchase',
      'established_third_purchase',
      'established_loyal_purchase',
      'established_welcome_back_note',
      'membership_tier_reached',
      'membership_tier_ending',
      'goods_usage_tips',
      'goods_satisfaction_question',
      'goods_best_before',
      'world_bad_weather',
      'world_heat',
      'world_disaster',
      'late_parcel_apology',
    ]);
    expect(namesWith(({ params }) => isSelling(params.kind) && params.purpose !== 'marketing')).toEqual([]);
  });

  test('waits for the parcel', () => {
    for (const { rule, params } of careRules.filter(({ params }) => isSelling(params.kind))) {
      const firing = rule.examples.filter(({ fires }) => fires).map(({ facts }) => facts.awaitingDelivery);
      expect(firing, rule.name).not.toContain(true);
      expect(firing, rule.name).not.toContain(undefined);
      expect(params.value, rule.name).toBeGreaterThan(0);
    }
  });

  test('has a value from 1 to 100, and of what is owed to the customer only what should not wait', () => {
    const worth = (purpose: string) =>
      careRules.flatMap(({ rule, params }) =>
        params.purpose === purpose ? [[rule.name, params.value ?? 0]] : [],
      );
    expect(worth('marketing').filter(([, value]) => !(Number(value) >= 1 && Number(value) <= 100))).toEqual(
      [],
    );
    expect(worth('service').filter(([, value]) => value !== 0)).toEqual([
      ['prospect_payment_reminder', 65],
      ['membership_tier_reached', 92],
      ['membership_tier_ending', 85],
      ['goods_best_before', 40],
      ['world_disaster', 100],
      ['late_parcel_apology', 95],
    ]);
  });

  test('never comes before help in a disaster or an apology for a parcel', () => {
    const most = Math.max(
      ...careRules.map(({ params }) => (params.purpose === 'marketing' ? (params.value ?? 0) : 0)),
    );
    expect(most).toBeLessThan(95);
  });

  test('is worth more the better the customer, and more than any wish for a festival', () => {
    const worthOf = (name: string) => careRules.find((care) => care.rule.name === name)?.params.value ?? 0;
    expect(worthOf('slipping_worth_keeping')).toBeGreaterThan(worthOf('slipping_best_offer'));
    expect(worthOf('slipping_best_offer')).toBeGreaterThan(worthOf('slipping_offer'));
    expect(worthOf('dormant_best_coupon')).toBeGreaterThan(worthOf('dormant_big_activity'));
    const wishes = careRules.filter(({ params }) => params.template === 'festival_wish');
    const offers = careRules.filter(
      ({ params, rule }) => params.kind === 'offer' && !rule.name.startsWith('dormant'),
    );
    const best = Math.max(...wishes.map(({ params }) => params.value ?? 0));
    expect(offers.map(({ params }) => params.value ?? 0).filter((value) => value <= best)).toEqual([]);
  });
});

test('each default festival has a rule, which is about that festival', () => {
  expect(
    careRules.flatMap(({ params }) => (params.template.startsWith('festival_') ? [params.festival] : [])),
  ).toEqual(defaultFestivals.map(({ code }) => code));
  for (const { rule, params } of careRules.filter((care) => care.params.festival !== undefined)) {
    for (const { facts } of rule.examples.filter(({ fires }) => fires))
      expect(facts.daysUntilFestival, rule.name).toHaveProperty(params.festival ?? '');
  }
});

test('the rules fit the default policy and the shipped templates: channels, festivals and parameters', () => {
  const parts = { rules: { ruleSet, careRules }, policy: defaultCarePolicy };
  const issues = plannerIssues({ ...parts, templates: templatesByCode(shippedTemplates) });
  expect(issues.map((issue) => issue.message)).toEqual([]);
});

describe('seen together, the rules', () => {
  test('have no gap, no overlap, none that never fires and none that another one covers', () => {
    const findings = lintRules(ruleSet).filter(({ code }) => code !== 'not_analysed');
    expect(findings.map((finding) => finding.message)).toEqual([]);
  });

  test('are beyond the analysis only where they ask what was sent before, or for a festival, which may not be there', () => {
    const beyond = lintRules(ruleSet).flatMap((finding) =>
      finding.code === 'not_analysed'
        ? [`${finding.details.comparison.split(' ')[0]}: ${finding.details.reason}`]
        : [],
    );
    expect([...new Set(beyond)].sort()).toEqual([
      'daysSinceLastPurchase: two_facts',
      'daysSinceSent: part',
      'daysUntilFestival: part',
    ]);
  });

  test('have exactly one for each of the first 45 days of a new customer who has the goods', () => {
    const names = ['new_first_days', 'new_first_month', 'new_first_month_gift'];
    const rules = names.map(rule).map((document) => ({
      ...document,
      conditions: { all: [{ condition: 'has_the_goods' }, document.conditions] },
    }));
    const groups = [
      {
        name: 'weeks',
        rules: names,
        over: 'daysSinceAnchor',
        exclusive: true,
        complete: { from: 0, to: 45 },
      },
    ];
    const weeks = unwrap(loadCareRules({ ...newCustomerRules, groups, rules }));
    expect(lintRules(weeks.ruleSet).map((finding) => finding.message)).toEqual([]);
  });

  test('would be found out if one of them left a day', () => {
    const moved = JSON.stringify(newCustomerRules).replaceAll(
      '"greaterThanInclusive","value":30',
      '"greaterThanInclusive","value":31',
    );
    const findings = lintRules(unwrap(loadCareRules(JSON.parse(moved))).ruleSet);
    expect(findings.map(({ code }) => code)).toEqual(['gap']);
  });
});
