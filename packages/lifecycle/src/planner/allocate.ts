import { breachedCap } from '../caps/index.js';
import type { CarePolicy } from '../care/index.js';
import { holdoutBucket } from '../holdout/index.js';
import { byRank, type Candidate, type Occupant, type Proposal, type Rank } from './candidate.js';
import type { Suppressed } from './careReceipt.js';

/** What became of the candidates of one customer. */
export interface Allocation {
  /** Why a candidate was not chosen, or is held out. */
  readonly suppressions: ReadonlyMap<Candidate, Suppressed>;
  /** Where a candidate goes that gave way from the channel it prefers. */
  readonly channels: ReadonlyMap<Candidate, string>;
}

/**
 * Lets the candidates of one customer compete, the best first: by value, then priority, then earliest expiry, then name.
 * Who is chosen takes up room under the caps and on the day's channel, for a customer of a control group too: the groups
 * must be alike in all but the message. Where only a channel is full, the next one of the rule is taken.
 *
 * @param occupants - what the history holds
 */
export function allocate(
  candidates: readonly Candidate[],
  occupants: readonly Occupant[],
  policy: CarePolicy,
  customerId: string,
): Allocation {
  const contenders: { candidate: Candidate; proposal: Proposal; rank: Rank }[] = [];
  for (const candidate of candidates) {
    const { proposal } = candidate;
    if (proposal !== undefined) contenders.push({ candidate, proposal, rank: rankOf(candidate, proposal) });
  }
  if (contenders.length === 0) return NOTHING_TO_ALLOCATE;
  if (contenders.length > 1) contenders.sort((one, other) => byRank(one.rank, other.rank));
  const taken: Occupant[] = [...occupants];
  // Most plans need neither.
  let suppressions: Map<Candidate, Suppressed> | undefined;
  let channels: Map<Candidate, string> | undefined;
  for (const { candidate, proposal, rank } of contenders) {
    // A note to the staff takes nobody's patience.
    if (!proposal.reachesStaff) {
      const place = placeOf(candidate, proposal, rank, taken, policy);
      if ('reason' in place) {
        suppressions ??= new Map();
        suppressions.set(candidate, place);
        continue;
      }
      taken.push(place);
      if (place.channel !== proposal.channels[0]) {
        channels ??= new Map();
        channels.set(candidate, place.channel);
      }
    }
    const held = heldOut(candidate, policy, customerId);
    if (held !== undefined) {
      suppressions ??= new Map();
      suppressions.set(candidate, held);
    }
  }
  return { suppressions: suppressions ?? NO_SUPPRESSIONS, channels: channels ?? NO_CHANNELS };
}

const NO_SUPPRESSIONS: Allocation['suppressions'] = new Map();
const NO_CHANNELS: Allocation['channels'] = new Map();
const NOTHING_TO_ALLOCATE: Allocation = { suppressions: NO_SUPPRESSIONS, channels: NO_CHANNELS };

/** The first channel that has room, or what speaks against the preferred one. */
function placeOf(
  candidate: Candidate,
  proposal: Proposal,
  rank: Rank,
  taken: readonly Occupant[],
  policy: CarePolicy,
): Occupant | Suppressed {
  let first: Suppressed | undefined;
  for (const channel of proposal.channels) {
    const occupant = occupantOf(candidate, proposal, channel, rank);
    const crowded = crowdedOut(candidate, occupant, taken, policy);
    if (crowded === undefined) return occupant;
    first ??= crowded;
    if (!isOfChannel(crowded)) break;
  }
  return first ?? occupantOf(candidate, proposal, proposal.channels[0], rank);
}

/** Whether it is the channel that is full, and not the customer's patience. */
function isOfChannel(suppression: Suppressed): boolean {
  return suppression.reason === 'frequency_cap' && suppression.limit.channel !== undefined;
}

function rankOf({ rule }: Candidate, { expiresAt }: Proposal): Rank {
  return { value: rule.value, priority: rule.rule.priority, expiresAt, rule: rule.rule.name };
}

function occupantOf(
  { actionId, rule }: Candidate,
  { dueAt, dueDay }: Proposal,
  channel: string,
  rank: Rank,
): Occupant {
  return { actionId, channel, purpose: rule.params.purpose, at: dueAt, day: dueDay, rank };
}

function crowdedOut(
  { rule }: Candidate,
  occupant: Occupant & { readonly rank: Rank | undefined },
  taken: readonly Occupant[],
  policy: CarePolicy,
): Suppressed | undefined {
  const channel = rule.channels.find(({ code }) => code === occupant.channel)?.definition;
  const breach = breachedCap(occupant, taken, policy.caps, channel);
  if (breach !== undefined) {
    const filledBy = breach.filledBy.map(({ actionId }) => actionId);
    return { kind: 'suppressed', reason: 'frequency_cap', limit: breach.limit, filledBy };
  }
  let winner: Occupant | undefined;
  for (const other of taken) {
    if (other.day !== occupant.day || other.channel !== occupant.channel) continue;
    // What is owed to the customer does not wait for what wants to sell.
    if (occupant.purpose === 'service' && other.purpose === 'marketing') continue;
    if (outranks(other.rank, winner === undefined ? occupant.rank : winner.rank)) winner = other;
  }
  return winner && { kind: 'suppressed', reason: 'outranked', by: winner.actionId };
}

/** An action whose rule is gone cannot be compared any more, and is in nobody's way. */
function outranks(one: Rank | undefined, other: Rank | undefined): boolean {
  return one !== undefined && other !== undefined && byRank(one, other) < 0;
}

function heldOut({ rule }: Candidate, { holdout }: CarePolicy, customerId: string): Suppressed | undefined {
  const ofRule = rule.params.holdoutBuckets ?? 0;
  if (holdout.buckets > 0) {
    const bucket = holdoutBucket(holdout.salt, customerId);
    if (bucket < holdout.buckets) {
      return { kind: 'suppressed', reason: 'holdout', bucket, buckets: holdout.buckets, of: 'all' };
    }
  }
  if (ofRule === 0) return undefined;
  const bucket = holdoutBucket(holdout.salt, customerId, rule.rule.name);
  return bucket < ofRule
    ? { kind: 'suppressed', reason: 'holdout', bucket, buckets: ofRule, of: 'rule' }
    : undefined;
}
