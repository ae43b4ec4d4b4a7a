import type { Customer } from '@aftercare/core';
import type { SentMessage } from '../check/checkMessages.js';

const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** A customer who registered later than so many days into a year is not counted in it. */
export const JOINING_DAYS = 92;

/** How many messages customers got in a year. */
interface YearVolume {
  readonly year: number;
  readonly purpose: 'marketing' | 'service' | 'all';
  readonly customers: number;
  readonly mean: number;
  readonly median: number;
  /** Nine of ten customers got so many at most. */
  readonly ninetieth: number;
  readonly most: number;
}

/** How many customers got so many messages in a year, `from` and `to` included. */
interface VolumeBand {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
}

/** How much customers heard. */
export interface MessageVolume {
  readonly years: readonly YearVolume[];
  /** Customers and years together: one customer in two years counts twice. */
  readonly bands: readonly VolumeBand[];
  /** The most that any customer got within so many days. */
  readonly busiest: readonly { readonly days: number; readonly messages: number }[];
}

const BOUNDS = [0, 1, 7, 13, 25, 37, 49, 61, Number.MAX_SAFE_INTEGER] as const;

/**
 * Counts messages per customer in the years of 365 days from an instant on.
 *
 * @param customers - those who may be written to at all
 */
export function messageVolume(
  messages: readonly SentMessage[],
  customers: readonly Customer[],
  from: number,
): MessageVolume {
  const byCustomer = new Map<string, { readonly at: number; readonly purpose: string }[]>();
  for (const { id } of customers) byCustomer.set(id, []);
  for (const { customerId, at, purpose } of messages) {
    byCustomer.get(customerId)?.push({ at: Date.parse(at), purpose });
  }
  const years: YearVolume[] = [];
  const totals: number[] = [];
  for (const year of [1, 2]) {
    const start = from + (year - 1) * YEAR;
    const counted = customers.filter(
      ({ registeredAt = '' }) => Date.parse(registeredAt) < start + JOINING_DAYS * DAY,
    );
    for (const purpose of ['marketing', 'service', 'all'] as const) {
      const counts = counted.map(({ id }) => {
        const list = byCustomer.get(id) ?? [];
        return list.filter(
          (message) =>
            message.at >= start &&
            message.at < start + YEAR &&
            (purpose === 'all' || message.purpose === purpose),
        ).length;
      });
      if (purpose === 'all') totals.push(...counts);
      years.push({ year, purpose, ...spreadOf(counts) });
    }
  }
  return {
    years,
    bands: BOUNDS.slice(0, -1).map((low, index) => {
      const to = (BOUNDS[index + 1] ?? 0) - 1;
      return { from: low, to, customers: totals.filter((count) => count >= low && count <= to).length };
    }),
    busiest: [1, 7, 30].map((days) => ({ days, messages: mostWithin(days * DAY, byCustomer.values()) })),
  };
}

function spreadOf(counts: readonly number[]): Omit<YearVolume, 'year' | 'purpose'> {
  const sorted = [...counts].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const sum = sorted.reduce((total, count) => total + count, 0);
  const customers = sorted.length;
  const mean = customers === 0 ? 0 : sum / customers;
  return { customers, mean, median: at(0.5), ninetieth: at(0.9), most: at(1) };
}

function mostWithin(length: number, lists: Iterable<readonly { readonly at: number }[]>): number {
  let most = 0;
  for (const list of lists) {
    const times = list.map(({ at }) => at).sort((one, other) => one - other);
    let first = 0;
    for (const [index, time] of times.entries()) {
      while (time - (times[first] ?? time) >= length) first++;
      most = Math.max(most, index - first + 1);
    }
  }
  return most;
}
