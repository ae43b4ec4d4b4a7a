// An order log of so many orders, in a process of its own: node ours.mjs <orders> <kind of ids>
import {
  createOrderLog,
  createShopCalendar,
  customerRepurchaseCycle,
  historicalRepurchaseRate,
  repurchaseRate,
  returningCustomers,
} from '@aftercare/core';
import { batchesOf, CURRENCY, IDS, TIME_ZONE } from './data.mjs';
import { ROUNDS, report, residentMegabytes, timed } from './measure.mjs';

const [orders, ids] = [Number(process.argv[2]), process.argv[3]];
const log = createOrderLog({ currency: CURRENCY, calendar: createShopCalendar({ timeZone: TIME_ZONE }) });

let ingestMillis = 0;
// Few at a time, so that what is waiting to be taken in does not count as memory of the log.
for (const batch of batchesOf(orders, IDS[ids], 2000)) {
  ingestMillis += timed(() => log.addAll(batch, { check: 'trusted' })).millis;
}
const filledMegabytes = residentMegabytes();

const rounds = [];
let figures;
for (let round = 0; round < ROUNDS; round++) {
  // A change that no figure sees, after which every index has to be built again.
  log.append({
    id: `touched-${round}`,
    customerId: 'nobody',
    total: { minor: 1, currency: CURRENCY },
    placedAt: '2023-01-01T00:00:00Z',
  });
  const { value, millis } = timed(() => allFigures(log));
  figures = value;
  rounds.push(millis);
}
report({
  orders: log.orderCount - ROUNDS,
  ordersPerSecond: (orders / ingestMillis) * 1000,
  filledMegabytes,
  askedMegabytes: residentMegabytes(),
  rounds,
  figures,
});

function allFigures(log) {
  const options = { exclude: ['fake_order'] };
  const byCustomers = repurchaseRate(log, options);
  const byOrders = repurchaseRate(log, { ...options, by: 'orders' });
  const cycle = customerRepurchaseCycle(log, options);
  return {
    buyers: byCustomers.basis.denominator,
    purchases: byOrders.basis.denominator,
    returning: returningCustomers(log, options).value,
    historicalRate: historicalRepurchaseRate(log, options).value,
    rateByCustomers: byCustomers.value,
    rateByOrders: byOrders.value,
    meanDays: cycle.value.meanDays,
    medianDays: cycle.value.medianDays,
    pooledMeanGapDays: cycle.value.pooledMeanGapDays,
  };
}
