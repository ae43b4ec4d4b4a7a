import * as z from 'zod';
import type { Customer, Interaction } from '../domain/index.js';
import { parseWith, unwrap } from '../foundation/index.js';
import { coreIssues } from '../issues/index.js';
import type { OrderLog } from '../log/index.js';
import { type AsOfBasis, type AsOfOptions, asOfBasis, selectionAsOf } from '../metrics/asOf/asOf.js';
import { buyersOf } from '../metrics/buyers/buyers.js';
import type { RfmTables, RfmThresholds } from '../metrics/rfm/index.js';
import { rfmScoring } from '../metrics/rfm/rfmScoring.js';
import { segmentFinder } from '../metrics/rfm/rfmSegment.js';
import { rfmTablesSchema } from '../metrics/rfm/rfmTables.js';
import { mustBeOneOf, type PurchaseOptions } from '../metrics/window/index.js';
import type { CustomerFacts } from './customerFacts.js';
import { type FactSources, factsOf } from './factsOf.js';
import { forecastsOf } from './forecasts.js';
import { readLastVisits } from './lastVisits.js';
import type { LeapDayBirthday, NextLunarBirthday } from './nextBirthday.js';
import { readOrderStates } from './orderStates.js';
import { readProfiles } from './profiles.js';
import type { ValueModel } from './valueModel.js';

/** What a {@link CustomerSnapshot} is taken of. */
export interface SnapshotOptions extends Omit<PurchaseOptions, 'window'>, AsOfOptions {
  /** Who the customers are: tags, region, birthday. The last record of an id counts. Absent: only orders are known. */
  readonly customers?: Iterable<Customer>;
  /** What customers did beside buying; only visits make facts. Absent: nothing is known. */
  readonly interactions?: Iterable<Interaction>;
  /** How RFM scores and names; absent: by rank, with the default segments. */
  readonly rfm?: RfmTables;
  /** When a birthday on 29 February is celebrated in a year without one. Absent: `february_28`. */
  readonly leapDayBirthday?: LeapDayBirthday;
  /**
   * Forecasts of purchases and value, made with `createValueModel` of `@aftercare/core/clv`. It is applied to what each
   * customer bought up to `asOf`, whenever it was fitted; `exclude` and `refundedOrders` should be those of the fit.
   * Absent: these facts are null.
   */
  readonly valueModel?: ValueModel;
  /** Where lunar birthdays fall. Absent: it is not known when they are. */
  readonly nextLunarBirthday?: NextLunarBirthday;
}

/** A customer of a snapshot. */
export interface SnapshotEntry {
  readonly customerId: string;
  readonly facts: CustomerFacts;
}

/**
 * What a snapshot rests on; `count` is the number of customers with a purchase, who were ranked against each other. Erased
 * customers are among them, since their purchases stay in the log.
 */
export interface SnapshotBasis extends AsOfBasis {
  readonly currency: string;
  readonly rfmScoring: 'rank' | 'thresholds';
  /** The bounds between RFM scores that were applied; null: there was nobody to rank. */
  readonly rfmThresholds: RfmThresholds | null;
  /** The basis of the value model; null: there was none. */
  readonly valueModel: object | null;
}

/**
 * The facts of all customers as of one day: ask for one, or go through all, in no order that means anything. In it is who
 * had placed an order by that day, paid or not, or is among the customers given. It stays as it was taken when the log goes
 * on, but for customers erased since, who are gone at once.
 */
export interface CustomerSnapshot extends Iterable<SnapshotEntry> {
  readonly basis: SnapshotBasis;
  /** The facts of a customer; `undefined` for one who is not in the snapshot. */
  facts(customerId: string): CustomerFacts | undefined;
}

/** The options that are tables; the others are checked where they are used. */
const snapshotTablesSchema = z.object({ rfm: rfmTablesSchema.prefault({}) });

