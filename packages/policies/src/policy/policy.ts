import type { EpochMillis, Instant, ShopCalendar } from '@aftercare/core';
import type { RuleSet } from '@aftercare/rules';
import type * as z from 'zod';
import type { Authority, AuthorityScheme } from '../authority/index.js';
import type { Deadline } from '../case/index.js';
import type { PolicyDefinition } from '../definition/index.js';
import type { Calculator, Grant, Kind, KindBehaviour, KindShape, SettingsOf, View } from '../kind/index.js';
import type { Texts } from '../texts/index.js';
import type { InstantReader } from './instantReader.js';

/** The calendars that durations name. */
export type Calendars = Readonly<Record<string, ShopCalendar>>;

/** A definition bound to its kind, to an authority matrix and to calendars: checked, and ready to decide cases. */
export interface Policy<Shape extends KindShape = KindShape> {
  readonly name: string;
  /** SHA-256 over all that decides in the definition, and the kind's revision. */
  readonly version: string;
  readonly kind: Kind<Shape>;
  readonly definition: PolicyDefinition<SettingsOf<Shape>>;
  readonly authority: Authority;
  readonly calendars: Calendars;
  /**
   * What decisions run on, made of the above.
   *
   * @internal
   */
  readonly machine: Machine;
}

/** A policy in the form in which it is fast to decide. */
export interface Machine {
  readonly opening: CommandGroup;
  readonly states: ReadonlyMap<string, CompiledState>;
  readonly commands: ReadonlyMap<string, z.ZodType>;
  readonly deadlines: readonly CompiledDeadline[];
  readonly hasAnchors: boolean;
  /** A calendar by its name. */
  calendar(name: string): ShopCalendar;
  readonly approvalsEnd: ((millis: EpochMillis) => Instant) | undefined;
  /** Reads the instant at which a command is judged. */
  readonly readNow: InstantReader;
  /** Reads the instant at which an approval ends. */
  readonly readExpiry: InstantReader;
}

export interface CompiledState {
  readonly name: string;
  readonly isFinal: boolean;
  /** Those that run in it, in the order of the definition. */
  readonly deadlines: readonly CompiledDeadline[];
  /** By command; those about effects by `command:effect`. */
  readonly commands: ReadonlyMap<string, CommandGroup>;
  /** Those about effects again, by command and effect: to put a key together costs more than to look twice. */
  readonly aboutEffects: ReadonlyMap<string, ReadonlyMap<string, CommandGroup>>;
}

/** The transitions of one state and command. */
export interface CommandGroup {
  readonly transitions: readonly CompiledTransition[];
  /** A rule for each transition, at the same place; absent when none has a guard. */
  readonly guards: RuleSet<Readonly<Record<string, unknown>>> | undefined;
  readonly facts: readonly FactReader[];
}

/** Reads a fact that guards ask for. */
export interface FactReader {
  readonly name: string;
  read(view: View): unknown;
}

export interface CompiledTransition {
  readonly name: string;
  readonly because: Texts;
  /** Roles and parties that may give the command. */
  readonly by: ReadonlySet<string>;
  /** The same as the definition names them: the lowest role, without those above it. */
  readonly byNamed: readonly string[];
  readonly guardNames: readonly string[];
  readonly needsEvidence: boolean;
  readonly calculators: readonly Calculator<KindShape>[];
  readonly event: string;
  readonly eventKeys: readonly EventKey[];
  /** The data after the event, and what it counts. */
  readonly reduce: KindBehaviour<KindShape>['apply'][string] | undefined;
  readonly count: NonNullable<KindBehaviour<KindShape>['count']>[string];
  /** Absent: the state stays. */
  readonly to: string | undefined;
  readonly effects: readonly CompiledEffect[];
  readonly grant: CompiledGrant | undefined;
  readonly requires: CompiledGrantUse | undefined;
  readonly commits: CompiledGrantUse | undefined;
  readonly releases: CompiledGrantUse | undefined;
}

/** A value that an event keeps. */
interface EventKey {
  readonly name: string;
  /** Whether a calculator of the transition gives it, and not the command. */
  readonly isCalculated: boolean;
}

export interface CompiledGrantUse {
  readonly name: string;
  readonly action: string;
  /** What bounds the action in cases of this policy. */
  readonly scheme: AuthorityScheme;
  readonly grant: Grant;
}

export interface CompiledGrant extends CompiledGrantUse {
  readonly mode: 'asks' | 'grants' | 'approves';
}

export interface CompiledEffect {
  readonly type: string;
  /** Parameters that the definition gives, with their names. */
  readonly fixed: readonly (readonly [string, unknown])[];
  compute(view: View): readonly object[];
}

export interface CompiledDeadline {
  readonly name: string;
  readonly while: ReadonlySet<string>;
  readonly anchor: ((view: View) => Instant | null) | undefined;
  /** The deadline as it runs when it begins at an instant. */
  begin(millis: EpochMillis): Deadline;
  readonly command: string;
  readonly params: object;
  /** The effects of each reminder. */
  readonly reminders: readonly (readonly CompiledEffect[])[];
  readonly because: Texts;
}
