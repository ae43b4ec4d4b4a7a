import { type EpochMillis, epochMillisOf, type Instant } from '@aftercare/core';
import type { AuthorityLimit, AuthorityMatrix, MostGranted } from './matrix.js';

/** How long a budget lasts before it begins anew. */
export type Period = 'day' | 'month' | 'year';

/** The day, month or year of a calendar that an instant lies in: `2026-03-02`, `2026-03`, `2026`. */
export type WindowOf = (period: Period, millis: EpochMillis) => string;

/** A budget that grants are counted in: what is counted together, for whom, and how long. */
export interface Budget {
  readonly per: Exclude<AuthorityLimit['per'], 'grant'>;
  readonly period: Period | undefined;
  /** Begins the key of the budget at an instant; the id of the order, customer, actor or shop ends it. */
  headAt(millis: EpochMillis): string;
  /** Its place among the budgets of the scheme. */
  readonly place: number;
  /** The currency that it counts; `order`: that of the order. Or it counts grants. */
  readonly unit: { readonly currency: string } | 'order' | 'count';
}

/** A limit of a role, with those that stand in its place for a time. */
export interface RoleLimit {
  /** The budget that it bounds; absent: one grant. */
  readonly budget?: Budget;
  readonly lasting?: MostGranted;
  readonly temporary: readonly {
    readonly from: EpochMillis;
    readonly to: EpochMillis;
    readonly most: MostGranted;
  }[];
}

/** What bounds grants of one action in cases of one policy. */
export interface AuthorityScheme {
  /** Every budget that any role is bounded by. A grant is counted in all of them, whoever makes it. */
  readonly budgets: readonly Budget[];
  readonly limits: ReadonlyMap<string, readonly RoleLimit[]>;
}

/** What a limit is about, apart from its role: two limits that count the same have the same text. */
export function identityOf({ per, period, actions, policies, most }: AuthorityLimit): string {
  const list = (codes: readonly string[] | undefined) =>
    codes === undefined ? '*' : [...codes].sort().join('+');
  const unit = 'currency' in most ? most.currency : 'count' in most ? 'count' : 'percent';
  return `${per}|${period ?? ''}|${list(policies)}|${list(actions)}|${unit}`;
}

/** What the limits of a matrix say about an action in cases of a policy. */
export function schemeOf(
  matrix: AuthorityMatrix,
  policy: string,
  action: string,
  windowOf: WindowOf,
): AuthorityScheme {
  const concerned = matrix.limits.filter(
    ({ actions, policies }) => (actions?.includes(action) ?? true) && (policies?.includes(policy) ?? true),
  );
  const budgets = new Map<string, Budget>();
  const limits = new Map<string, Map<string, RoleLimit>>();
  for (const limit of concerned) {
    const identity = identityOf(limit);
    const budget = budgets.get(identity) ?? budgetOf(limit, { identity, place: budgets.size, windowOf });
    if (budget !== undefined) budgets.set(identity, budget);
    const ofRole = limits.get(limit.role) ?? new Map<string, RoleLimit>();
    limits.set(limit.role, ofRole);
    const known = ofRole.get(identity) ?? { ...(budget === undefined ? {} : { budget }), temporary: [] };
    ofRole.set(identity, withLimit(known, limit));
  }
  return {
    budgets: [...budgets.values()],
    limits: new Map([...limits].map(([role, ofRole]) => [role, [...ofRole.values()]])),
  };
}

function budgetOf(
  { per, period, most }: AuthorityLimit,
  { identity, place, windowOf }: { identity: string; place: number; windowOf: WindowOf },
): Budget | undefined {
  if (per === 'grant') return undefined;
  const unit = 'currency' in most ? { currency: most.currency } : 'count' in most ? 'count' : 'order';
  return { per, period, headAt: headOf(identity, period, windowOf), unit, place };
}

/** Keeps the head of the last window asked for: mostly it is this day's or month's again. */
function headOf(identity: string, period: Period | undefined, windowOf: WindowOf): Budget['headAt'] {
  if (period === undefined) return () => `${identity}||`;
  let known = '';
  let head = '';
  return (millis) => {
    const window = windowOf(period, millis);
    if (window !== known) {
      known = window;
      head = `${identity}|${window}|`;
    }
    return head;
  };
}

function withLimit(known: RoleLimit, { valid, most }: AuthorityLimit): RoleLimit {
  if (valid === undefined) return { ...known, lasting: most };
  const temporary = { from: millis(valid.from), to: millis(valid.to), most };
  return { ...known, temporary: [...known.temporary, temporary] };
}

/** The schema has checked the instant. */
function millis(instant: Instant): EpochMillis {
  return epochMillisOf(instant) ?? Number.NaN;
}

/** The limit in force at an instant: one that is for this time, the last one if there are several, or the lasting one. */
export function mostAt({ lasting, temporary }: RoleLimit, now: EpochMillis): MostGranted | undefined {
  let most = lasting;
  for (const { from, to, most: exceptional } of temporary) if (from <= now && now < to) most = exceptional;
  return most;
}
