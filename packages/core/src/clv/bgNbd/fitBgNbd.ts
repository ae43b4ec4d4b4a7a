import { type CoreResult, coreIssues } from '../../issues/index.js';
import { type FitOptions, fitParameters } from '../modelFit/index.js';
import type { SummarisedPurchases } from '../purchaseSummary/index.js';
import { bgNbdLikelihood } from './bgNbdLikelihood.js';
import type { BgNbdModel, BgNbdParameters } from './bgNbdModel.js';

const PARAMETERS = ['r', 'alpha', 'a', 'b'] as const;
const PENALISED = new Set<keyof BgNbdParameters>(['r', 'a', 'b']);

/**
 * Fits the BG/NBD model to the customers of a summary by maximum likelihood: how often they buy, how different they are in
 * that, and how likely they are to leave after a purchase. The time it takes grows with the number of customers.
 *
 * Data that do not tell the parameters make no model, but issues:
 * - `no_repeat_purchases`: nobody bought twice;
 * - `parameters_not_identified`: the likelihood hardly depends on the parameters named, such as `a` and `b` where nobody
 *   seems to leave, or too few customers came back; a longer calibration helps, or a `penalty`;
 * - `fit_not_converged`: the search gave up.
 *
 * @throws `AftercareError` `out_of_range` for a penalty below 0 or a start that is not above 0
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 * import { fitBgNbd, purchaseSummary } from '@aftercare/core/clv';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * const at = '2026-03-01T12:00:00Z';
 * log.append({ id: 'o-1', customerId: 'ann', total: { minor: 900, currency: 'EUR' }, placedAt: at, paidAt: at });
 * const result = fitBgNbd(purchaseSummary(log, { calibrationEnd: '2026-06-30', unit: 'weeks' }));
 * result.ok ? [] : result.issues.map(({ code }) => code); // => ['no_repeat_purchases']
 * ```
 */
export function fitBgNbd(
  summary: SummarisedPurchases,
  options: FitOptions<keyof BgNbdParameters> = {},
): CoreResult<BgNbdModel> {
  const { value: histories, basis } = summary;
  if (histories === null || basis.returningCustomers === 0) {
    const details = { customers: basis.count };
    return { ok: false, issues: [coreIssues.create('no_repeat_purchases', [], details)] };
  }
  const result = fitParameters(
    {
      model: 'BG/NBD',
      parameters: PARAMETERS,
      penalised: PENALISED,
      start: { r: 1, alpha: meanOf(histories.tenure), a: 1, b: 1 },
      customers: histories.count,
      calibration: basis,
      shapeAt: bgNbdLikelihood(histories),
    },
    options,
  );
  return result.ok ? { ok: true, value: { unit: histories.unit, ...result.value } } : result;
}

/** Somebody came back, so that not all tenures are 0. */
function meanOf(tenure: Iterable<number> & { readonly length: number }): number {
  let sum = 0;
  for (const length of tenure) sum += length;
  return sum / tenure.length;
}
