const { writeFileSync } = require('node:fs');
const { parseArgs } = require('node:util');
const { createShopCalendar } = require('@aftercare/core');
const { figuresOf } = require('./figures.js');
const { pageOf } = require('./page.js');
const { readSample, readShopOrders } = require('./readOrders.js');

const { values } = parseArgs({
  options: {
    // A CSV file with the columns order_id, customer_id, placed_at and total; absent: the sample.
    orders: { type: 'string' },
    currency: { type: 'string', default: 'USD' },
    'time-zone': { type: 'string', default: 'UTC' },
    out: { type: 'string', default: 'report.html' },
  },
});

const calendar = createShopCalendar({ timeZone: values['time-zone'] });
const { currency } = values;
const source =
  values.orders === undefined ? readSample(calendar) : readShopOrders(values.orders, currency, calendar);
const { report, rejections } = figuresOf(source, { calendar, currency });
for (const rejection of rejections) console.error(`Left out: ${rejection}`);
if (report === undefined) {
  console.error('There is no purchase to report of.');
} else {
  writeFileSync(values.out, pageOf(report));
  console.log(`${report.orders} orders of ${report.customers} customers: ${values.out}`);
}
process.exitCode = report === undefined || rejections.length > 0 ? 2 : 0;
