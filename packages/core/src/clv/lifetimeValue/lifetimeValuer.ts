import { aliveProbability, type BgNbdParameters, purchasesIfCustomer } from '../bgNbd/index.js';
import type { FigureOf } from '../forecast/index.js';
import { averageAmount } from '../gammaGamma/index.js';
import { requireAtLeast } from '../numerics/requireBounds.js';
import { DAYS_OF_UNIT, daysOfSpan } from '../timeSpan/index.js';
import type { LifetimeValueOptions, ValueModels } from './lifetimeValueOptions.js';

/** Days of a year in the mean of 400 years. */
const DAYS_OF_YEAR = 365.2425;

/** Checks the options and makes the function that values one history in the unit of the model of purchases. */
export function lifetimeValuer({ purchases, amounts }: ValueModels, options: LifetimeValueOptions): FigureOf {
  const { horizon, discountRatePerYear } = options;
  requireAtLeast(discountRatePerYear, 0, 'discountRatePerYear');
  const days = DAYS_OF_UNIT[purchases.unit];
  const time = daysOfSpan(horizon, 'horizon') / days;
  const interest = (Math.log1p(discountRatePerYear) / DAYS_OF_YEAR) * days;
  const { parameters } = purchases;
  return (frequency, recency, tenure, meanAmountMinor) =>
    aliveProbability(parameters, frequency, recency, tenure) *
    discountedPurchases(parameters, frequency, parameters.alpha + tenure, time, interest) *
    averageAmount(amounts.parameters, frequency, meanAmountMinor);
}

/**
 * The expected purchases Y(t) of somebody who is still a customer, each times exp(-interest t). By parts that is
 * exp(-interest H) Y(H) + interest ∫ exp(-interest t) Y(t) dt from 0 to the horizon H. With 1 + t/(α+T) = e^u everything
 * in the integral is smooth, so that a few points do.
 */
function discountedPurchases(
  parameters: BgNbdParameters,
  frequency: number,
  elapsed: number,
  horizon: number,
  interest: number,
): number {
  const atHorizon = purchasesIfCustomer(parameters, frequency, elapsed, horizon);
  if (interest === 0 || horizon === 0) return atHorizon;
  const length = Math.log1p(horizon / elapsed);
  const parts = Math.ceil(length / LONGEST_PART);
  const half = length / parts / 2;
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    for (const [place, weight] of GAUSS_LEGENDRE) {
      const time = elapsed * Math.expm1(half * (2 * part + 1 + place));
      const purchases = purchasesIfCustomer(parameters, frequency, elapsed, time);
      sum += weight * Math.exp(-interest * time) * purchases * (elapsed + time);
    }
  }
  return Math.exp(-interest * horizon) * atHorizon + interest * half * sum;
}

/** Of u: in it e^u grows seven times, which eight points follow to ten digits. Only newcomers need more parts than one. */
const LONGEST_PART = 2;

/** Points and weights of the Gauss-Legendre rule of eight points on [-1, 1]. */
const GAUSS_LEGENDRE: readonly (readonly [place: number, weight: number])[] = [
  [-0.9602898564975363, 0.10122853629037626],
  [-0.7966664774136267, 0.22238103445337448],
  [-0.525532409916329, 0.31370664587788727],
  [-0.1834346424956498, 0.362683783378362],
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.31370664587788727],
  [0.7966664774136267, 0.22238103445337448],
  [0.9602898564975363, 0.10122853629037626],
];
