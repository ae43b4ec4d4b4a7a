/** How the payment delays of a group of orders are distributed. */
export interface PaymentDelays {
  /** How many orders were measured. */
  readonly orders: number;
  /** By which delay at least so many percent of them were paid. */
  readonly quantiles: readonly { readonly percent: number; readonly minutes: number }[];
  /** How many of them were paid within so many minutes (included), and which share of all that is. */
  readonly curve: readonly { readonly minutes: number; readonly orders: number; readonly share: number }[];
}

/** The distribution of delays at the points asked for, in the order they were asked for; null when there are no delays. */
export function delayDistribution(
  delays: readonly number[],
  quantilePercents: readonly number[],
  curveMinutes: readonly number[],
): PaymentDelays | null {
  const orders = delays.length;
  if (orders === 0) return null;
  const ascending = Float64Array.from(delays).sort();
  return {
    orders,
    quantiles: quantilePercents.map((percent) => ({
      percent,
      // Percentages and not fractions: 0.55 * 100 is a little more than 55 and would round up to the next order.
      minutes: ascending[Math.ceil((percent * orders) / 100) - 1] ?? 0,
    })),
    curve: curveMinutes.map((minutes) => {
      const paid = countUpTo(ascending, minutes);
      return { minutes, orders: paid, share: paid / orders };
    }),
  };
}

/** How many values are at most `bound`. */
function countUpTo(ascending: Float64Array, bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
