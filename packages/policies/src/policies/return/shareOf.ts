/**
 * A part of an amount, exactly and rounded towards zero once: the product of amount and part may pass what numbers hold.
 *
 * @param of - from 0 to `whole` (included)
 * @param whole - from 1
 */
export function shareOf(minor: number, of: number, whole: number): number {
  return Number((BigInt(minor) * BigInt(of)) / BigInt(whole));
}
