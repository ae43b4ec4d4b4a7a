import type { ShopCalendar } from '../../calendar/index.js';
import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { type DayNumber, epochMillisOf, type Instant } from '../../time/index.js';

/** The number of the shop's day on which something happened; throws `invalid_instant` for no instant. */
export function dayOfInstant(calendar: ShopCalendar, at: Instant): DayNumber {
  const millis = epochMillisOf(at);
  if (millis !== undefined) return calendar.dayNumberAt(millis);
  throw new AftercareError([coreIssues.create('invalid_instant', ['at'], { received: showValue(at) })]);
}
