/**
 * The logarithm of the gamma function, its first two derivatives, and the logarithm of the beta function, for arguments
 * above 0. Each is raised by its recurrence to where its asymptotic series has the precision of a double.
 */

/** From here on seven terms of each series leave less than the rounding of a double. */
const LARGE = 10;
const HALF_LOG_OF_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  let raised = x;
  let product = 1;
  for (; raised < LARGE; raised++) product *= raised;
  const asymptotic =
    (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_OF_TWO_PI + stirlingCorrection(raised);
  return asymptotic - Math.log(product);
}

/** The derivative of ln Γ, for x > 0. */
export function digamma(x: number): number {
  let raised = x;
  let sum = 0;
  for (; raised < LARGE; raised++) sum -= 1 / raised;
  const y = 1 / (raised * raised);
  const series =
    y *
    (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32_760 - y / 12))))));
  return sum + Math.log(raised) - 0.5 / raised - series;
}

/** The second derivative of ln Γ, for x > 0. */
export function trigamma(x: number): number {
  let raised = x;
  let sum = 0;
  for (; raised < LARGE; raised++) sum += 1 / (raised * raised);
  const y = 1 / (raised * raised);
  const series =
    y *
    (1 / 6 -
      y *
        (1 / 30 -
          y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - y * (691 / 2730 - y * (7 / 6 - y * (3617 / 510))))))));
  return sum + 1 / raised + 0.5 * y + series / raised;
}

/** ln B(a, b) for a, b > 0. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < LARGE) return logGamma(small) + logGamma(large) - logGamma(small + large);
  // Of two large logarithms hardly a digit of their difference would be left.
  const sum = small + large;
  const rise =
    (large - 0.5) * Math.log1p(small / large) +
    small * (Math.log(sum) - 1) +
    stirlingCorrection(sum) -
    stirlingCorrection(large);
  return logGamma(small) - rise;
}

/** What Stirling's formula leaves of ln Γ(x), for x of 10 and more. */
function stirlingCorrection(x: number): number {
  const y = 1 / (x * x);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360_360 - y / 156)))));
  return series / x;
}
