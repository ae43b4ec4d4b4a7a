import {
  type CustomerFacts,
  createOrderLog,
  createShopCalendar,
  takeSnapshot,
  unwrap,
} from '@aftercare/core';
import { joinDocuments } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import {
  type CarePolicy,
  defaultCarePolicy,
  loadCareRules,
  newCustomerRules,
  winningBackRules,
} from '../care/index.js';
import type { CareHistoryEntry } from './careHistory.js';
import { type CarePlan, createPlanner } from './planner.js';

const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
const rules = unwrap(loadCareRules(unwrap(joinDocuments([newCustomerRules, winningBackRules]))));
const plannerWith = (change: Partial<CarePolicy> = {}) =>
  createPlanner({ rules, policy: { ...defaultCarePolicy, ...change }, calendar });
const planner = plannerWith();

/** 9 o'clock in Shanghai on 31 March 2026. */
const now = '2026-03-31T01:00:00Z';

/** A customer who bought once and had the goods on the same day, so many days before 31 March. */
function boughtOnce(days: number, change: Partial<CustomerFacts> = {}): CustomerFacts {
  const purchaseDay = calendar.addDays('2026-03-31', -days);
  return {
    purchaseCount: 1,
    orderCount: 1,
    firstPaidDay: purchaseDay,
    lastPaidDay: purchaseDay,
    daysSinceFirstPurchase: days,
    daysSinceLastPurchase: days,
    daysSinceSigned: days,
    totalSpentMinor: 9900,
    averageOrderValueMinor: 9900,
    ownCycleDays: null,
    daysSinceUnpaidOrder: null,
    expectedNextPurchaseDay: null,
    daysUntilExpectedPurchase: null,
    rfmSegment: null,
    probabilityAlive: null,
    expectedPurchases90Days: null,
    lifetimeValueMinor: null,
    region: null,
    birthdayKnown: false,
    isBirthday: null,
    recencyScore: 3,
    frequencyScore: 3,
    monetaryScore: 3,
    daysSinceLastVisit: null,
    daysUntilBirthday: null,
    tags: [],
    ...change,
  };
}
const plan = (facts: CustomerFacts, history: readonly CareHistoryEntry[] = []) =>
  planner.plan({ customer: { id: 'c-1' }, facts, history, now });
const sent = (rule: string, actionId: string, at: string): CareHistoryEntry => ({
  actionId,
  rule,
  status: 'sent',
  at,
});

