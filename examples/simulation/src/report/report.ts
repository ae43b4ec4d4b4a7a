import { createShopCalendar } from '@aftercare/core';
import { isHeldOut } from '@aftercare/lifecycle';
import { FIRST_DAYS, type SimulationResult, simulatedPolicy } from '../run/simulation.js';
import { type Check, checksOf } from './checks.js';
import { type MessageVolume, messageVolume } from './messageVolume.js';

/** What one rule came to. */
export interface RuleReport {
  readonly rule: string;
  readonly purpose: string;
  readonly occasions: number;
  /** Occasions by what became of them in the end. */
  readonly ends: Readonly<Record<string, number>>;
  /** Receipts by what they say. */
  readonly receipts: Readonly<Record<string, number>>;
  readonly withdrawals: Readonly<Record<string, number>>;
}

/** A simulation in figures. Plain JSON. */
export interface SimulationReport {
  readonly name: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
  readonly orders: number;
  readonly customers: number;
  readonly heldOutCustomers: number;
  readonly plans: number;
  readonly rulesVersion: string;
  readonly fingerprint: string;
  readonly firstDaysFingerprint: string;
  readonly rules: readonly RuleReport[];
  /** Occasions lost to a cap, by the rules whose messages filled it; the most first. */
  readonly capsFilledBy: readonly { readonly rule: string; readonly occasions: number }[];
  /** Service messages that marketing outranked on some day, and those of them that never went out. */
  readonly gaveWay: { readonly occasions: number; readonly lost: number };
  readonly volume: MessageVolume;
  readonly checks: readonly Check[];
}

/** Puts a simulation into figures, and checks it. */
export async function reportOf(result: SimulationResult): Promise<SimulationReport> {
  const { shop, ledger, customers, messages, rules, firstDaysFingerprint } = result;
  const calendar = createShopCalendar({ timeZone: shop.timeZone });
  const tallies = [...ledger.rules.values()];
  const occasions = tallies.flatMap((tally) => [...tally.occasions.values()]);
  const gaveWay = occasions.filter((occasion) => occasion.gaveWay);
  const filledBy = countOf(
    occasions.flatMap((occasion) =>
      occasion.end === 'frequency_cap' ? [...new Set(occasion.filledBy)] : [],
    ),
  );
  const treated = [...customers.values()].filter(({ id }) => !isHeldOut(simulatedPolicy.holdout, id));
  return {
    name: shop.name,
    about: shop.about,
    from: shop.from,
    to: shop.to,
    orders: shop.orders.filter(({ day }) => day >= shop.from && day < shop.to).length,
    customers: customers.size,
    heldOutCustomers: customers.size - treated.length,
    plans: ledger.plans,
    rulesVersion: rules.ruleSet.version,
    fingerprint: ledger.fingerprint(),
    firstDaysFingerprint,
    rules: tallies.map((tally) => ({
      rule: tally.care.rule.name,
      purpose: tally.care.params.purpose,
      occasions: tally.occasions.size,
      ends: countOf(Array.from(tally.occasions.values(), ({ end }) => end)),
      receipts: Object.fromEntries(tally.receipts),
      withdrawals: Object.fromEntries(tally.withdrawals),
    })),
    capsFilledBy: Object.entries(filledBy)
      .map(([rule, count]) => ({ rule, occasions: count }))
      .sort((one, other) => other.occasions - one.occasions || (one.rule < other.rule ? -1 : 1)),
    gaveWay: {
      occasions: gaveWay.length,
      lost: gaveWay.filter(({ end }) => end === 'outranked').length,
    },
    volume: messageVolume(messages, treated, calendar.startOfDay(shop.from)),
    checks: await checksOf(result),
  };
}

/** The line of a report that tells whether it is up to date: what the rules and the planner made of the first days. */
export function firstDaysLine(fingerprint: string): string {
  return `SHA-256 of all plans of the first ${FIRST_DAYS} days: \`${fingerprint}\``;
}

function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
