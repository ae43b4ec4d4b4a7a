import { createOrderLog, createShopCalendar } from '@aftercare/core';
import { purchaseSummary, type SummarisedPurchases } from '@aftercare/core/clv';
import { readCdnow } from './datasets.js';

/** The CDNOW customers as the literature looks at them: 39 weeks from the beginning of 1997. */
export function cdnowSummary(which: 'master' | 'sample'): SummarisedPurchases {
  const log = createOrderLog({ currency: 'USD', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  log.addAll(readCdnow(which), { check: 'trusted' });
  return purchaseSummary(log, { calibrationEnd: '1997-09-30', unit: 'weeks' });
}
