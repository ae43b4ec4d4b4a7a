// What it costs to fit the models of future value and to forecast every customer: node forecasts.mjs [most customers]
import { cpus } from 'node:os';
import {
  customerLifetimeValue,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  probabilityAlive,
  purchaseSummary,
} from '@aftercare/core/clv';
import { unwrap } from '@aftercare/core/foundation';
import { cdnowLog, hasCdnow } from './cdnow.mjs';
import { timed } from './measure.mjs';
import { SIMULATED_END, simulatedLog } from './simulated.mjs';

const most = Number(process.env.BENCH_CUSTOMERS ?? 1_000_000);
const ROUNDS = 3;

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}`);
console.log(`Milliseconds, the best of ${ROUNDS} rounds; in brackets microseconds a customer.\n`);
const STEPS = ['customers', 'summary', 'BG/NBD', 'Gamma-Gamma', 'alive', 'purchases', 'value'];
print(STEPS);
if (hasCdnow) print(measured('CDNOW', cdnowLog('master'), '1997-09-30'));
else console.log('CDNOW: AFTERCARE_DATASETS names no folder.');
for (const share of [0.1, 0.2, 0.5, 1]) {
  const customers = Math.round(most * share);
  print(measured('simulated', simulatedLog(customers), SIMULATED_END));
}

/** What each step costs with the customers of a log; purchases of 39 weeks, the value of a year at 10 %. */
function measured(name, log, calibrationEnd) {
  const options = { calibrationEnd, unit: 'weeks' };
  // Later rounds would find the log's indexes; what they cost belongs to the first summary.
  const summary = timed(() => purchaseSummary(log, options));
  const purchases = best(() => unwrap(fitBgNbd(summary.value)));
  const amounts = best(() => unwrap(fitGammaGamma(summary.value)));
  const alive = best(() => probabilityAlive(purchases.value, summary.value));
  const expected = best(() => expectedPurchases(purchases.value, summary.value, { weeks: 39 }));
  const models = { purchases: purchases.value, amounts: amounts.value };
  const inOneYear = { horizon: { weeks: 52 }, discountRatePerYear: 0.1 };
  const value = best(() => customerLifetimeValue(models, summary.value, inOneYear));
  const { count } = summary.value.basis;
  const cost = ({ millis }) => `${Math.round(millis)} (${((millis * 1000) / count).toFixed(2)})`;
  return [
    `${name} ${count.toLocaleString('en')}`,
    ...[summary, purchases, amounts, alive, expected, value].map(cost),
  ];
}

function best(work) {
  const rounds = Array.from({ length: ROUNDS }, () => timed(work));
  return rounds.reduce((fastest, round) => (round.millis < fastest.millis ? round : fastest));
}

function print(cells) {
  console.log(cells.map((cell, place) => (place === 0 ? cell.padEnd(20) : cell.padStart(15))).join(''));
}
