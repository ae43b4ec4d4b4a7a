import {
  AftercareError,
  type Customer,
  type CustomerFacts,
  type CustomerSnapshot,
  type Day,
  type Instant,
  instantOf,
  type ShopCalendar,
} from '@aftercare/core';
import { factNamesOf } from '@aftercare/rules';
import type { CareFacts, CareParams, CarePolicy, CareRule, CareRules } from '../care/index.js';
import { lifecycleIssues } from '../issues/index.js';
import { decideStage } from '../stages/index.js';
import type { CareAction } from './careAction.js';
import { careFactsOf } from './careFactsOf.js';
import type { CareHistoryEntry } from './careHistory.js';
import type { CareReceipt } from './careReceipt.js';
import { occasionOf } from './occasion.js';

/** What a planner decides by. */
export interface PlannerOptions {
  readonly rules: CareRules;
  readonly policy: CarePolicy;
  readonly calendar: ShopCalendar;
}

/** What is known of one customer at the moment of planning. */
export interface PlanInput {
  readonly customer: Customer;
  /** The customer's facts on the shop day of `now`, as `takeSnapshot` gives them. */
  readonly facts: CustomerFacts;
  /** All that happened to earlier actions of the customer, in any order; empty for none. */
  readonly history: readonly CareHistoryEntry[];
  readonly now: Instant;
}

/** What to do for one customer, and why. Plain JSON. */
export interface CarePlan {
  readonly customerId: string;
  /** In the order of the rules: higher priority first. */
  readonly actions: readonly CareAction[];
  /** One for every rule that fired, in the same order. */
  readonly receipts: readonly CareReceipt[];
}

/** What is known of all customers at the moment of planning. */
export interface PlanAllInput {
  /** Of the shop day of `now`. */
  readonly snapshot: CustomerSnapshot;
  readonly now: Instant;
  /** Looks up who a customer is. Absent, or without an answer: only the id is known. */
  readonly customerOf?: (customerId: string) => Customer | undefined;
  /** Looks up what happened to a customer's earlier actions. Absent: nothing did. */
  readonly historyOf?: (customerId: string) => readonly CareHistoryEntry[];
}

/** Decides what to do for customers. Made by {@link createPlanner}. */
export interface Planner {
  /** Plans for one customer. */
  plan(input: PlanInput): CarePlan;
  /**
   * Plans for all customers of a snapshot, one after the other, and keeps none of the plans. Customers for whom no rule
   * fires have empty ones.
   *
   * @throws `AftercareError` `facts_of_another_day`, with the first plan, when the snapshot is not of the day of `now`.
   */
  planAll(input: PlanAllInput): Generator<CarePlan, void, undefined>;
}

/**
 * Makes a planner: who should hear from the shop, about what, and why. It reads no clock and keeps no state, so the same
 * input gives the same plan, and two runs that overlap give actions with the same ids.
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, takeSnapshot, unwrap } from '@aftercare/core';
 * import { createPlanner, defaultCarePolicy, loadCareRules, newCustomerRules } from '@aftercare/lifecycle';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const log = createOrderLog({ currency: 'CNY', calendar });
 * const at = '2026-03-01T10:00:00+08:00';
 * log.append({ id: 'o-1', customerId: 'c-1', total: { minor: 9900, currency: 'CNY' }, placedAt: at, paidAt: at });
 *
 * const planner = createPlanner({ rules: unwrap(loadCareRules(newCustomerRules)), policy: defaultCarePolicy, calendar });
 * const facts = takeSnapshot(log, { asOf: '2026-03-04' }).facts('c-1');
 * const now = '2026-03-04T09:00:00+08:00';
 * const plan = facts && planner.plan({ customer: { id: 'c-1' }, facts, history: [], now });
 * plan?.actions.map((action) => action.id); // => ['new_first_days/purchase_2026-03-01/c-1']
 * plan?.receipts.map((receipt) => receipt.because);
 * // => ['The first five days are for thanks and for help with the order, not for selling.']
 * ```
 */
export function createPlanner({ rules, policy, calendar }: PlannerOptions): Planner {
  const { ruleSet } = rules;
  const known = new Map(rules.careRules.map((careRule) => [careRule.rule, plannedRule(careRule)]));

  function plan({ customer, facts, history, now }: PlanInput): CarePlan {
    const day: PlanningDay = { calendar, today: calendar.dayAt(now), now };
    const stage = decideStage(facts, policy.stages);
    const careFacts = careFactsOf(facts, stage, history, { policy, ...day });
    const done = new Set(history.map((entry) => entry.actionId));
    const actions: CareAction[] = [];
    const receipts: CareReceipt[] = [];
    for (const { rule } of ruleSet.fired(careFacts)) {
      const fired = known.get(rule);
      // `loadCareRules` made a care rule of every rule of the set.
      if (fired === undefined) continue;
      const action = actionOf(
        fired.params,
        rule.name,
        customer.id,
        occasionOf(fired.params.once, facts, stage, day),
        day,
      );
      const isDone = done.has(action.id);
      if (!isDone) actions.push(action);
      receipts.push({
        rule: rule.name,
        rulesVersion: ruleSet.version,
        customerId: customer.id,
        actionId: action.id,
        outcome: isDone ? { kind: 'suppressed', reason: 'already_done' } : { kind: 'planned' },
        because: rule.because ?? '',
        facts: pick(careFacts, fired.factNames),
      });
    }
    return { customerId: customer.id, actions, receipts };
  }

  return {
    plan,
    *planAll({ snapshot, now, customerOf, historyOf }) {
      mustBeOfToday(snapshot, calendar.dayAt(now));
      for (const { customerId, facts } of snapshot) {
        const customer = customerOf?.(customerId) ?? { id: customerId };
        yield plan({ customer, facts, history: historyOf?.(customerId) ?? [], now });
      }
    },
  };
}

/** Facts of yesterday would thank a customer who has been reminded today: days since anything would be one short. */
function mustBeOfToday({ basis }: CustomerSnapshot, today: Day): void {
  if (basis.asOf === today) return;
  const details = { factsDay: basis.asOf, today };
  throw new AftercareError([lifecycleIssues.create('facts_of_another_day', ['snapshot'], details)]);
}

/** A care rule with the facts that its receipts show. */
interface PlannedRule {
  readonly params: CareParams;
  readonly factNames: readonly (keyof CareFacts)[];
}

function plannedRule({ rule, params }: CareRule): PlannedRule {
  // The rules were checked against the catalogue of these facts when they were loaded.
  return { params, factNames: factNamesOf([rule]) as readonly (keyof CareFacts)[] };
}

interface PlanningDay {
  readonly calendar: ShopCalendar;
  readonly today: Day;
  readonly now: Instant;
}

function actionOf(
  params: CareParams,
  rule: string,
  customerId: string,
  occasion: string,
  { calendar, today, now }: PlanningDay,
): CareAction {
  return {
    id: `${rule}/${occasion}/${customerId}`,
    rule,
    customerId,
    kind: params.kind,
    purpose: params.purpose,
    template: params.template,
    channel: params.channels[0],
    dueAt: now,
    expiresAt: instantOf(calendar.startOfDay(calendar.addDays(today, params.validForDays))),
  };
}

function pick(facts: CareFacts, names: readonly (keyof CareFacts)[]): Partial<CareFacts> {
  return Object.fromEntries(names.map((name) => [name, facts[name]]));
}
