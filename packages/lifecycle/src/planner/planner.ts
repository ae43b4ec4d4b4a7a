import {
  AftercareError,
  type Customer,
  type CustomerSnapshot,
  type Day,
  type Instant,
  type ShopCalendar,
  unwrap,
} from '@aftercare/core';
import type { LunarCalendar } from '../birthdays/index.js';
import {
  type CareFacts,
  type CarePolicy,
  type CareRules,
  defaultCarePolicy,
  defaultCareRules,
  loadCareRules,
} from '../care/index.js';
import type { GoodsInUse } from '../goods/index.js';
import { lifecycleIssues } from '../issues/index.js';
import type { MembershipProgram, TierAssessment } from '../membership/index.js';
import { type MessageTemplates, shippedTemplates, templatesByCode } from '../templates/index.js';
import type { Candidate, Proposal } from './candidate.js';
import type { CareAction } from './careAction.js';
import type { CareHistoryEntry } from './careHistory.js';
import type { CareReceipt, CareWithdrawal } from './careReceipt.js';
import { type Decision, decide } from './decide.js';
import type { DecisionSources } from './decisionSources.js';
import { type CareExplanation, explainDecision } from './explainCare.js';
import { nextChanges } from './nextDueAt.js';
import type { OpenCase, PlanInput, WorldEvent } from './planInput.js';
import { plannedRule } from './plannedRule.js';
import { plannerIssues } from './plannerIssues.js';
import { planningMoments } from './planningMoment.js';
import { requireInstant } from './requireInstant.js';

/** What a planner decides by. All but the calendar have defaults that a shop can start with. */
export interface PlannerOptions {
  readonly calendar: ShopCalendar;
  /** Absent: all rules that are shipped, {@link defaultCareRules}. */
  readonly rules?: CareRules;
  /** Absent: {@link defaultCarePolicy}. */
  readonly policy?: CarePolicy;
  /** Absent: the templates that are shipped. */
  readonly templates?: MessageTemplates;
  /** The membership programme, for its member days. Absent: there is none. */
  readonly program?: MembershipProgram;
  /** Where lunar birthdays and festivals fall. Absent: it is not known, and nobody is written to for them. */
  readonly lunar?: LunarCalendar;
}

/** What to do for one customer, and why. Plain JSON. */
export interface CarePlan {
  readonly customerId: string;
  /** In the order of the rules: higher priority first. */
  readonly actions: readonly CareAction[];
  /**
   * What would have been done if the customer were not in a control group. Record these as `held_out`: they count as if they
   * had been sent, so that the groups stay alike, and `liftSample` counts the group from them.
   */
  readonly heldOut: readonly CareAction[];
  /** One for every rule that fired, in the same order. */
  readonly receipts: readonly CareReceipt[];
  /** Actions of the history that were planned and must not be sent any more. */
  readonly withdrawals: readonly CareWithdrawal[];
}

/** What is known of all customers at the moment of planning. Each function is asked once a customer. */
export interface PlanAllInput {
  /** Of the shop day of `now`. */
  readonly snapshot: CustomerSnapshot;
  readonly now: Instant;
  /** Looks up who a customer is. Absent, or without an answer: only the id is known. */
  readonly customerOf?: (customerId: string) => Customer | undefined;
  /** Looks up what happened to a customer's earlier actions. Absent: nothing did. */
  readonly historyOf?: (customerId: string) => readonly CareHistoryEntry[] | undefined;
  /** Looks up a customer's cases that are not settled. Absent: there are none. */
  readonly openCasesOf?: (customerId: string) => readonly OpenCase[] | undefined;
  /** Looks up a customer's membership. Absent: tiers are not assessed. */
  readonly membershipOf?: (customerId: string) => TierAssessment | undefined;
  /** Looks up what a customer has at home. Absent: not known. */
  readonly goodsOf?: (customerId: string) => readonly GoodsInUse[] | undefined;
  /** As in {@link PlanInput}. */
  readonly worldEvents?: readonly WorldEvent[];
}

/** Decides what to do for customers. Made by {@link createPlanner}. */
export interface Planner {
  /**
   * Plans for one customer.
   *
   * @throws `AftercareError` `invalid_instant` for an instant of the input that is none
   */
  plan(input: PlanInput): CarePlan;

  /**
   * Plans for all customers of a snapshot, one after the other, and keeps none of the plans. Customers for whom no rule
   * fires have empty ones.
   *
   * @throws `AftercareError` `facts_of_another_day`, with the first plan, when the snapshot is not of the day of `now`.
   */
  planAll(input: PlanAllInput): Generator<CarePlan, void, undefined>;

  /**
   * Tells for one customer what became of every rule: those that fired as in the plan, and of the others why they did not
   * and what would have changed it. Nothing is stored for it; it is decided anew.
   */
  explainCare(input: PlanInput): CareExplanation;

  /** What care rules see of a customer: the facts given, and what the planner completes them with. */
  careFacts(input: PlanInput): CareFacts;

  /**
   * The next start of a shop day on which the plan for the customer can hold something new if nothing happens until then:
   * an action, or a withdrawal. A host that plans on events needs to wake up for a customer only then. Where a rule depends
   * on what nobody can foresee (a rank among all customers, a rolling sum) and could fire, or could stop firing with an action
   * still planned, that is the next day already.
   *
   * @param input - as it stands after the plan of `now`, with what was planned in the history
   * @returns at the latest two years after `now`
   */
  nextDueAt(input: PlanInput): Instant;
}

