import { type CustomerFacts, factNotes, type Instant, instantOf } from '@aftercare/core';
import { couldFire, factNamesOf, type Rule, type RuleSet } from '@aftercare/rules';
import { type CareFacts, careFactsSchema } from '../care/index.js';
import { type CareHistoryEntry, lastEntries } from './careHistory.js';
import type { Decision } from './decide.js';
import type { DecisionSources } from './decisionSources.js';
import type { PlanInput } from './planInput.js';
import { requireInstant } from './requireInstant.js';

/** How far ahead is looked, in days: two years and a day, so that whatever comes once a year is met. */
const HORIZON_DAYS = 731;

/** Facts that nobody can tell in advance, as the notes of the facts say. */
const UNFORESEEABLE: readonly string[] = Object.entries(factNotes(careFactsSchema))
  .filter(([, { changes }]) => changes === 'rolling' || changes === 'with_population')
  .map(([name]) => name);

/** Facts that follow from a membership, which is assessed elsewhere: the days among them can begin anew at any time. */
const OF_MEMBERSHIP: readonly string[] = [
  'tier',
  'tierRank',
  'tierChange',
  'daysSinceTierReached',
  'daysUntilTierEnds',
  'missingToNextTierMinor',
  'missingToNextTierPurchases',
];

/** Facts that a value model of the snapshot gives, whose curves are not known here. */
const OF_VALUE_MODEL: readonly string[] = [
  'probabilityAlive',
  'expectedPurchases90Days',
  'lifetimeValueMinor',
];

/** The facts that are open for a customer: none of a membership or a model that there is none of. */
function openFacts({ membership, facts }: PlanInput): readonly string[] {
  return [
    ...UNFORESEEABLE.filter((name) => !OF_MEMBERSHIP.includes(name)),
    ...(membership === undefined ? [] : OF_MEMBERSHIP),
    ...(facts.probabilityAlive === null ? [] : OF_VALUE_MODEL),
  ];
}

/** Finds the next day for a customer on which something can be new. */
export type NextChange = (input: PlanInput) => Instant;

/**
 * Makes the search for the next day on which a plan can hold something new: it decides for one day after the other as it
 * would be if nothing happened, which is what a daily scan does, and so agrees with it.
 */
export function nextChanges(
  { rules, calendar }: DecisionSources,
  decideFor: (input: PlanInput) => Decision,
): NextChange {
  const { ruleSet } = rules;
  // By the facts that are open: there are four kinds of customers.
  const watchers = new Map<string, Watcher>();
  const watcherOf = (input: PlanInput): Watcher => {
    const open = openFacts(input);
    const key = open.join();
    const watcher = watchers.get(key) ?? watcherFor(ruleSet, open);
    watchers.set(key, watcher);
    return watcher;
  };

  /** Whether a rule that depends on what nobody can foresee could fire, and nothing known stands in its way. */
  function couldBeNew(input: PlanInput, { seen, candidateOf }: Decision): boolean {
    const { dependent, possible } = watcherOf(input);
    if (dependent.size === 0) return false;
    return possible(seen.facts).some(({ name }) => {
      if (!dependent.has(name)) return false;
      const reason = candidateOf(name).suppression?.reason;
      // A parameter may be known by then, and the occasion of a tier can be another one.
      return reason === undefined || reason === 'missing_parameter' || input.membership !== undefined;
    });
  }

  /**
   * Whether something that was planned could be withdrawn: it has outlived what it was planned on since its rule still
   * fires, and whether the rule goes on firing depends on what nobody can foresee.
   */
  function couldBeWithdrawn(
    planned: readonly CareHistoryEntry[],
    input: PlanInput,
    decision: Decision,
  ): boolean {
    const { dependent } = watcherOf(input);
    return planned.some(({ rule, grounds }) => dependent.has(rule) && grounds !== decision.grounds());
  }

  return (input) => {
    const today = calendar.dayAt(requireInstant(input.now, 'now'));
    const planned = [...lastEntries(input.history).values()].filter(({ status }) => status === 'planned');
    for (let days = 1; days < HORIZON_DAYS; days++) {
      const now = instantOf(calendar.startOfDay(calendar.addDays(today, days)));
      if (mustBeAskedAnew(input, calendar.addDays(today, days), days)) return now;
      const later = { ...input, facts: factsAfter(input.facts, days), now };
      const decision = decideFor(later);
      const isNew =
        decision.withdrawals.length > 0 ||
        decision.candidates.some((candidate) => {
          const suppression = decision.suppressionOf(candidate);
          // What a control group does not hear is recorded as well.
          return suppression === undefined || suppression.reason === 'holdout';
        });
      if (isNew || couldBeNew(later, decision) || couldBeWithdrawn(planned, later, decision)) return now;
    }
    return instantOf(calendar.startOfDay(calendar.addDays(today, HORIZON_DAYS)));
  };
}

/** Watches over the rules that read some facts which are open. */
interface Watcher {
  readonly dependent: ReadonlySet<string>;
  readonly possible: (facts: CareFacts) => readonly Rule[];
}

function watcherFor(ruleSet: RuleSet<CareFacts>, open: readonly string[]): Watcher {
  const dependent = ruleSet.rules.filter((rule) => factNamesOf([rule]).some((name) => open.includes(name)));
  return { dependent: new Set(dependent.map(({ name }) => name)), possible: couldFire(ruleSet, open) };
}

/** Whether facts given from outside end on a day: what they are then only their source can tell. */
function mustBeAskedAnew({ facts, customer, membership }: PlanInput, day: string, days: number): boolean {
  const { daysUntilBirthday } = facts;
  const isPastBirthday =
    customer.birthday === undefined && daysUntilBirthday !== null && daysUntilBirthday < days;
  return isPastBirthday || (membership?.until ?? '9999-12-31') <= day;
}

/** The facts of a customer after so many days in which nothing happened. */
function factsAfter(facts: CustomerFacts, days: number): CustomerFacts {
  const later = (count: number | null) => (count === null ? null : count + days);
  const sooner = (count: number | null) => (count === null ? null : count - days);
  const daysUntilBirthday = sooner(facts.daysUntilBirthday);
  return {
    ...facts,
    daysSinceFirstPurchase: later(facts.daysSinceFirstPurchase),
    daysSinceLastPurchase: later(facts.daysSinceLastPurchase),
    daysSinceSigned: later(facts.daysSinceSigned),
    daysSinceUnpaidOrder: later(facts.daysSinceUnpaidOrder),
    daysSinceLastVisit: later(facts.daysSinceLastVisit),
    daysUntilExpectedPurchase: sooner(facts.daysUntilExpectedPurchase),
    daysUntilBirthday,
    isBirthday: daysUntilBirthday === null ? null : daysUntilBirthday === 0,
  };
}
