import type { CareParams } from '../care/index.js';
import type { Seen } from './careFactsOf.js';
import type { PlanningMoment } from './planningMoment.js';

/**
 * The name of the occasion that a rule fires on: the same as long as the rule must not reach the customer again, on
 * whatever day it is asked for. Without slashes, since ids of actions are put together with them.
 */
export function occasionOf(
  { once, festival }: Pick<CareParams, 'once' | 'festival'>,
  { facts, stage, birthday }: Seen,
  moment: Pick<PlanningMoment, 'today' | 'dayIn'>,
): string {
  switch (once) {
    case 'customer':
      return 'once';
    case 'order':
      return `purchase_${facts.lastPaidDay ?? 'none'}`;
    case 'stage_entry':
      // The day on which the stage's clock began: it moves only when the customer buys (or visits), and so begins anew.
      return stage.days === null ? stage.stage : `${stage.stage}_since_${daysAgo(moment, stage.days)}`;
    case 'year':
      return `year_${moment.today.slice(0, 4)}`;
    case 'tier_change':
      return `${facts.tier ?? 'no_tier'}_since_${daysAgo(moment, facts.daysSinceTierReached)}`;
    case 'unpaid_order':
      return `unpaid_since_${daysAgo(moment, facts.daysSinceUnpaidOrder)}`;
    case 'birthday':
      // The year alone: who changes the date has had this year's birthday all the same.
      return `birthday_${birthdayYear(facts.daysUntilBirthday, birthday?.year, moment)}`;
    case 'festival':
      return `${festival ?? 'festival'}_${daysAhead(moment, facts.daysUntilFestival[festival ?? ''] ?? null)}`;
    case 'member_day':
      return `member_day_${daysAhead(moment, facts.daysUntilMemberDay)}`;
    case 'run_out':
      return `runs_out_${daysAhead(moment, facts.daysUntilRunOut)}`;
    case 'best_before':
      return `best_before_${daysAhead(moment, facts.daysUntilBestBefore)}`;
    case 'world_event':
      return `${facts.worldEvent ?? 'event'}_since_${daysAgo(moment, facts.daysSinceWorldEvent)}`;
  }
}

function daysAgo(moment: Pick<PlanningMoment, 'dayIn'>, days: number | null): string {
  return days === null ? 'none' : moment.dayIn(-days);
}

function daysAhead(moment: Pick<PlanningMoment, 'dayIn'>, days: number | null): string {
  return days === null ? 'none' : moment.dayIn(days);
}

/** From how many days before a birthday on it is nearer than the one before. */
const HALF_A_YEAR_OF_DAYS = 183;

/**
 * The year of the birthday that is nearest: what is sent for it some days after, such as a reminder of its coupon, belongs
 * to it and not to the next one.
 */
function birthdayYear(
  daysUntil: number | null,
  year: number | undefined,
  moment: Pick<PlanningMoment, 'dayIn'>,
): string {
  if (daysUntil === null) return 'none';
  const next = year ?? Number(moment.dayIn(daysUntil).slice(0, 4));
  return String(daysUntil < HALF_A_YEAR_OF_DAYS ? next : next - 1);
}
