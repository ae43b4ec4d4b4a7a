import type { AnyIssue, IssueOf, Money } from '@aftercare/core';
import type { Exceeded, MostBy } from '../authority/index.js';
import type { Texts } from '../texts/index.js';

/** Details of every refusal, by code. */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type RefusalDetails = {
  /** No such command, or its parameters are not what they should be. */
  invalid_command: { readonly issues: readonly AnyIssue[] };
  /** Another command came under this id before. */
  command_id_reused: { readonly sequence: number };
  /** An id of a case, a deadline and an instant: the clock's own commands have such ids. */
  command_id_of_clock: { readonly id: string };
  /** The case is decided under another version of its policy; it can be migrated. */
  other_policy_version: { readonly caseVersion: string; readonly policyVersion: string };
  /** The case has moved on since the sender saw it. */
  stale_version: { readonly expected: number; readonly actual: number };
  /** What was granted so far has changed since it was looked up: decide again. Told by the store, not by `decide`. */
  stale_usage: { readonly keys: readonly string[] };
  /** The case is in a final state. */
  closed: { readonly state: string };
  /** The command has no place in this state. */
  not_in_state: { readonly state: string; readonly possibleIn: readonly string[] };
  /** The actor's role may not give this command. */
  not_authorised: { readonly role: string };
  /** The customer of another case. */
  not_own_case: { readonly customerId: string };
  /** The actor acts for somebody who has lent them no authority at this time. */
  not_delegated: { readonly onBehalfOf: string };
  /** Who asked cannot approve. */
  own_request: {
    readonly askedBy: string;
    /** The role in which somebody else could approve it; null when nobody has the authority. */
    readonly role: string | null;
  };
  evidence_missing: { readonly reason: string; readonly missing: readonly string[] };
  /** A condition does not hold. */
  guard_failed: { readonly guards: readonly string[] };
  /** More than the actor may grant; somebody else may. */
  needs_approval: ApprovalNeeded;
  /** More than anybody may grant. */
  over_limit: OverLimit;
  /** What was approved is not what is to be done now, or the approval has run out. */
  approval_missing: {
    readonly grant: string;
    readonly why: 'none' | 'changed' | 'expired' | 'other_version';
  };
  /** Nobody has asked for exactly this to be approved. */
  nothing_asked: { readonly grant: string };
  /** It would break what the counters of a case must satisfy. */
  invariant_broken: { readonly invariant: string; readonly line: string | null };
  /** The case has no such effect. */
  unknown_effect: { readonly key: string };
  /** The effect has succeeded before, or it did not fail and cannot be tried again. */
  effect_settled: { readonly key: string; readonly status: 'pending' | 'succeeded' | 'failed' };
};

/** How much was to be granted, and how much of it the actor may grant now. */
interface Grantable {
  readonly askedMinor: number;
  readonly mostMinor: number;
  readonly currency: string;
  readonly exceeded: readonly Exceeded[];
}

interface ApprovalNeeded extends Grantable {
  /** The lowest role that may grant it. */
  readonly role: string;
}

interface OverLimit extends Grantable {
  /** The most that anybody above the actor could grant; null where that is no more than the actor may. */
  readonly byMost: MostBy | null;
}

/** The code of a refusal. */
export type RefusalCode = keyof RefusalDetails;

/** A fact as a refusal speaks of it. */
export interface NamedFact {
  readonly fact: string;
  /** What people call it; empty where its kind does not say. */
  readonly title: Texts;
  readonly unit?: string;
  /** What people call its values, where these are codes. */
  readonly values?: Readonly<Record<string, Texts>>;
}

/** A condition that does not hold. */
export interface FailedComparison extends NamedFact {
  /** What the fact says, in English. */
  readonly description: string;
  readonly operator: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

/** A guard that does not hold, with the comparisons that would have to turn for it to hold. */
export interface FailedGuard {
  readonly guard: string;
  readonly otherwise: Texts;
  readonly comparisons: readonly FailedComparison[];
}

/** A transition that was tried, and what it lacks. */
export interface FailedAttempt {
  readonly transition: string;
  readonly because: Texts;
  readonly code: RefusalCode;
  readonly guards: readonly FailedGuard[];
}

/** A role or party that could do it. */
export interface Who {
  readonly role: string;
  readonly title: Texts;
  /** Up to this much; absent: all that was asked for. */
  readonly upTo?: Money;
}

/** A change with which the command would pass, all else being equal. */
export type NearestChange =
  /** Grant at most this much. */
  | { readonly kind: 'amount'; readonly mostMinor: number; readonly currency: string }
  | NearestNumber
  | NearestValue
  /** Show this. */
  | {
      readonly kind: 'evidence';
      readonly missing: readonly string[];
      /** What people call it, by its code; without those that the definition has no title for. */
      readonly titles: Readonly<Record<string, Texts>>;
    };

/** A number that would have to be another one. */
export interface NearestNumber extends NamedFact {
  readonly kind: 'fact';
  readonly from: number;
  readonly to: number;
  /** Where it must be, seen from `to`. */
  readonly side: 'at_most' | 'at_least' | 'exactly' | 'less_than' | 'more_than';
}

/** A fact that is no number and would have to have another value. */
export interface NearestValue extends NamedFact {
  readonly kind: 'value';
  readonly from: unknown;
  /** One of these values. */
  readonly oneOf?: readonly unknown[];
  /** None of these values; told where `oneOf` is not. */
  readonly noneOf?: readonly unknown[];
}

/** What every refusal tells, beside its code. */
export interface RefusalContext {
  /** The command that was refused. */
  readonly command: string;
  /** The transitions that were tried, in order. Empty when it did not come to that. */
  readonly attempts: readonly FailedAttempt[];
  /** Who could do it as the case stands; for `over_limit` who could do most of it. Empty when nobody could. */
  readonly whoCould: readonly Who[];
  /** What would all have to change; empty where no such changes can be told. */
  readonly nearest: readonly NearestChange[];
  /** What the states or the invariant of the details are to people, by their names; without those that have no text. */
  readonly texts: Readonly<Record<string, Texts>>;
  /** The currency of the case, for amounts among facts; null before there is a case. */
  readonly currency: string | null;
}

/**
 * Why a command is refused, as data. `message` is the English sentence; {@link formatRefusal} makes it in Chinese.
 * The path is empty: a refusal is about the command as a whole.
 */
export type Refusal = IssueOf<RefusalDetails> & RefusalContext;
