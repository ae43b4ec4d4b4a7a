import type { Instant } from '@aftercare/core';
import type { JsonRecord } from '@aftercare/rules';
import type { Assessment, Reservation, Usage } from '../authority/index.js';
import type { Actor, Case, CaseEvent, Command, Effect } from '../case/index.js';
import type { KindCommand, KindShape, ReadonlyOutput } from '../kind/index.js';
import type { Refusal } from '../refusal/index.js';
import type { Texts } from '../texts/index.js';

/** All that a decision depends on, beside policy, case and command. Nothing is read from elsewhere. */
export interface Context<Facts = object> {
  readonly now: Instant;
  readonly actor: Actor;
  /** What was granted so far, for the keys of {@link usageKeys}. */
  readonly usage: Usage;
  /** Facts of order and customer, as the kind declares them. */
  readonly facts: Facts;
  /** Fresh ids for what the command creates, where a kind needs some. */
  readonly ids?: readonly string[];
}

/** The context in which a case is opened: its first id becomes the id of the case. */
export interface OpenContext<Facts = object> extends Context<Facts> {
  readonly ids: readonly [string, ...string[]];
}

/** A command of a kind. */
export type CommandOf<Shape extends KindShape> = KindCommand<Shape> & Pick<Command, 'id' | 'expectedVersion'>;

/** What a host is to do for cases of a kind: a type of effect, with the parameters of that type. */
export type EffectOf<Shape extends KindShape> = {
  readonly [Type in keyof Shape['effects'] & string]: Effect<
    Type,
    ReadonlyOutput<Shape['effects'][Type]['params']>
  >;
}[keyof Shape['effects'] & string];

/** Why a command was accepted: which transition, by which conditions, from which facts. */
export interface Receipt {
  readonly policy: string;
  readonly policyVersion: string;
  readonly transition: string;
  readonly because: Texts;
  /** The guards that held. */
  readonly guards: readonly string[];
  /** The facts that guards read. */
  readonly facts: JsonRecord;
  /** By whose authority something was granted, or would be; null where nothing was. */
  readonly assessment: Assessment | null;
}

/** A command that is accepted: what happened, what is to be done, and what the case is then. */
export interface Accepted<Data = JsonRecord, ToDo = Effect> {
  readonly ok: true;
  readonly duplicateOf?: undefined;
  /** To be committed together with the reservations and effects, or not at all. */
  readonly events: readonly CaseEvent[];
  readonly next: Case<Data>;
  readonly effects: readonly ToDo[];
  readonly reservations: readonly Reservation[];
  readonly receipt: Receipt;
}

/** A command that the case has had before: nothing more happens. */
export interface Repeated<Data = JsonRecord> {
  readonly ok: true;
  /** The sequence number of the event that the command caused. */
  readonly duplicateOf: number;
  readonly events: readonly [];
  readonly next: Case<Data>;
  readonly effects: readonly [];
  readonly reservations: readonly [];
}

/** A command that is refused. Refusals are not remembered: the same command may pass later. */
export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}

/** What comes of a command. */
export type Decision<Data = JsonRecord, ToDo = Effect> = Accepted<Data, ToDo> | Repeated<Data> | Refused;
