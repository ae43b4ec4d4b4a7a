import { logBeta } from '../numerics/gammaFunctions.js';
import { integratedPeak } from '../numerics/integratedPeak.js';
import type { BgNbdParameters } from './bgNbdModel.js';

/**
 * How often somebody with so many repeat purchases who *is* still a customer buys in the next `time`, until they leave.
 *
 * The textbook form has a hypergeometric function that comes out as 0, as Infinity or with no right digit for frequent
 * buyers, long times or a near 1. After Euler's transformation its series converges fast where t is not many times
 * α + T, and what is subtracted is of the size of the result; the rest is integrated.
 *
 * @param elapsed - α + T, in the unit of `time`
 */
export function purchasesIfCustomer(
  parameters: BgNbdParameters,
  frequency: number,
  elapsed: number,
  time: number,
): number {
  if (time === 0) return 0;
  const fromSeries = purchasesFromSeries(parameters, frequency, elapsed, time);
  return fromSeries ?? purchasesFromIntegral(parameters, frequency, elapsed, time);
}

/** After so many terms the integral is faster. */
const MOST_TERMS = 400;
/** What the rest of the series may be, as a part of the result. */
const REST = 1e-16;
/** What the result must be of the largest term on the way to it: a double then keeps more than twelve digits of it. */
const LEAST_SHARE = 1e-3;

/**
 * With z = t/(α+T+t), c = a+b+x-1 and e = a-1, where 1-z = (α+T)/(α+T+t) = exp(L):
 *
 *     c (1 - exp(e L))/e - exp(e L) Σ u_k,   u_1 = (a+b-1-r) z,
 *     u_{k+1} = u_k (a+b-1-r+k)(e+k) / ((c+k)(k+1)) z,   and -c L for the first part where e = 0.
 *
 * `undefined` where the series is slow, or what is subtracted is much larger than what is left.
 */
export function purchasesFromSeries(
  { r, a, b }: BgNbdParameters,
  frequency: number,
  elapsed: number,
  time: number,
): number | undefined {
  const z = time / (elapsed + time);
  const c = a + b + frequency - 1;
  const e = a - 1;
  const first = a + b - 1 - r;
  const L = -Math.log1p(time / elapsed);
  const power = Math.exp(e * L);
  const minuend = c * (e === 0 ? -L : -Math.expm1(e * L) / e);
  let term = first * z;
  let sum = 0;
  let largest = Math.abs(minuend);
  for (let k = 1; k <= MOST_TERMS; k++) {
    sum += term;
    largest = Math.max(largest, power * Math.abs(term), power * Math.abs(sum));
    const ratio = (((first + k) * (e + k)) / ((c + k) * (k + 1))) * z;
    term *= ratio;
    // From where all factors are above 0 the ratio goes to z from one side, so that a geometric series bounds the rest.
    const bound = Math.max(ratio, z);
    if (first + k < 0 || e + k < 0 || bound >= 1) continue;
    const result = minuend - power * sum;
    if (power * Math.abs(term) > REST * (1 - bound) * result) continue;
    return result > LEAST_SHARE * largest ? result : undefined;
  }
  return undefined;
}

/**
 * The mean of (1 - (1 + p s)^-(r+x)) / p over the chance p to leave after a purchase, which has the density
 * p^(a-1) (1-p)^(b+x-1) / B(a, b+x), with s = t/(α+T). Nothing is subtracted, so that all parameters there are will do.
 * The integral runs over the log-odds v of p, where the integrand has one peak.
 */
export function purchasesFromIntegral(
  { r, a, b }: BgNbdParameters,
  frequency: number,
  elapsed: number,
  time: number,
): number {
  const shape = r + frequency;
  const stays = b + frequency;
  // The quotient itself may be beyond all doubles.
  const logTime = Math.log(time) - Math.log(elapsed);
  const logDensity = -logBeta(a, stays);
  const logIntegrand = (v: number) => {
    const logP = -softplus(-v);
    return a * logP - stays * softplus(v) + logDensity + logPurchases(shape, logP, logTime);
  };
  // The slope of the integrand is above 0 before the first and below 0 after the second.
  const reach = logTime + Math.log((shape + 1) / (a + stays));
  const before = Math.log(a / (a + stays)) - softplus(reach) - 1;
  const after = Math.log(a / stays) + 1;
  return integratedPeak(logIntegrand, before, after);
}

/** ln of (1 - (1 + p s)^-n) / p. */
function logPurchases(n: number, logP: number, logS: number): number {
  const logY = logP + logS;
  // So small that the next term is below the rounding.
  if (logY + Math.log1p(n) < -40) return Math.log(n) + logS;
  return Math.log(-Math.expm1(-n * softplus(logY))) - logP;
}

/** ln(1 + e^x). */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
