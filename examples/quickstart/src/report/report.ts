import {
  averageOrderValue,
  createOrderLog,
  customerRepurchaseCycle,
  type Day,
  type DayWindow,
  formatIssue,
  historicalRepurchaseRate,
  type IngestReport,
  type OrderLog,
  repurchaseRate,
  returningCustomers,
  revenuePerBuyer,
  type ShopCalendar,
  takeSnapshot,
} from '@aftercare/core';
import type { OrderSource, RejectedLine } from '../orders/orderSource.js';
import { type Progress, withProgress } from '../progress.js';
import { type CareReport, careReport } from './careReport.js';
import { type StageCount, stageCounts } from './stageCounts.js';

/** What the quickstart finds out: the same for people and, with `--json`, for programs. */
export interface Report {
  readonly source: {
    readonly name: string;
    readonly lines: number;
    readonly orders: number;
    readonly customers: number;
    /** Lines with an order id that came before, with other content: the last one counts. */
    readonly replaced: number;
    readonly unchanged: number;
    readonly rejected: readonly RejectedLine[];
  };
  readonly asOf: Day;
  readonly timeZone: string;
  readonly currency: string;
  readonly metrics: ReturnType<typeof metricsOf>;
  readonly stages: readonly StageCount[];
  readonly care: CareReport;
}

/** The file has orders, and none of them is a purchase that figures could be made of. */
export class NothingBought extends Error {
  override readonly name = 'NothingBought';
}

/** What a report is made for. */
export interface ReportOptions {
  readonly calendar: ShopCalendar;
  readonly currency: string;
  /** Undefined: the day of the last purchase. */
  readonly asOf: Day | undefined;
  readonly progress: Progress;
}

/** Computes everything: figures, stages, and the care plan of the day. */
export function reportOf(source: OrderSource, { calendar, currency, asOf, progress }: ReportOptions): Report {
  const log = createOrderLog({ currency, calendar });
  const orders = source.orders.map(({ order }) => order);
  // The readers have parsed every order already.
  const ingest = log.addAll(withProgress(orders, 'Taking in orders', progress), { check: 'trusted' });
  const day = asOf ?? historicalRepurchaseRate(log).basis.asOf;
  if (day === null) {
    throw new NothingBought('No order of the file was paid and kept, so there is no figure to compute.');
  }
  progress.begin('Taking a snapshot of all customers');
  const snapshot = takeSnapshot(log, { asOf: day });
  return {
    source: sourceOf(source, log, ingest),
    asOf: day,
    timeZone: calendar.timeZone,
    currency,
    metrics: metricsOf(log, yearUpTo(day, calendar)),
    stages: stageCounts(snapshot),
    care: careReport(snapshot, { calendar, deliveriesRecorded: source.deliveriesRecorded, progress }),
  };
}

function sourceOf(source: OrderSource, log: OrderLog, ingest: IngestReport): Report['source'] {
  const refused = ingest.rejected.map(({ index, issues }) => ({
    line: source.orders[index]?.line ?? 0,
    problem: issues.map((issue) => formatIssue(issue, 'en')).join(' '),
  }));
  return {
    name: source.name,
    lines: source.lineCount,
    orders: log.orderCount,
    customers: log.customerCount,
    replaced: ingest.replaced,
    unchanged: ingest.unchanged,
    rejected: [...source.rejected, ...refused].sort((a, b) => a.line - b.line),
  };
}

function metricsOf(log: OrderLog, year: DayWindow) {
  return {
    repurchaseRateByCustomers: repurchaseRate(log, { window: year }),
    repurchaseRateByOrders: repurchaseRate(log, { by: 'orders', window: year }),
    returningCustomers: returningCustomers(log, { window: year }),
    historicalRepurchaseRate: historicalRepurchaseRate(log),
    customerRepurchaseCycle: customerRepurchaseCycle(log),
    averageOrderValue: averageOrderValue(log, { window: year }),
    revenuePerBuyer: revenuePerBuyer(log, { window: year }),
  };
}

/** The 365 days up to a day, that day included. */
function yearUpTo(day: Day, calendar: ShopCalendar): DayWindow {
  return { from: calendar.addDays(day, -364), to: calendar.addDays(day, 1) };
}
