import { factNamesOf, type Rule } from '@aftercare/rules';
import type { CareFacts } from './careFacts.js';

/**
 * The facts by which a rule does not select customers by their behaviour: what belongs to an order under way, to the
 * membership programme, whose terms are the same for all, to the calendar, or to the region. Every other fact, and every
 * fact to come, counts as profiling until it is named here.
 */
const ALIKE: ReadonlySet<keyof CareFacts> = new Set([
  'daysSinceSigned',
  'daysSinceUnpaidOrder',
  'awaitingDelivery',
  'daysAwaitingDelivery',
  'daysSinceSent',
  'hasOpenCase',
  'birthdayKnown',
  'isBirthday',
  'daysUntilBirthday',
  'birthdayInCoolOff',
  'tier',
  'tierRank',
  'tierChange',
  'daysSinceTierReached',
  'daysUntilTierEnds',
  'missingToNextTierMinor',
  'missingToNextTierPurchases',
  'isMemberDay',
  'daysUntilMemberDay',
  'daysUntilFestival',
  'daysUntilRunOut',
  'daysUntilBestBefore',
  'region',
  'worldEvent',
  'daysSinceWorldEvent',
]);

/** The facts by which a rule selects customers by their behaviour; empty: it treats all alike. */
export function profilingFactsOf(rule: Rule): readonly string[] {
  // The set may be asked for any name, known or not.
  const alike: ReadonlySet<string> = ALIKE;
  return factNamesOf([rule]).filter((name) => !alike.has(name));
}
