import { explain, type JsonRecord, operatorText, type RuleExplanation, type Turn } from '@aftercare/rules';
import { isParty } from '../case/index.js';
import type { CommandGroup, CompiledTransition, Policy } from '../policy/index.js';
import {
  type FailedAttempt,
  type FailedComparison,
  type FailedGuard,
  formatRefusal,
  type Refusal,
  type RefusalCode,
  type RefusalContext,
  refusalTexts,
  type Who,
} from '../refusal/index.js';
import type { Texts } from '../texts/index.js';
import type { Refused } from './decision.js';
import { type Lack, lacking } from './lack.js';
import { namedFact, nearestChanges } from './nearestChanges.js';

type Guards = CommandGroup['guards'];

/** A transition that was tried, and what it lacks. */
export interface Failed {
  readonly transition: CompiledTransition;
  /** Its place among those of its state and command. */
  readonly index: number;
  readonly lack: Lack;
}

/** A refusal of a command that did not come to any transition, or of all that were tried. */
export function refuse(
  command: string,
  { code, details }: Lack,
  currency: string | null,
  more: Partial<RefusalContext> = {},
): Refused {
  const context: RefusalContext = {
    command,
    attempts: [],
    whoCould: [],
    nearest: [],
    texts: {},
    ...more,
    currency,
  };
  // Code and details belong together, as the type of Lack says; spread apart the compiler loses sight of it.
  const issue = refusalTexts.create(code, [], details as never);
  const refusal = { ...issue, ...context } as unknown as Refusal;
  return { ok: false, refusal: { ...refusal, message: formatRefusal(refusal, 'en') } as Refusal };
}

/** The refusal when no transition passes: the reason of the one that came furthest, with all that was tried. */
export function refuseAll(
  policy: Policy,
  command: string,
  group: CommandGroup,
  failed: readonly Failed[],
  facts: JsonRecord,
  currency: string,
): Refused {
  const explanations = group.guards === undefined ? [] : explain(group.guards, facts).rules;
  const attempts = failed.map(({ transition, index, lack }): FailedAttempt => {
    const isGuard = lack.code === 'guard_failed';
    const guards = isGuard ? failedGuards(explanations[index], policy, group.guards) : [];
    return { transition: transition.name, because: transition.because, code: lack.code, guards };
  });
  const furthest = failed.reduce((one, other) =>
    PROGRESS[other.lack.code] > PROGRESS[one.lack.code] ? other : one,
  );
  const nearest = fewestTurns(failed, explanations);
  const lack: Lack =
    furthest.lack.code === 'guard_failed'
      ? lacking('guard_failed', { guards: guardNames(attempts, nearest?.index) })
      : furthest.lack;
  return refuse(command, lack, currency, {
    attempts,
    whoCould: whoCould(lack, failed, policy),
    texts: textsFor(lack, policy),
    nearest: nearestChanges(lack, nearest?.turns ?? [], group.guards, policy),
  });
}

/** What people call the states that a refusal names, or what the invariant is for that would be broken. */
export function textsFor(lack: Lack, { definition }: Policy): Readonly<Record<string, Texts>> {
  const { states = {}, invariants = {} } = definition.texts;
  switch (lack.code) {
    case 'closed':
      return pick(states, [lack.details.state]);
    case 'not_in_state':
      return pick(states, [lack.details.state, ...lack.details.possibleIn]);
    case 'invariant_broken':
      return pick(invariants, [lack.details.invariant]);
    default:
      return {};
  }
}

