import { type EpochMillis, epochMillisOf, instantOf } from '@aftercare/core';
import {
  type CareAction,
  type CareHistoryEntry,
  type CareWithdrawal,
  careHistoryEntry,
} from '@aftercare/lifecycle';
import { chance } from '../life/chance.js';

/** The share of messages that a channel cannot deliver. */
export const FAILING_SHARE = 0.02;

/** What left the outbox. */
export interface Delivery {
  readonly action: CareAction;
  readonly status: 'sent' | 'failed';
}

/** Holds actions until they are due, and records what became of each, one entry an action, as a shop's table would. */
export class Outbox {
  readonly #waiting = new Map<string, { readonly action: CareAction; readonly due: EpochMillis }>();
  /** By customer, by action. */
  readonly #history = new Map<string, Map<string, CareHistoryEntry>>();
  /** The values of the same, made when they are asked for. */
  readonly #lists = new Map<string, readonly CareHistoryEntry[]>();

  /** How many actions wait to be sent. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** The customers for whom something waits to be sent. */
  customersWaiting(): ReadonlySet<string> {
    return new Set(Array.from(this.#waiting.values(), ({ action }) => action.customerId));
  }

  historyOf(customerId: string): readonly CareHistoryEntry[] {
    const known = this.#lists.get(customerId) ?? [...(this.#history.get(customerId)?.values() ?? [])];
    this.#lists.set(customerId, known);
    return known;
  }

  plan(action: CareAction, now: EpochMillis): void {
    this.#waiting.set(action.id, { action, due: millisOf(action.dueAt) });
    this.#record(action.customerId, careHistoryEntry(action, 'planned', instantOf(now)));
  }

  /** Records what would have been sent to somebody in a control group, at the moment at which it would have been. */
  holdOut(action: CareAction): void {
    this.#record(action.customerId, careHistoryEntry(action, 'held_out', action.dueAt));
  }

  withdraw({ actionId, customerId }: CareWithdrawal, now: EpochMillis): void {
    this.#waiting.delete(actionId);
    const planned = this.#history.get(customerId)?.get(actionId);
    if (planned === undefined) throw new RangeError(`${actionId} is withdrawn and was never planned.`);
    this.#record(customerId, { ...planned, status: 'withdrawn', at: instantOf(now) });
  }

  /** Sends what has come due by an instant (included), each at the moment at which it was due; a few fail. */
  deliver(now: EpochMillis): readonly Delivery[] {
    const due = [...this.#waiting.values()]
      .filter((each) => each.due <= now)
      .sort((one, other) => one.due - other.due || (one.action.id < other.action.id ? -1 : 1));
    return due.map(({ action }) => {
      const status = chance('fails', action.id) < FAILING_SHARE ? 'failed' : 'sent';
      this.#waiting.delete(action.id);
      this.#record(action.customerId, careHistoryEntry(action, status, action.dueAt));
      return { action, status };
    });
  }

  #record(customerId: string, entry: CareHistoryEntry): void {
    const entries = this.#history.get(customerId) ?? new Map<string, CareHistoryEntry>();
    this.#history.set(customerId, entries.set(entry.actionId, entry));
    this.#lists.delete(customerId);
  }
}

function millisOf(instant: string): EpochMillis {
  const millis = epochMillisOf(instant);
  if (millis === undefined) throw new RangeError(`${instant} is no instant.`);
  return millis;
}
