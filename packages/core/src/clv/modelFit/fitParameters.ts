import type { CoreResult } from '../../issues/index.js';
import { coreIssues } from '../../issues/index.js';
import { inverseOfPositiveDefinite } from '../numerics/inverseOfPositiveDefinite.js';
import { type LocalShape, type Maximum, maximise } from '../numerics/maximise.js';
import { requireAbove, requireAtLeast } from '../numerics/requireBounds.js';
import type { PurchaseSummaryBasis } from '../purchaseSummary/index.js';
import type { FitOptions, ModelFit } from './modelFit.js';

/** What a model tells of itself to be fitted. All parameters are above 0. */
export interface Fittable<Parameter extends string> {
  /** As the literature calls it. */
  readonly model: string;
  readonly parameters: readonly Parameter[];
  /** Those that a penalty is on: the others have a unit, and a fit must not depend on whether it is days or weeks. */
  readonly penalised: ReadonlySet<Parameter>;
  readonly start: Readonly<Record<Parameter, number>>;
  readonly customers: number;
  readonly calibration: PurchaseSummaryBasis;
  /** The log-likelihood and its derivatives, at parameters in the order of `parameters`. */
  shapeAt(parameters: readonly number[]): LocalShape;
}

/**
 * One standard error of the logarithm of a parameter above which the data do not tell it: two errors of 1.5 are a
 * twentieth, or twenty times as much.
 */
const LARGEST_LOG_ERROR = 1.5;

/** The parameters with the greatest likelihood, found in their logarithms, so that none gets to 0 or below. */
export function fitParameters<Parameter extends string>(
  fittable: Fittable<Parameter>,
  options: FitOptions<Parameter>,
): CoreResult<{ parameters: Readonly<Record<Parameter, number>>; fit: ModelFit<Parameter> }> {
  const { penalty = 0, start = {} } = options;
  requireAtLeast(penalty, 0, 'penalty');
  const names = fittable.parameters;
  const from = names.map((name) => {
    // A mapped type of a generic key set cannot be indexed as a number; it is one or absent.
    const chosen: number = (start as Partial<Record<Parameter, number>>)[name] ?? fittable.start[name];
    requireAbove(chosen, 0, 'start', name);
    return Math.log(chosen);
  });
  const maximum = maximise((point) => shapeInLogarithms(fittable, penalty, point), from);
  const logErrors = logErrorsAt(maximum);
  const unknown = names.filter((_, index) => !((logErrors[index] ?? Number.NaN) < LARGEST_LOG_ERROR));
  const { model } = fittable;
  if (unknown.length > 0) {
    const details = { model, parameters: unknown, customers: fittable.customers };
    return { ok: false, issues: [coreIssues.create('parameters_not_identified', [], details)] };
  }
  const { iterations, expectedGain, converged } = maximum;
  if (!converged) {
    return { ok: false, issues: [coreIssues.create('fit_not_converged', [], { model, iterations })] };
  }
  const values = maximum.point.map(Math.exp);
  const steepestSlope = Math.max(...maximum.shape.gradient.map(Math.abs));
  const fit: ModelFit<Parameter> = {
    logLikelihood: fittable.shapeAt(values).value,
    customers: fittable.customers,
    standardErrors: byName(
      names,
      values.map((value, index) => value * (logErrors[index] ?? 0)),
    ),
    penalty,
    convergence: { iterations, expectedGain, steepestSlope },
    calibration: fittable.calibration,
  };
  return { ok: true, value: { parameters: byName(names, values), fit } };
}

/** The log-likelihood less the penalty, as a function of the parameters' logarithms. */
function shapeInLogarithms<Parameter extends string>(
  { parameters, penalised, shapeAt }: Fittable<Parameter>,
  penalty: number,
  logarithms: readonly number[],
): LocalShape {
  const size = logarithms.length;
  const values = logarithms.map(Math.exp);
  const shape = shapeAt(values);
  const weights = parameters.map((name) => (penalised.has(name) ? penalty : 0));
  const weightAt = (index: number) => weights[index] ?? 0;
  const valueAt = (index: number) => values[index] ?? 0;
  // By the chain rule: d/d(ln p) = p d/dp.
  const slopes = shape.gradient.map((slope, index) => valueAt(index) * slope);
  return {
    value: logarithms.reduce((sum, log, index) => sum - weightAt(index) * log ** 2, shape.value),
    gradient: slopes.map((slope, index) => slope - 2 * weightAt(index) * (logarithms[index] ?? 0)),
    hessian: shape.hessian.map((bend, place) => {
      const row = Math.floor(place / size);
      const column = place % size;
      const product = bend * valueAt(row) * valueAt(column);
      return row === column ? product + (slopes[row] ?? 0) - 2 * weightAt(row) : product;
    }),
  };
}

/** What is added to the curvature of a likelihood that has none in some direction, to see which parameters that concerns. */
const LEAST_BEND = 0.01;

/** Standard errors of the logarithms; NaN or above all that is acceptable for those that the data do not tell. */
function logErrorsAt({ shape }: Maximum): number[] {
  const size = shape.gradient.length;
  const bendWith = (added: number) =>
    shape.hessian.map((bend, place) => (place % (size + 1) === 0 ? added - bend : -bend));
  const covariance =
    inverseOfPositiveDefinite(bendWith(0), size) ?? inverseOfPositiveDefinite(bendWith(LEAST_BEND), size);
  return shape.gradient.map((_, index) => Math.sqrt(covariance?.[index * (size + 1)] ?? Number.NaN));
}

function byName<Parameter extends string>(
  names: readonly Parameter[],
  values: readonly number[],
): Readonly<Record<Parameter, number>> {
  const entries = names.map((name, index) => [name, values[index] ?? Number.NaN]);
  // Object.fromEntries loses the names' literal types; they are exactly those of the model.
  return Object.fromEntries(entries) as Record<Parameter, number>;
}
