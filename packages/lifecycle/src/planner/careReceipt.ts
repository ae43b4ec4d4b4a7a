import type { Instant } from '@aftercare/core';
import type { Cap, ChannelLimit } from '../caps/index.js';
import type { CareFacts } from '../care/index.js';
import type { CareHistoryEntry } from './careHistory.js';

/** Why the customer may not be written to on a channel. */
export type ConsentGap = 'not_granted' | 'objected' | 'guardian_missing';

/**
 * Why a rule that fired leads to no action: the first of these that applies, in this order.
 *
 * - `already_done`: an action with its id is in the history;
 * - `no_consent`: none of its channels may be used; service messages need no consent unless the customer objected;
 * - `no_contact`: the shop has no address for those that may be used;
 * - `profiling_objection`: the customer objected to being selected by behaviour, and the rule selects by it;
 * - `open_case`: marketing has to wait until an after-sales case is settled;
 * - `awaiting_delivery`: what wants to sell has to wait for the parcel;
 * - `region_event`: marketing has to wait until what goes on in the region is over;
 * - `missing_parameter`: the message cannot be completed;
 * - `expired`: it would be of no use any more when the quiet hours end;
 * - `frequency_cap`: it would be one message too many;
 * - `outranked`: another action of the same day and channel is worth more; marketing never outranks a service;
 * - `holdout`: the customer is in a control group.
 */
export type Suppression =
  | { readonly reason: 'already_done'; readonly status: CareHistoryEntry['status'] }
  | { readonly reason: 'no_consent'; readonly channels: Readonly<Record<string, ConsentGap>> }
  | { readonly reason: 'no_contact'; readonly channels: readonly string[] }
  | { readonly reason: 'profiling_objection'; readonly facts: readonly string[] }
  | { readonly reason: 'open_case'; readonly caseId: string }
  | { readonly reason: 'awaiting_delivery' }
  | { readonly reason: 'region_event'; readonly event: string }
  | { readonly reason: 'missing_parameter'; readonly parameters: readonly string[] }
  | { readonly reason: 'expired'; readonly dueAt: Instant; readonly expiresAt: Instant }
  | {
      readonly reason: 'frequency_cap';
      readonly limit: Cap | ChannelLimit;
      /** The actions that fill the limit, earliest first. */
      readonly filledBy: readonly string[];
    }
  | { readonly reason: 'outranked'; readonly by: string }
  | {
      readonly reason: 'holdout';
      /** The customer's bucket, which is below the number of buckets held out. */
      readonly bucket: number;
      readonly buckets: number;
      /** Whether it is the control group of all care or of this rule. */
      readonly of: 'all' | 'rule';
    };

/** Why a rule that fired leads to no action. */
export type SuppressionReason = Suppression['reason'];

/** What became of a rule that fired. */
export type CareOutcome = { readonly kind: 'planned' } | Suppressed;

/** A suppression as the outcome that receipts tell. */
export type Suppressed = { readonly kind: 'suppressed' } & Suppression;

/** Why something was done or left: one for every rule that fired, in the order of the rules. Plain JSON. */
export interface CareReceipt {
  readonly rule: string;
  /** Content hash of the rules that decided; it changes when a decision could. */
  readonly rulesVersion: string;
  readonly customerId: string;
  readonly actionId: string;
  readonly outcome: CareOutcome;
  /** The rule's own reason. */
  readonly because: string;
  /** The facts that the rule looked at, with the values it saw. */
  readonly facts: Partial<CareFacts>;
}

/**
 * Why an action that was planned and not sent is not right any more:
 *
 * - `expired`: nobody sent it in time;
 * - `customer_merged`: it was planned for a customer who is now one with this one, and is planned for this one anew;
 * - `rule_removed`: its rule is not there any more;
 * - `grounds_changed`: what it was planned for has changed (refunded, bought again, delivered, paid), and its rule does not
 *   fire any more, or fires for another occasion;
 * - `already_done`: a customer who was merged into this one has had it;
 * - the others as in {@link Suppression}: what has come up since would have kept it from being planned.
 */
export type WithdrawalReason =
  | 'expired'
  | 'customer_merged'
  | 'rule_removed'
  | 'grounds_changed'
  | 'already_done'
  | 'no_consent'
  | 'no_contact'
  | 'profiling_objection'
  | 'open_case'
  | 'awaiting_delivery'
  | 'region_event';

/** An action of the history that must not be sent any more. Plain JSON. */
export interface CareWithdrawal {
  readonly actionId: string;
  readonly rule: string;
  readonly customerId: string;
  readonly reason: WithdrawalReason;
  /** What it was planned on. */
  readonly grounds: string;
  /** What it would be planned on now. */
  readonly groundsNow: string;
}
