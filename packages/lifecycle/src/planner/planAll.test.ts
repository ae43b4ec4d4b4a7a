import { createOrderLog, takeSnapshot, unwrap } from '@aftercare/core';
import { joinDocuments } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { openPolicy } from '../../test/careRules.js';
import { now, shanghai } from '../../test/customers.js';
import { loadCareRules, newCustomerRules, winningBackRules } from '../care/index.js';
import { careHistoryEntry } from './careHistory.js';
import { type CarePlan, createPlanner } from './planner.js';

const rules = unwrap(loadCareRules(unwrap(joinDocuments([newCustomerRules, winningBackRules]))));
const planner = createPlanner({ rules, policy: openPolicy(), calendar: shanghai });

describe('planning for all customers of a snapshot', () => {
  const log = createOrderLog({ currency: 'CNY', calendar: shanghai });
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
    const [thanks] = [...planner.planAll({ snapshot, now })].flatMap(({ actions }) => actions);
    const entries = thanks === undefined ? [] : [careHistoryEntry(thanks, 'sent', now)];
    const historyOf = (customerId: string) => (customerId === thanks?.customerId ? entries : undefined);
    expect(rulesByCustomer(planner.planAll({ snapshot, now, historyOf }))).toEqual({
      'c-1': [],
      'c-2': ['new_first_month'],
      'c-3': ['slipping_offer'],
    });
  });

  test('looks up the cases, the membership and the goods of each', () => {
    const asked: string[] = [];
    const ask = (what: string) => (customerId: string) => {
      asked.push(`${what} ${customerId}`);
      return undefined;
    };
    const openCasesOf = (customerId: string) => (customerId === 'c-2' ? [{ id: 'k-1' }] : undefined);
    const plans = planner.planAll({
      snapshot,
      now,
      openCasesOf,
      membershipOf: ask('tier'),
      goodsOf: ask('goods'),
    });
    expect(rulesByCustomer(plans)).toEqual({
      'c-1': ['new_first_days'],
      'c-2': [],
      'c-3': ['slipping_offer'],
    });
    expect(asked).toEqual(['tier c-1', 'goods c-1', 'tier c-2', 'goods c-2', 'tier c-3', 'goods c-3']);
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
