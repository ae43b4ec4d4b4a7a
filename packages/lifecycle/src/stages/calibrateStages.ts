import {
  AftercareError,
  type CountBasis,
  dayNumberOf,
  fail,
  metricBasis,
  type OrderLog,
  ok,
  type PurchaseOptions,
  purchaseSelection,
  showValue,
} from '@aftercare/core';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { purchaseGapsOf } from './calibrateStagesGaps.js';
import type { StagePolicy } from './stagePolicy.js';

/** By when a stage begins: when so many percent of those who come back have come back. Whole numbers from 1 to 100, rising. */
export interface StagePercents {
  /** The end of `new` and `established`. */
  readonly slipping: number;
  readonly lapsing: number;
  readonly dormant: number;
}

/** Options of {@link calibrateStages}. */
export interface CalibrateStagesOptions extends PurchaseOptions {
  /** Absent: slipping at 75, lapsing at 90, dormant at 97 percent. */
  readonly percents?: StagePercents;
  /**
   * Shop days, at least 1: only purchases that could be followed for so long count, and only returns within them. Absent: every
   * gap counts, and long ones are seen the less often, the shorter the log is.
   */
  readonly followUpDays?: number;
  /** With fewer gaps there is no proposal, at least 1. Absent: 100. */
  readonly minimumGaps?: number;
}

/** How the first day of a stage came about. */
export interface StageBound {
  /** The share of the gaps that was asked for. */
  readonly percent: number;
  /** The days within which at least so many percent of the gaps ended. */
  readonly gapDays: number;
  /** The first day of the stage: the day after, or later where an earlier stage needs a day of its own. */
  readonly fromDay: number;
  /** The gaps that ended before `fromDay`, of the `count` of the basis. */
  readonly gapsBefore: number;
}

/** What the stages of {@link calibrateStages} rest on; `count` is the number of gaps between purchases. */
export interface StageCalibrationBasis extends CountBasis {
  readonly followUpDays: number | null;
  /**
   * Purchases after which nobody was seen to come back: because they never will, or because the log ends too early to show it
   * (right censoring). The gaps say nothing about these.
   */
  readonly openGaps: number;
  /** Days from the first purchase to the last. No gap can be longer, so bounds close to it are too early. */
  readonly observedDays: number;
  readonly bounds: { readonly [Stage in keyof StagePercents]: StageBound };
}

/** Stages as a shop's own orders suggest them. Plain JSON. */
export interface StageProposal {
  /** A policy that `parseStagePolicy` accepts, to be looked at, changed and kept as the shop's own. */
  readonly policy: StagePolicy;
  readonly basis: StageCalibrationBasis;
}

const DEFAULT_PERCENTS: StagePercents = { slipping: 75, lapsing: 90, dormant: 97 };

/**
 * Proposes a stage policy from the shop's own repurchase cycle: the trade's 45, 90 and 180 days are those of fast-moving goods, and
 * a shop for winter coats would take every customer for lost in spring. A customer is slipping from the day after which three
 * of four who come back have come back, and so on; `percents` moves the bounds.
 *
 * A gap is the days between two purchase days of one customer that follow each other. The proposal looks only at those who came
 * back: it tells when a customer is late, not how likely they are to return. In a short log long gaps are still open and are
 * missing, so that every bound comes too early; with `followUpDays`, each counted purchase had the same time to be followed by
 * another, and the bounds are right for returns within that time. The policy is proposed and not applied: the shop decides.
 *
 * Fails with `too_few_gaps` below `minimumGaps`.
 *
 * @throws `AftercareError` `out_of_range` for percents that are no whole numbers from 1 to 100 or do not rise, for days or a minimum
 * below 1, and `invalid_day`, `empty_window`, `not_one_of` for the options of all metrics.
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, unwrap } from '@aftercare/core';
 * import { calibrateStages, parseStagePolicy } from '@aftercare/lifecycle';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const days = ['2026-01-01', '2026-01-11', '2026-01-31', '2026-03-02', '2026-04-11'];
 * for (const day of days) {
 *   const at = `${day}T12:00:00Z`;
 *   log.append({ id: day, customerId: 'ann', total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const few = calibrateStages(log);
 * few.ok ? '' : few.issues[0].code; // => 'too_few_gaps'
 *
 * // The gaps are 10, 20, 30 and 40 days.
 * const percents = { slipping: 50, lapsing: 75, dormant: 100 };
 * const { policy, basis } = unwrap(calibrateStages(log, { percents, minimumGaps: 4 }));
 * policy.stages.map(({ stage, days }) => [stage, days?.from, days?.to]);
 * // => [['new', 0, 21], ['established', 0, 21], ['slipping', 21, 31], ['lapsing', 31, 41], ['dormant', 41, undefined]]
 * basis.bounds.lapsing; // => { percent: 75, gapDays: 30, fromDay: 31, gapsBefore: 3 }
 * [basis.count, basis.openGaps, basis.observedDays]; // => [4, 1, 100]
 * parseStagePolicy(policy).ok; // => true
 * ```
 */
