import { AftercareError } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import type { OrderLog } from '../log/index.js';
import type { Buyers } from '../metrics/buyers/buyers.js';
import { repeatSpendingByCustomer } from '../metrics/spending/index.js';
import type { PurchaseSelection } from '../metrics/window/index.js';
import type { DayNumber } from '../time/index.js';
import type { ValueForecast, ValueModel } from './valueModel.js';

/** What a model says of a customer with a purchase, by number; computed when it is asked for. */
export function forecastsOf(
  model: ValueModel,
  log: OrderLog,
  selection: PurchaseSelection,
  buyers: Buyers,
  asOfDay: DayNumber,
): (number: number) => ValueForecast {
  const { currency } = model;
  if (currency !== log.currency) {
    const details = { expected: log.currency, received: currency };
    throw new AftercareError([coreIssues.create('currency_mismatch', ['valueModel'], details)]);
  }
  const repeatMinor = repeatSpendingByCustomer(log, selection, buyers);
  return (number) => {
    const frequency = buyers.purchaseDaysOf(number) - 1;
    const firstDay = buyers.firstDayOf(number);
    return model.forecast({
      frequency,
      recencyDays: buyers.lastDayOf(number) - firstDay,
      tenureDays: asOfDay - firstDay,
      meanAmountMinor: frequency === 0 ? 0 : (repeatMinor[number] ?? 0) / frequency,
    });
  };
}
