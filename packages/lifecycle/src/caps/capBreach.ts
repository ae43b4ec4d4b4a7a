import { type Day, type EpochMillis, MILLISECONDS_A_DAY, type Purpose } from '@aftercare/core';
import type { ChannelDefinition } from '../channels/index.js';
import type { Cap, CapPolicy } from './cap.js';

/** A message to a customer that went out, or is about to. */
export interface CountedMessage {
  readonly actionId: string;
  readonly channel: string;
  readonly purpose: Purpose;
  readonly at: EpochMillis;
  /** The shop day of `at`. */
  readonly day: Day;
}

/** The limit of a channel itself that a message would break. */
export interface ChannelLimit {
  readonly channel: string;
  readonly most: number;
  /** Per shop day, or per calendar month of the shop. */
  readonly per: 'day' | 'month';
}

/** Why a message would be one too many. */
export interface CapBreach {
  readonly limit: Cap | ChannelLimit;
  /** The messages that fill the limit, earliest first. Empty for a limit of 0. */
  readonly filledBy: readonly CountedMessage[];
}

/**
 * The first limit that one more message would break: of the policy's caps in their order, then of the channel itself.
 * `undefined`: it may go out. Messages that are planned for later count as well, so that none of them has to give way.
 *
 * @param others - the messages to the same customer, in any order; those long past may be left out
 * @param channel - the definition of the message's channel; absent: it has no limits of its own
 */
export function breachedCap(
  message: CountedMessage,
  others: readonly CountedMessage[],
  policy: CapPolicy,
  channel: ChannelDefinition | undefined,
): CapBreach | undefined {
  for (const cap of capsOn(policy, message.day)) {
    if (!concerns(cap, message) || (others.length === 0 && cap.most > 0)) continue;
    const counted = others.filter((other) => concerns(cap, other)).sort(byTime);
    const full = fullWindow(message.at, counted, cap.withinDays * MILLISECONDS_A_DAY, cap.most);
    if (full !== undefined) return { limit: cap, filledBy: full };
  }
  return channel === undefined ? undefined : breachedChannelLimit(message, others, channel);
}

function capsOn({ usual, widened }: CapPolicy, day: Day): readonly Cap[] {
  return widened.find(({ from, to }) => day >= from && day < to)?.caps ?? usual;
}

function concerns({ purpose, channel }: Cap, message: CountedMessage): boolean {
  return purpose === message.purpose && (channel === undefined || channel === message.channel);
}

/** The messages of a window around an instant that has no room for one more; the window may begin before or after it. */
function fullWindow(
  at: EpochMillis,
  counted: readonly CountedMessage[],
  length: number,
  most: number,
): readonly CountedMessage[] | undefined {
  if (most === 0) return [];
  const near = counted.filter((other) => Math.abs(other.at - at) < length);
  if (near.length < most) return undefined;
  // Every window that holds the instant and as many others as it can begins at it, or at one of those before it.
  const begins = [...near.filter((other) => other.at < at).map((other) => other.at), at];
  for (const begin of begins) {
    const inside = near.filter((other) => other.at >= begin && other.at < begin + length);
    if (inside.length >= most) return inside;
  }
  return undefined;
}

function breachedChannelLimit(
  message: CountedMessage,
  others: readonly CountedMessage[],
  { code, maxPerDay, maxPerMonth }: ChannelDefinition,
): CapBreach | undefined {
  if (maxPerDay === undefined && maxPerMonth === undefined) return undefined;
  const same = others.filter((other) => other.channel === code).sort(byTime);
  const limits = [
    { per: 'day', most: maxPerDay, letters: 10 },
    { per: 'month', most: maxPerMonth, letters: 7 },
  ] as const;
  for (const { per, most, letters } of limits) {
    if (most === undefined) continue;
    // Days are texts like 2026-03-31: their first 7 letters are the month.
    const period = message.day.slice(0, letters);
    const filledBy = same.filter((other) => other.day.slice(0, letters) === period);
    if (filledBy.length >= most) return { limit: { channel: code, most, per }, filledBy };
  }
  return undefined;
}

/** Several at one instant by their ids, so that a receipt does not depend on the order of the history. */
function byTime(one: CountedMessage, other: CountedMessage): number {
  return one.at - other.at || (one.actionId < other.actionId ? -1 : one.actionId > other.actionId ? 1 : 0);
}
