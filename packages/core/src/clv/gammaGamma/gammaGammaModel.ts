import type { ModelFit } from '../modelFit/index.js';
import { requireAbove } from '../numerics/requireBounds.js';

/** The parameters of the Gamma-Gamma model under the names that the literature gives them. */
export interface GammaGammaParameters {
  /** Shape of the gamma distribution of a customer's amounts: the larger, the more alike they are. Above 0. */
  readonly p: number;
  /** Shape of the gamma distribution by which customers differ: the larger, the more alike they are. Above 1. */
  readonly q: number;
  /** Its scale, in the minor unit: amounts have the mean `p * v / (q - 1)`. Above 0. */
  readonly v: number;
}

/**
 * A Gamma-Gamma model of what customers spend at a purchase (Fader and Hardie 2013): plain JSON, to be stored and used again.
 * Made by {@link fitGammaGamma}, or by {@link createGammaGammaModel} from parameters found elsewhere.
 */
export interface GammaGammaModel {
  /** ISO 4217 code of the currency in whose minor unit `v` is. */
  readonly currency: string;
  readonly parameters: GammaGammaParameters;
  /** What the parameters rest on; null: they were given. */
  readonly fit: GammaGammaFit | null;
}

/** How a {@link GammaGammaModel} was fitted; `customers` are those with a repeat purchase that brought money. */
export interface GammaGammaFit extends ModelFit<keyof GammaGammaParameters> {
  /** Customers with repeat purchases that brought nothing, which the model leaves out. */
  readonly withoutAmount: number;
  /**
   * Pearson's correlation of frequency and mean amount, from -1 to 1; null where all are alike. The model takes it for 0:
   * far from that, it values frequent buyers too high or too low.
   */
  readonly frequencyAmountCorrelation: number | null;
}

/**
 * A model with parameters found elsewhere: published ones, or those of another program. Mind the unit of `v`: from dollars
 * to cents it is multiplied by 100.
 *
 * @throws `AftercareError` `out_of_range` for a `p` or `v` that is not above 0, or a `q` that is not above 1
 *
 * @example
 * ```ts
 * import { createGammaGammaModel, expectedAverageAmount } from '@aftercare/core/clv';
 *
 * // Fader and Hardie (2013), the CDNOW sample: v is 15.44 dollars
 * const model = createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } });
 * const newcomer = { frequency: 0, meanAmountMinor: null };
 * Math.round(expectedAverageAmount(model, newcomer).value); // => 3522
 * ```
 */
export function createGammaGammaModel({
  currency,
  parameters,
}: Omit<GammaGammaModel, 'fit'>): GammaGammaModel {
  const model = { currency, parameters, fit: null };
  requireGammaGamma(model);
  return model;
}

/** Checks a model that may come from a store. */
export function requireGammaGamma({ parameters: { p, q, v } }: GammaGammaModel): void {
  requireAbove(p, 0, 'parameters', 'p');
  requireAbove(q, 1, 'parameters', 'q');
  requireAbove(v, 0, 'parameters', 'v');
}
