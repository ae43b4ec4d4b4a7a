// Orders as lines of JSON that nobody has looked at yet, in a process of its own: node json.mjs <orders>
import { createOrderLog, createShopCalendar } from '@aftercare/core';
import { batchesOf, CURRENCY, IDS, TIME_ZONE } from './data.mjs';
import { report, timed } from './measure.mjs';

const orders = Number(process.argv[2]);
const log = createOrderLog({ currency: CURRENCY, calendar: createShopCalendar({ timeZone: TIME_ZONE }) });
let ingestMillis = 0;
for (const batch of batchesOf(orders, IDS.uuid, 2000)) {
  const lines = batch.map((order) => JSON.stringify(order));
  ingestMillis += timed(() => log.addAll(parsed(lines))).millis;
}
if (log.orderCount !== orders) throw new Error(`Of ${orders} orders ${log.orderCount} came in.`);
report({ orders, ordersPerSecond: (orders / ingestMillis) * 1000 });

function* parsed(lines) {
  for (const line of lines) yield JSON.parse(line);
}
