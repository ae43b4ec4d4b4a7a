import type { Instant, Money } from '@aftercare/core';
import type { JsonRecord, JsonValue } from '@aftercare/rules';
import type { Actor } from './actor.js';

/** What somebody wants done. A host that repeats a command, after a crash say, repeats it under the same id. */
export interface Command<Type extends string = string, Params = unknown> {
  /** Chosen by whoever sends it; one id, one effect. */
  readonly id: string;
  /** Imperative: `propose`, `accept`. */
  readonly type: Type;
  readonly params: Params;
  /** The version of the case that the sender has seen; if it has moved on, the command is refused as stale. */
  readonly expectedVersion?: number;
}

/** A command as the case remembers it, to know it again. */
export interface RecordedCommand {
  readonly id: string;
  readonly type: string;
  readonly params: JsonValue;
  readonly by: Actor;
}

/** A deadline that runs in a case. */
export interface Deadline {
  readonly name: string;
  /** When it comes due. */
  readonly dueAt: Instant;
  /** Reminders that have not been given yet, by their place in the definition. */
  readonly reminders: readonly { readonly index: number; readonly dueAt: Instant }[];
  /** Whether it has come due and been dealt with. */
  readonly spent: boolean;
}

/** An amount that is taken from a budget until it is paid or given back. */
export interface Hold {
  readonly key: string;
  readonly amount: number;
}

/** Somebody asked for more than they may grant. */
export interface ApprovalRequest {
  /** The grant of the kind that is asked for. */
  readonly grant: string;
  readonly id: string;
  /** Exactly what was asked for. */
  readonly subject: JsonValue;
  readonly amount: Money;
  readonly askedBy: Actor;
  readonly at: Instant;
}

/** Something was granted, by own authority or to somebody who had asked. */
export interface Approval {
  readonly grant: string;
  /** What it grants, where one case grants several things; a new approval of the same id takes its place. */
  readonly id: string;
  /** Exactly what was granted; what differs from it in any way is not covered. */
  readonly subject: JsonValue;
  readonly action: string;
  readonly amount: Money;
  readonly grantedBy: Actor;
  /** The role whose authority it was; a party where the grant stood outside the shop's authority. */
  readonly role: string;
  readonly askedBy: Actor;
  readonly policyVersion: string;
  readonly at: Instant;
  /** From this instant on it is void; null: never. */
  readonly expiresAt: Instant | null;
  /** What it takes from budgets. */
  readonly holds: readonly Hold[];
  /** `held` until it is paid (`committed`) or given back (`released`). */
  readonly status: 'held' | 'committed' | 'released';
}

/** Something that the host must do, once. */
export interface Effect<Type extends string = string, Params = JsonRecord> {
  /** Case, sequence and index: whoever carries it out keeps the key and does nothing twice. */
  readonly key: string;
  readonly type: Type;
  readonly params: Params;
  /** From 1; higher when a failed effect is tried again under the same key. */
  readonly attempt: number;
}

/** An effect as the case follows it. */
export interface EffectRecord extends Effect {
  readonly status: 'pending' | 'succeeded' | 'failed';
}

/** Integers that are counted in a case: for the case as a whole, and for each line (of an order, say) by its id. */
export interface Counters {
  readonly case: Readonly<Record<string, number>>;
  readonly lines: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A case: plain JSON, changed by events only. */
export interface Case<Data = JsonRecord> {
  readonly id: string;
  /** The name of its policy. */
  readonly policy: string;
  /** The version of the policy under which it is decided. */
  readonly policyVersion: string;
  readonly state: string;
  /** The sequence number of its last event; 0 before the first. */
  readonly version: number;
  readonly data: Data;
  readonly counters: Counters;
  readonly deadlines: readonly Deadline[];
  readonly requests: readonly ApprovalRequest[];
  readonly approvals: readonly Approval[];
  readonly effects: readonly EffectRecord[];
  /** The command of each event, in order. */
  readonly commands: readonly RecordedCommand[];
  readonly openedAt: Instant;
  readonly changedAt: Instant;
}
