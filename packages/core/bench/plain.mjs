// Orders as objects in two Maps, in a process of its own: node plain.mjs <orders>
import { createShopCalendar } from '@aftercare/core';
import { IDS, isPurchase, sketches, TIME_ZONE } from './data.mjs';
import { report, residentMegabytes, timed } from './measure.mjs';

const orders = Number(process.argv[2]);
const { dayNumberAt } = createShopCalendar({ timeZone: TIME_ZONE });
const orderById = new Map();
const ordersByCustomer = new Map();
for (const sketch of sketches(orders)) {
  const { number, customer, placedAt, paidAt, totalMinor, refunded } = sketch;
  const order = {
    id: IDS.uuid.order(number),
    placedAt,
    paidAt,
    day: isPurchase(sketch) ? dayNumberAt(paidAt) : undefined,
    totalMinor,
    refundedMinor: refunded ? totalMinor : 0,
  };
  orderById.set(order.id, order);
  const customerId = IDS.uuid.customer(customer);
  const known = ordersByCustomer.get(customerId);
  if (known === undefined) ordersByCustomer.set(customerId, [order]);
  else known.push(order);
}
const filledMegabytes = residentMegabytes();
const { value: figures, millis } = timed(allFigures);
report({ orders: orderById.size, filledMegabytes, rounds: [millis], figures });

function allFigures() {
  let [buyers, purchases, returning, gaps, spans] = [0, 0, 0, 0, 0];
  const cycles = [];
  for (const own of ordersByCustomer.values()) {
    const days = own.map(({ day }) => day).filter((day) => day !== undefined);
    if (days.length === 0) continue;
    const distinct = [...new Set(days)].sort((a, b) => a - b);
    const span = distinct.at(-1) - distinct[0];
    buyers++;
    purchases += days.length;
    if (distinct.length < 2) continue;
    returning++;
    gaps += distinct.length - 1;
    spans += span;
    cycles.push(span / (distinct.length - 1));
  }
  cycles.sort((a, b) => a - b);
  const middle = (cycles[(cycles.length - 1) >> 1] + cycles[cycles.length >> 1]) / 2;
  return {
    buyers,
    purchases,
    returning,
    historicalRate: returning / buyers,
    rateByCustomers: returning / buyers,
    rateByOrders: (purchases - buyers) / purchases,
    meanDays: cycles.reduce((sum, cycle) => sum + cycle, 0) / cycles.length,
    medianDays: middle,
    pooledMeanGapDays: spans / gaps,
  };
}
