import { instantOf } from '@aftercare/core';
import type { FiredRule } from '@aftercare/rules';
import { decideStage } from '../stages/index.js';
import { allocate } from './allocate.js';
import type { Candidate, Occupant, Proposal } from './candidate.js';
import { type Seen, seenOf } from './careFactsOf.js';
import { type CareHistoryEntry, lastEntries, outweighs } from './careHistory.js';
import type { CareWithdrawal, Suppressed } from './careReceipt.js';
import type { DecisionSources } from './decisionSources.js';
import { groundsOf } from './grounds.js';
import { messageNames } from './messageNames.js';
import { needsGuardian, passageOf } from './obstacle.js';
import { occasionOf } from './occasion.js';
import { messageParams } from './parameters.js';
import type { PlanInput } from './planInput.js';
import { type PlannedRule, plannedChannel } from './plannedRule.js';
import type { PlanningMoment } from './planningMoment.js';
import { requireInstant } from './requireInstant.js';
import { customerOf, occasionKey, withdrawalsOf } from './withdrawals.js';

/** All that was decided for one customer. */
export interface Decision {
  readonly seen: Seen;
  /** One for every rule that fired, in the order of the rules. */
  readonly candidates: readonly Candidate[];
  /** Why a candidate leads to nothing; `undefined` for one that was chosen. */
  suppressionOf(candidate: Candidate): Suppressed | undefined;
  /** The channel that a candidate with a proposal goes to, or would go to. */
  channelOf(candidate: Candidate): string;
  readonly withdrawals: readonly CareWithdrawal[];
  /** What had happened with the customer by then, as `CareAction.grounds` has it. */
  grounds(): string;
  readonly moment: PlanningMoment;
  /** What would become of a rule by itself if it fired. */
  candidateOf(rule: string): Candidate;
}

/** Decides for one customer at a moment: who fires, what stands in the way, and what is chosen. */
export function decide(input: PlanInput, moment: PlanningMoment, sources: DecisionSources): Decision {
  const { customer, facts, history } = input;
  const { rules, policy, lunar } = sources;
  const seen = seenOf(input, decideStage(facts, policy.stages), moment, sources);
  const fired = rules.ruleSet.fired(seen.facts);
  const last = lastEntries(history);
  const isMinor = needsGuardian(customer, policy, moment.zone(customer.timeZone).today, lunar);
  const asking: Asking = { input, moment, seen, sources, isMinor, done: doneOccasions(last, customer.id) };
  const alone = (rule: string) => candidateOf(rule, asking);
  if (fired.length === 0 && last.size === 0) {
    return { ...NOTHING, seen, moment, candidateOf: alone };
  }

  // Most customers need none: nobody acts on them, and nothing is under way.
  let known: string | undefined;
  const grounds = () => {
    known ??= groundsOf(seen.facts, moment);
    return known;
  };
  const withdrawals = withdrawalsFrom(last, grounds, fired, asking);
  const candidates = fired.map(({ rule }) => alone(rule.name));
  const { suppressions, channels } = allocate(
    candidates,
    occupantsOf(last, withdrawals, sources),
    policy,
    customer.id,
  );
  return {
    seen,
    candidates,
    suppressionOf: (candidate) => candidate.suppression ?? suppressions.get(candidate),
    channelOf: (candidate) => channels.get(candidate) ?? candidate.proposal?.channels[0] ?? '',
    withdrawals,
    // A function: every object with a getter of its own has a shape of its own, which costs more than all else here.
    grounds,
    moment,
    candidateOf: alone,
  };
}

const NOTHING: Omit<Decision, 'seen' | 'moment' | 'candidateOf'> = {
  candidates: [],
  suppressionOf: () => undefined,
  channelOf: () => '',
  withdrawals: [],
  grounds: () => '',
};

/** What every question about one customer at one moment needs. */
interface Asking {
  readonly input: PlanInput;
  readonly moment: PlanningMoment;
  readonly seen: Seen;
  readonly sources: DecisionSources;
  readonly isMinor: boolean;
  /** What the customer has had, by rule and occasion. */
  readonly done: ReadonlyMap<string, CareHistoryEntry>;
}

function candidateOf(name: string, asking: Asking): Candidate {
  const { input, moment, seen, sources, isMinor, done } = asking;
  const rule = sources.planned.get(name);
  if (rule === undefined) throw new RangeError(`The rule ${name} fired and is not among the care rules.`);
  const actionId = actionIdOf(rule, asking);
  const suppressed = (suppression: Suppressed): Candidate => ({ rule, actionId, suppression });

  const earlier = done.size === 0 ? undefined : done.get(occasionKey(actionId));
  if (earlier !== undefined) {
    return suppressed({ kind: 'suppressed', reason: 'already_done', status: earlier.status });
  }
  const passage = passageOf(rule, input, seen, sources.policy, isMinor);
  if ('obstacle' in passage) return suppressed(passage.obstacle);
  const params = messageParams(rule.parameters, seen.facts, () =>
    messageNames(rule.params, input, moment, sources),
  );
  if ('missing' in params) {
    return suppressed({ kind: 'suppressed', reason: 'missing_parameter', parameters: params.missing });
  }
  const proposal = proposalOf(rule, passage.channels, params.values, asking);
  if (proposal.dueAt < proposal.expiresAt) return { rule, actionId, proposal };
  return suppressed({
    kind: 'suppressed',
    reason: 'expired',
    dueAt: instantOf(proposal.dueAt),
    expiresAt: instantOf(proposal.expiresAt),
  });
}

