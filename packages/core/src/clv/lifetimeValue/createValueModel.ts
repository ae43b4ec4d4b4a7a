import type { ValueModel } from '../../facts/valueModel.js';
import { aliveProbability, purchasesIfCustomer, requireBgNbd } from '../bgNbd/index.js';
import { requireGammaGamma } from '../gammaGamma/index.js';
import { DAYS_OF_UNIT } from '../timeSpan/index.js';
import type { LifetimeValueOptions, ValueModels } from './lifetimeValueOptions.js';
import { lifetimeValuer } from './lifetimeValuer.js';

/**
 * Puts two models to work for `takeSnapshot`, whose facts then say of each customer how likely they are still one, how many
 * purchases to expect of them within 90 days, and what they will bring within the horizon (`lifetimeValueMinor`, as
 * {@link customerLifetimeValue} has it).
 *
 * @throws `AftercareError` `out_of_range` and `not_one_of` for models or options that cannot be
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, takeSnapshot } from '@aftercare/core';
 * import { createBgNbdModel, createGammaGammaModel, createValueModel } from '@aftercare/core/clv';
 *
 * const log = createOrderLog({ currency: 'USD', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const [id, at] of [['o-1', '2026-01-01T12:00:00Z'], ['o-2', '2026-02-12T12:00:00Z']] as const) {
 *   log.append({ id, customerId: 'ann', total: { minor: 3000, currency: 'USD' }, placedAt: at, paidAt: at });
 * }
 * const valueModel = createValueModel(
 *   {
 *     purchases: createBgNbdModel({ unit: 'weeks', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } }),
 *     amounts: createGammaGammaModel({ currency: 'USD', parameters: { p: 6.25, q: 3.74, v: 1544 } }),
 *   },
 *   { horizon: { days: 365 }, discountRatePerYear: 0.1 },
 * );
 * const ann = takeSnapshot(log, { asOf: '2026-04-30', valueModel }).facts('ann');
 * [ann?.probabilityAlive?.toFixed(2), ann?.expectedPurchases90Days?.toFixed(2)]; // => ['0.56', '0.37']
 * ann?.lifetimeValueMinor; // => 3625
 * ```
 */
export function createValueModel(
  { purchases, amounts }: ValueModels,
  { horizon, discountRatePerYear }: LifetimeValueOptions,
): ValueModel {
  requireBgNbd(purchases);
  requireGammaGamma(amounts);
  const { parameters, unit } = purchases;
  const days = DAYS_OF_UNIT[unit];
  const lifetimeValueOf = lifetimeValuer({ purchases, amounts }, { horizon, discountRatePerYear });
  return {
    currency: amounts.currency,
    basis: { purchases, amounts, horizon, discountRatePerYear },
    forecast({ frequency, recencyDays, tenureDays, meanAmountMinor }) {
      const recency = recencyDays / days;
      const tenure = tenureDays / days;
      const probabilityAlive = aliveProbability(parameters, frequency, recency, tenure);
      const elapsed = parameters.alpha + tenure;
      return {
        probabilityAlive,
        expectedPurchases90Days:
          probabilityAlive * purchasesIfCustomer(parameters, frequency, elapsed, 90 / days),
        lifetimeValueMinor: Math.round(lifetimeValueOf(frequency, recency, tenure, meanAmountMinor)),
      };
    },
  };
}
