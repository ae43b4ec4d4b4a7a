import * as z from 'zod';
import { customIssue, showValue } from '../../foundation/index.js';

const fourBounds = (bound: z.ZodType<number>) =>
  z
    .tuple([bound, bound, bound, bound])
    .readonly()
    .check((context) => {
      const bounds = context.value;
      if (bounds.every((bound, index) => index === 0 || bound >= (bounds[index - 1] ?? bound))) return;
      const details = { received: showValue(bounds.join(', ')) };
      context.issues.push({
        code: 'custom',
        input: context.value,
        params: customIssue('bounds_not_ascending', details),
      });
    });

/** Schema of {@link RfmThresholds}. */
export const rfmThresholdsSchema = z.strictObject({
  recencyDays: fourBounds(z.int().min(0)).meta({
    description:
      'Days since the last purchase. Below the first: 5; from the first (included) on: 4; from the fourth on: 1.',
  }),
  frequency: fourBounds(z.int().min(0)).meta({
    description: 'Purchases. Below the first: 1; from the first (included) on: 2; from the fourth on: 5.',
  }),
  monetaryMinor: fourBounds(z.int().min(0)).meta({
    description: 'Money spent, in minor units. Below the first: 1; from the first (included) on: 2.',
  }),
});

/**
 * Where one RFM score ends and the next begins: four bounds for each of recency, frequency and monetary value, ascending
 * (equal ones allowed: the score between them is given to nobody). Every bound belongs to the score above it in number:
 * with `frequency: [2, 3, 5, 10]` a customer of 4 purchases scores 3 and one of 5 scores 4.
 */
export interface RfmThresholds extends Readonly<z.infer<typeof rfmThresholdsSchema>> {}

type Bounds = RfmThresholds['frequency'];

/** The score, 1 to 5, of a value of which more is better: 1 and one more for each bound that it reaches. */
export function scoreOfMore(value: number, [second, third, fourth, fifth]: Bounds): number {
  return (
    1 + Number(value >= second) + Number(value >= third) + Number(value >= fourth) + Number(value >= fifth)
  );
}

/** The score, 5 to 1, of a value of which less is better: 5 and one less for each bound that it reaches. */
export function scoreOfLess(value: number, bounds: Bounds): number {
  return 6 - scoreOfMore(value, bounds);
}

/**
 * The bounds by which {@link scoreOfMore} scores by rank, `1 + floor(5 * customers strictly worse / customers)`.
 *
 * At least `s` is reached when at least `(s - 1) / 5` of all customers are strictly worse: when the value is above that of
 * the customer who stands at this place from below. Values are whole numbers, so "above" is "at least one more".
 *
 * @param ascending - the values of all customers, at least one, sorted
 */
export function rankBoundsOfMore(ascending: Float64Array): Bounds {
  const bound = (score: number) => (ascending[placesBelow(score, ascending.length) - 1] ?? 0) + 1;
  return [bound(2), bound(3), bound(4), bound(5)];
}

/** {@link rankBoundsOfMore} for {@link scoreOfLess}: strictly worse is who has strictly more. */
export function rankBoundsOfLess(ascending: Float64Array): Bounds {
  const bound = (score: number) => ascending[ascending.length - placesBelow(score, ascending.length)] ?? 0;
  return [bound(5), bound(4), bound(3), bound(2)];
}

/** How many customers must be strictly worse for a score. */
function placesBelow(score: number, customers: number): number {
  return Math.ceil(((score - 1) * customers) / 5);
}
