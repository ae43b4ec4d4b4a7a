import {
  type Customer,
  type CustomerSnapshot,
  createShopCalendar,
  type Day,
  type EpochMillis,
  instantOf,
  type ShopCalendar,
  takeSnapshot,
  unwrap,
} from '@aftercare/core';
import { leapMonthOf, lunarMonthLength, solarDayOf } from '@aftercare/core/china';
import {
  assessTiers,
  type CarePlan,
  type CarePolicy,
  type CareRules,
  createPlanner,
  defaultCarePolicy,
  defaultCareRules,
  defaultMembershipProgram,
  loadCareRules,
  type MembershipProgram,
  type PlanInput,
  type Planner,
} from '@aftercare/lifecycle';
import type { FiredSample } from '../check/checkFired.js';
import type { SentMessage } from '../check/checkMessages.js';
import { checkPlan, type PlanFinding } from '../check/checkPlan.js';
import type { Shop } from '../shops/shop.js';
import { Ledger } from './ledger.js';
import { Outbox } from './outbox.js';
import { ShopWorld } from './shopWorld.js';

/** When plans are made, on the shop's clocks: for everybody at night, and in the morning for those with whom something is new. */
export const planningTimes = { everybody: '00:30', goingOver: '07:30' } as const;

/** One plan in so many is held against another rules engine. A prime, so that it comes round to everybody. */
const SAMPLE_EVERY = 499;

/** After how many days a first fingerprint is taken: few enough for a test. */
export const FIRST_DAYS = 30;

/** The policy that is simulated: the default one, with a control group. */
export const simulatedPolicy: CarePolicy = {
  ...defaultCarePolicy,
  holdout: { salt: 'simulation', buckets: 500 },
};

/** All that a simulation brings forth. */
export interface SimulationResult {
  readonly shop: Shop;
  readonly rules: CareRules;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly ledger: Ledger;
  /** The ledger's fingerprint after {@link FIRST_DAYS} days. */
  readonly firstDaysFingerprint: string;
  /** Every message that was sent to a customer; notes to the staff are none. */
  readonly messages: readonly SentMessage[];
  /** Plans that do not add up. */
  readonly planFindings: readonly PlanFinding[];
  readonly samples: readonly FiredSample[];
  /** How many actions were still waiting for their hour at the end. */
  readonly waiting: number;
}

/** Replays a shop's orders day by day, and lets the planner decide about every customer known by then. */
export function simulate(shop: Shop): SimulationResult {
  const simulation = new Simulation(shop);
  const { calendar } = simulation;
  for (let day = shop.from; day < shop.to; day = calendar.addDays(day, 1)) simulation.live(day);
  return simulation.end();
}

class Simulation {
  readonly calendar: ShopCalendar;
  readonly #shop: Shop;
  readonly #rules = unwrap(loadCareRules(defaultCareRules));
  readonly #program: MembershipProgram;
  readonly #planner: Planner;
  readonly #world: ShopWorld;
  readonly #outbox = new Outbox();
  readonly #ledger = new Ledger(this.#rules.careRules);
  readonly #messages: SentMessage[] = [];
  readonly #planFindings: PlanFinding[] = [];
  readonly #samples: FiredSample[] = [];
  readonly #plannedIds = new Set<string>();
  #daysLived = 0;
  #firstDaysFingerprint = '';

  constructor(shop: Shop) {
    this.#shop = shop;
    this.calendar = createShopCalendar({ timeZone: shop.timeZone });
    this.#program = { ...defaultMembershipProgram, currency: shop.currency };
    this.#planner = createPlanner({
      calendar: this.calendar,
      rules: this.#rules,
      policy: simulatedPolicy,
      program: this.#program,
      lunar: { solarDayOf, leapMonthOf, lunarMonthLength },
    });
    this.#world = new ShopWorld(shop, this.calendar);
  }

  /** Lives through a day up to the morning. What is due later that day goes out before the next plan is made. */
  live(day: Day): void {
    const night = this.#instantOn(day, planningTimes.everybody);
    this.#deliver(night);
    this.#world.advanceTo(night);
    this.#planFor(undefined, day, night);

    const morning = this.#instantOn(day, planningTimes.goingOver);
    this.#deliver(morning);
    const touched = this.#world.advanceTo(morning);
    this.#planFor(new Set([...touched, ...this.#outbox.customersWaiting()]), day, morning);
    this.#daysLived++;
    if (this.#daysLived === FIRST_DAYS) this.#firstDaysFingerprint = this.#ledger.fingerprint();
  }

  end(): SimulationResult {
    this.#deliver(this.calendar.startOfDay(this.#shop.to));
    return {
      shop: this.#shop,
      rules: this.#rules,
      customers: this.#world.customers,
      ledger: this.#ledger,
      firstDaysFingerprint: this.#firstDaysFingerprint,
      messages: this.#messages,
      planFindings: this.#planFindings,
      samples: this.#samples,
      waiting: this.#outbox.waiting,
    };
  }

  /** @param only - the customers to plan for; absent: all who are known */
  #planFor(only: ReadonlySet<string> | undefined, day: Day, now: EpochMillis): void {
    const customers = this.#world.customers;
    const snapshot = takeSnapshot(this.#world.log, { asOf: day, customers: customers.values() });
    const inputOf = this.#inputs(snapshot, day, now);
    for (const id of only ?? customers.keys()) {
      const input = inputOf(id);
      const plan = this.#planner.plan(input);
      if (this.#ledger.plans % SAMPLE_EVERY === 0) {
        const fired = plan.receipts.map(({ rule }) => rule);
        this.#samples.push({ facts: this.#planner.careFacts(input), rules: fired });
      }
      this.#record(plan, now);
    }
    this.#deliver(now);
  }

  #inputs(snapshot: CustomerSnapshot, day: Day, now: EpochMillis): (id: string) => PlanInput {
    const tiers = assessTiers(this.#world.log, this.#program, { asOf: day });
    const { worldEvents } = this.#shop;
    return (id) => {
      const customer = this.#world.customers.get(id);
      const facts = snapshot.facts(id);
      if (customer === undefined || facts === undefined) throw new RangeError(`${id} is not known yet.`);
      return {
        customer,
        facts,
        history: this.#outbox.historyOf(id),
        now: instantOf(now),
        openCases: this.#world.openCasesOf(id) ?? [],
        membership: tiers.of(id),
        goods: this.#world.goodsOf(id),
        worldEvents,
      };
    };
  }

  #record(plan: CarePlan, now: EpochMillis): void {
    this.#planFindings.push(...checkPlan(plan, this.#plannedIds));
    this.#ledger.takePlan(plan);
    for (const withdrawal of plan.withdrawals) this.#outbox.withdraw(withdrawal, now);
    for (const action of plan.actions) this.#outbox.plan(action, now);
    for (const action of plan.heldOut) this.#outbox.holdOut(action);
  }

  #deliver(now: EpochMillis): void {
    for (const delivery of this.#outbox.deliver(now)) {
      this.#ledger.takeDelivery(delivery);
      const { id, rule, customerId, channel, purpose, dueAt } = delivery.action;
      if (delivery.status === 'sent' && !STAFF_CHANNELS.has(channel)) {
        this.#messages.push({ actionId: id, rule, customerId, channel, purpose, at: dueAt });
      }
    }
  }

  #instantOn(day: Day, time: string): EpochMillis {
    return this.calendar.nextInDailyWindow(this.calendar.startOfDay(day), { from: time, to: '23:59' });
  }
}

const STAFF_CHANNELS = new Set(
  simulatedPolicy.channels.filter(({ reaches }) => reaches === 'staff').map(({ code }) => code),
);
