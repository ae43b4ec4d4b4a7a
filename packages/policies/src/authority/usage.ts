/** What has been taken from one budget so far. */
export interface UsageEntry {
  /** In minor units, or a count. */
  readonly amount: number;
  /** Raised by the store at every change of the entry. */
  readonly version: number;
}

/**
 * What has been granted so far, by the key of each budget: what the host's store answers for the keys of
 * {@link usageKeys}. A key without an entry has not been used.
 */
export type Usage = Readonly<Record<string, UsageEntry>>;

/**
 * A change of a budget that the host commits together with the events, or not at all. Where `limit` is given, the budget
 * must not pass it; where `usageVersion` is given, the entry must still have that version (0: no entry), else the host
 * decides again with fresh usage.
 */
export interface Reservation {
  readonly key: string;
  /** Negative to give back. */
  readonly amount: number;
  readonly limit?: number;
  readonly usageVersion?: number;
}
