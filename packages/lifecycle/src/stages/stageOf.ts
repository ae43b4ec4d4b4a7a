import { AftercareError } from '@aftercare/core';
import { lifecycleIssues } from '../issues/index.js';
import type { Stage } from './stage.js';
import type { StagePolicy } from './stagePolicy.js';
import type { StageWindow } from './stageWindow.js';

/** What a customer's stage is decided by; the facts of a snapshot contain it. */
export interface StageFacts {
  /** Purchases to date, days merged. */
  readonly purchaseCount: number;
  /** Shop days since the last purchase; null without one. */
  readonly daysSinceLastPurchase: number | null;
  /** Shop days since the last visit; null where visits are not known. */
  readonly daysSinceLastVisit: number | null;
  /** The customer's mean days between purchases; null with fewer than two. */
  readonly ownCycleDays: number | null;
}

/** A stage with what decided it. */
export interface StageDecision {
  readonly stage: Stage;
  /** The window of the policy that the customer is in; null for a prospect. */
  readonly window: StageWindow | null;
  /** Shop days on the policy's clock; null for a prospect. */
  readonly days: number | null;
  /** On which day of the clock the customer leaves the window if nothing happens; null: never by itself. */
  readonly leavesAtDay: number | null;
}

/**
 * The stage of a customer, by half-open windows: on day 45 after the last purchase a customer is slipping, not new any
 * more.
 *
 * @throws `AftercareError` when the facts contradict themselves (purchases without a last one, days below zero) or
 * the policy was not checked by `parseStagePolicy` and has a gap.
 *
 * @example
 * ```ts
 * import { defaultStagePolicy, stageOf } from '@aftercare/lifecycle';
 *
 * const facts = { purchaseCount: 1, daysSinceLastVisit: null, ownCycleDays: null };
 * stageOf({ ...facts, daysSinceLastPurchase: 44 }, defaultStagePolicy); // => 'new'
 * stageOf({ ...facts, daysSinceLastPurchase: 45 }, defaultStagePolicy); // => 'slipping'
 * stageOf({ ...facts, purchaseCount: 0, daysSinceLastPurchase: null }, defaultStagePolicy); // => 'prospect'
 * ```
 */
export function stageOf(facts: StageFacts, policy: StagePolicy): Stage {
  return facts.purchaseCount === 0 ? 'prospect' : windowOf(facts, policy, daysOnClock(facts, policy)).stage;
}

/**
 * The stage of a customer as {@link stageOf} decides it, with the window that decided and the day on which the customer
 * leaves it.
 *
 * @example
 * ```ts
 * import { decideStage, defaultStagePolicy } from '@aftercare/lifecycle';
 *
 * const facts = { purchaseCount: 1, daysSinceLastPurchase: 44, daysSinceLastVisit: null, ownCycleDays: null };
 * decideStage(facts, defaultStagePolicy).leavesAtDay; // => 45
 * ```
 */
export function decideStage(facts: StageFacts, policy: StagePolicy): StageDecision {
  if (facts.purchaseCount === 0) return { stage: 'prospect', window: null, days: null, leavesAtDay: null };
  const days = daysOnClock(facts, policy);
  const window = windowOf(facts, policy, days);
  return { stage: window.stage, window, days, leavesAtDay: lastBoundOf(window, facts) };
}

/** Days on the policy's clock. A purchase is a visit too, so the later of both counts. */
function daysOnClock(facts: StageFacts, policy: StagePolicy): number {
  const { daysSinceLastPurchase, daysSinceLastVisit } = facts;
  if (daysSinceLastPurchase === null) throw missing('daysSinceLastPurchase');
  const visited =
    policy.clock === 'last_visit' ? (daysSinceLastVisit ?? daysSinceLastPurchase) : daysSinceLastPurchase;
  const days = Math.min(visited, daysSinceLastPurchase);
  if (days >= 0) return days;
  const range = { measure: 'value', received: String(days), minimum: 0, inclusive: true } as const;
  throw new AftercareError([lifecycleIssues.create('out_of_range', ['daysSinceLastPurchase'], range)]);
}

function windowOf(facts: StageFacts, policy: StagePolicy, days: number): StageWindow {
  for (const window of policy.stages) {
    if (isWithin(facts.purchaseCount, window.purchases) && isInTime(window, days, facts)) return window;
  }
  const purchases = { from: facts.purchaseCount, to: facts.purchaseCount + 1 };
  const time = { from: days, to: days + 1, unit: 'days' } as const;
  throw new AftercareError([lifecycleIssues.create('stage_gap', ['stages'], { purchases, time })]);
}

function isInTime(window: StageWindow, days: number, facts: StageFacts): boolean {
  if (window.cycles === undefined) return window.days !== undefined && isWithin(days, window.days);
  return isWithin(days / cycleOf(facts), window.cycles);
}

/** The first whole day on which the window is over: 1.5 cycles of 31 days end on day 47. */
function lastBoundOf(window: StageWindow, facts: StageFacts): number | null {
  if (window.cycles === undefined) return window.days?.to ?? null;
  if (window.cycles.to === undefined) return null;
  const cycle = cycleOf(facts);
  const day = Math.ceil(window.cycles.to * cycle);
  // The product can round up past a whole day (1.1 cycles of 10 days); the quotient is what decides.
  return (day - 1) / cycle >= window.cycles.to ? day - 1 : day;
}

function cycleOf(facts: StageFacts): number {
  if (facts.ownCycleDays === null) throw missing('ownCycleDays');
  return facts.ownCycleDays;
}

function isWithin(value: number, { from, to }: { readonly from: number; readonly to?: number }): boolean {
  return value >= from && (to === undefined || value < to);
}

function missing(name: string): AftercareError {
  return new AftercareError([lifecycleIssues.create('missing', [name], { expected: ['number'] })]);
}
