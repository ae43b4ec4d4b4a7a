import { type CustomerFacts, type Day, instantOf } from '@aftercare/core';
import {
  type CareAction,
  type CareHistoryEntry,
  careHistoryEntry,
  newProspect,
  type PlanInput,
  type Planner,
  type TierAssessment,
} from '@aftercare/lifecycle';
import { shanghai } from './customers.js';

/** The first day of a simulation. */
export const FIRST_DAY: Day = '2026-01-01';

/** A purchase of a simulated customer; days are counted from {@link FIRST_DAY}. */
export interface SimulatedPurchase {
  readonly day: number;
  /** Days until it is signed for; null: it never is. */
  readonly signedAfter: number | null;
}

/** What a simulated customer does, and what is known of them. */
export interface SimulatedLife extends Omit<PlanInput, 'facts' | 'history' | 'now' | 'membership'> {
  /** In order of their days, each on a day of its own. */
  readonly purchases: readonly SimulatedPurchase[];
  /** When an order was placed that is never paid; null: there is none. */
  readonly unpaidDay: number | null;
  /** The lots by which ranks and rolling sums change from day to day. */
  readonly lots: number;
  /** The days on which the customer comes into a tier, each of them foreseen. Absent: tiers are not assessed. */
  readonly tierDays?: readonly number[];
}

/** What a simulated customer was sent, or was to be, on a day. */
export interface SimulatedDay {
  readonly day: number;
  readonly actions: readonly CareAction[];
  readonly heldOut: readonly CareAction[];
  readonly withdrawn: readonly string[];
}

/** What becomes of an action that was planned: most are sent, some wait for ever, and some fail. */
function fateOf(id: string): 'sent' | 'planned' | 'failed' {
  const lot = Array.from(id, (letter) => letter.charCodeAt(0)).reduce((sum, each) => sum + each, 0) % 6;
  return lot === 0 ? 'planned' : lot === 1 ? 'failed' : 'sent';
}

/** The start of a day of the simulation. */
function startOf(day: number): string {
  return instantOf(shanghai.startOfDay(shanghai.addDays(FIRST_DAY, day)));
}

/**
 * Lives through days as a host does that plans at their start: on every day, or only when something has happened and when
 * the planner said that something would be new.
 */
export function liveThrough(
  life: SimulatedLife,
  planner: Planner,
  days: number,
  wakes: 'every_day' | 'when_due',
): readonly SimulatedDay[] {
  const lived: SimulatedDay[] = [];
  const history: CareHistoryEntry[] = [];
  let wakeAt = startOf(0);
  for (let day = 0; day < days; day++) {
    if (wakes === 'when_due' && startOf(day) < wakeAt && !happensOn(life, day)) continue;
    const input = inputOn(life, day, history);
    const { actions, heldOut, withdrawals } = planner.plan(input);
    const before = [...history];
    for (const action of actions) {
      const fate = fateOf(action.id);
      history.push(careHistoryEntry(action, fate, fate === 'sent' ? action.dueAt : input.now));
    }
    for (const action of heldOut) history.push(careHistoryEntry(action, 'held_out', input.now));
    for (const { actionId } of withdrawals) {
      const entry = before.find((each) => each.actionId === actionId);
      if (entry !== undefined) history.push({ ...entry, status: 'withdrawn', at: input.now });
    }
    if (actions.length + heldOut.length + withdrawals.length > 0) {
      lived.push({ day, actions, heldOut, withdrawn: withdrawals.map(({ actionId }) => actionId) });
    }
    if (wakes === 'when_due') wakeAt = planner.nextDueAt(input);
  }
  return lived;
}

/** What a planner is told of a simulated customer at the start of a day. */
export function inputOn(life: SimulatedLife, day: number, history: readonly CareHistoryEntry[]): PlanInput {
  const { purchases: _, unpaidDay: __, lots: ___, tierDays, ...known } = life;
  const membership = tierDays && membershipOn(tierDays, day, life.lots);
  return {
    ...known,
    facts: factsOn(life, day),
    history,
    now: startOf(day),
    ...(membership && { membership }),
  };
}

function happensOn({ purchases, unpaidDay }: SimulatedLife, day: number): boolean {
  return (
    unpaidDay === day ||
    purchases.some((each) => each.day === day || each.day + (each.signedAfter ?? NaN) === day)
  );
}

/** A number from 0 to below a bound that nobody can foresee, the same for the same day. */
function lotOf(lots: number, day: number, bound: number): number {
  const mixed = Math.imul(lots ^ (day * 2_654_435_761), 2_246_822_519) >>> 0;
  return (mixed >>> 8) % bound;
}

function factsOn({ purchases, unpaidDay, lots, customer }: SimulatedLife, day: number): CustomerFacts {
  const done = purchases.filter((each) => each.day <= day);
  const [first] = done;
  const last = done.at(-1);
  const dayOf = (offset: number) => shanghai.addDays(FIRST_DAY, offset);
  const unpaid = unpaidDay !== null && unpaidDay <= day ? day - unpaidDay : null;
  const common = { ...newProspect, daysSinceUnpaidOrder: unpaid, region: customer.region ?? null };
  if (first === undefined || last === undefined) return common;
  const sinceSigned = last.signedAfter === null ? -1 : day - last.day - last.signedAfter;
  const score = lotOf(lots, day, 5) + 1;
  return {
    ...common,
    purchaseCount: done.length,
    orderCount: done.length,
    firstPaidDay: dayOf(first.day),
    lastPaidDay: dayOf(last.day),
    daysSinceFirstPurchase: day - first.day,
    daysSinceLastPurchase: day - last.day,
    daysSinceSigned: sinceSigned < 0 ? null : sinceSigned,
    totalSpentMinor: 5000 * done.length,
    averageOrderValueMinor: 5000,
    recencyScore: score,
    frequencyScore: score,
    monetaryScore: score,
  };
}

/** Tiers come and go on days that are foreseen; what is missing for the next one is not. */
function membershipOn(tierDays: readonly number[], day: number, lots: number): TierAssessment {
  const reached = tierDays.filter((each) => each <= day);
  const since = reached.at(-1);
  const until = tierDays.find((each) => each > day);
  const rank = 1 + (reached.length % 3);
  const title = { en: `Tier ${rank}`, 'zh-CN': `${rank} 级` };
  const dayOf = (offset: number | undefined) =>
    offset === undefined ? null : shanghai.addDays(FIRST_DAY, offset);
  return {
    tier: `tier_${rank}`,
    rank,
    title,
    by: 'amount',
    since: dayOf(since),
    until: dayOf(until),
    change: since === undefined ? null : 'risen',
    next: {
      tier: 'tier_4',
      rank: 4,
      title,
      missingMinor: lotOf(lots, day, 9) * 5000,
      missingPurchases: lotOf(lots, day + 7, 4),
    },
    counted: { amountMinor: 0, purchases: 0 },
    asOf: shanghai.addDays(FIRST_DAY, day),
    currency: 'CNY',
  };
}
