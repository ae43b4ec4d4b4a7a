import { type LiftGroups, requireBetween, requireGroup } from './liftGroups.js';
import type { LiftSampleBasis } from './liftSample.js';
import { normalQuantile } from './normalDistribution.js';
import {
  customersNeeded,
  differenceOf,
  leastExpectedCount,
  newcombeInterval,
  pooledErrorOf,
  pooledTest,
  rateOf,
  relativeLiftOf,
} from './twoProportions.js';

/** Options of {@link measureLift}. */
export interface MeasureLiftOptions {
  /** How sure a verdict must be, above 0 and below 1. Absent: 0.95. */
  readonly confidence?: number;
  /** With what probability a difference that exists ought to be found, above 0.5 and below 1. Absent: 0.8. */
  readonly power?: number;
  /**
   * The smallest difference of the rates that would matter to the shop, above 0 and below 1: 0.01 is one percentage point.
   * With it, groups that could not have shown such a difference are `too_small` instead of `no_evidence`. Absent: none.
   */
  readonly relevantDifference?: number;
}

/**
 * What the comparison says:
 *
 * - `raises`, `lowers`: more, or fewer, of the treated converted, by more than chance explains at this confidence;
 * - `no_evidence`: chance explains the difference. It does not say that there is none: look at the interval;
 * - `too_small`: the groups cannot tell, whatever the difference looks like.
 */
export type LiftVerdict = 'raises' | 'lowers' | 'no_evidence' | 'too_small';

/** The figures of {@link measureLift}. Rates and differences are shares: 0.02 is two percentage points. */
export interface Lift {
  readonly treatedRate: number;
  readonly holdoutRate: number;
  /** The rate of the treated less that of the control group. */
  readonly difference: number;
  /** The confidence interval of the difference, both ends included, by the score method of Newcombe. */
  readonly interval: { readonly from: number; readonly to: number };
  /** The difference as a share of the control group's rate, 0.2 for a fifth more; null when that rate is 0. */
  readonly relativeLift: number | null;
  /** The statistic of the pooled two-proportion test; null when all customers or none converted. */
  readonly z: number | null;
  /** How often chance alone would bring a difference at least as large, in either direction; null when `z` is. */
  readonly pValue: number | null;
  /**
   * The smallest difference that groups of these sizes show with the power asked for, about their common rate; null when `z`
   * is.
   */
  readonly detectableDifference: number | null;
  /**
   * Customers that each of two equal groups needs to show a difference as large as this one with the power asked for; null
   * when there is no difference.
   */
  readonly customersNeededPerGroup: number | null;
}

/** What a {@link LiftMeasurement} rests on. */
export interface LiftBasis extends LiftGroups {
  readonly metric: 'measureLift';
  readonly confidence: number;
  readonly power: number;
  readonly relevantDifference: number | null;
  /** The least of the four counts expected if the care did nothing; below 5 the groups are too small. Null without groups. */
  readonly leastExpectedCount: number | null;
  /** How the groups were counted; null when they were given as numbers. */
  readonly sample: LiftSampleBasis | null;
}

/** The verdict on a comparison of two groups, with its figures and their basis. Plain JSON. */
export interface LiftMeasurement {
  readonly verdict: LiftVerdict;
  /** Null when a group has no customers. */
  readonly value: Lift | null;
  readonly basis: LiftBasis;
}

/** Below so many expected customers in a cell, the normal approximation of the test is not to be trusted (Cochran 1954). */
const LEAST_EXPECTED_COUNT = 5;

