import {
  averageOrderValue,
  customerRepurchaseCycle,
  type Day,
  type DayWindow,
  formatIssue,
  historicalRepurchaseRate,
  type OrderLog,
  repurchaseRate,
  returningCustomers,
  revenuePerBuyer,
  type ShopCalendar,
} from '@aftercare/core';
import type { RejectedLine } from '../orders/orderSource.js';
import type { Progress } from '../progress.js';
import { type BirthdayReport, birthdayReport } from './birthdayReport.js';
import { type CareReport, careReport } from './careReport.js';
import { type CasesReport, casesReport } from './caseReport.js';
import { type MessageExample, messageExamples } from './messageExamples.js';
import type { Shop } from './shop.js';
import { type StageCount, stageCounts } from './stageCounts.js';
import { type TierReport, tierReport } from './tierReport.js';

/** What the quickstart finds out: the same for people and, with `--json`, for programs. */
export interface Report {
  readonly source: SourceReport;
  readonly asOf: Day;
  readonly timeZone: string;
  readonly currency: string;
  readonly metrics: ReturnType<typeof metricsOf>;
  readonly stages: readonly StageCount[];
  readonly tiers: TierReport;
  readonly birthdays: BirthdayReport;
  readonly care: CareReport;
  readonly messages: readonly MessageExample[];
  readonly cases: CasesReport;
}

/** What was read. */
export interface SourceReport {
  readonly name: string;
  readonly lines: number;
  readonly orders: number;
  readonly customers: number;
  /** Lines with an order id that came before, with other content: the last one counts. */
  readonly replaced: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedLine[];
}

/** Computes everything: figures, stages, tiers, birthdays, the care plan of the day with two of its messages, and two cases. */
export function reportOf(shop: Shop, progress: Progress): Report {
  const { asOf, calendar, log } = shop;
  const { care, toShow } = careReport(shop, progress);
  return {
    source: sourceReport(shop),
    asOf,
    timeZone: calendar.timeZone,
    currency: log.currency,
    metrics: metricsOf(log, yearUpTo(asOf, calendar)),
    stages: stageCounts(shop.snapshot),
    tiers: tierReport(shop),
    birthdays: birthdayReport(shop),
    care,
    messages: messageExamples(shop, toShow),
    cases: casesReport(shop),
  };
}

/** What was read, with all lines that were refused: by the reader, and by the log. */
export function sourceReport({ source, log, ingest }: Shop): SourceReport {
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
