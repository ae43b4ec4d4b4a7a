import type { CareFacts } from '../care/index.js';
import type { PlanningMoment } from './planningMoment.js';

/**
 * What has happened with a customer, as one line that stays the same while only days pass: how many purchases and the day of
 * the last, what they came to, the days of delivery and of an unpaid order, and the tier.
 */
export function groundsOf(facts: CareFacts, moment: Pick<PlanningMoment, 'dayIn'>): string {
  const { daysSinceSigned, daysSinceUnpaidOrder, tier } = facts;
  let grounds = `${facts.purchaseCount} x ${facts.lastPaidDay ?? 'never'}, ${facts.totalSpentMinor}`;
  if (daysSinceSigned !== null) grounds += `, signed ${moment.dayIn(-daysSinceSigned)}`;
  if (daysSinceUnpaidOrder !== null) grounds += `, unpaid ${moment.dayIn(-daysSinceUnpaidOrder)}`;
  if (tier !== null) grounds += `, ${tier}`;
  return grounds;
}
