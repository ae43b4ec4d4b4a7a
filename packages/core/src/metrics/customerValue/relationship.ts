import type { Interaction, Review } from '../../domain/index.js';
import { AftercareError, showValue } from '../../foundation/index.js';
import { coreIssues } from '../../issues/index.js';
import { IdArena } from '../../log/idArena.js';
import type { OrderLog } from '../../log/index.js';
import type { DayNumber } from '../../time/index.js';
import { dayOfInstant } from '../asOf/dayOfInstant.js';

/** What a customer can do for the relationship beside buying, in the order in which it is counted. */
const RELATIONSHIP_KINDS = ['visit', 'message', 'share', 'review', 'photo_review', 'referral'] as const;

/** What a customer does for the relationship beside buying: an {@link Interaction}, or a {@link Review}. */
export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number];

/**
 * What each act is worth in a relationship score; zero or more. The defaults are ours, since the trade names the acts and
 * no numbers: visits and messages 0, for they may as well be complaints; a share or a review 1; a review with photos 2; a
 * new customer brought 5.
 */
export type RelationshipWeights = Readonly<Record<RelationshipKind, number>>;

const DEFAULT_WEIGHTS: RelationshipWeights = {
  visit: 0,
  message: 0,
  share: 1,
  review: 1,
  photo_review: 2,
  referral: 5,
};

/** The acts of all customers of a log, counted. */
export interface RelationshipCounts {
  /** Acts known by the day that belong to no customer of the log. */
  readonly unattributed: number;
  of(customer: number): Readonly<Record<RelationshipKind, number>>;
}

/** Counts the acts up to a day, included. One with an id that came before is the same one again. */
export function relationshipCounts(
  log: OrderLog,
  asOfDay: DayNumber,
  interactions: Iterable<Interaction>,
  reviews: Iterable<Review>,
): RelationshipCounts {
  const kinds = RELATIONSHIP_KINDS.length;
  const counts = new Uint32Array(log.columns.customerNumbers * kinds);
  let unattributed = 0;
  const take = (
    seen: IdArena,
    { id, customerId, at }: Interaction | Review,
    kind: RelationshipKind,
  ): void => {
    const known = seen.count;
    if (dayOfInstant(log.calendar, at) > asOfDay || seen.intern(id) < known) return;
    const customer = log.customerNumberOf(customerId);
    if (customer === undefined) {
      unattributed++;
      return;
    }
    const place = customer * kinds + RELATIONSHIP_KINDS.indexOf(kind);
    counts[place] = (counts[place] ?? 0) + 1;
  };
  const seenInteractions = new IdArena();
  for (const interaction of interactions) take(seenInteractions, interaction, interaction.kind);
  const seenReviews = new IdArena();
  for (const review of reviews) take(seenReviews, review, 'review');
  const countOf = (customer: number, kind: RelationshipKind) =>
    counts[customer * kinds + RELATIONSHIP_KINDS.indexOf(kind)] ?? 0;
  return {
    unattributed,
    of: (customer) => ({
      visit: countOf(customer, 'visit'),
      message: countOf(customer, 'message'),
      share: countOf(customer, 'share'),
      review: countOf(customer, 'review'),
      photo_review: countOf(customer, 'photo_review'),
      referral: countOf(customer, 'referral'),
    }),
  };
}

/** Fills up given weights with the defaults; throws `out_of_range` for one that is not zero or more. */
export function checkedWeights(given: Partial<RelationshipWeights>): RelationshipWeights {
  const weights = { ...DEFAULT_WEIGHTS, ...given };
  for (const [kind, weight] of Object.entries(weights)) {
    if (Number.isFinite(weight) && weight >= 0) continue;
    const details = { measure: 'value' as const, received: showValue(weight), minimum: 0, inclusive: true };
    throw new AftercareError([coreIssues.create('out_of_range', ['weights', kind], details)]);
  }
  return weights;
}

/** The weighted sum of a customer's acts. */
export function relationshipScore(
  counts: Readonly<Record<RelationshipKind, number>>,
  weights: RelationshipWeights,
): number {
  return RELATIONSHIP_KINDS.reduce((sum, kind) => sum + counts[kind] * weights[kind], 0);
}
