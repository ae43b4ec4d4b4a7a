import type { CustomerFacts, Day, ShopCalendar } from '@aftercare/core';
import type { CareFacts, CarePolicy } from '../care/index.js';
import type { StageDecision } from '../stages/index.js';
import type { CareHistoryEntry } from './careHistory.js';

/** What care rules see of a customer on a day: the facts of the snapshot, the stage, and what was sent before. */
export function careFactsOf(
  facts: CustomerFacts,
  decision: StageDecision,
  history: readonly CareHistoryEntry[],
  {
    policy,
    calendar,
    today,
  }: { readonly policy: CarePolicy; readonly calendar: ShopCalendar; readonly today: Day },
): CareFacts {
  return {
    ...facts,
    stage: decision.stage,
    daysSinceAnchor: policy.anchor === 'payment' ? facts.daysSinceLastPurchase : facts.daysSinceSigned,
    awaitingDelivery: policy.deliveriesRecorded && facts.purchaseCount > 0 && facts.daysSinceSigned === null,
    daysSinceSent: daysSinceSent(history, calendar, today),
  };
}

/** An entry after today counts as today's: a clock that was ahead elsewhere is no reason to lose what was sent. */
function daysSinceSent(
  history: readonly CareHistoryEntry[],
  calendar: ShopCalendar,
  today: Day,
): Readonly<Record<string, number>> {
  if (history.length === 0) return NOTHING_SENT;
  const days = new Map<string, number>();
  for (const { rule, status, at } of history) {
    if (status !== 'sent') continue;
    const since = Math.max(0, calendar.daysBetween(calendar.dayAt(at), today));
    days.set(rule, Math.min(since, days.get(rule) ?? since));
  }
  return Object.fromEntries(days);
}

const NOTHING_SENT: Readonly<Record<string, number>> = Object.freeze({});
