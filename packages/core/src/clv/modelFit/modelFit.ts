import type { PurchaseSummaryBasis } from '../purchaseSummary/index.js';

/** How a fit is to be made. */
export interface FitOptions<Parameter extends string> {
  /**
   * Draws the parameters that have no unit (r, a, b; p, q) towards 1 where the data say little of them: so many times the
   * sum of the squares of their logarithms is taken from the log-likelihood. It weighs as much as a guess that each is
   * between 1/f and f with f = exp(1 / sqrt(2 * penalty)), about 2.7 for 0.5, and less and less the more customers there
   * are. 0 or more; absent: 0, plain maximum likelihood.
   */
  readonly penalty?: number;
  /** Where the search begins; absent: at values that suit any shop. The result does not depend on it. */
  readonly start?: Readonly<Partial<Record<Parameter, number>>>;
}

/** How a model was fitted: what its parameters rest on, and how well they are known. */
export interface ModelFit<Parameter extends string> {
  /** Natural logarithm of the likelihood of the data, without the penalty. */
  readonly logLikelihood: number;
  /** How many customers the likelihood is of. */
  readonly customers: number;
  /** One standard error of each parameter, from the curvature of the (penalised) log-likelihood at its top. */
  readonly standardErrors: Readonly<Record<Parameter, number>>;
  readonly penalty: number;
  readonly convergence: Convergence;
  /** What the histories were taken from. */
  readonly calibration: PurchaseSummaryBasis;
}

/** How the search for the parameters ended; only one that converged makes a model. */
export interface Convergence {
  readonly iterations: number;
  /** How much the log-likelihood could still gain by its curvature; a gain of 0.5 would be one standard error. */
  readonly expectedGain: number;
  /** The steepest slope that is left, for a change of a parameter by its own size. */
  readonly steepestSlope: number;
}
