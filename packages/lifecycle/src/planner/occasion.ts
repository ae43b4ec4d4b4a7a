import type { CustomerFacts, Day, ShopCalendar } from '@aftercare/core';
import type { CareOccasion } from '../care/index.js';
import type { StageDecision } from '../stages/index.js';

/**
 * The name of the occasion that a rule fires on: the same as long as the rule must not reach the customer again. Without
 * slashes, since ids of actions are put together with them.
 */
export function occasionOf(
  once: CareOccasion,
  facts: CustomerFacts,
  { stage, days }: StageDecision,
  { calendar, today }: { readonly calendar: ShopCalendar; readonly today: Day },
): string {
  switch (once) {
    case 'customer':
      return 'once';
    case 'order':
      return `purchase_${facts.lastPaidDay ?? 'none'}`;
    case 'stage_entry':
      // The day on which the stage's clock began: it moves only when the customer buys (or visits), and so begins anew.
      return days === null ? stage : `${stage}_since_${calendar.addDays(today, -days)}`;
    case 'year':
      return `year_${today.slice(0, 4)}`;
  }
}
