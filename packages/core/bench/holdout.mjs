// Checks the models on CDNOW as their authors did, and writes what comes out as tables and plots: node holdout.mjs <folder>
//
// The models see the first 39 weeks of 1997, and forecast the 39 weeks after them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedPurchases, fitBgNbd, fitGammaGamma, purchaseSummary } from '@aftercare/core/clv';
import { unwrap } from '@aftercare/core/foundation';
import { cdnowLog, hasCdnow } from './cdnow.mjs';
import { lineChart } from './lineChart.mjs';

if (!hasCdnow) throw new Error('AFTERCARE_DATASETS must name the folder that holds cdnow/CDNOW_sample.txt.');
const folder = process.argv[2];
const CALIBRATION_WEEKS = 39;
const LAST_WEEK = 78;
/** Customers with so many repeat purchases and more stand together. */
const MANY = 7;

const log = cdnowLog('sample');
const calibrated = purchaseSummary(log, { calibrationEnd: '1997-09-30', unit: 'weeks' });
const whole = purchaseSummary(log, { calibrationEnd: '1998-06-30', unit: 'weeks' });
const model = unwrap(fitBgNbd(calibrated));
const amounts = unwrap(fitGammaGamma(calibrated));
const weeks = byWeek();
const groups = byPastPurchases();

mkdirSync(folder, { recursive: true });
const write = (name, text) => writeFileSync(join(folder, name), text);
write('future-value-holdout.md', page());
write(
  'future-value-by-week.svg',
  lineChart({
    title: 'Repeat purchases by week',
    horizontal: 'week since 1997-01-01',
    vertical: 'repeat purchases',
    labels: weeks.map(({ week }) => String(week)),
    series: [
      { name: 'actual', values: weeks.map(({ actual }) => actual) },
      { name: 'expected', values: weeks.map(({ expected }) => expected) },
    ],
  }),
);
write(
  'future-value-by-past-purchases.svg',
  lineChart({
    title: 'Purchases of 39 weeks by repeat purchases of the 39 weeks before',
    horizontal: 'repeat purchases in calibration',
    vertical: 'purchases a customer',
    labels: groups.map(({ label }) => label),
    series: [
      { name: 'actual', values: groups.map(({ actual }) => actual) },
      { name: 'expected', values: groups.map(({ expected }) => expected) },
    ],
  }),
);

/** Of each week after calibration the repeat purchases, and those expected of all customers at their first purchase. */
function byWeek() {
  const result = [];
  for (let week = CALIBRATION_WEEKS + 1; week <= LAST_WEEK; week++) {
    result.push({ week, expected: expectedUpTo(week) - expectedUpTo(week - 1), actual: 0 });
  }
  const start = Date.UTC(1997, 0, 1);
  for (const { customerId } of calibrated.value) {
    for (const day of new Set(log.ordersOf(customerId).map(({ purchaseDay }) => purchaseDay))) {
      const week = Math.floor((Date.parse(day) - start) / (7 * 86_400_000)) + 1;
      const counted = result[week - CALIBRATION_WEEKS - 1];
      if (counted !== undefined) counted.actual++;
    }
  }
  return result;
}

/** The repeat purchases expected of all customers from their first purchase up to the end of a week. */
function expectedUpTo(week) {
  const newcomer = { unit: 'weeks', frequency: 0, recency: 0, tenure: 0 };
  let sum = 0;
  for (const tenure of calibrated.value.tenure) {
    const time = tenure + week - CALIBRATION_WEEKS;
    sum += expectedPurchases(model, newcomer, { weeks: time }).value;
  }
  return sum;
}

/** Of customers with so many repeat purchases in the calibration, the purchases after it: actual and expected means. */
function byPastPurchases() {
  const expected = expectedPurchases(model, calibrated, { weeks: CALIBRATION_WEEKS }).value;
  const sums = Array.from({ length: MANY + 1 }, () => ({ customers: 0, expected: 0, actual: 0 }));
  for (const { customerId, frequency } of calibrated.value) {
    const sum = sums[Math.min(frequency, MANY)];
    sum.customers++;
    sum.expected += expected.of(customerId).value;
    sum.actual += whole.value.of(customerId).frequency - frequency;
  }
  return sums.map(({ customers, expected, actual }, past) => ({
    label: past === MANY ? `${past}+` : String(past),
    customers,
    expected: expected / customers,
    actual: actual / customers,
  }));
}

function page() {
  const { r, alpha, a, b } = model.parameters;
  const { p, q, v } = amounts.parameters;
  const total = (key) => weeks.reduce((sum, week) => sum + week[key], 0);
  const conditional = groups.reduce((sum, { customers, expected }) => sum + customers * expected, 0);
  return `# Future value checked on known data

Written by \`npm run holdout\`; do not edit. The data are the CDNOW sample (2,357 customers who first bought in the first
quarter of 1997). The models saw the 39 weeks up to 1997-09-30, and forecast the 39 weeks after that day. How it is computed:
[the models with formulas](future-value-formulas.md).

## The models

| parameter | here | standard error | published |
|---|---:|---:|---:|
| r | ${r.toFixed(4)} | ${errorOf('r')} | 0.243 |
| alpha (weeks) | ${alpha.toFixed(4)} | ${errorOf('alpha')} | 4.414 |
| a | ${a.toFixed(4)} | ${errorOf('a')} | 0.793 |
| b | ${b.toFixed(4)} | ${errorOf('b')} | 2.426 |
| log-likelihood | ${model.fit.logLikelihood.toFixed(4)} | | -9582.4 |
| p | ${p.toFixed(4)} | ${amounts.fit.standardErrors.p.toFixed(4)} | 6.25 |
| q | ${q.toFixed(4)} | ${amounts.fit.standardErrors.q.toFixed(4)} | 3.74 |
| v (dollars) | ${(v / 100).toFixed(4)} | ${(amounts.fit.standardErrors.v / 100).toFixed(4)} | 15.44 |

Published: Fader, Hardie and Lee (2005) for r to b, Fader and Hardie (2013) for p to v.

## By number of past purchases

What customers bought after the calibration, by how often they had bought again in it: the mean of each group, and the mean of
what was expected of its customers. This is what a shop goes by when it chooses whom to write to.

![Purchases by past purchases](future-value-by-past-purchases.svg)

| repeat purchases before | customers | expected | actual |
|---|---:|---:|---:|
${groups.map((row) => `| ${row.label} | ${row.customers} | ${row.expected.toFixed(3)} | ${row.actual.toFixed(3)} |`).join('\n')}
| all | ${calibrated.basis.count} | ${(conditional / calibrated.basis.count).toFixed(3)} | ${(total('actual') / calibrated.basis.count).toFixed(3)} |

## By week

Repeat purchases of all customers, and what the model expects of them from their first purchase on, whatever they did since.

![Repeat purchases by week](future-value-by-week.svg)

| week | expected | actual |
|---:|---:|---:|
${weeks.map(({ week, expected, actual }) => `| ${week} | ${expected.toFixed(1)} | ${actual} |`).join('\n')}
| ${CALIBRATION_WEEKS + 1} to ${LAST_WEEK} | ${total('expected').toFixed(1)} | ${total('actual')} |
`;
}

function errorOf(name) {
  return model.fit.standardErrors[name].toFixed(4);
}
