import type { Day, Money, OrderLine } from '@aftercare/core';
import type { WorldEvent } from '@aftercare/lifecycle';

/** An order as the data tell it: of a day, without the hour. */
export interface OrderOfDay {
  readonly id: string;
  readonly customerId: string;
  readonly day: Day;
  /** The day on which it left the shop. */
  readonly shippedDay: Day;
  readonly total: Money;
  readonly lines: readonly OrderLine[];
  /** Where it went, if the data tell. */
  readonly region?: string;
}

/** A shop whose orders are replayed. */
export interface Shop {
  readonly name: string;
  /** What the data are, and what part of them is simulated; Markdown. */
  readonly about: string;
  readonly currency: string;
  readonly timeZone: string;
  /** The first simulated day. */
  readonly from: Day;
  /** The first day that is not simulated any more. */
  readonly to: Day;
  readonly orders: readonly OrderOfDay[];
  /** By SKU: for how many days one piece lasts. */
  readonly daysPerPiece: ReadonlyMap<string, number>;
  readonly worldEvents: readonly WorldEvent[];
}
