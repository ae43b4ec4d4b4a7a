import { AftercareError, type Day, type OrderLog } from '@aftercare/core';
import { requireDay } from '../birthdays/requireDay.js';
import { lifecycleIssues } from '../issues/index.js';
import { assessTier, keepsRefunded, tierState } from './assessTier.js';
import { countByDay } from './countByDay.js';
import { CountedOrders } from './countedOrders.js';
import type { MembershipProgram } from './membershipProgram.js';
import { assessmentOf, type TierAssessment } from './tierAssessment.js';
import { TierColumns } from './tierColumns.js';
import { type TierGrant, withGrants } from './tierGrant.js';
import { tierMoments } from './tierMoments.js';
import { tierRulesOf } from './tierRules.js';

/** What {@link assessTiers} needs beside orders and programme. */
export interface AssessTiersOptions {
  /** The last day that is known (included). */
  readonly asOf: Day;
  /** Tiers given by hand. */
  readonly grants?: Iterable<TierGrant>;
}

/** One customer's tier. */
export interface CustomerTier extends TierAssessment {
  readonly customerId: string;
}

/** The tiers of all customers of a log, as they were when they were assessed. Goes through all in no order that means anything. */
export interface TierAssessments extends Iterable<CustomerTier> {
  /** The tier of a customer; the first one, or a granted one, for a customer of whom the log has no order. */
  of(customerId: string): TierAssessment;
  /** How many customers of the log are in a tier, by its code; erased customers are in none. */
  readonly customersByTier: Readonly<Record<string, number>>;
  /** What the tiers rest on. */
  readonly basis: TiersBasis;
}

/** What {@link TierAssessments} rest on. */
export interface TiersBasis {
  readonly asOf: Day;
  readonly currency: string;
  readonly counting: MembershipProgram['counting'];
  /** Orders that count by the day, wherever their customer stands. */
  readonly countedOrders: number;
  /** Orders bought by the day that are not completed yet. */
  readonly waitingOrders: number;
}

/**
 * The tiers of all customers of a log on a day: {@link assessTier} in one pass over its columns. A log does not keep
 * `completedAt`, so an order is completed `daysAfterDelivery` shop days after it was signed for, whatever it tells.
 *
 * @throws `AftercareError` `currency_mismatch`, `invalid_day`, `unknown_tier`; `refund_days_unknown` when refunds leave
 * tiers as they are and the log has any: it does not know when they were made
 *
 * @example
 * ```ts
 * import { createOrderLog, createShopCalendar } from '@aftercare/core';
 * import { assessTiers, defaultMembershipProgram } from '@aftercare/lifecycle';
 *
 * const log = createOrderLog({ currency: 'CNY', calendar: createShopCalendar({ timeZone: 'Asia/Shanghai' }) });
 * const at = '2026-03-01T10:00:00+08:00';
 * const total = { minor: 1200_00, currency: 'CNY' };
 * log.append({ id: 'o-1', customerId: 'ann', total, placedAt: at, paidAt: at, signedAt: '2026-03-04T09:00:00+08:00' });
 * assessTiers(log, defaultMembershipProgram, { asOf: '2026-03-10' }).of('ann').tier; // => 'tier_1'
 * const tiers = assessTiers(log, defaultMembershipProgram, { asOf: '2026-03-11' });
 * tiers.of('ann').tier; // => 'tier_2'
 * tiers.customersByTier; // => { tier_1: 0, tier_2: 1, tier_3: 0, tier_4: 0 }
 * ```
 */
export function assessTiers(
  log: OrderLog,
  program: MembershipProgram,
  { asOf, grants = [] }: AssessTiersOptions,
): TierAssessments {
  checkLog(log, program);
  const asOfDay = requireDay(asOf, 'asOf');
  const grantsOf = byCustomer(grants);
  const rules = tierRulesOf(program);
  const reader = new CountedOrders(log, program, asOfDay);
  const { customerNumbers } = log.columns;
  const columns = new TierColumns(customerNumbers);
  const granted = new Map([...grantsOf].map(([id, list]) => [log.customerNumberOf(id), list]));
  for (let customer = 0; customer < customerNumbers; customer++) {
    const counted = countByDay(reader.of(customer));
    const earned = tierMoments(rules, counted, asOfDay);
    const moments = withGrants(earned, granted.get(customer) ?? NO_GRANTS, program, asOfDay);
    columns.write(customer, tierState(moments, rules, counted, asOfDay));
  }
  const { currency, counting } = program;
  const nothing = { currency, counted: [], countedAtFirst: [] };
  const { countedOrders, waitingOrders } = reader;
  return {
    basis: { asOf, currency, counting, countedOrders, waitingOrders },
    customersByTier: customersByTier(log, program, columns),
    of(customerId) {
      const customer = log.customerNumberOf(customerId);
      return customer === undefined || customer >= customerNumbers
        ? assessTier(nothing, program, asOf, grantsOf.get(customerId))
        : assessmentOf(columns.read(customer), program, asOf);
    },
    *[Symbol.iterator]() {
      for (let customer = 0; customer < customerNumbers; customer++) {
        const customerId = log.customerIdOf(customer);
        if (customerId !== undefined) {
          yield { customerId, ...assessmentOf(columns.read(customer), program, asOf) };
        }
      }
    },
  };
}

const NO_GRANTS: readonly TierGrant[] = [];

function checkLog({ currency, columns }: OrderLog, program: MembershipProgram): void {
  if (currency !== program.currency) {
    const details = { expected: program.currency, received: currency };
    throw new AftercareError([lifecycleIssues.create('currency_mismatch', ['log', 'currency'], details)]);
  }
  if (keepsRefunded(program) && columns.refundedMinor !== undefined) {
    const path = ['program', 'downgrade', 'refundOverrides'];
    throw new AftercareError([lifecycleIssues.create('refund_days_unknown', path, {})]);
  }
}

function byCustomer(grants: Iterable<TierGrant>): Map<string, readonly TierGrant[]> {
  const byId = new Map<string, readonly TierGrant[]>();
  for (const grant of grants) byId.set(grant.customerId, [...(byId.get(grant.customerId) ?? []), grant]);
  return byId;
}

function customersByTier(log: OrderLog, { tiers }: MembershipProgram, columns: TierColumns) {
  const counts = tiers.map(() => 0);
  for (let customer = 0; customer < columns.count; customer++) {
    if (log.customerIdOf(customer) === undefined) continue;
    const index = columns.rankOf(customer) - 1;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return Object.fromEntries(tiers.map(({ code }, index) => [code, counts[index] ?? 0]));
}