/**
 * Whether care did anything: compares customers who were cared for with a control group drawn by lot, by the pooled
 * two-proportion test. The trade calls the difference the lift (提升度). Count a customer to the group that the lot put them
 * into, also when a message to them failed: who can be reached is no matter of chance. {@link liftSample} counts like that.
 *
 * The verdict is `too_small` when a group is empty, when fewer than 5 customers are expected in one of the four cells, or when
 * the difference is within chance and smaller ones than `relevantDifference` could not have been seen. It goes by the p-value;
 * very close to the bound, the interval may disagree. Decide beforehand when to look: who looks every day until the verdict
 * pleases will see one.
 *
 * @param groups - the two groups; a {@link LiftSample} is one
 *
 * @throws `AftercareError` `invalid_type` or `out_of_range` for a count that is no whole number from 0, for more converted than
 * customers, and for options outside their ranges.
 *
 * @example
 * ```ts
 * import { measureLift } from '@aftercare/lifecycle';
 *
 * const { verdict, value } = measureLift({
 *   treated: { customers: 10_000, converted: 1_200 },
 *   holdout: { customers: 10_000, converted: 1_000 },
 * });
 * verdict; // => 'raises'
 * [value?.treatedRate, value?.holdoutRate, value?.difference, value?.relativeLift]; // => [0.12, 0.1, 0.02, 0.2]
 * value?.customersNeededPerGroup; // => 3841
 *
 * const small = measureLift({
 *   treated: { customers: 1_000, converted: 120 },
 *   holdout: { customers: 40, converted: 3 },
 * });
 * [small.verdict, small.basis.leastExpectedCount?.toFixed(1)]; // => ['too_small', '4.7']
 * ```
 */
export function measureLift(
  groups: LiftGroups & { readonly basis?: LiftSampleBasis },
  options: MeasureLiftOptions = {},
): LiftMeasurement {
  const { confidence = 0.95, power = 0.8, relevantDifference } = options;
  requireGroup(groups.treated, 'treated');
  requireGroup(groups.holdout, 'holdout');
  requireBetween(confidence, 0, 1, 'confidence');
  requireBetween(power, 0.5, 1, 'power');
  if (relevantDifference !== undefined) requireBetween(relevantDifference, 0, 1, 'relevantDifference');
  const isEmpty = groups.treated.customers === 0 || groups.holdout.customers === 0;
  const basis = {
    metric: 'measureLift' as const,
    treated: countsOf(groups.treated),
    holdout: countsOf(groups.holdout),
    confidence,
    power,
    relevantDifference: relevantDifference ?? null,
    leastExpectedCount: isEmpty ? null : leastExpectedCount(groups),
    sample: groups.basis ?? null,
  };
  if (isEmpty) return { verdict: 'too_small', value: null, basis };
  const value = liftOf(groups, normalQuantile((1 - confidence) / 2), normalQuantile(1 - power));
  return { verdict: verdictOf(value, basis), value, basis };
}

function countsOf({ customers, converted }: LiftGroups['treated']): LiftGroups['treated'] {
  return { customers, converted };
}

function liftOf(groups: LiftGroups, z: number, powerZ: number): Lift {
  const [treatedRate, holdoutRate] = [rateOf(groups.treated), rateOf(groups.holdout)];
  const difference = differenceOf(groups);
  const test = pooledTest(groups);
  return {
    treatedRate,
    holdoutRate,
    difference,
    interval: newcombeInterval(groups, z),
    relativeLift: relativeLiftOf(groups),
    z: test?.z ?? null,
    pValue: test?.pValue ?? null,
    detectableDifference: test === null ? null : (z + powerZ) * pooledErrorOf(groups),
    customersNeededPerGroup: customersNeeded(groups, { z, powerZ }),
  };
}

function verdictOf({ difference, pValue, detectableDifference }: Lift, basis: LiftBasis): LiftVerdict {
  const { confidence, relevantDifference } = basis;
  if (
    pValue === null ||
    detectableDifference === null ||
    (basis.leastExpectedCount ?? 0) < LEAST_EXPECTED_COUNT
  )
    return 'too_small';
  if (pValue < 1 - confidence) return difference > 0 ? 'raises' : 'lowers';
  return relevantDifference !== null && detectableDifference > relevantDifference
    ? 'too_small'
    : 'no_evidence';
}
