import type { Instant, IssuePath, Money, ShopCalendar } from '@aftercare/core';
import type { FactsOf, JsonValue } from '@aftercare/rules';
import type * as z from 'zod';
import type { Cap, Usage } from '../authority/index.js';
import type { Actor, CounterChange, Counters, EffectRecord } from '../case/index.js';
import type { PolicyDefinition } from '../definition/index.js';
import type { EffectCommand } from './effectCommands.js';

/** What a schema gives, for reading only. */
export type ReadonlyOutput<Schema extends z.ZodType> = FactsOf<{ readonly schema: Schema }>;

/** The names and schemas of a kind: all that crosses JSON. */
export interface KindShape {
  /** In snake_case. */
  readonly name: string;
  /** Raised by one when code of the kind decides differently; it is part of the version of each of its policies. */
  readonly revision: number;
  /** What a definition may set, beside states, transitions and deadlines. */
  readonly settings: z.ZodObject;
  /** The data of a case. */
  readonly data: z.ZodObject;
  /** Facts that the host gives with each decision, for guards and for code. */
  readonly facts: z.ZodObject;
  /** Facts that the kind derives from case, command and facts of the host, for guards. */
  readonly caseFacts: z.ZodObject;
  /** Parameters of each command, the opening one included. */
  readonly commands: Readonly<Record<string, z.ZodObject>>;
  /** What each event keeps: taken from the command's parameters and from calculators, by name. */
  readonly events: Readonly<Record<string, z.ZodObject>>;
  readonly effects: Readonly<Record<string, EffectShape>>;
  /** By the name of the grant: the action of the authority matrix that it falls under. */
  readonly grants: Readonly<Record<string, string>>;
  /** The reasons for which a definition may ask for evidence. Default: any. */
  readonly reasons?: readonly string[];
  /** Integers that are counted, by name: for the case as a whole or for each line. */
  readonly counters: Readonly<Record<string, 'case' | 'line'>>;
}

/** An effect that a kind can have. */
export interface EffectShape {
  readonly params: z.ZodObject;
  /**
   * `awaited`: the case cannot go on without its outcome, so a definition must say what follows on both. `noted`: the
   * outcome is only kept.
   */
  readonly outcome: 'awaited' | 'noted';
  /**
   * The grant of the kind that it spends: by it money, goods or a favour leave the shop. `verifyPolicy` finds steps of a
   * definition that have it without that grant. Default: none; it gives nothing away.
   */
  readonly spends?: string;
}

type Output<Schema> = Schema extends z.ZodType ? ReadonlyOutput<Schema> : never;

/** The settings of a kind, as a definition gives them. */
export type SettingsOf<Shape extends KindShape> = ReadonlyOutput<Shape['settings']>;
/** The data of a kind's cases. */
export type DataOf<Shape extends KindShape> = ReadonlyOutput<Shape['data']>;
/** The facts that a host gives for decisions about a kind's cases. */
export type HostFactsOf<Shape extends KindShape> = ReadonlyOutput<Shape['facts']>;

/** The commands of a kind with their parameters, and those that report how effects turned out. */
export type KindCommand<Shape extends KindShape> =
  | {
      readonly [Name in keyof Shape['commands'] & string]: {
        readonly type: Name;
        readonly params: Output<Shape['commands'][Name]>;
      };
    }[keyof Shape['commands'] & string]
  | EffectCommand;

/** Without an index signature, which the schema of an empty object has, and which would forbid all names. */
type Named<Values> = { readonly [Name in keyof Values as string extends Name ? never : Name]: Values[Name] };

type Every<Union> = (Union extends unknown ? (member: Union) => void : never) extends (
  member: infer Intersection,
) => void
  ? Intersection
  : never;

/** Everything that events of a kind keep, under one roof: calculators give parts of it. */
export type ValuesOf<Shape extends KindShape> = Partial<
  Every<{ [Name in keyof Shape['events']]: Named<Output<Shape['events'][Name]>> }[keyof Shape['events']]>
>;

/** What code of a kind sees when a command is decided. */
export interface View<Shape extends KindShape = KindShape> {
  readonly caseId: string;
  readonly state: string;
  /** Calculators and facts see the data before the command, grants, effects and anchors the data after it. */
  readonly data: DataOf<Shape>;
  readonly counters: Counters;
  readonly command: KindCommand<Shape>;
  readonly actor: Actor;
  /** The actor's role, or the one delegated to them. */
  readonly role: string;
  readonly now: Instant;
  /** Facts that the host gives. */
  readonly facts: HostFactsOf<Shape>;
  /** What was granted so far, this case included. */
  readonly usage: Usage;
  readonly settings: SettingsOf<Shape>;
  /** What calculators have given so far. */
  readonly values: ValuesOf<Shape>;
  /** The effect that the command is about, if it reports an outcome or tries again. */
  readonly effect: EffectRecord | undefined;
  /** All effects of the case so far. */
  readonly effects: readonly EffectRecord[];
  /** The role that could grant what is asked for: only where a transition asks; null when nobody can. */
  readonly approver: string | null;
  /** Fresh ids from the host. */
  readonly ids: readonly string[];
  /** The place of a role in the authority matrix, from 0; -1 for parties. */
  rankOf(role: string): number;
  /** The rank of the highest role of the authority matrix. */
  readonly highestRank: number;
  /** A calendar by its name. */
  calendar(name: string): ShopCalendar;
}

