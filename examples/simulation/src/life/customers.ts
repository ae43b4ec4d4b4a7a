import {
  type Birthday,
  type Consent,
  type Customer,
  type EpochMillis,
  instantOf,
  type Purpose,
  type ShopCalendar,
} from '@aftercare/core';
import type { OrderOfDay } from '../shops/shop.js';
import { chance } from './chance.js';

/** Channels that reach customers, and the share of customers with just these addresses. */
export const addresses: readonly { readonly share: number; readonly channels: readonly string[] }[] = [
  { share: 0.4, channels: ['app_push', 'sms', 'email'] },
  { share: 0.4, channels: ['sms', 'email'] },
  { share: 0.2, channels: ['wechat', 'email'] },
];

/** Where customers live who do not live in the shop's zone, and how many of them there are. */
export const zones: readonly { readonly share: number; readonly timeZone: string }[] = [
  { share: 0.15, timeZone: 'America/Los_Angeles' },
  { share: 0.1, timeZone: 'Europe/London' },
  { share: 0.1, timeZone: 'Asia/Shanghai' },
  { share: 0.05, timeZone: 'Pacific/Auckland' },
];

/** Shares of the customers whose birthday is known, in the solar and in the lunar calendar. */
export const birthdayShares = { solar: 0.5, lunar: 0.1 };

/** A customer registers less than so many days before the first order. */
export const DAYS_BEFORE_FIRST_ORDER = 20;

/** Who a customer is, and from when on the shop knows of them. */
export interface Registration {
  readonly at: EpochMillis;
  readonly customer: Customer;
}

/** The customers behind orders, by the time at which they registered. */
export function registrationsOf(
  orders: readonly OrderOfDay[],
  calendar: ShopCalendar,
): readonly Registration[] {
  const first = new Map<string, OrderOfDay>();
  for (const order of orders) {
    const known = first.get(order.customerId);
    const isEarlier =
      known === undefined || order.day < known.day || (order.day === known.day && order.id < known.id);
    if (isEarlier) first.set(order.customerId, order);
  }
  return Array.from(first.values(), (order) => registrationOf(order, calendar)).sort(
    (one, other) => one.at - other.at || (one.customer.id < other.customer.id ? -1 : 1),
  );
}

function registrationOf({ customerId: id, day, region }: OrderOfDay, calendar: ShopCalendar): Registration {
  const daysBefore = Math.floor(chance('registered', id) * DAYS_BEFORE_FIRST_ORDER);
  const at = calendar.startOfDay(calendar.addDays(day, -daysBefore));
  const timeZone = drawn(zones, chance('zone', id))?.timeZone;
  const channels = drawn(addresses, chance('addresses', id))?.channels ?? [];
  const birthday = birthdayOf(id);
  return {
    at,
    customer: {
      id,
      consents: channels.flatMap((channel) => [
        agreed(channel, 'service', at),
        agreed(channel, 'marketing', at),
      ]),
      reachableOn: [...channels],
      registeredAt: instantOf(at),
      ...(timeZone !== undefined && { timeZone }),
      ...(region !== undefined && { region }),
      ...(birthday !== undefined && { birthday }),
    },
  };
}

function agreed(channel: string, purpose: Purpose, at: EpochMillis): Consent {
  return { channel, purpose, granted: true, at: instantOf(at) };
}

function birthdayOf(id: string): Birthday | undefined {
  const draw = chance('birthday', id);
  const month = 1 + Math.floor(chance('month', id) * 12);
  const place = chance('day', id);
  if (draw < birthdayShares.solar) return { calendar: 'solar', month, day: 1 + Math.floor(place * 28) };
  return draw < birthdayShares.solar + birthdayShares.lunar
    ? { calendar: 'lunar', month, day: 1 + Math.floor(place * 30) }
    : undefined;
}

/** The entry of a list that a number from 0 to 1 falls on; `undefined` beyond the sum of the shares. */
function drawn<Entry extends { readonly share: number }>(
  entries: readonly Entry[],
  place: number,
): Entry | undefined {
  let end = 0;
  for (const entry of entries) {
    end += entry.share;
    if (place < end) return entry;
  }
  return undefined;
}
