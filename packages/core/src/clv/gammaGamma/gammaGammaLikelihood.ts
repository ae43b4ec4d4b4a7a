import { digamma, logGamma, trigamma } from '../numerics/gammaFunctions.js';
import type { LocalShape } from '../numerics/maximise.js';

/** Customers with repeat purchases: how many each has, and their mean amount, above 0. */
export interface GammaGammaData {
  readonly count: number;
  readonly frequency: Float64Array;
  readonly meanAmountMinor: Float64Array;
}

/**
 * The log-likelihood of Gamma-Gamma parameters [p, q, v] with its derivatives, ready for one data set. With x for the
 * frequency and m for the mean amount, a customer adds
 *
 *     ln Γ(px+q)/(Γ(px) Γ(q)) + q ln v + (px-1) ln m + px ln x - (px+q) ln(xm+v).
 *
 * The gamma functions depend on x alone: they are computed once for each frequency that there is.
 */
export function gammaGammaLikelihood(data: GammaGammaData): (parameters: readonly number[]) => LocalShape {
  const customersByFrequency = new Map<number, number>();
  for (const x of data.frequency) customersByFrequency.set(x, (customersByFrequency.get(x) ?? 0) + 1);
  return ([p = 0, q = 0, v = 0]) => {
    let [value, slopeP, slopeQ, slopeV, pp, pq, pv, qq, qv, vv] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const ofQ = { value: logGamma(q), slope: digamma(q), bend: trigamma(q) };
    for (const [x, customers] of customersByFrequency) {
      const both = p * x + q;
      value += customers * (logGamma(both) - logGamma(p * x) - ofQ.value);
      slopeP += customers * x * (digamma(both) - digamma(p * x));
      slopeQ += customers * (digamma(both) - ofQ.slope);
      const bend = trigamma(both);
      pp += customers * x * x * (bend - trigamma(p * x));
      pq += customers * x * bend;
      qq += customers * (bend - ofQ.bend);
    }
    const logV = Math.log(v);
    for (let place = 0; place < data.count; place++) {
      const x = data.frequency[place] ?? 0;
      const m = data.meanAmountMinor[place] ?? 0;
      const total = x * m;
      const both = p * x + q;
      const ofSum = 1 / (total + v);
      const logSum = Math.log(total + v);
      value += q * logV + p * x * Math.log(total) - Math.log(m) - both * logSum;
      slopeP += x * (Math.log(total) - logSum);
      slopeQ += logV - logSum;
      slopeV += q / v - both * ofSum;
      pv -= x * ofSum;
      qv += 1 / v - ofSum;
      vv += both * ofSum * ofSum - q / (v * v);
    }
    return {
      value,
      gradient: [slopeP, slopeQ, slopeV],
      hessian: [...[pp, pq, pv], ...[pq, qq, qv], ...[pv, qv, vv]],
    };
  };
}