/** The order and customer that a case is about. */
export interface CaseSubject {
  readonly orderId: string;
  readonly customerId: string;
  /** What was paid for the order: percentages are of it, and its currency is that of the case. */
  readonly paid: Money;
}

/** The evidence that a case has, and for which reason. */
export interface EvidenceGiven {
  readonly reason: string;
  readonly provided: readonly string[];
}

// The functions below are written as methods, so that a kind of one shape can be used where the shape does not matter.

/** What a kind computes: pure functions, called by name out of definitions. */
export interface KindBehaviour<Shape extends KindShape> {
  /** The data of a new case; the command is the opening one. */
  open(view: Omit<View<Shape>, 'data' | 'counters'>): DataOf<Shape>;
  subject(data: DataOf<Shape>): CaseSubject;
  /** Keys of budgets of the kind's own, which caps of its grants may name. */
  budgets?(data: DataOf<Shape>): readonly string[];
  /** For each event, the data after it. */
  readonly apply: {
    readonly [Name in keyof Shape['events']]: Reducer<DataOf<Shape>, Output<Shape['events'][Name]>>['apply'];
  };
  /** For events that count something: what. */
  readonly count?: {
    readonly [Name in keyof Shape['events']]?: Counting<
      DataOf<Shape>,
      Output<Shape['events'][Name]>
    >['count'];
  };
  readonly caseFacts: {
    readonly [Name in keyof HostShape<Shape['caseFacts']>]: Reader<
      Shape,
      HostShape<Shape['caseFacts']>[Name]
    >['read'];
  };
  readonly calculators: Readonly<Record<string, Calculator<Shape>>>;
  /** For each effect, its parameters, once for each time that it is to be done. */
  readonly effects: {
    readonly [Name in keyof Shape['effects']]: Reader<
      Shape,
      readonly Partial<Output<Shape['effects'][Name]['params']>>[]
    >['read'];
  };
  readonly grants: { readonly [Name in keyof Shape['grants']]: Grant<Shape> };
  /**
   * Instants from which deadlines may count, by name; null: not known yet, so the deadline does not run. A deadline that
   * has come due begins anew when its anchor moves to a later instant.
   */
  readonly anchors?: Readonly<Record<string, Reader<Shape, Instant | null>['read']>>;
  /** The evidence given, command included, where a definition asks for some. */
  evidence?(view: View<Shape>): EvidenceGiven;
  readonly samples: KindSamples<Shape>;
  /** The settings that name a calendar: `loadPolicy` looks for it. Default: none. */
  readonly calendarSettings?: readonly (keyof SettingsOf<Shape> & string)[];
  /** What definitions of this kind must keep to beyond what `verifyPolicy` looks at for all. */
  verify?(definition: PolicyDefinition<SettingsOf<Shape>>): readonly KindFinding[];
}

/**
 * What a transition grants, or asks to have granted. A part is asked for only where it is needed: whether an approval is
 * there depends on its id, and no amount is worked out for that.
 */
export interface Grant<Shape extends KindShape = KindShape> {
  /** Tells apart what one case grants: `compensation`, or the number of a settlement. */
  id(view: View<Shape>): string;
  /** All that matters about it: what differs in any way needs a new approval. */
  subject(view: View<Shape>): JsonValue;
  /** Zero or more; zero needs nobody's authority. */
  amount(view: View<Shape>): Money;
  /** Bounds beside those of the authority matrix, shared by all cases under a key: what was paid for the order, say. */
  caps?(view: View<Shape>): readonly Cap[];
}

/** Something that a kind finds wrong in a definition. */
export interface KindFinding {
  readonly path: IssuePath;
  readonly texts: { readonly en: string; readonly 'zh-CN': string };
}

type HostShape<Schema extends z.ZodType> = ReadonlyOutput<Schema>;

interface Reducer<Data, Payload> {
  apply(data: Data, payload: Payload, at: Instant): Data;
}

interface Counting<Data, Payload> {
  count(payload: Payload, data: Data): readonly CounterChange[];
}

interface Reader<Shape extends KindShape, Value> {
  read(view: View<Shape>): Value;
}

/** Computes part of what an event keeps. */
export interface Calculator<Shape extends KindShape> {
  /** The names of the values that it gives, always all of them. */
  readonly gives: readonly (keyof ValuesOf<Shape> & string)[];
  of(view: View<Shape>): ValuesOf<Shape>;
}

/** Small data with which `verifyPolicy` and tests explore what cases of a kind can do. */
export interface KindSamples<Shape extends KindShape> {
  readonly facts: HostFactsOf<Shape>;
  /** Parameters of the opening command. */
  readonly opening: readonly object[];
  /** For a case, parameters to try, by command; those of outcomes of effects are known to the kernel. */
  commands(data: DataOf<Shape>, counters: Counters): Readonly<Record<string, readonly object[]>>;
}

/** A kind of case: what programmers write, and definitions choose from. */
export interface Kind<Shape extends KindShape = KindShape> {
  readonly shape: Shape;
  readonly behaviour: KindBehaviour<Shape>;
}
