import type { Consent, Customer, Day } from '@aftercare/core';
import { birthdayInYear, type LunarCalendar } from '../birthdays/index.js';
import type { CarePolicy } from '../care/index.js';
import type { Seen } from './careFactsOf.js';
import type { ConsentGap, Suppressed } from './careReceipt.js';
import type { PlanInput } from './planInput.js';
import type { PlannedRule } from './plannedRule.js';

/** What stands in the way of a rule for a customer whatever the hour: one of the reasons of a suppression. */
type Obstacle = Extract<
  Suppressed,
  {
    readonly reason:
      | 'no_consent'
      | 'no_contact'
      | 'profiling_objection'
      | 'open_case'
      | 'awaiting_delivery'
      | 'region_event';
  }
>;

/** The channels on which a rule may reach a customer, the preferred one first, or the first thing that stands in the way. */
export type Passage = { readonly channels: readonly [string, ...string[]] } | { readonly obstacle: Obstacle };

/** Finds the way from a rule to a customer. */
export function passageOf(
  rule: PlannedRule,
  { customer, openCases }: PlanInput,
  { facts, worldEvent }: Seen,
  policy: CarePolicy,
  isMinor: boolean,
): Passage {
  const reached = channelsOf(rule, customer, policy, isMinor);
  if ('obstacle' in reached) return reached;
  const { params, profilingFacts, sells } = rule;
  if (customer.objectsToProfiling === true && profilingFacts.length > 0) {
    return { obstacle: { kind: 'suppressed', reason: 'profiling_objection', facts: profilingFacts } };
  }
  const [openCase] = openCases ?? [];
  if (params.purpose === 'marketing' && openCase !== undefined) {
    return { obstacle: { kind: 'suppressed', reason: 'open_case', caseId: openCase.id } };
  }
  if (sells && facts.awaitingDelivery)
    return { obstacle: { kind: 'suppressed', reason: 'awaiting_delivery' } };
  if (params.purpose === 'marketing' && worldEvent !== undefined) {
    return { obstacle: { kind: 'suppressed', reason: 'region_event', event: worldEvent.code } };
  }
  return reached;
}

/** Those of the rule's channels that the customer agreed to and has an address for. Staff are always there. */
function channelsOf(
  { params, channels }: PlannedRule,
  customer: Customer,
  policy: CarePolicy,
  isMinor: boolean,
): Passage {
  let open: [string, ...string[]] | undefined;
  let gaps: Record<string, ConsentGap> | undefined;
  let unknown: string[] | undefined;
  for (const { code, reachesStaff } of channels) {
    const gap = reachesStaff ? undefined : gapOf(customer, code, params.purpose, policy, isMinor);
    if (gap !== undefined) {
      gaps ??= {};
      gaps[code] = gap;
    } else if (reachesStaff || customer.reachableOn === undefined || customer.reachableOn.includes(code)) {
      if (open === undefined) open = [code];
      else open.push(code);
    } else {
      unknown ??= [];
      unknown.push(code);
    }
  }
  if (open !== undefined) return { channels: open };
  if (unknown !== undefined)
    return { obstacle: { kind: 'suppressed', reason: 'no_contact', channels: unknown } };
  return { obstacle: { kind: 'suppressed', reason: 'no_consent', channels: gaps ?? {} } };
}

function gapOf(
  { consents }: Customer,
  channel: string,
  purpose: Consent['purpose'],
  { marketingConsent }: CarePolicy,
  isMinor: boolean,
): ConsentGap | undefined {
  return isMinor ? 'guardian_missing' : consentGap(consents, channel, purpose, marketingConsent);
}

function consentGap(
  consents: readonly Consent[] | undefined,
  channel: string,
  purpose: Consent['purpose'],
  marketingConsent: CarePolicy['marketingConsent'],
): ConsentGap | undefined {
  // The last entry for a pair counts.
  const said = consents?.findLast((consent) => consent.channel === channel && consent.purpose === purpose);
  if (said !== undefined) return said.granted ? undefined : 'objected';
  return purpose === 'marketing' && marketingConsent === 'opt_in' ? 'not_granted' : undefined;
}

/**
 * Whether a customer is a minor whose guardian has not agreed. A birthday without a year tells nothing of the age; with
 * one, the customer is a minor until the birthday of the year in which they come of it.
 *
 * @param today - on the customer's calendar
 */
export function needsGuardian(
  { minor, birthday, guardianConsent }: Customer,
  { guardianAge, birthdays }: CarePolicy,
  today: Day,
  lunar: LunarCalendar | undefined,
): boolean {
  if (guardianConsent === true || guardianAge === 0) return false;
  if (minor !== undefined) return minor;
  if (birthday?.year === undefined) return false;
  const year = birthday.year + guardianAge;
  // Most customers are far from that birthday. A lunar year reaches into the first weeks of the next solar one.
  const thisYear = Number(today.slice(0, 4));
  if (thisYear > year + 1) return false;
  // A lunar birthday without a calendar for it: by the end of that year at the latest.
  return today < (birthdayInYear(birthday, year, birthdays, lunar) ?? `${year + 1}-01-01`);
}
