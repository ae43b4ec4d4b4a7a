import type { NextTier } from '@aftercare/lifecycle';
import type { Shop } from './shop.js';

/** A tier is close when less than this is missing, in minor units, or one purchase: as the shipped care rule has it. */
export const CLOSE_MINOR = 200_00;

/** How many customers who are close are shown. */
const SHOWN = 5;

/** One tier of the programme. */
interface TierCount {
  readonly tier: string;
  readonly title: string;
  readonly customers: number;
  /** Of all customers, 0 to 1. */
  readonly share: number;
}

/** A customer who is close to the next tier. */
export interface CloseCustomer {
  readonly customerId: string;
  readonly name: string | null;
  readonly title: string;
  readonly nextTitle: string;
  readonly missingMinor: number | null;
  readonly missingPurchases: number | null;
}

/** The membership of all customers. */
export interface TierReport {
  /** What counts: paid orders, or those completed since their return window has closed. */
  readonly counting: 'paid' | 'completed';
  /** From the lowest to the highest. */
  readonly tiers: readonly TierCount[];
  readonly close: number;
  /** Those who have the least to spend, the least first. */
  readonly closest: readonly CloseCustomer[];
}

/** Counts the customers of each tier, and finds those who are close to the next one. */
export function tierReport({ tiers, program, snapshot, customerOf }: Shop): TierReport {
  const counts = new Map<string, number>();
  const close: CloseCustomer[] = [];
  let total = 0;
  for (const { customerId } of snapshot) {
    const { tier, title, next } = tiers.of(customerId);
    total++;
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
    if (next === null || !isClose(next)) continue;
    close.push({
      customerId,
      name: customerOf(customerId).name ?? null,
      title: title.en,
      nextTitle: next.title.en,
      missingMinor: next.missingMinor,
      missingPurchases: next.missingPurchases,
    });
  }
  close.sort(byLeastMissing);
  return {
    counting: program.counting.orders,
    tiers: program.tiers.map(({ code, titles }) => {
      const customers = counts.get(code) ?? 0;
      return { tier: code, title: titles.en, customers, share: total === 0 ? 0 : customers / total };
    }),
    close: close.length,
    closest: close.slice(0, SHOWN),
  };
}

function isClose({ missingMinor, missingPurchases }: NextTier): boolean {
  return (missingMinor !== null && missingMinor < CLOSE_MINOR) || missingPurchases === 1;
}

function byLeastMissing(one: CloseCustomer, other: CloseCustomer): number {
  const difference =
    (one.missingMinor ?? Number.MAX_SAFE_INTEGER) - (other.missingMinor ?? Number.MAX_SAFE_INTEGER);
  return difference || (one.customerId < other.customerId ? -1 : 1);
}
