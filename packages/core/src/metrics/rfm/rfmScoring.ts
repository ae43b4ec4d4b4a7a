import type { OrderLog } from '../../log/index.js';
import type { DayNumber } from '../../time/index.js';
import { buyersOf } from '../buyers/buyers.js';
import { spendingByCustomer } from '../spending/index.js';
import type { PurchaseSelection } from '../window/index.js';
import type { RfmScores } from './rfmSegment.js';
import {
  type RfmThresholds,
  rankBoundsOfLess,
  rankBoundsOfMore,
  scoreOfLess,
  scoreOfMore,
} from './rfmThresholds.js';

/** The three values of a customer that RFM scores. */
export interface RfmValues {
  readonly recencyDays: number;
  readonly frequency: number;
  readonly monetaryMinor: number;
}

/** RFM of all customers, by customer number. */
export interface RfmScoring {
  /** How many customers have a purchase, erased ones included: they were customers when the others were ranked. */
  readonly customers: number;
  /** By what was scored: the given thresholds, or those that come out of ranking. Null: nobody to rank. */
  readonly thresholds: RfmThresholds | null;
  /** The values of a customer; `undefined` for one without a purchase. */
  valuesOf(customer: number): RfmValues | undefined;
  scoresOf(values: RfmValues): RfmScores;
}

/** Ranks all customers once, or takes given thresholds. */
export function rfmScoring(
  log: OrderLog,
  selection: PurchaseSelection,
  asOfDay: DayNumber,
  mergeSameDay: boolean,
  given: RfmThresholds | undefined,
): RfmScoring {
  const buyers = buyersOf(log, selection);
  const spentMinor = spendingByCustomer(log, selection);
  const frequencyOf = mergeSameDay ? buyers.purchaseDaysOf : buyers.ordersOf;
  const valuesOf = (customer: number): RfmValues | undefined => {
    if (buyers.ordersOf(customer) === 0) return undefined;
    return {
      recencyDays: asOfDay - buyers.lastDayOf(customer),
      frequency: frequencyOf(customer),
      monetaryMinor: spentMinor[customer] ?? 0,
    };
  };
  const customers = buyers.count;
  const thresholds =
    customers === 0 ? null : (given ?? rankThresholds(customers, spentMinor.length, valuesOf));
  const scoresOf = ({ recencyDays, frequency, monetaryMinor }: RfmValues): RfmScores => {
    if (thresholds === null) return { recency: 1, frequency: 1, monetary: 1 };
    return {
      recency: scoreOfLess(recencyDays, thresholds.recencyDays),
      frequency: scoreOfMore(frequency, thresholds.frequency),
      monetary: scoreOfMore(monetaryMinor, thresholds.monetaryMinor),
    };
  };
  return { customers, thresholds, valuesOf, scoresOf };
}

function rankThresholds(
  customers: number,
  customerNumbers: number,
  valuesOf: (customer: number) => RfmValues | undefined,
): RfmThresholds {
  const recencyDays = new Float64Array(customers);
  const frequency = new Float64Array(customers);
  const monetaryMinor = new Float64Array(customers);
  let place = 0;
  for (let customer = 0; customer < customerNumbers; customer++) {
    const values = valuesOf(customer);
    if (values === undefined) continue;
    recencyDays[place] = values.recencyDays;
    frequency[place] = values.frequency;
    monetaryMinor[place] = values.monetaryMinor;
    place++;
  }
  return {
    recencyDays: rankBoundsOfLess(recencyDays.sort()),
    frequency: rankBoundsOfMore(frequency.sort()),
    monetaryMinor: rankBoundsOfMore(monetaryMinor.sort()),
  };
}
