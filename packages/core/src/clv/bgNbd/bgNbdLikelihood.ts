import type { NumberColumn } from '../../log/index.js';
import type { LocalShape } from '../numerics/maximise.js';

/** The columns of a summary that the likelihood is of. */
export interface BgNbdData {
  readonly count: number;
  readonly frequency: NumberColumn;
  readonly recency: NumberColumn;
  readonly tenure: NumberColumn;
}

/**
 * The log-likelihood of BG/NBD parameters [r, alpha, a, b] with its derivatives, ready for one data set.
 *
 * With x, t and T for frequency, recency and tenure, a customer adds
 *
 *     ln Γ(r+x)/Γ(r) + ln B(a, b+x)/B(a, b) + r ln α - (r+x) ln(α+T) + ln(1 + e^q),   e^q = 0 where x = 0,
 *     q = ln a - ln(b+x-1) + (r+x) ln((α+T)/(α+t)).
 *
 * The first two terms depend on x alone, which is a whole number: they are sums over 0 ≤ j < x, and over all customers sums
 * over j, each term as often as customers have x > j. No gamma function is needed, and nothing large is subtracted.
 */
export function bgNbdLikelihood(data: BgNbdData): (parameters: readonly number[]) => LocalShape {
  const withMoreThan = customersWithMoreThan(data);
  return ([r = 0, alpha = 0, a = 0, b = 0]) => {
    const sums = new Float64Array(SIZE);
    addFrequencies(sums, withMoreThan, r, a, b);
    addCustomers(sums, data, r, alpha, a, b);
    return shapeOf(sums);
  };
}

/** The places of value, gradient and upper triangle of the second derivatives in the sums. */
const SIZE = 15;
const [VALUE, R, ALPHA, A, B] = [0, 1, 2, 3, 4];
const [RR, R_ALPHA, R_A, R_B, ALPHA2, ALPHA_A, ALPHA_B, AA, AB, BB] = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

function shapeOf(sums: Float64Array): LocalShape {
  const at = (places: readonly number[]) => places.map((place) => sums[place] ?? 0);
  return {
    value: sums[VALUE] ?? 0,
    gradient: at([R, ALPHA, A, B]),
    hessian: at([
      ...[RR, R_ALPHA, R_A, R_B],
      ...[R_ALPHA, ALPHA2, ALPHA_A, ALPHA_B],
      ...[R_A, ALPHA_A, AA, AB],
      ...[R_B, ALPHA_B, AB, BB],
    ]),
  };
}

/** How many customers have a frequency above 0, above 1 and so on. */
function customersWithMoreThan({ count, frequency }: BgNbdData): Float64Array {
  let greatest = 0;
  for (let place = 0; place < count; place++) greatest = Math.max(greatest, frequency[place] ?? 0);
  const customers = new Float64Array(greatest + 1);
  for (let place = 0; place < count; place++) {
    const x = frequency[place] ?? 0;
    if (x > 0) customers[x - 1] = (customers[x - 1] ?? 0) + 1;
  }
  for (let x = greatest - 1; x >= 0; x--) customers[x] = (customers[x] ?? 0) + (customers[x + 1] ?? 0);
  return customers;
}

/** The terms of Γ(r+x)/Γ(r) and of B(a, b+x)/B(a, b) = Γ(b+x)/Γ(b) / (Γ(a+b+x)/Γ(a+b)). */
function addFrequencies(
  sums: Float64Array,
  withMoreThan: Float64Array,
  r: number,
  a: number,
  b: number,
): void {
  for (let j = 0; j < withMoreThan.length; j++) {
    const customers = withMoreThan[j] ?? 0;
    const ofR = 1 / (r + j);
    const ofB = 1 / (b + j);
    const ofAB = 1 / (a + b + j);
    add(sums, VALUE, customers * Math.log((r + j) * (b + j) * ofAB));
    add(sums, R, customers * ofR);
    add(sums, A, -customers * ofAB);
    add(sums, B, customers * (ofB - ofAB));
    add(sums, RR, -customers * ofR * ofR);
    add(sums, AA, customers * ofAB * ofAB);
    add(sums, AB, customers * ofAB * ofAB);
    add(sums, BB, customers * (ofAB * ofAB - ofB * ofB));
  }
}

/** The terms that need each customer. `weight` is e^q / (1 + e^q), the probability that the customer has left. */
function addCustomers(
  sums: Float64Array,
  { count, frequency, recency, tenure }: BgNbdData,
  r: number,
  alpha: number,
  a: number,
  b: number,
): void {
  const logAlpha = Math.log(alpha);
  const logA = Math.log(a);
  for (let place = 0; place < count; place++) {
    const x = frequency[place] ?? 0;
    const ofTenure = 1 / (alpha + (tenure[place] ?? 0));
    const logTenure = -Math.log(ofTenure);
    const shape = r + x;
    add(sums, VALUE, r * logAlpha - shape * logTenure);
    add(sums, R, logAlpha - logTenure);
    add(sums, ALPHA, r / alpha - shape * ofTenure);
    add(sums, R_ALPHA, 1 / alpha - ofTenure);
    add(sums, ALPHA2, shape * ofTenure * ofTenure - r / (alpha * alpha));
    if (x === 0) continue;
    const ofRecency = 1 / (alpha + (recency[place] ?? 0));
    const ofB = 1 / (b + x - 1);
    const slopeR = Math.log(ofRecency * (alpha + (tenure[place] ?? 0)));
    const perAlpha = ofTenure - ofRecency;
    const slopeAlpha = shape * perAlpha;
    const slopeA = 1 / a;
    const q = logA + Math.log(ofB) + shape * slopeR;
    const weight = 1 / (1 + Math.exp(-q));
    const bend = weight * (1 - weight);
    add(sums, VALUE, q > 0 ? q + Math.log1p(Math.exp(-q)) : Math.log1p(Math.exp(q)));
    add(sums, R, weight * slopeR);
    add(sums, ALPHA, weight * slopeAlpha);
    add(sums, A, weight * slopeA);
    add(sums, B, -weight * ofB);
    add(sums, RR, bend * slopeR * slopeR);
    add(sums, R_ALPHA, bend * slopeR * slopeAlpha + weight * perAlpha);
    add(sums, R_A, bend * slopeR * slopeA);
    add(sums, R_B, -bend * slopeR * ofB);
    add(
      sums,
      ALPHA2,
      bend * slopeAlpha * slopeAlpha + weight * shape * (ofRecency * ofRecency - ofTenure * ofTenure),
    );
    add(sums, ALPHA_A, bend * slopeAlpha * slopeA);
    add(sums, ALPHA_B, -bend * slopeAlpha * ofB);
    add(sums, AA, (bend - weight) * slopeA * slopeA);
    add(sums, AB, -bend * slopeA * ofB);
    add(sums, BB, (bend + weight) * ofB * ofB);
  }
}

function add(sums: Float64Array, place: number, term: number): void {
  sums[place] = (sums[place] ?? 0) + term;
}
