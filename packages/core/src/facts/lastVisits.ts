import type { Interaction } from '../domain/index.js';
import type { OrderLog } from '../log/index.js';
import { dayOfInstant } from '../metrics/asOf/dayOfInstant.js';
import type { DayNumber } from '../time/index.js';
import { NEVER } from './orderStates.js';
import type { Profiles } from './profiles.js';

/** The day of each customer's last visit up to a day, by number; `NEVER` where none is known. */
export function readLastVisits(
  log: OrderLog,
  interactions: Iterable<Interaction>,
  profiles: Profiles,
  asOfDay: DayNumber,
): Int32Array {
  const lastVisitDay = new Int32Array(profiles.byNumber.length).fill(NEVER);
  for (const { customerId, kind, at } of interactions) {
    if (kind !== 'visit') continue;
    const day = dayOfInstant(log.calendar, at);
    // A visitor who is nobody's customer has no facts.
    const number = profiles.numberOf(customerId);
    if (number === undefined || day > asOfDay) continue;
    if (day > (lastVisitDay[number] ?? NEVER)) lastVisitDay[number] = day;
  }
  return lastVisitDay;
}