export function calibrateStages(
  log: OrderLog,
  options: CalibrateStagesOptions = {},
): LifecycleResult<StageProposal> {
  const { percents = DEFAULT_PERCENTS, followUpDays, minimumGaps = 100 } = options;
  requireRisingPercents(percents);
  if (followUpDays !== undefined) requireWhole(followUpDays, { minimum: 1 }, ['followUpDays']);
  requireWhole(minimumGaps, { minimum: 1 }, ['minimumGaps']);
  const selection = purchaseSelection(options);
  const lastDay = log.lastPurchaseDay === null ? undefined : dayNumberOf(log.lastPurchaseDay);
  const followUpEnd = Math.min(selection.to, (lastDay ?? 0) + 1);
  const gaps = purchaseGapsOf(log, selection, { followUpDays, followUpEnd });
  const count = gaps.gapDays.length;
  if (count < minimumGaps) {
    return fail(lifecycleIssues.create('too_few_gaps', [], { gaps: count, needed: minimumGaps }));
  }
  const bounds = boundsOf(gaps.gapDays, percents);
  const basis = {
    ...metricBasis('calibrateStages', log, selection, true),
    count,
    followUpDays: followUpDays ?? null,
    openGaps: gaps.openGaps,
    observedDays: gaps.lastDay - gaps.firstDay,
    bounds,
  };
  return ok({ policy: policyOf(bounds), basis });
}

function boundsOf(gapDays: Int32Array, percents: StagePercents): StageCalibrationBasis['bounds'] {
  const slipping = boundAt(gapDays, percents.slipping, 1);
  const lapsing = boundAt(gapDays, percents.lapsing, slipping.fromDay + 1);
  const dormant = boundAt(gapDays, percents.dormant, lapsing.fromDay + 1);
  return { slipping, lapsing, dormant };
}

/** The bound at a percentage of the gaps, not before `earliest`: where most gaps are alike, stages would be empty. */
function boundAt(gapDays: Int32Array, percent: number, earliest: number): StageBound {
  const atLeast = Math.ceil((percent * gapDays.length) / 100);
  const within = gapDays[atLeast - 1] ?? 0;
  const fromDay = Math.max(within + 1, earliest);
  return { percent, gapDays: within, fromDay, gapsBefore: countBelow(gapDays, fromDay) };
}

/** How many of the sorted gaps are shorter than a number of days. */
function countBelow(gapDays: Int32Array, days: number): number {
  const first = gapDays.findIndex((gap) => gap >= days);
  return first === -1 ? gapDays.length : first;
}

function policyOf({ slipping, lapsing, dormant }: StageCalibrationBasis['bounds']): StagePolicy {
  const active = { from: 0, to: slipping.fromDay };
  return {
    clock: 'last_purchase',
    stages: [
      { stage: 'new', purchases: { from: 1, to: 2 }, days: active },
      { stage: 'established', purchases: { from: 2 }, days: active },
      { stage: 'slipping', purchases: { from: 1 }, days: { from: slipping.fromDay, to: lapsing.fromDay } },
      { stage: 'lapsing', purchases: { from: 1 }, days: { from: lapsing.fromDay, to: dormant.fromDay } },
      { stage: 'dormant', purchases: { from: 1 }, days: { from: dormant.fromDay } },
    ],
  };
}

function requireRisingPercents({ slipping, lapsing, dormant }: StagePercents): void {
  requireWhole(slipping, { minimum: 1, maximum: 100 }, ['percents', 'slipping']);
  requireWhole(lapsing, { minimum: slipping + 1, maximum: 100 }, ['percents', 'lapsing']);
  requireWhole(dormant, { minimum: lapsing + 1, maximum: 100 }, ['percents', 'dormant']);
}

function requireWhole(
  value: number,
  bounds: { readonly minimum: number; readonly maximum?: number },
  path: readonly string[],
): void {
  const { minimum, maximum = Number.MAX_SAFE_INTEGER } = bounds;
  if (Number.isSafeInteger(value) && value >= minimum && value <= maximum) return;
  const details = { measure: 'value' as const, received: showValue(value), ...bounds, inclusive: true };
  throw new AftercareError([lifecycleIssues.create('out_of_range', path, details)]);
}
