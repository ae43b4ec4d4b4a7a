import { multiplyMoney } from '@aftercare/core';
import type { PointsRate } from './pointsPolicy.js';

/**
 * The points of an amount: exactly amount x rate x multiplier, rounded once.
 *
 * @param percent - the multiplier in percent: 150 is one and a half times
 */
export function pointsFor(amountMinor: number, rate: PointsRate, percent: number): number {
  const ratio = { numerator: rate.points * percent, denominator: rate.perMinor * 100 };
  // The exact product of core; the currency of points is nobody's.
  return multiplyMoney({ minor: amountMinor, currency: 'XXX' }, ratio, rate.rounding).minor;
}
