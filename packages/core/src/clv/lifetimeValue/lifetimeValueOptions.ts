import type { BgNbdModel } from '../bgNbd/index.js';
import type { GammaGammaModel } from '../gammaGamma/index.js';
import type { TimeSpan } from '../timeSpan/index.js';

/** The two models that a value is made of: how often, and how much. */
export interface ValueModels {
  readonly purchases: BgNbdModel;
  readonly amounts: GammaGammaModel;
}

/** What of the future counts, and for how much. */
export interface LifetimeValueOptions {
  /** Purchases count up to so long after the end of observation. There is no default: one year is usual. */
  readonly horizon: TimeSpan;
  /**
   * By how much money is worth less a year later: 0.1 makes 110 in a year as good as 100 today. 0 or more; a purchase after
   * d days counts `(1 + rate) ** (-d / 365.2425)` of its amount. There is no default.
   */
  readonly discountRatePerYear: number;
}
