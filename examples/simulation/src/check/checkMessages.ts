import { createHash } from 'node:crypto';
import type { Instant, Purpose } from '@aftercare/core';

/** A message that a customer got. */
export interface SentMessage {
  readonly actionId: string;
  readonly rule: string;
  readonly customerId: string;
  readonly channel: string;
  readonly purpose: Purpose;
  readonly at: Instant;
}

/** What must hold for all messages, in plain figures. */
export interface MessageLaws {
  readonly shopTimeZone: string;
  /** The customer's zone; `undefined`: the shop's. */
  readonly timeZoneOf: (customerId: string) => string | undefined;
  readonly quietHours: Readonly<Record<Purpose, { readonly from: string; readonly to: string }>>;
  readonly caps: readonly {
    readonly purpose: Purpose;
    readonly most: number;
    readonly withinDays: number;
  }[];
  readonly channels: readonly {
    readonly code: string;
    readonly maxPerDay: number;
    readonly maxPerMonth: number;
  }[];
  readonly controlGroup: { readonly salt: string; readonly buckets: number };
}

/** A message that should not have been sent. */
export interface MessageFinding {
  readonly kind: 'duplicate' | 'quiet_hours' | 'cap' | 'channel_limit' | 'control_group';
  readonly message: SentMessage;
}

/**
 * Goes through every message that was sent and finds what breaks a law. It shares no code with the planner: clocks are those
 * of `Intl`, windows slide from message to message, and the control group is computed from its definition.
 */
export function checkMessages(
  messages: readonly SentMessage[],
  laws: MessageLaws,
): readonly MessageFinding[] {
  const byCustomer = new Map<string, SentMessage[]>();
  for (const message of messages) {
    const list = byCustomer.get(message.customerId);
    if (list === undefined) byCustomer.set(message.customerId, [message]);
    else list.push(message);
  }
  const findings = duplicates(messages);
  for (const list of byCustomer.values()) {
    list.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    for (const law of [inControlGroup, inQuietHours, overCaps, overChannelLimits])
      findings.push(...law(list, laws));
  }
  return findings;
}

function duplicates(messages: readonly SentMessage[]): MessageFinding[] {
  const seen = new Set<string>();
  return messages.flatMap((message) => {
    const isNew = !seen.has(message.actionId);
    seen.add(message.actionId);
    return isNew ? [] : [{ kind: 'duplicate', message }];
  });
}

function inControlGroup(list: readonly SentMessage[], { controlGroup }: MessageLaws): MessageFinding[] {
  return list.flatMap((message) => {
    const text = JSON.stringify([controlGroup.salt, message.customerId]);
    const bucket = createHash('sha256').update(text, 'utf8').digest().readUInt32BE(0) % 10_000;
    return bucket < controlGroup.buckets ? [{ kind: 'control_group', message }] : [];
  });
}

function inQuietHours(list: readonly SentMessage[], laws: MessageLaws): MessageFinding[] {
  return list.flatMap((message) => {
    const { from, to } = laws.quietHours[message.purpose];
    const { time } = clock(message.at, laws.timeZoneOf(message.customerId) ?? laws.shopTimeZone);
    const isQuiet = from < to ? time >= from && time < to : time >= from || time < to;
    return isQuiet ? [{ kind: 'quiet_hours', message }] : [];
  });
}

/** With messages in order of time, a window is overfull when a message comes too soon after the one `most` places before. */
function overCaps(list: readonly SentMessage[], { caps }: MessageLaws): MessageFinding[] {
  return caps.flatMap(({ purpose, most, withinDays }) => {
    const counted = list.filter((message) => message.purpose === purpose);
    return counted.flatMap((message, index): MessageFinding[] => {
      const before = counted[index - most];
      const isTooSoon =
        before !== undefined && Date.parse(message.at) - Date.parse(before.at) < withinDays * 86_400_000;
      return isTooSoon ? [{ kind: 'cap', message }] : [];
    });
  });
}

function overChannelLimits(list: readonly SentMessage[], laws: MessageLaws): MessageFinding[] {
  return laws.channels.flatMap(({ code, maxPerDay, maxPerMonth }) => {
    const counts = new Map<string, number>();
    const countIn = (period: string) => {
      const count = (counts.get(period) ?? 0) + 1;
      counts.set(period, count);
      return count;
    };
    return list.flatMap((message): MessageFinding[] => {
      if (message.channel !== code) return [];
      const { day } = clock(message.at, laws.shopTimeZone);
      const ofDay = countIn(day);
      const ofMonth = countIn(day.slice(0, 7));
      return ofDay > maxPerDay || ofMonth > maxPerMonth ? [{ kind: 'channel_limit', message }] : [];
    });
  });
}

/** What the clock on the wall of a time zone shows: `2017-03-31` and `09:00`. */
function clock(at: Instant, timeZone: string): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = formatOf(timeZone).format(new Date(at)).split(' ');
  return { day, time };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  // Sweden writes days as 2017-03-31 and times as 09:00.
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  return format;
}
