import type { CustomerFacts } from './customerFacts.js';

/**
 * Forecasts what a customer will do, for the facts of a snapshot. `createValueModel` of `@aftercare/core/clv` makes one from
 * fitted models; one of your own will do as well.
 */
export interface ValueModel {
  /** ISO 4217 code of the currency of all amounts. */
  readonly currency: string;
  /** What the forecasts rest on, as JSON; the basis of the snapshot has it. */
  readonly basis: object;
  forecast(history: DayHistory): ValueForecast;
}

/** The purchases of one customer up to the day of a snapshot; all orders of one day are one purchase. */
export interface DayHistory {
  /** Purchase days after the first one. */
  readonly frequency: number;
  /** Days from the first to the last purchase. */
  readonly recencyDays: number;
  /** Days from the first purchase to the day of the snapshot. */
  readonly tenureDays: number;
  /** The mean of what each purchase after the first brought, in the minor unit; 0 where there is none. */
  readonly meanAmountMinor: number;
}

/** The facts that a {@link ValueModel} makes; their ranges are those of the facts. */
export type ValueForecast = {
  readonly [Fact in 'probabilityAlive' | 'expectedPurchases90Days' | 'lifetimeValueMinor']: NonNullable<
    CustomerFacts[Fact]
  >;
};
