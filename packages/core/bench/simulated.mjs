// Customers that nobody has met, who buy and leave as the BG/NBD and the Gamma-Gamma model have it; the same everywhere.
import { createOrderLog, createShopCalendar, dayOfNumber } from '@aftercare/core';
import { randomNumbers } from './data.mjs';

const FIRST_DAY = 20_454;
const DAYS = 365;
const PARAMETERS = { r: 0.25, alpha: 31, a: 0.8, b: 2.4, p: 6, q: 4, v: 1500 };

/** A year of orders; first purchases spread over its first half. */
export function simulatedLog(customers) {
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  const random = randomNumbers(20_260_301);
  const { r, alpha, a, b, p, q, v } = PARAMETERS;
  for (let customer = 0; customer < customers; customer++) {
    const rate = gamma(random, r) / alpha;
    const [leaves, stays] = [gamma(random, a), gamma(random, b)];
    const scale = gamma(random, q) / v;
    let day = (random() * DAYS) / 2;
    for (let purchase = 0; day < DAYS; purchase++) {
      const at = `${dayOfNumber(FIRST_DAY + Math.floor(day))}T12:00:00Z`;
      const total = { minor: Math.ceil(gamma(random, p) / scale), currency: 'EUR' };
      const id = `${customer}-${purchase}`;
      log.append({ id, customerId: `c${customer}`, total, placedAt: at, paidAt: at });
      if (purchase > 0 && random() < leaves / (leaves + stays)) break;
      day -= Math.log(1 - random()) / rate;
    }
  }
  return log;
}

/** The last day of the year that is simulated. */
export const SIMULATED_END = dayOfNumber(FIRST_DAY + DAYS - 1);

/** A draw from the gamma distribution of this shape and scale 1 (Marsaglia and Tsang 2000). */
function gamma(random, shape) {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (cube <= 0) continue;
    if (Math.log(random()) < normal ** 2 / 2 + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}
