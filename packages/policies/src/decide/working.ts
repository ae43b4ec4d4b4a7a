import {
  AftercareError,
  coreIssues,
  type EpochMillis,
  epochMillisOf,
  type Instant,
  showValue,
} from '@aftercare/core';
import { standingOf } from '../authority/index.js';
import type { Actor, Case, Counters, EffectRecord, RecordedCommand } from '../case/index.js';
import type { KindShape, View } from '../kind/index.js';
import type { InstantReader, Policy } from '../policy/index.js';
import type { Context } from './decision.js';

/** Makes fields writable that are read-only to others. */
type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * The view while a command is decided: the kernel moves it on from the data before the command to the data after it.
 * One object and not a copy for each step, which would cost more than the steps.
 */
export type WorkingView = Writable<Omit<View, 'values'>> & { values: Readonly<Record<string, unknown>> };

/** A command under decision. */
export interface Working {
  readonly policy: Policy;
  readonly current: Case;
  /** As the case will remember it. */
  readonly command: RecordedCommand;
  /** The instant of the view in milliseconds. */
  readonly millis: EpochMillis;
  readonly view: WorkingView;
  /** The id of the event that it would cause; keys of effects begin with it. */
  readonly eventId: string;
  /** Whether the command opens the case. */
  readonly isOpening: boolean;
  /** The deadline in whose name the clock acts. */
  readonly spent: string | undefined;
}

/** A command as the case remembers it; its schema has made JSON of what came as its parameters. */
export function recorded(id: string, type: string, params: unknown, by: Actor): RecordedCommand {
  return { id, type, params: params as RecordedCommand['params'], by };
}

/**
 * A command under decision, with the view before it.
 *
 * @param spent - the deadline in whose name the clock acts
 */
export function workingOf(
  policy: Policy,
  current: Case,
  command: RecordedCommand,
  view: WorkingView,
  { isOpening = false, spent }: { readonly isOpening?: boolean; readonly spent?: string | undefined } = {},
): Working {
  const millis = millisOf(view.now, policy.machine.readNow);
  const eventId = `${current.id}/${current.version + 1}`;
  return { policy, current, command, millis, view, eventId, isOpening, spent };
}

/** The view before a command. */
export function viewOf(
  policy: Policy,
  current: Case,
  command: RecordedCommand,
  context: Context,
  role: string,
  effect: EffectRecord | undefined,
): WorkingView {
  return {
    caseId: current.id,
    state: current.state,
    data: current.data,
    counters: current.counters,
    // The type of the command has been looked up and its parameters parsed.
    command: command as View<KindShape>['command'],
    actor: context.actor,
    role,
    now: context.now,
    facts: context.facts as View['facts'],
    usage: context.usage,
    settings: policy.definition.settings,
    values: NO_VALUES,
    effect,
    effects: current.effects,
    approver: null,
    ids: context.ids ?? NO_IDS,
    rankOf: policy.authority.rankOf,
    highestRank: policy.authority.matrix.roles.length - 1,
    calendar: policy.machine.calendar,
  };
}

const NO_IDS: readonly string[] = Object.freeze([]);
/** No calculator has given anything yet. */
export const NO_VALUES: Readonly<Record<string, unknown>> = Object.freeze({});

/** The role that counts for whoever acts; `undefined` when they act for somebody who has lent them no authority. */
export function roleOf({ authority }: Policy, context: Context): string | undefined {
  const { actor } = context;
  if (actor.onBehalfOf === undefined) return actor.role;
  return standingOf(actor, authority.matrix, millisOf(context.now))?.role;
}

/** The milliseconds of an instant of the host's. */
export function millisOf(now: Instant, read: InstantReader = epochMillisOf): EpochMillis {
  const millis = read(now);
  if (millis !== undefined) return millis;
  throw new AftercareError([coreIssues.create('invalid_instant', ['now'], { received: showValue(now) })]);
}

/** Begins an attempt: the view as it was before the command. */
export function rewind({ view, current }: Working, data: Case['data'], counters: Counters): void {
  view.state = current.state;
  view.data = data;
  view.counters = counters;
  view.values = NO_VALUES;
  view.approver = null;
}