/**
 * Makes a planner: who should hear from the shop, about what, and why. It reads no clock and keeps no state, so the same
 * input gives the same plan, and two runs that overlap give actions with the same ids.
 *
 * @throws `AftercareError` when rules, templates and policy do not fit together; {@link plannerIssues} tells it beforehand
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, takeSnapshot } from '@aftercare/core';
 * import { createPlanner } from '@aftercare/lifecycle';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const log = createOrderLog({ currency: 'CNY', calendar });
 * const at = '2026-03-01T10:00:00+08:00';
 * log.append({ id: 'o-1', customerId: 'c-1', total: { minor: 9900, currency: 'CNY' }, placedAt: at, paidAt: at });
 *
 * const planner = createPlanner({ calendar });
 * const facts = takeSnapshot(log, { asOf: '2026-03-04' }).facts('c-1');
 * const now = '2026-03-04T09:00:00+08:00';
 * const plan = facts && planner.plan({ customer: { id: 'c-1' }, facts, history: [], now });
 * plan?.actions.map((action) => action.id); // => ['new_first_days/purchase_2026-03-01/c-1']
 * plan?.receipts.map((receipt) => receipt.because);
 * // => ['The first five days are for thanks and for help with the order, not for selling.']
 * ```
 */
export function createPlanner({
  calendar,
  rules = unwrap(loadCareRules(defaultCareRules)),
  policy = defaultCarePolicy,
  templates = templatesByCode(shippedTemplates),
  program,
  lunar,
}: PlannerOptions): Planner {
  const [first, ...others] = plannerIssues({ rules, policy, templates });
  if (first !== undefined) throw new AftercareError([first, ...others]);
  const planned = new Map(
    rules.careRules.map((each) => [each.rule.name, plannedRule(each, policy.channels, templates)]),
  );
  const sources: DecisionSources = { rules, planned, policy, calendar, program, lunar };
  const momentOf = planningMoments(sources);
  const decideFor = (input: PlanInput) => decide(input, momentOf(input.now), sources);
  const plan = (input: PlanInput): CarePlan => planOf(input, decideFor(input), rules.ruleSet.version);

  return {
    plan,
    explainCare: (input) => explainDecision(input, decideFor(input), rules),
    careFacts: (input) => decideFor(input).seen.facts,
    nextDueAt: nextChanges(sources, decideFor),
    *planAll({ snapshot, now, customerOf, historyOf, openCasesOf, membershipOf, goodsOf, worldEvents }) {
      mustBeOfToday(snapshot, calendar.dayAt(requireInstant(now, 'now')));
      for (const { customerId, facts } of snapshot) {
        const openCases = openCasesOf?.(customerId);
        const membership = membershipOf?.(customerId);
        const goods = goodsOf?.(customerId);
        yield plan({
          customer: customerOf?.(customerId) ?? { id: customerId },
          facts,
          history: historyOf?.(customerId) ?? NO_HISTORY,
          now,
          ...(openCases && { openCases }),
          ...(membership && { membership }),
          ...(goods && { goods }),
          ...(worldEvents && { worldEvents }),
        });
      }
    },
  };
}

const NO_HISTORY: readonly CareHistoryEntry[] = Object.freeze([]);

/** Facts of yesterday would thank a customer who has been reminded today: days since anything would be one short. */
function mustBeOfToday({ basis }: CustomerSnapshot, today: Day): void {
  if (basis.asOf === today) return;
  const details = { factsDay: basis.asOf, today };
  throw new AftercareError([lifecycleIssues.create('facts_of_another_day', ['snapshot'], details)]);
}

function planOf({ customer }: PlanInput, decision: Decision, rulesVersion: string): CarePlan {
  const actions: CareAction[] = [];
  const heldOut: CareAction[] = [];
  const receipts: CareReceipt[] = [];
  for (const candidate of decision.candidates) {
    const suppression = decision.suppressionOf(candidate);
    const { rule, actionId, proposal } = candidate;
    if (proposal !== undefined && (suppression === undefined || suppression.reason === 'holdout')) {
      const action = actionOf(candidate, proposal, customer.id, decision, decision.channelOf(candidate));
      (suppression === undefined ? actions : heldOut).push(action);
    }
    receipts.push({
      rule: rule.rule.name,
      rulesVersion,
      customerId: customer.id,
      actionId,
      outcome: suppression ?? PLANNED,
      because: rule.rule.because ?? '',
      facts: pick(decision.seen.facts, rule.factNames),
    });
  }
  return { customerId: customer.id, actions, heldOut, receipts, withdrawals: decision.withdrawals };
}

const PLANNED = Object.freeze({ kind: 'planned' });

function actionOf(
  { rule, actionId }: Candidate,
  { params, dueAt, expiresAt }: Proposal,
  customerId: string,
  { grounds, moment }: Decision,
  channel: string,
): CareAction {
  const { kind, purpose, template } = rule.params;
  return {
    id: actionId,
    rule: rule.rule.name,
    customerId,
    kind,
    purpose,
    template,
    params,
    channel,
    dueAt: moment.textOf(dueAt),
    expiresAt: moment.textOf(expiresAt),
    value: rule.value,
    grounds: grounds(),
  };
}

function pick(facts: CareFacts, names: readonly (keyof CareFacts)[]): Partial<CareFacts> {
  // A loop and not Object.fromEntries, which took a tenth of the time of planning.
  const picked: Partial<Record<keyof CareFacts, unknown>> = {};
  for (const name of names) picked[name] = facts[name];
  // Each value was taken from the fact of the same name.
  return picked as Partial<CareFacts>;
}
