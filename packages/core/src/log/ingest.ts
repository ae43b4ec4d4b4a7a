import { type Order, parseOrder } from '../domain/index.js';
import { AftercareError, showValue } from '../foundation/index.js';
import { type CoreIssue, coreIssues } from '../issues/index.js';

/** What appending an order did: a new row, another content for a known order id, or nothing new. */
export type AppendOutcome = 'added' | 'replaced' | 'unchanged';

/** A record that was not taken, and why. */
export interface RejectedRecord {
  /** Its place in the input, from 0. */
  readonly index: number;
  /** Its `id`, if it has one that is a text. */
  readonly id?: string;
  readonly issues: readonly [CoreIssue, ...CoreIssue[]];
}

/** What became of every record of a bulk ingest: the three numbers and the rejected records make up all of the input. */
export interface IngestReport {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** In the order of the input. */
  readonly rejected: readonly RejectedRecord[];
}

/** Options of a bulk ingest. */
export interface IngestOptions {
  /**
   * `schema`: every record is parsed as an order, whatever it is. `trusted`: the records are orders that were parsed
   * before; only what would corrupt the log is looked at, which is about ten times as fast. Absent: `schema`.
   */
  readonly check?: 'schema' | 'trusted';
}

/** Feeds records to a log one by one and keeps count. */
export class Ingest {
  readonly #append: (order: Order) => AppendOutcome;
  readonly #trusted: boolean;
  readonly #counts = { added: 0, replaced: 0, unchanged: 0 };
  readonly #rejected: RejectedRecord[] = [];
  #index = 0;

  constructor(append: (order: Order) => AppendOutcome, { check = 'schema' }: IngestOptions) {
    if (check !== 'schema' && check !== 'trusted') {
      const details = { received: showValue(check), options: ['schema', 'trusted'] };
      throw new AftercareError([coreIssues.create('not_one_of', ['check'], details)]);
    }
    this.#append = append;
    this.#trusted = check === 'trusted';
  }

  take(record: unknown): void {
    const index = this.#index++;
    if (this.#trusted) {
      // What `trusted` means: the caller says that it is an order.
      this.#takeOrder(index, record as Order);
      return;
    }
    const parsed = parseOrder(record);
    if (parsed.ok) this.#takeOrder(index, parsed.value);
    else this.#reject(index, record, parsed.issues);
  }

  #takeOrder(index: number, order: Order): void {
    try {
      this.#counts[this.#append(order)]++;
    } catch (error) {
      if (!(error instanceof AftercareError)) throw error;
      // A log throws issues of the core only.
      this.#reject(index, order, error.issues as RejectedRecord['issues']);
    }
  }

  report(): IngestReport {
    return { ...this.#counts, rejected: this.#rejected };
  }

  #reject(index: number, record: unknown, issues: RejectedRecord['issues']): void {
    const id: unknown =
      typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;
    this.#rejected.push(typeof id === 'string' ? { index, id, issues } : { index, issues });
  }
}
