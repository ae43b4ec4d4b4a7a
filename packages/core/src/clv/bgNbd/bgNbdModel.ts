import type { ModelFit } from '../modelFit/index.js';
import { requireAbove } from '../numerics/requireBounds.js';
import { requireTimeUnit, type TimeUnit } from '../timeSpan/index.js';

/** The parameters of the BG/NBD model, all above 0, under the names that the literature gives them. */
export interface BgNbdParameters {
  /** Shape of the gamma distribution of purchase rates: the smaller, the more customers differ. */
  readonly r: number;
  /** Its rate, in units of time: customers buy `r / alpha` times in a unit on average while they are customers. */
  readonly alpha: number;
  /** With `b`, the beta distribution of the chance to leave after a purchase; its mean is `a / (a + b)`. */
  readonly a: number;
  readonly b: number;
}

/**
 * A BG/NBD model of when customers buy and when they leave (Fader, Hardie and Lee 2005): plain JSON, to be stored and used
 * again. Made by {@link fitBgNbd}, or by {@link createBgNbdModel} from parameters found elsewhere.
 */
export interface BgNbdModel {
  /** What `alpha` counts time in. */
  readonly unit: TimeUnit;
  readonly parameters: BgNbdParameters;
  /** What the parameters rest on; null: they were given. */
  readonly fit: ModelFit<keyof BgNbdParameters> | null;
}

/**
 * A model with parameters found elsewhere: published ones, or those of another program.
 *
 * @throws `AftercareError` `out_of_range` for a parameter that is not above 0, `not_one_of` for an unknown unit
 *
 * @example
 * ```ts
 * import { createBgNbdModel, probabilityAlive } from '@aftercare/core/clv';
 *
 * // Fader, Hardie and Lee (2005), the CDNOW sample
 * const model = createBgNbdModel({ unit: 'weeks', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } });
 * const customer = { unit: 'weeks' as const, frequency: 2, recency: 30.43, tenure: 38.86 };
 * probabilityAlive(model, customer).value.toFixed(3); // => '0.727'
 * ```
 */
export function createBgNbdModel({ unit, parameters }: Omit<BgNbdModel, 'fit'>): BgNbdModel {
  const model = { unit, parameters, fit: null };
  requireBgNbd(model);
  return model;
}

/** Checks a model that may come from a store. */
export function requireBgNbd({ unit, parameters: { r, alpha, a, b } }: BgNbdModel): void {
  requireTimeUnit(unit, 'unit');
  for (const [name, value] of Object.entries({ r, alpha, a, b })) requireAbove(value, 0, 'parameters', name);
}
