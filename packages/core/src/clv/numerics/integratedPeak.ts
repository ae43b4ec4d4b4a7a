/**
 * The integral over all real numbers of a function that is given by its logarithm, is above 0 everywhere and has one peak
 * (its logarithm is concave, with slopes at both ends, and away from the peak bends on the scale of 1 at the least).
 *
 * The trapezoidal rule on the scale u where v = peak + width sinh(u): both tails then fall double exponentially, where the
 * rule gains digits in proportion to the number of points (Takahasi and Mori 1974). The step is halved until the integral
 * stays as it is.
 *
 * @param before - a point before the peak
 * @param after - a point after it
 */
export function integratedPeak(logAt: (v: number) => number, before: number, after: number): number {
  const top = peakOf(logAt, before, after);
  const width = Math.min(
    FINEST_BEND,
    fallOf((distance) => logAt(top) - logAt(top + distance)),
    fallOf((distance) => logAt(top) - logAt(top - distance)),
  );
  // On a grid, so that nearly the same function is added up at the same points: the integral then grows with the function,
  // even where that grows by no more than rounding.
  const peak = Math.round(top / width) * width;
  const logHeight = logAt(peak);
  const heightAt = (u: number) =>
    Math.exp(logAt(peak + width * Math.sinh(u)) - logHeight) * width * Math.cosh(u);
  let step = 0.5;
  let sum = heightAt(0) + tails(heightAt, step, step);
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    const refined = sum + tails(heightAt, step / 2, step);
    const isSettled = Math.abs(refined / 2 - sum) <= SETTLED * sum;
    sum = refined;
    step /= 2;
    if (isSettled) break;
  }
  return Math.exp(logHeight) * step * sum;
}

/** On a smaller scale only the peak itself bends; the tails may be a million times as long. */
const FINEST_BEND = 1;
const MOST_HALVINGS = 10;
/** One more halving squares the error, so that this leaves only rounding. */
const SETTLED = 1e-10;

/** The sum over both sides at `first`, `first + step` and so on, until nothing is added any more. */
function tails(heightAt: (u: number) => number, first: number, step: number): number {
  let sum = 0;
  for (const side of [1, -1]) {
    for (let u = first; u < LONGEST_TAIL; u += step) {
      const height = heightAt(side * u);
      sum += height;
      // Not right at the peak of a function that rises before it falls on this scale.
      if (height < 1e-18 * sum) break;
    }
  }
  return sum;
}

/** sinh of more is above all doubles. */
const LONGEST_TAIL = 700;

/** By golden sections; near is enough. */
function peakOf(logAt: (v: number) => number, before: number, after: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [before, after];
  let low = to - golden * (to - from);
  let high = from + golden * (to - from);
  let [atLow, atHigh] = [logAt(low), logAt(high)];
  for (let round = 0; round < 50; round++) {
    if (atLow < atHigh) {
      [from, low, atLow] = [low, high, atHigh];
      high = from + golden * (to - from);
      atHigh = logAt(high);
    } else {
      [to, high, atHigh] = [high, low, atLow];
      low = to - golden * (to - from);
      atLow = logAt(low);
    }
  }
  return (from + to) / 2;
}

/** How far it is to where the logarithm has fallen by about 1. */
function fallOf(fallAt: (distance: number) => number): number {
  let distance = 1;
  while (fallAt(distance) > 1) distance /= 2;
  while (fallAt(distance) < 1) distance *= 2;
  return distance;
}
