import type { IssuePath } from '@aftercare/core';
import type { LifecycleIssueDetails } from '../issues/index.js';
import type { StageWindow } from './stageWindow.js';

type StageIssueCode =
  | 'empty_interval'
  | 'missing'
  | 'stage_cycle_too_early'
  | 'stage_units_mixed'
  | 'stage_gap'
  | 'stage_overlap';

/** An issue of a stage policy whose parts are each well formed. */
export type StageIssueDraft = {
  [Code in StageIssueCode]: {
    readonly code: Code;
    readonly path: IssuePath;
    readonly details: LifecycleIssueDetails[Code];
  };
}[StageIssueCode];

interface Interval {
  readonly from: number;
  readonly to?: number;
}

/** What does not fit together in the windows of a stage policy. Coverage is only judged where each window is sound. */
export function stagePolicyDrafts(stages: readonly StageWindow[]): StageIssueDraft[] {
  const unsound = stages.flatMap((window, index) => [...windowDrafts(window, ['stages', index])]);
  return unsound.length > 0 ? unsound : purchaseBands(stages).flatMap((band) => bandDrafts(stages, band));
}

function* windowDrafts(window: StageWindow, path: IssuePath): Generator<StageIssueDraft> {
  yield* emptyInterval(window.purchases, [...path, 'purchases']);
  if (window.days !== undefined) yield* emptyInterval(window.days, [...path, 'days']);
  if (window.cycles !== undefined) yield* emptyInterval(window.cycles, [...path, 'cycles']);
  if (window.days === undefined && window.cycles === undefined) {
    yield { code: 'missing', path: [...path, 'days'], details: { expected: ['days', 'cycles'] } };
  }
  if (window.days !== undefined && window.cycles !== undefined) {
    yield { code: 'stage_units_mixed', path, details: { purchases: window.purchases } };
  }
  if (window.cycles !== undefined && window.purchases.from < 2) {
    const details = { from: window.purchases.from };
    yield { code: 'stage_cycle_too_early', path: [...path, 'purchases', 'from'], details };
  }
}

function* emptyInterval({ from, to }: Interval, path: IssuePath): Generator<StageIssueDraft> {
  if (to !== undefined && to <= from) yield { code: 'empty_interval', path, details: { from, to } };
}

/** The coarsest division of the purchase counts from 1 on within which every window holds for all or for none. */
function purchaseBands(stages: readonly StageWindow[]): Interval[] {
  const bounds = new Set([1]);
  for (const { purchases } of stages) {
    bounds.add(purchases.from);
    if (purchases.to !== undefined) bounds.add(purchases.to);
  }
  const sorted = [...bounds].sort((a, b) => a - b);
  return sorted.map((from, index) => {
    const to = sorted[index + 1];
    return to === undefined ? { from } : { from, to };
  });
}

function bandDrafts(stages: readonly StageWindow[], purchases: Interval): StageIssueDraft[] {
  const windows = stages.filter((window) => contains(window.purchases, purchases));
  const inCycles = windows.filter((window) => window.cycles !== undefined);
  if (inCycles.length > 0 && inCycles.length < windows.length) {
    return [{ code: 'stage_units_mixed', path: ['stages'], details: { purchases } }];
  }
  const unit = inCycles.length > 0 ? 'cycles' : 'days';
  return [...sweep(windows, purchases, unit)];
}

/** Goes along the time axis from 0 and tells every stretch that no window or more than one window holds. */
function* sweep(
  windows: readonly StageWindow[],
  purchases: Interval,
  unit: 'days' | 'cycles',
): Generator<StageIssueDraft> {
  const path = ['stages'];
  const spans = windows.map((window) => ({ stage: window.stage, span: spanOf(window) }));
  spans.sort((a, b) => a.span.from - b.span.from);
  let covered = { stage: '', to: 0 };
  for (const { stage, span } of spans) {
    const to = endOf(span);
    if (span.from > covered.to) {
      yield { code: 'stage_gap', path, details: { purchases, time: timeBand(covered.to, span.from, unit) } };
    }
    if (span.from < covered.to) {
      const time = timeBand(span.from, Math.min(covered.to, to), unit);
      yield { code: 'stage_overlap', path, details: { purchases, time, stages: [covered.stage, stage] } };
    }
    if (to > covered.to) covered = { stage, to };
  }
  if (covered.to < Number.POSITIVE_INFINITY) {
    const time = timeBand(covered.to, Number.POSITIVE_INFINITY, unit);
    yield { code: 'stage_gap', path, details: { purchases, time } };
  }
}

function spanOf(window: StageWindow): Interval {
  return window.days ?? window.cycles ?? { from: 0 };
}

function endOf({ to }: Interval): number {
  return to ?? Number.POSITIVE_INFINITY;
}

function timeBand(
  from: number,
  to: number,
  unit: 'days' | 'cycles',
): Interval & { readonly unit: typeof unit } {
  return to === Number.POSITIVE_INFINITY ? { from, unit } : { from, to, unit };
}

function contains(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && endOf(inner) <= endOf(outer);
}
