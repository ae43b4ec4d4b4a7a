const {
  averageOrderValue,
  cohortRetention,
  createOrderLog,
  customerRepurchaseCycle,
  historicalRepurchaseRate,
  repurchaseRate,
  revenuePerBuyer,
  takeSnapshot,
} = require('@aftercare/core');
const { defaultStagePolicy, stageOf, stageSchema } = require('@aftercare/lifecycle');

/** So many cohorts, followed for so many months: what fits on a page. */
const MONTHS = 12;

/**
 * Everything that the report shows, each figure with its basis; `undefined` when nobody bought anything.
 *
 * @param {import('./readOrders.js').Source} source
 * @param {{ currency: string, calendar: import('@aftercare/core').ShopCalendar }} shop
 */
function figuresOf(source, { currency, calendar }) {
  const log = createOrderLog({ currency, calendar });
  const { rejected } = log.addAll(source.orders);
  const rejections = rejected.map(({ index, issues }) => `${source.places[index]}: ${issues[0].message}`);
  const asOf = log.lastPurchaseDay;
  if (asOf === null) return { rejections, report: undefined };
  const window = { from: calendar.addDays(asOf, -364), to: calendar.addDays(asOf, 1) };
  const report = {
    source: source.name,
    asOf,
    currency,
    timeZone: calendar.timeZone,
    orders: log.orderCount,
    customers: log.customerCount,
    window,
    repurchaseRate: repurchaseRate(log, { window }),
    historicalRepurchaseRate: historicalRepurchaseRate(log),
    cycle: customerRepurchaseCycle(log),
    averageOrderValue: averageOrderValue(log, { window }),
    revenuePerBuyer: revenuePerBuyer(log, { window }),
    cohorts: (cohortRetention(log).value ?? [])
      .slice(0, MONTHS)
      .map(({ month, customers, cells }) => ({ month, customers, later: cells.slice(1, MONTHS + 1) })),
    stages: stageCounts(takeSnapshot(log, { asOf })),
  };
  return { rejections, report };
}

/** @typedef {NonNullable<ReturnType<typeof figuresOf>['report']>} Report */

/**
 * How many customers are in each stage, in the order of a customer's life.
 *
 * @param {import('@aftercare/core').CustomerSnapshot} snapshot
 */
function stageCounts(snapshot) {
  const counts = new Map(stageSchema.options.map((stage) => [stage, 0]));
  for (const { facts } of snapshot) {
    const stage = stageOf(facts, defaultStagePolicy);
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return [...counts].map(([stage, customers]) => ({ stage, customers }));
}

module.exports = { figuresOf };
