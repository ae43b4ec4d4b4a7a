import {
  AftercareError,
  type CustomerIndex,
  coreIssues,
  customerIndexOf,
  type Day,
  type DayNumber,
  dayNumberOf,
  type EpochMillis,
  epochMillisOf,
  type Instant,
  type MetricBasis,
  metricBasis,
  type OrderLog,
  type PurchaseOptions,
  type PurchaseSelection,
  purchaseSelection,
  showValue,
} from '@aftercare/core';
import { type HoldoutPolicy, isHeldOut } from '../holdout/index.js';
import { lifecycleIssues } from '../issues/index.js';
import type { CareHistoryEntry } from '../planner/index.js';
import type { LiftGroup, LiftGroups } from './liftGroups.js';

/** What the comparison reads of an entry of a customer's care history: a {@link CareHistoryEntry} is one. */
export interface LiftEntry {
  /** The care rule. */
  readonly rule: string;
  /** `held_out`: planned but for the lot. Everything else: planned, whatever became of it. */
  readonly status: CareHistoryEntry['status'];
  readonly at: Instant;
}

/** Options of {@link liftSample}; which orders count as purchases is told as for any metric. */
export interface LiftSampleOptions extends Omit<PurchaseOptions, 'window'> {
  /** The care rule to judge. Absent: all care together, by the global control group. */
  readonly rule?: string;
  /** The global control group. It hears nothing from any rule, and so is left out where one rule is judged. */
  readonly holdout: HoldoutPolicy;
  /** Shop days, at least 1, in which a purchase counts for the care; the day of the entry is the first of them. */
  readonly withinDays: number;
  /** The last day (included) that the log is complete for. Who has not had all `withinDays` by then is left out. */
  readonly asOf: Day;
}

/** What a {@link LiftSample} rests on. */
export interface LiftSampleBasis extends MetricBasis {
  readonly rule: string | null;
  readonly holdout: HoldoutPolicy;
  readonly withinDays: number;
  /** The last day that was looked at (included). */
  readonly asOf: Day;
  /** The day of the last purchase that the log knows of; null: it knows none. */
  readonly lastPurchaseDay: Day | null;
  /** Customers with an entry who are in neither group. */
  readonly leftOut: {
    /** One rule is judged, and they are in the global control group. */
    readonly globalHoldout: number;
    /** Their days were not over by `asOf`. */
    readonly notOver: number;
    /**
     * The lot puts them into the global control group, and the history says that they were cared for: another salt, or
     * entries from before that group began.
     */
    readonly contradictory: number;
  };
}

/** The two groups of a comparison, ready for {@link measureLift}, with what they rest on. */
export interface LiftSample extends LiftGroups {
  readonly basis: LiftSampleBasis;
}

/**
 * Counts the two groups of a comparison from what happened: from care histories, and from the purchases of a log.
 *
 * A customer takes part from their first entry of the rule, and stays in the group of that entry. In the control group the entry
 * says `held_out`; with any other, the customer is treated: planned, sent, failed or withdrawn alike (intention to treat). Leaving
 * out failed messages would keep the customers with good addresses on one side only; leaving out withdrawn ones, those who bought
 * before the message went, who convert on the other side. So keep `planned` and `held_out` entries alike, from the same moment of
 * planning.
 *
 * A customer converts who buys at or after the instant of that entry, within `withinDays` shop days, its own day included. The
 * difference is therefore what planning the care brings, in all its consequences, and not what reading the message brings.
 *
 * @param histories - by customer id, each customer once; a `Map` will do. Pass only entries from the day on which the control
 * group began, or the customers from before it would all be among the treated.
 *
 * @throws `AftercareError` `invalid_day`, `invalid_instant`, `out_of_range`, `not_one_of`
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 * import { type LiftEntry, liftSample } from '@aftercare/lifecycle';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const at = '2026-03-14T12:00:00Z';
 * log.append({ id: 'o-1', customerId: 'ann', total: { minor: 990, currency: 'EUR' }, placedAt: at, paidAt: at });
 *
 * const entry = (status: LiftEntry['status']): LiftEntry[] => [
 *   { rule: 'slipping_offer', status, at: '2026-03-01T09:00:00Z' },
 * ];
 * const histories = new Map([['ann', entry('sent')], ['bob', entry('failed')], ['cid', entry('held_out')]]);
 * const options = { rule: 'slipping_offer', holdout: { salt: 'aftercare', buckets: 0 }, asOf: '2026-04-30' };
 * const sample = liftSample(histories, log, { ...options, withinDays: 14 });
 * sample.treated; // => { customers: 2, converted: 1 }
 * sample.holdout; // => { customers: 1, converted: 0 }
 * // The fourteenth day is the last one of 14; with 13, it is too late.
 * liftSample(histories, log, { ...options, withinDays: 13 }).treated.converted; // => 0
 * ```
 */
