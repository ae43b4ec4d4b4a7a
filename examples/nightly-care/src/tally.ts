import type { CarePlan } from '@aftercare/lifecycle';

/** What a night came to so far. Plain JSON, since it is kept with the progress of the night. */
export interface Tally {
  customers: number;
  /** Actions by rule. */
  planned: Record<string, number>;
  /** Rules that fired and led to nothing, by reason. */
  suppressed: Record<string, number>;
  /** Earlier actions that must not be sent any more, by reason. */
  withdrawn: Record<string, number>;
}

export const emptyTally = (): Tally => ({ customers: 0, planned: {}, suppressed: {}, withdrawn: {} });

/** Counts a plan. */
export function addPlan(tally: Tally, { receipts, withdrawals }: CarePlan): void {
  tally.customers++;
  for (const { rule, outcome } of receipts) {
    if (outcome.kind === 'planned') count(tally.planned, rule);
    else count(tally.suppressed, outcome.reason);
  }
  for (const { reason } of withdrawals) count(tally.withdrawn, reason);
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** The tally as text. */
export function formatTally({ customers, ...counted }: Tally): string {
  const titles = { planned: 'planned', suppressed: 'not planned, and why', withdrawn: 'withdrawn, and why' };
  const parts = (['planned', 'suppressed', 'withdrawn'] as const).map((part) => {
    const rows = Object.entries(counted[part]).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const total = rows.reduce((sum, [, number]) => sum + number, 0);
    return [
      `  ${String(total).padStart(5)}  ${titles[part]}`,
      ...rows.map(([key, n]) => `${String(n).padStart(11)}  ${key}`),
    ];
  });
  return [`  ${String(customers).padStart(5)}  customers looked at`, ...parts.flat()].join('\n');
}
