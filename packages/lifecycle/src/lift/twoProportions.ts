import type { LiftGroup, LiftGroups } from './liftGroups.js';
import { normalTail } from './normalDistribution.js';

/** The share of a group that converted; the group has customers. */
export function rateOf({ customers, converted }: LiftGroup): number {
  return converted / customers;
}

/** The share of both groups together. */
function pooledRateOf({ treated, holdout }: LiftGroups): number {
  return (treated.converted + holdout.converted) / (treated.customers + holdout.customers);
}

/** The rate of the treated less that of the control group. */
export function differenceOf({ treated, holdout }: LiftGroups): number {
  // One division of whole numbers: 0.12 - 0.1 would be 0.01999...
  const crossed = treated.converted * holdout.customers - holdout.converted * treated.customers;
  return crossed / (treated.customers * holdout.customers);
}

/** The difference as a share of the control group's rate; null when that is 0. */
export function relativeLiftOf({ treated, holdout }: LiftGroups): number | null {
  if (holdout.converted === 0) return null;
  const crossed = treated.converted * holdout.customers - holdout.converted * treated.customers;
  return crossed / (treated.customers * holdout.converted);
}

/** The standard error of the difference if both groups had the same rate. */
export function pooledErrorOf(groups: LiftGroups): number {
  const rate = pooledRateOf(groups);
  return Math.sqrt(rate * (1 - rate) * (1 / groups.treated.customers + 1 / groups.holdout.customers));
}

/** The pooled z and its two-sided p-value; null where all customers or none converted, so that nothing varies. */
export function pooledTest(groups: LiftGroups): { readonly z: number; readonly pValue: number } | null {
  const error = pooledErrorOf(groups);
  if (error === 0) return null;
  const z = differenceOf(groups) / error;
  return { z, pValue: 2 * normalTail(Math.abs(z)) };
}

/** The least of the four counts that one would expect if both groups had the same rate. */
export function leastExpectedCount(groups: LiftGroups): number {
  const { treated, holdout } = groups;
  const customers = treated.customers + holdout.customers;
  const converted = treated.converted + holdout.converted;
  const smaller = Math.min(treated.customers, holdout.customers);
  return (smaller * Math.min(converted, customers - converted)) / customers;
}

/**
 * The confidence interval of the difference: each rate's own score interval (Wilson 1927), joined by the square-and-add rule
 * (Newcombe 1998, method 10). It never leaves [-1, 1] and holds for small groups and rates near 0, where the textbook's
 * difference plus or minus 1.96 standard errors does not.
 */
export function newcombeInterval(
  groups: LiftGroups,
  z: number,
): { readonly from: number; readonly to: number } {
  const treated = { rate: rateOf(groups.treated), ...wilsonInterval(groups.treated, z) };
  const holdout = { rate: rateOf(groups.holdout), ...wilsonInterval(groups.holdout, z) };
  const difference = differenceOf(groups);
  return {
    from: Math.max(-1, difference - Math.hypot(treated.rate - treated.from, holdout.to - holdout.rate)),
    to: Math.min(1, difference + Math.hypot(treated.to - treated.rate, holdout.rate - holdout.from)),
  };
}

function wilsonInterval({ customers, converted }: LiftGroup, z: number) {
  const centre = converted + (z * z) / 2;
  const margin = z * Math.sqrt((converted * (customers - converted)) / customers + (z * z) / 4);
  const scale = customers + z * z;
  return { from: (centre - margin) / scale, to: (centre + margin) / scale };
}

/**
 * Customers that each of two equal groups needs for the pooled test to tell two rates apart (Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions, without continuity correction). Null for equal rates.
 */
export function customersNeeded(
  { treated, holdout }: LiftGroups,
  { z, powerZ }: { readonly z: number; readonly powerZ: number },
): number | null {
  const difference = differenceOf({ treated, holdout });
  if (difference === 0) return null;
  const [one, other] = [rateOf(treated), rateOf(holdout)];
  const mean = (one + other) / 2;
  const spread = Math.sqrt(one * (1 - one) + other * (1 - other));
  return Math.ceil(((z * Math.sqrt(2 * mean * (1 - mean)) + powerZ * spread) / difference) ** 2);
}
