import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arbitraryBusyRules,
  arbitraryLife,
  arbitraryPolicy,
  arbitraryPurchases,
  arbitraryRules,
} from '../../test/arbitraryCare.js';
import { plannerOf, type RuleSketch } from '../../test/careRules.js';
import { inputOn, liveThrough, type SimulatedLife } from '../../test/simulatedLife.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { CarePlan } from './planner.js';

const YEAR = 366;

describe('planning on every day of a year', () => {
  test('never plans an action twice, whatever became of it', () => {
    fc.assert(
      fc.property(arbitraryLife, arbitraryRules, arbitraryPolicy, (life, rules, policy) => {
        const days = liveThrough(life, plannerOf(rules, { policy }), YEAR, 'every_day');
        const ids = days.flatMap(({ actions }) => actions.map(({ id }) => id));
        expect(ids).toEqual([...new Set(ids)]);
      }),
      { numRuns: 30 },
    );
  });

  test('withdraws only what was planned, each action once', () => {
    fc.assert(
      fc.property(arbitraryLife, arbitraryRules, arbitraryPolicy, (life, rules, policy) => {
        const days = liveThrough(life, plannerOf(rules, { policy }), YEAR, 'every_day');
        const planned = new Set<string>();
        for (const { actions, withdrawn } of days) {
          for (const id of withdrawn) expect(planned.delete(id)).toBe(true);
          for (const { id } of actions) planned.add(id);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** One of several planners does its next step: it looks at the history and plans, or writes down what it planned. */
const arbitrarySteps = fc.array(
  fc.record({ planner: fc.integer({ min: 0, max: 7 }), daysOn: fc.constantFrom(0, 0, 0, 1, 2) }),
  { minLength: 40, maxLength: 200, size: 'max' },
);

describe('eight planners that share a history into which an action goes only if it is not there', () => {
  test('send nothing twice, and nothing more often than its occasion comes', () => {
    const arbitraryOccasions = arbitraryRules.map((rules) =>
      rules.map(({ festival: _, once, ...rest }): RuleSketch => {
        return { ...rest, when: [], once: once === 'customer' || once === 'year' ? once : 'order' };
      }),
    );
    fc.assert(
      fc.property(arbitraryLife, arbitraryOccasions, arbitrarySteps, (life, rules, steps) => {
        const planner = plannerOf(rules);
        const store = new Map<string, CareHistoryEntry>();
        const sent: string[] = [];
        const plans = new Map<number, CarePlan>();
        let day = 0;
        for (const { planner: which, daysOn } of steps) {
          const made = plans.get(which);
          plans.delete(which);
          if (made === undefined) {
            day += daysOn;
            plans.set(which, planner.plan(inputOn(life, day, [...store.values()])));
            continue;
          }
          for (const action of made.actions) {
            if (store.has(action.id)) continue;
            store.set(action.id, careHistoryEntry(action, 'sent', action.dueAt));
            sent.push(action.rule);
          }
        }
        const purchaseDays = 1 + life.purchases.filter((each) => each.day > 0 && each.day <= day).length;
        const most = { customer: 1, year: day >= 365 ? 2 : 1, order: purchaseDays };
        for (const { name, once } of rules) {
          const times = sent.filter((rule) => rule === name).length;
          expect(times).toBeLessThanOrEqual(most[once === 'customer' || once === 'year' ? once : 'order']);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a plan', () => {
  const arbitraryBusyLife: fc.Arbitrary<SimulatedLife> = fc
    .tuple(arbitraryLife, arbitraryPurchases(-30, 300, 40))
    .map(([life, purchases]) => ({ ...life, purchases }));

  test('has one receipt for every rule that fired, and its actions are those that are told as planned', () => {
    fc.assert(
      fc.property(
        arbitraryBusyLife,
        fc.oneof(arbitraryRules, arbitraryBusyRules),
        arbitraryPolicy,
        fc.integer({ min: 0, max: 300 }),
        (life, rules, policy, day) => {
          const planner = plannerOf(rules, { policy });
          const lived = liveThrough(life, planner, day, 'every_day').slice(-8);
          const history = lived.flatMap(({ actions }) =>
            actions.map((action) => careHistoryEntry(action, 'sent', action.dueAt)),
          );
          const input = inputOn(life, day, history);
          const { actions, receipts } = planner.plan(input);
          const explained = planner.explainCare(input).rules;
          const fired = explained.filter(({ outcome }) => outcome.kind !== 'not_fired');
          expect(receipts.map(({ rule }) => rule)).toEqual(fired.map(({ rule }) => rule));
          expect(fired.map(({ conditions }) => conditions.fired)).toEqual(fired.map(() => true));
          expect(explained).toHaveLength(rules.length);
          expect(new Set(explained.map(({ rule }) => rule)).size).toBe(rules.length);
          const planned = receipts.filter(({ outcome }) => outcome.kind === 'planned');
          expect(actions.map(({ id }) => id)).toEqual(planned.map(({ actionId }) => actionId));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is the same text for the same input, by another planner and from a copy of the input', () => {
    fc.assert(
      fc.property(
        arbitraryBusyLife,
        fc.oneof(arbitraryRules, arbitraryBusyRules),
        arbitraryPolicy,
        fc.integer({ min: 0, max: 300 }),
        (life, rules, policy, day) => {
          const input = inputOn(life, day, []);
          const copy = JSON.parse(JSON.stringify(input)) as typeof input;
          const planner = plannerOf(rules, { policy });
          const text = JSON.stringify(planner.plan(input));
          expect(JSON.stringify(planner.plan(input))).toBe(text);
          expect(JSON.stringify(plannerOf(rules, { policy }).plan(copy))).toBe(text);
          expect(JSON.stringify(JSON.parse(text))).toBe(text);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is the same in whatever order the history comes, but for the order of the withdrawals', () => {
    fc.assert(
      fc.property(
        arbitraryBusyLife,
        arbitraryBusyRules,
        arbitraryPolicy,
        fc.nat(),
        (life, rules, policy, lot) => {
          const planner = plannerOf(rules, { policy });
          const history = liveThrough(life, planner, 60, 'every_day').flatMap(({ actions }) =>
            actions.flatMap((action, place) => [
              careHistoryEntry(action, 'planned', action.dueAt),
              ...(place % 2 === 0 ? [careHistoryEntry(action, 'sent', action.dueAt)] : []),
            ]),
          );
          const turn = lot % (history.length + 1);
          const other = [...history.slice(turn), ...history.slice(0, turn)].reverse();
          const [one, again] = [history, other].map((entries) => planner.plan(inputOn(life, 61, entries)));
          const sorted = ({ withdrawals, ...rest }: CarePlan) => ({
            ...rest,
            withdrawals: withdrawals.map(({ actionId }) => actionId).sort(),
          });
          expect(again && sorted(again)).toEqual(one && sorted(one));
        },
      ),
      { numRuns: 40 },
    );
  });
});