export function liftSample(
  histories: Iterable<readonly [customerId: string, entries: readonly LiftEntry[]]>,
  log: OrderLog,
  options: LiftSampleOptions,
): LiftSample {
  const { rule, holdout, withinDays, asOf } = options;
  const { calendar } = log;
  const endDay = dayNumberAt(asOf) + 1;
  requireDays(withinDays);
  const selection = purchaseSelection(options);
  const purchases: Purchases = { log, index: customerIndexOf(log), selection };
  const counts = { treated: noCustomers(), holdout: noCustomers() };
  const leftOut = { globalHoldout: 0, notOver: 0, contradictory: 0 };
  for (const [customerId, entries] of histories) {
    const first = firstEntry(entries, rule);
    if (first === undefined) continue;
    const inGlobalHoldout = isHeldOut(holdout, customerId);
    const toDay = dayNumberAt(calendar.dayAt(first.entry.at)) + withinDays;
    if (inGlobalHoldout && first.entry.status !== 'held_out') leftOut.contradictory++;
    else if (inGlobalHoldout && rule !== undefined) leftOut.globalHoldout++;
    else if (toDay > endDay) leftOut.notOver++;
    else {
      // Who is held out by a rule of its own still belongs to those whom the care as a whole was for.
      const isHoldout = rule === undefined ? inGlobalHoldout : first.entry.status === 'held_out';
      const group = isHoldout ? counts.holdout : counts.treated;
      group.customers++;
      if (hasPurchase(purchases, customerId, first.at, toDay)) group.converted++;
    }
  }
  const basis = {
    ...metricBasis('liftSample', log, selection, null),
    rule: rule ?? null,
    holdout: { salt: holdout.salt, buckets: holdout.buckets },
    withinDays,
    asOf,
    lastPurchaseDay: log.lastPurchaseDay,
    leftOut,
  };
  return { treated: counts.treated, holdout: counts.holdout, basis };
}

type GrowingGroup = { -readonly [Count in keyof LiftGroup]: LiftGroup[Count] };

function noCustomers(): GrowingGroup {
  return { customers: 0, converted: 0 };
}

/** The earliest entry that counts; of several of one moment the one that held the customer out, whatever their order. */
function firstEntry(entries: readonly LiftEntry[], rule: string | undefined) {
  let first: { readonly entry: LiftEntry; readonly at: EpochMillis } | undefined;
  for (const entry of entries) {
    if (rule !== undefined && entry.rule !== rule) continue;
    const at = millisAt(entry.at);
    const isFirst = first === undefined || at < first.at;
    if (isFirst || (at === first?.at && entry.status === 'held_out')) first = { entry, at };
  }
  return first;
}

interface Purchases {
  readonly log: OrderLog;
  readonly index: CustomerIndex;
  readonly selection: PurchaseSelection;
}

/** Whether a customer has a selected purchase at or after an instant and before a day. */
function hasPurchase(
  { log, index, selection }: Purchases,
  customerId: string,
  fromMillis: EpochMillis,
  toDay: DayNumber,
): boolean {
  const customer = log.customerNumberOf(customerId);
  if (customer === undefined) return false;
  const { purchasedAt, status } = log.columns;
  const end = index.starts[customer + 1] ?? 0;
  for (let at = index.starts[customer] ?? 0; at < end && (index.days[at] ?? toDay) < toDay; at++) {
    const row = index.rows[at] ?? 0;
    const isSelected = ((status[row] ?? 0) & selection.rejectedStatus) === 0;
    if (isSelected && (purchasedAt[row] ?? Number.NaN) >= fromMillis) return true;
  }
  return false;
}

function requireDays(withinDays: number): void {
  if (Number.isSafeInteger(withinDays) && withinDays >= 1) return;
  const details = { measure: 'value' as const, received: showValue(withinDays), minimum: 1, inclusive: true };
  throw new AftercareError([lifecycleIssues.create('out_of_range', ['withinDays'], details)]);
}

function dayNumberAt(day: Day): DayNumber {
  const number = dayNumberOf(day);
  if (number !== undefined) return number;
  throw new AftercareError([coreIssues.create('invalid_day', ['asOf'], { received: showValue(day) })]);
}

function millisAt(at: Instant): EpochMillis {
  const millis = epochMillisOf(at);
  if (millis !== undefined) return millis;
  throw new AftercareError([coreIssues.create('invalid_instant', ['at'], { received: showValue(at) })]);
}
