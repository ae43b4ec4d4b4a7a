import type { BgNbdParameters } from './bgNbdModel.js';

/**
 * The probability that somebody is still a customer, from the odds of having left: a/(b+x-1) ((α+T)/(α+t_x))^(r+x). Who
 * never bought again is one for certain: in this model customers leave after a repeat purchase only.
 *
 * @param recency - t_x, in the unit of alpha; as is `tenure`, T
 */
export function aliveProbability(
  { r, alpha, a, b }: BgNbdParameters,
  frequency: number,
  recency: number,
  tenure: number,
): number {
  if (frequency === 0) return 1;
  const silence = Math.log1p((tenure - recency) / (alpha + recency));
  return 1 / (1 + Math.exp(Math.log(a / (b + frequency - 1)) + (r + frequency) * silence));
}