function pick(texts: Readonly<Record<string, Texts>>, names: readonly string[]): Record<string, Texts> {
  const known = names.flatMap((name) => {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(known);
}

/** The guards that fail in the transition that is nearest to passing; in all of them where nothing could make one pass. */
function guardNames(attempts: readonly FailedAttempt[], nearest: number | undefined): readonly string[] {
  const chosen = attempts.filter((_, place) => nearest === undefined || place === nearest);
  return [...new Set(chosen.flatMap(({ guards }) => guards.map((one) => one.guard)))];
}

/** How far a transition came before it failed. */
const PROGRESS: Readonly<Record<RefusalCode, number>> = {
  invalid_command: 0,
  command_id_reused: 0,
  command_id_of_clock: 0,
  other_policy_version: 0,
  stale_version: 0,
  stale_usage: 0,
  closed: 0,
  not_in_state: 0,
  unknown_effect: 0,
  effect_settled: 0,
  not_delegated: 0,
  not_authorised: 1,
  not_own_case: 1,
  guard_failed: 2,
  evidence_missing: 3,
  nothing_asked: 4,
  own_request: 5,
  approval_missing: 6,
  over_limit: 7,
  needs_approval: 8,
  invariant_broken: 9,
};

function failedGuards(
  explanation: RuleExplanation | undefined,
  { definition }: Policy,
  ruleSet: Guards,
): FailedGuard[] {
  const { condition, turns = [] } = explanation ?? {};
  if (condition?.kind !== 'all') return [];
  return condition.conditions.flatMap((part, place): FailedGuard[] => {
    const guard = part.name;
    if (part.holds || guard === undefined) return [];
    const otherwise: Texts = definition.texts.guards?.[guard] ?? {};
    const comparisons = turns
      .filter(({ path }) => path[1] === place)
      .map((turn) => comparisonOf(turn, ruleSet));
    return [{ guard, otherwise, comparisons }];
  });
}

function comparisonOf(
  { comparison: { comparison, actual, expected } }: Turn,
  ruleSet: Guards,
): FailedComparison {
  const fact = comparison.fact.fact;
  const note = ruleSet?.catalogue.facts[fact];
  return {
    ...namedFact(fact, ruleSet),
    description: note?.description ?? fact,
    operator: operatorText(comparison),
    actual,
    expected,
  };
}

function whoCould(lack: Lack, failed: readonly Failed[], policy: Policy): readonly Who[] {
  if (lack.code === 'needs_approval') return [who(lack.details.role, policy)];
  if (lack.code === 'over_limit' && lack.details.byMost !== null) {
    const { byMost, currency } = lack.details;
    return [{ ...who(byMost.role, policy), upTo: { minor: byMost.mostMinor, currency } }];
  }
  // Somebody else of that role.
  if (lack.code === 'own_request') return lack.details.role === null ? [] : [who(lack.details.role, policy)];
  if (lack.code !== 'not_authorised') return [];
  const named = failed
    .filter((one) => one.lack.code === lack.code)
    .flatMap(({ transition }) => transition.byNamed);
  return [...new Set(named)].map((role) => who(role, policy));
}

const PARTY_TITLES: Readonly<Record<'customer' | 'platform' | 'system' | 'clock', Texts>> = {
  customer: { en: 'customer', 'zh-CN': '客户' },
  platform: { en: 'platform', 'zh-CN': '平台' },
  system: { en: 'system', 'zh-CN': '系统' },
  clock: { en: 'clock', 'zh-CN': '到期自动处理' },
};

/** A role or party with its title. */
export function who(role: string, { authority }: Pick<Policy, 'authority'>): Who {
  if (isParty(role)) return { role, title: PARTY_TITLES[role] };
  return { role, title: authority.matrix.roles.find((one) => one.role === role)?.title ?? {} };
}

/** The transition whose guards are nearest to holding: its place among those that failed, and what would have to turn. */
function fewestTurns(
  failed: readonly Failed[],
  explanations: readonly RuleExplanation[],
): { readonly index: number; readonly turns: readonly Turn[] } | undefined {
  let fewest: { readonly index: number; readonly turns: readonly Turn[] } | undefined;
  for (const [place, { index, lack }] of failed.entries()) {
    const turns = lack.code === 'guard_failed' ? explanations[index]?.turns : undefined;
    if (turns === undefined || (fewest !== undefined && fewest.turns.length <= turns.length)) continue;
    fewest = { index: place, turns };
  }
  return fewest;
}