function actionIdOf(rule: PlannedRule, { input, seen, moment }: Asking): string {
  const occasion = occasionOf(rule.params, seen, moment);
  return `${rule.rule.name}/${occasion}/${input.customer.id}`;
}

function proposalOf(
  { params, channels: ofRule }: PlannedRule,
  channels: Proposal['channels'],
  values: Proposal['params'],
  { input, moment }: Asking,
): Proposal {
  const [channel] = channels;
  const reachesStaff = ofRule.some((each) => each.code === channel && each.reachesStaff);
  // The night of the customer is no reason to let the shop's own staff wait.
  const due = reachesStaff ? undefined : moment.zone(input.customer.timeZone).due[params.purpose];
  return {
    channels,
    reachesStaff,
    params: values,
    dueAt: due?.at ?? moment.now,
    dueDay: due?.day ?? moment.today,
    expiresAt: moment.startOfDayIn(params.validForDays),
  };
}

function withdrawalsFrom(
  last: ReadonlyMap<string, CareHistoryEntry>,
  grounds: () => string,
  fired: readonly FiredRule[],
  asking: Asking,
): readonly CareWithdrawal[] {
  const { input, moment, seen, sources, isMinor, done } = asking;
  if (last.size === 0) return [];
  return withdrawalsOf(last, input.customer.id, grounds, moment.now, ({ actionId, rule: name, channel }) => {
    const rule = sources.planned.get(name);
    if (rule === undefined) return undefined;
    // It would go out on the channel that it was planned for, whatever other channels the rule has.
    const channels = [plannedChannel(channel, sources.policy.channels)];
    const passage = passageOf({ ...rule, channels }, input, seen, sources.policy, isMinor);
    // Another status than its own: that of a customer who was merged into this one.
    const hasHadIt = done.get(occasionKey(actionId))?.status !== 'planned';
    return {
      fires: fired.some((each) => each.rule.name === name),
      actionId: actionIdOf(rule, asking),
      obstacle: hasHadIt ? 'already_done' : 'obstacle' in passage ? passage.obstacle.reason : undefined,
    };
  });
}

/**
 * What the customer has had, by rule and occasion: all that is in the history, and of customers who were merged into this
 * one what reached them. What was only planned for those is withdrawn, and may be planned for this one.
 */
function doneOccasions(
  last: ReadonlyMap<string, CareHistoryEntry>,
  customerId: string,
): ReadonlyMap<string, CareHistoryEntry> {
  // Of an empty history nothing is done: the same empty map serves.
  if (last.size === 0) return last;
  const done = new Map<string, CareHistoryEntry>();
  for (const [actionId, entry] of last) {
    const counts =
      customerOf(actionId) === customerId || entry.status === 'sent' || entry.status === 'held_out';
    const key = occasionKey(actionId);
    if (counts && outweighs(entry, done.get(key))) done.set(key, entry);
  }
  return done;
}

const NO_OCCUPANTS: readonly Occupant[] = Object.freeze([]);

function occupantsOf(
  last: ReadonlyMap<string, CareHistoryEntry>,
  withdrawals: readonly CareWithdrawal[],
  { planned, calendar }: DecisionSources,
): readonly Occupant[] {
  if (last.size === 0) return NO_OCCUPANTS;
  const occupants: Occupant[] = [];
  for (const { actionId, rule: name, status, at, dueAt, channel, purpose, expiresAt } of last.values()) {
    if (status === 'failed' || status === 'withdrawn') continue;
    if (withdrawals.some((withdrawal) => withdrawal.actionId === actionId)) continue;
    const rule = planned.get(name);
    if (rule?.channels.some((each) => each.code === channel && each.reachesStaff)) continue;
    const millis =
      status === 'planned' ? requireInstant(dueAt, 'history', 'dueAt') : requireInstant(at, 'history', 'at');
    const rank = rule && {
      value: rule.value,
      priority: rule.rule.priority,
      expiresAt: requireInstant(expiresAt, 'history', 'expiresAt'),
      rule: name,
    };
    occupants.push({ actionId, channel, purpose, at: millis, day: calendar.dayAt(millis), rank });
  }
  return occupants;
}
