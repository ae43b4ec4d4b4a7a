import type { TierAssessment, TierState } from './tierAssessment.js';
import type { TierCriterion } from './tierRules.js';

const CRITERIA: readonly TierCriterion[] = ['base', 'amount', 'purchases', 'granted'];
const CHANGES: readonly TierAssessment['change'][] = [null, 'risen', 'fallen'];

/** The tiers of many customers by their number: 27 bytes each, where objects would take hundreds. */
export class TierColumns {
  readonly count: number;
  readonly #rank: Uint8Array;
  readonly #by: Uint8Array;
  readonly #change: Uint8Array;
  readonly #since: Int32Array;
  readonly #until: Int32Array;
  readonly #amountMinor: Float64Array;
  readonly #purchases: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.#rank = new Uint8Array(count);
    this.#by = new Uint8Array(count);
    this.#change = new Uint8Array(count);
    this.#since = new Int32Array(count);
    this.#until = new Int32Array(count);
    this.#amountMinor = new Float64Array(count);
    this.#purchases = new Float64Array(count);
  }

  write(customer: number, state: TierState): void {
    this.#rank[customer] = state.rank;
    this.#by[customer] = CRITERIA.indexOf(state.by);
    this.#change[customer] = CHANGES.indexOf(state.change);
    this.#since[customer] = state.since;
    this.#until[customer] = state.until;
    this.#amountMinor[customer] = state.amountMinor;
    this.#purchases[customer] = state.purchases;
  }

  rankOf(customer: number): number {
    return this.#rank[customer] ?? 1;
  }

  read(customer: number): TierState {
    return {
      rank: this.rankOf(customer),
      by: CRITERIA[this.#by[customer] ?? 0] ?? 'base',
      change: CHANGES[this.#change[customer] ?? 0] ?? null,
      since: this.#since[customer] ?? 0,
      until: this.#until[customer] ?? 0,
      amountMinor: this.#amountMinor[customer] ?? 0,
      purchases: this.#purchases[customer] ?? 0,
    };
  }
}