describe('a plan with the shipped rules', () => {
  test.each<[number, string[]]>([
    [0, ['new_first_days']],
    [4, ['new_first_days']],
    [5, ['new_first_month']],
    [29, ['new_first_month']],
    [30, ['new_first_month_gift']],
    [44, ['new_first_month_gift']],
    [45, ['slipping_offer']],
    [89, ['slipping_offer']],
    [90, ['lapsing_care']],
    [179, ['lapsing_care']],
    [180, ['dormant_big_activity']],
  ])('on day %i after the only purchase plans %j', (days, expected) => {
    expect(plan(boughtOnce(days)).actions.map((action) => action.rule)).toEqual(expected);
  });

  test('says what to do, on which channel, and until when', () => {
    expect(plan(boughtOnce(3)).actions).toEqual([
      {
        id: 'new_first_days/purchase_2026-03-28/c-1',
        rule: 'new_first_days',
        customerId: 'c-1',
        kind: 'care',
        purpose: 'service',
        template: 'thank_you',
        channel: 'app_push',
        dueAt: '2026-03-31T01:00:00Z',
        // Two shop days, today and tomorrow: until midnight in Shanghai before 2 April.
        expiresAt: '2026-04-01T16:00:00.000Z',
      },
    ]);
  });

  test('gives a receipt with the reason, the version and the facts that were looked at', () => {
    expect(plan(boughtOnce(3)).receipts).toEqual([
      {
        rule: 'new_first_days',
        rulesVersion: rules.ruleSet.version,
        customerId: 'c-1',
        actionId: 'new_first_days/purchase_2026-03-28/c-1',
        outcome: { kind: 'planned' },
        because: 'The first five days are for thanks and for help with the order, not for selling.',
        facts: { daysSinceAnchor: 3, stage: 'new' },
      },
    ]);
  });

  test('has nothing for a prospect, nor for an established customer', () => {
    const nothing = { firstPaidDay: null, lastPaidDay: null, daysSinceSigned: null };
    const prospect = { ...nothing, purchaseCount: 0, orderCount: 0, daysSinceFirstPurchase: null };
    expect(plan(boughtOnce(0, { ...prospect, daysSinceLastPurchase: null }))).toEqual({
      customerId: 'c-1',
      actions: [],
      receipts: [],
    });
    expect(plan(boughtOnce(3, { purchaseCount: 2 })).actions).toEqual([]);
  });

  test.each([
    ['slipping', 60, 'slipping_best_offer'],
    ['dormant', 200, 'dormant_best_coupon'],
  ])('gives the better offer to the best of the %s customers', (_, days, rule) => {
    expect(plan(boughtOnce(days, { monetaryScore: 4 })).actions.map((action) => action.rule)).toEqual([rule]);
  });

  test('is plain JSON', () => {
    const made = plan(boughtOnce(3));
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

describe('the same occasion', () => {
  const [first] = plan(boughtOnce(3)).actions;
  const id = first?.id ?? '';

  test.each(['planned', 'sent', 'failed', 'withdrawn'] as const)(
    'is not planned again once it was %s',
    (status) => {
      const again = plan(boughtOnce(3), [{ actionId: id, rule: 'new_first_days', status, at: now }]);
      expect(again.actions).toEqual([]);
      expect(again.receipts.map((receipt) => [receipt.actionId, receipt.outcome])).toEqual([
        [id, { kind: 'suppressed', reason: 'already_done' }],
      ]);
    },
  );

  test('has the same id on a later day and in a run at the same time', () => {
    const nextDay = {
      customer: { id: 'c-1' },
      facts: boughtOnce(4),
      history: [],
      now: '2026-04-01T01:00:00Z',
    };
    const facts = { ...nextDay.facts, lastPaidDay: '2026-03-28' };
    expect(planner.plan({ ...nextDay, facts }).actions[0]?.id).toBe(id);
    expect(plan(boughtOnce(3)).actions[0]?.id).toBe(id);
  });

  test('of another customer, or after another purchase, is another one', () => {
    const facts = boughtOnce(3);
    expect(planner.plan({ customer: { id: 'c-2' }, facts, history: [], now }).actions[0]?.id).not.toBe(id);
    expect(plan({ ...facts, lastPaidDay: '2026-03-27' }).actions[0]?.id).not.toBe(id);
  });

  test('a stage entered again after a purchase is another occasion', () => {
    const idOn = (days: number) => plan(boughtOnce(days)).actions[0]?.id;
    expect(idOn(60)).toBe('slipping_offer/slipping_since_2026-01-30/c-1');
    expect(idOn(61)).toBe('slipping_offer/slipping_since_2026-01-29/c-1');
  });

  test('once a year is once in a calendar year of the shop', () => {
    const idAt = (instant: string) =>
      planner.plan({ customer: { id: 'c-1' }, facts: boughtOnce(200), history: [], now: instant }).actions[0]
        ?.id;
    expect(idAt('2026-12-31T15:59:59Z')).toBe('dormant_big_activity/year_2026/c-1');
    expect(idAt('2026-12-31T16:00:00Z')).toBe('dormant_big_activity/year_2027/c-1');
  });
});

describe('the offer to a lapsing customer', () => {
  const careId = plan(boughtOnce(100)).actions[0]?.id ?? '';
  const rulesAfter = (history: readonly CareHistoryEntry[]) =>
    plan(boughtOnce(100), history).actions.map((action) => action.rule);

  test.each([
    ['2026-03-27T09:00:00+08:00', []],
    ['2026-03-26T09:00:00+08:00', ['lapsing_offer']],
    ['2026-03-25T09:00:00+08:00', ['lapsing_offer']],
  ])('follows five days after the care went out (sent at %s)', (at, expected) => {
    expect(rulesAfter([sent('lapsing_care', careId, at)])).toEqual(expected);
  });

  test('does not follow when the care failed', () => {
    const failed = {
      actionId: careId,
      rule: 'lapsing_care',
      status: 'failed',
      at: '2026-03-20T09:00:00+08:00',
    } as const;
    expect(rulesAfter([failed])).toEqual([]);
  });

  test('does not follow on the care of an earlier lapse', () => {
    const earlier = sent(
      'lapsing_care',
      'lapsing_care/lapsing_since_2025-06-01/c-1',
      '2025-10-01T09:00:00+08:00',
    );
    expect(rulesAfter([earlier])).toEqual(['lapsing_care']);
  });

  test('counts from the last time that it was sent, in whatever order the history comes', () => {
    const before = sent(
      'lapsing_care',
      'lapsing_care/lapsing_since_2025-06-01/c-1',
      '2025-10-01T09:00:00+08:00',
    );
    const lately = sent('lapsing_care', careId, '2026-03-20T09:00:00+08:00');
    expect(rulesAfter([before, lately])).toEqual(['lapsing_offer']);
    expect(rulesAfter([lately, before])).toEqual(['lapsing_offer']);
  });

  test('a history from a clock that is ahead is taken as of today', () => {
    expect(rulesAfter([sent('lapsing_care', careId, '2026-04-09T09:00:00+08:00')])).toEqual([]);
  });
});

describe('deliveries', () => {
  const waiting = boughtOnce(10, { daysSinceSigned: null });

  test('goods are not recommended to who still waits for the parcel', () => {
    expect(plan(waiting).actions).toEqual([]);
  });

  test('where deliveries are not recorded, nobody is taken to be waiting', () => {
    const unrecorded = plannerWith({ deliveriesRecorded: false });
    const input = { customer: { id: 'c-1' }, facts: waiting, history: [], now };
    expect(unrecorded.plan(input).actions.map((action) => action.rule)).toEqual(['new_first_month']);
  });

  test('care anchored to the delivery counts its days from there', () => {
    const anchored = plannerWith({ anchor: 'delivery' });
    const rulesFor = (facts: CustomerFacts) =>
      anchored
        .plan({ customer: { id: 'c-1' }, facts, history: [], now })
        .actions.map((action) => action.rule);
    expect(rulesFor(boughtOnce(10, { daysSinceSigned: 4 }))).toEqual(['new_first_days']);
    expect(rulesFor(boughtOnce(10, { daysSinceSigned: 5 }))).toEqual(['new_first_month']);
    expect(rulesFor(waiting)).toEqual([]);
  });
});

describe('planning for all customers of a snapshot', () => {
  const log = createOrderLog({ currency: 'CNY', calendar });
  for (const [customerId, day] of [
    ['c-1', '2026-03-28'],
    ['c-2', '2026-03-21'],
    ['c-3', '2026-01-30'],
  ]) {
    const at = `${day}T10:00:00+08:00`;
    const total = { minor: 9900, currency: 'CNY' };
    log.append({
      id: `o-${customerId}`,
      customerId: customerId ?? '',
      total,
      placedAt: at,
      paidAt: at,
      signedAt: at,
    });
  }
  const snapshot = takeSnapshot(log, { asOf: '2026-03-31' });
  const rulesByCustomer = (plans: Iterable<CarePlan>) =>
    Object.fromEntries(
      Array.from(plans, ({ customerId, actions }) => [customerId, actions.map(({ rule }) => rule)]),
    );

  test('gives the plan of each', () => {
    expect(rulesByCustomer(planner.planAll({ snapshot, now }))).toEqual({
      'c-1': ['new_first_days'],
      'c-2': ['new_first_month'],
      // Three customers with equal spending share one score, the lowest: nobody spent less.
      'c-3': ['slipping_offer'],
    });
  });

  test('is the same as planning for each alone', () => {
    for (const one of planner.planAll({ snapshot, now })) {
      const facts = snapshot.facts(one.customerId);
      expect(facts && planner.plan({ customer: { id: one.customerId }, facts, history: [], now })).toEqual(
        one,
      );
    }
  });

  test('looks up the history of each', () => {
    const id = 'new_first_days/purchase_2026-03-28/c-1';
    const historyOf = (customerId: string) => (customerId === 'c-1' ? [sent('new_first_days', id, now)] : []);
    expect(rulesByCustomer(planner.planAll({ snapshot, now, historyOf }))).toMatchObject({
      'c-1': [],
      'c-2': ['new_first_month'],
    });
  });

  test('makes one plan at a time', () => {
    let asked = 0;
    const customerOf = (id: string) => {
      asked++;
      return { id };
    };
    const plans = planner.planAll({ snapshot, now, customerOf });
    plans.next();
    expect(asked).toBe(1);
  });

  test.each(['2026-03-30T15:59:59Z', '2026-03-31T16:00:00Z'])(
    'refuses facts of another shop day (%s)',
    (instant) => {
      expect(() => planner.planAll({ snapshot, now: instant }).next()).toThrow(
        /facts are those of 2026-03-31/,
      );
    },
  );
});