/**
 * Takes in what is known of all customers as of a day, so that rules can be asked about each: `facts` of one, or all of
 * them in one pass. Customers are ranked once, for all.
 *
 * Purchases, visits and unpaid orders count up to and including `asOf`. An order's state is the last one that the log was
 * told: one that was refunded or cancelled after `asOf` counts as refunded or cancelled already. Orders that `exclude`
 * leaves out are as if they were not there.
 *
 * @throws {@link AftercareError} `invalid_day`, `not_one_of`; `invalid_instant` for an interaction; the issues of
 * {@link rfmThresholdsSchema} and {@link parseRfmSegments} for tables that are not right; `currency_mismatch` for a value
 * model of another currency than the log's; `unsafe_amount` when what a
 * customer spent leaves the safe integers
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar, takeSnapshot } from '@aftercare/core';
 *
 * const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
 * for (const [id, at] of [['o-1', '2026-01-01T12:00:00Z'], ['o-2', '2026-01-31T12:00:00Z']] as const) {
 *   log.append({ id, customerId: 'ann', total: { minor: 5000, currency: 'EUR' }, placedAt: at, paidAt: at });
 * }
 * const customers = [
 *   { id: 'ann', birthday: { calendar: 'solar' as const, month: 2, day: 14 } },
 *   { id: 'bob', tags: ['newsletter'] },
 * ];
 * const snapshot = takeSnapshot(log, { asOf: '2026-02-04', customers });
 * const ann = snapshot.facts('ann');
 * [ann?.purchaseCount, ann?.daysSinceLastPurchase, ann?.ownCycleDays]; // => [2, 4, 30]
 * [ann?.expectedNextPurchaseDay, ann?.daysUntilBirthday]; // => ['2026-03-02', 10]
 * snapshot.facts('bob')?.purchaseCount; // => 0
 * snapshot.facts('eve'); // => undefined
 * Array.from(snapshot, ({ customerId }) => customerId); // => ['ann', 'bob']
 * ```
 */
export function takeSnapshot(log: OrderLog, options: SnapshotOptions): CustomerSnapshot {
  const {
    asOf,
    customers = [],
    interactions = [],
    leapDayBirthday = 'february_28',
    nextLunarBirthday,
    valueModel,
  } = options;
  mustBeOneOf('leapDayBirthday', leapDayBirthday, ['february_28', 'march_1']);
  const { thresholds, segments } = unwrap(parseWith(coreIssues, snapshotTablesSchema, options)).rfm;
  const { asOfDay, selection } = selectionAsOf(options);
  const profiles = readProfiles(log, customers, asOfDay, { leapDayBirthday, nextLunarBirthday });
  const buyers = buyersOf(log, selection);
  const scoring = rfmScoring(log, selection, asOfDay, true, thresholds);
  const sources: FactSources = {
    asOfDay,
    buyers,
    states: readOrderStates(log, selection, buyers, asOfDay),
    lastVisitDay: readLastVisits(log, interactions, profiles, asOfDay),
    profiles: profiles.byNumber,
    scoring,
    segmentOf: segmentFinder(segments),
    segments,
    forecastOf:
      valueModel === undefined ? undefined : forecastsOf(valueModel, log, selection, buyers, asOfDay),
  };
  const { customerNumbers } = log.columns;
  return {
    basis: {
      ...asOfBasis('takeSnapshot', log, selection, true, asOf, scoring.customers),
      currency: log.currency,
      rfmScoring: thresholds === undefined ? 'rank' : 'thresholds',
      rfmThresholds: scoring.thresholds,
      valueModel: valueModel?.basis ?? null,
    },
    facts(customerId) {
      const number = profiles.numberOf(customerId);
      return number === undefined ? undefined : factsOf(sources, number);
    },
    *[Symbol.iterator]() {
      for (let number = 0; number < profiles.byNumber.length; number++) {
        const isOfLog = number < customerNumbers;
        const customerId = isOfLog
          ? log.customerIdOf(number)
          : profiles.prospectIds[number - customerNumbers];
        const facts = customerId === undefined ? undefined : factsOf(sources, number);
        if (customerId !== undefined && facts !== undefined) yield { customerId, facts };
      }
    },
  };
}
