import { createOrderLog, createShopCalendar, dayOfNumber, type OrderLog } from '@aftercare/core';
import { randomNumbers } from './randomNumbers.js';

/** How simulated customers buy; see `BgNbdParameters` and `GammaGammaParameters`, here with time in days. */
export interface Simulation {
  readonly customers: number;
  /** The first purchases spread over the first half of so many days. */
  readonly days: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  /** Infinity: nobody ever leaves. */
  readonly b: number;
  /** Absent: every order is 10.00. */
  readonly amounts?: { readonly p: number; readonly q: number; readonly v: number };
  readonly seed: number;
}

/** A log of the orders of simulated customers from 2026-01-01 on. */
export function simulatedLog(simulation: Simulation): OrderLog {
  const { customers, days, r, alpha, a, b, amounts, seed } = simulation;
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  const random = randomNumbers(seed);
  for (let customer = 0; customer < customers; customer++) {
    const rate = gamma(random, r) / alpha;
    const leaving = b === Number.POSITIVE_INFINITY ? 0 : beta(random, a, b);
    const scale = amounts === undefined ? 0 : gamma(random, amounts.q) / amounts.v;
    let day = (random() * days) / 2;
    for (let purchase = 0; day < days; purchase++) {
      const minor = amounts === undefined ? 1000 : Math.ceil(gamma(random, amounts.p) / scale);
      const at = `${dayOfNumber(FIRST_DAY + Math.floor(day))}T12:00:00Z`;
      const total = { minor, currency: 'EUR' };
      const customerId = `c-${customer}`;
      log.append({ id: `${customerId} ${purchase}`, customerId, total, placedAt: at, paidAt: at });
      if (purchase > 0 && random() < leaving) break;
      day -= Math.log(1 - random()) / rate;
    }
  }
  return log;
}

/** 2026-01-01. */
const FIRST_DAY = 20_454;

function beta(random: () => number, a: number, b: number): number {
  const first = gamma(random, a);
  return first / (first + gamma(random, b));
}

/** A draw from the gamma distribution of this shape and scale 1 (Marsaglia and Tsang 2000). */
function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * d)) ** 3;
    if (cube <= 0) continue;
    if (Math.log(random()) < normal ** 2 / 2 + d * (1 - cube + Math.log(cube))) return d * cube;
  }
}
