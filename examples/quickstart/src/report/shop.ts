import {
  type Customer,
  type CustomerSnapshot,
  createOrderLog,
  type Day,
  historicalRepurchaseRate,
  type IngestReport,
  type Instant,
  instantOf,
  type OrderLog,
  type ShopCalendar,
  takeSnapshot,
} from '@aftercare/core';
import * as china from '@aftercare/core/china';
import {
  assessTiers,
  type CarePolicy,
  createPlanner,
  defaultCarePolicy,
  defaultMembershipProgram,
  type MembershipProgram,
  type PlanInput,
  type Planner,
  snapshotBirthdays,
  type TierAssessments,
} from '@aftercare/lifecycle';
import type { OrderSource } from '../orders/orderSource.js';
import { type Progress, withProgress } from '../progress.js';

/** Everything that is known of a shop on a day, and the planner that decides with it. */
export interface Shop {
  readonly source: OrderSource;
  readonly calendar: ShopCalendar;
  readonly log: OrderLog;
  readonly ingest: IngestReport;
  readonly asOf: Day;
  /** The moment of planning: nine in the morning of that day, when the quiet hours have ended. */
  readonly now: Instant;
  readonly policy: CarePolicy;
  readonly program: MembershipProgram;
  readonly snapshot: CustomerSnapshot;
  readonly tiers: TierAssessments;
  readonly planner: Planner;
  customerOf(customerId: string): Customer;
  /** What the planner is told of a customer; undefined: the customer has not ordered by that day. */
  planInputOf(customerId: string): PlanInput | undefined;
}

/** The file has orders, and none of them is a purchase that figures could be made of. */
export class NothingBought extends Error {
  override readonly name = 'NothingBought';
}

/** What a shop is opened with. */
export interface ShopOptions {
  readonly calendar: ShopCalendar;
  readonly currency: string;
  /** Undefined: the day of the last purchase. */
  readonly asOf: Day | undefined;
  readonly progress: Progress;
}

/** Takes in the orders, and sets up tiers and planner with the library's defaults wherever the data allow it. */
export function openShop(
  source: OrderSource,
  { calendar, currency, asOf: day, progress }: ShopOptions,
): Shop {
  const log = createOrderLog({ currency, calendar });
  const orders = source.orders.map(({ order }) => order);
  // The readers have parsed every order already.
  const ingest = log.addAll(withProgress(orders, 'Taking in orders', progress), { check: 'trusted' });
  const asOf = day ?? historicalRepurchaseRate(log).basis.asOf;
  if (asOf === null) {
    throw new NothingBought('No order of the file was paid and kept, so there is no figure to compute.');
  }
  progress.begin('Taking a snapshot of all customers');
  const policy = policyFor(source);
  const program = programFor(source, currency);
  const customers = customersBy(asOf, source, calendar);
  const snapshot = takeSnapshot(log, { asOf, customers, ...snapshotBirthdays(policy.birthdays, china) });
  const tiers = assessTiers(log, program, { asOf });
  const planner = createPlanner({ calendar, policy, program, lunar: china });
  const morning = { from: '09:00', to: '21:00' };
  const now = instantOf(calendar.nextInDailyWindow(calendar.startOfDay(asOf), morning));
  const byId = new Map(source.customers.map((customer) => [customer.id, customer]));
  const customerOf = (id: string): Customer => byId.get(id) ?? { id };
  return {
    ...{ source, calendar, log, ingest, asOf, now, policy, program, snapshot, tiers, planner, customerOf },
    planInputOf(id) {
      const facts = snapshot.facts(id);
      const membership = tiers.of(id);
      return facts && { customer: customerOf(id), facts, history: [], now, membership };
    },
  };
}

/** Who had ordered by a day; later customers are not known on it yet. */
function customersBy(day: Day, { customers, orders }: OrderSource, calendar: ShopCalendar): Customer[] {
  const ids = new Set<string>();
  for (const { order } of orders) if (calendar.dayAt(order.placedAt) <= day) ids.add(order.customerId);
  return customers.filter(({ id }) => ids.has(id));
}

/** Where nobody was asked, the report says what it assumes: nobody objected. */
function policyFor({ deliveriesRecorded, consentsRecorded }: OrderSource): CarePolicy {
  const marketingConsent = consentsRecorded ? 'opt_in' : 'opt_out';
  return { ...defaultCarePolicy, deliveriesRecorded, marketingConsent };
}

/** The default programme in the shop's currency. Without deliveries no order is ever completed, so that paid ones count. */
function programFor({ deliveriesRecorded }: OrderSource, currency: string): MembershipProgram {
  const { counting } = defaultMembershipProgram;
  const paid = { orders: 'paid', exclude: counting.exclude } as const;
  return { ...defaultMembershipProgram, currency, counting: deliveriesRecorded ? counting : paid };
}
