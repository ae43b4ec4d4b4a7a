import * as z from 'zod';
import { codeSchema } from '../../domain/index.js';
import { customIssue, parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';

const scoresSchema = z
  .array(z.int().min(1).max(5))
  .min(1)
  .exactOptional()
  .meta({ description: 'The scores that belong to it, 5 is best; absent: all.' });

/** Schema of {@link RfmSegment}. */
export const rfmSegmentSchema = z.strictObject({
  code: codeSchema,
  name: z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) }),
  where: z
    .array(
      z.strictObject({
        recency: scoresSchema,
        frequency: scoresSchema,
        monetary: scoresSchema,
      }),
    )
    .min(1)
    .meta({ description: 'A customer belongs here whose scores fit one of these.' }),
});

/** A named group of customers by their RFM scores. */
export interface RfmSegment extends z.infer<typeof rfmSegmentSchema> {}

/** Schema of a table of segments in which each of the 125 combinations of scores belongs to exactly one. */
export const rfmSegmentsSchema = z
  .array(rfmSegmentSchema)
  .min(1)
  .check((context) => {
    for (const { code, details } of [...duplicates(context.value), ...gapsAndOverlaps(context.value)]) {
      context.issues.push({ code: 'custom', input: context.value, params: customIssue(code, details) });
    }
  });

/**
 * Checks an unknown value as a table of RFM segments: every combination of scores belongs to one segment and to one only
 * (`scores_without_segment`, `scores_in_two_segments`), and codes are unique (`duplicate_code`).
 *
 * @example
 * ```ts
 * import { parseRfmSegments } from '@aftercare/core';
 *
 * const result = parseRfmSegments([
 *   { code: 'recent', name: { en: 'Recent', 'zh-CN': '近期' }, where: [{ recency: [3, 4, 5] }] },
 *   { code: 'gone', name: { en: 'Gone', 'zh-CN': '流失' }, where: [{ recency: [1] }] },
 * ]);
 * result.ok ? '' : result.issues[0].message; // => 'No segment holds recency 2, frequency 1, monetary 1; 25 of 125 combinations of scores have none.'
 * ```
 */
export function parseRfmSegments(input: unknown): CoreResult<RfmSegment[]> {
  return parseWith(coreIssues, rfmSegmentsSchema, input);
}

/** The three scores of a customer, 1 to 5 each, 5 is best. */
export interface RfmScores {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/**
 * Finds the segment of given scores, as its place in the table; for a table that {@link rfmSegmentsSchema} accepts. All
 * combinations are looked up once, so that a million customers cost no search each.
 */
export function segmentFinder(segments: readonly RfmSegment[]): (scores: RfmScores) => number {
  const places = everyScores().map((scores) =>
    segments.findIndex(({ code }) => code === holdersOf(scores, segments)[0]?.code),
  );
  return ({ recency, frequency, monetary }) =>
    places[(recency - 1) * 25 + (frequency - 1) * 5 + (monetary - 1)] ?? 0;
}

function* duplicates(segments: readonly RfmSegment[]) {
  const seen = new Set<string>();
  for (const { code } of segments) {
    if (seen.has(code)) yield { code: 'duplicate_code', details: { received: code } };
    seen.add(code);
  }
}

function* gapsAndOverlaps(segments: readonly RfmSegment[]) {
  const uncovered: RfmScores[] = [];
  const overlapping = new Map<string, object>();
  for (const scores of everyScores()) {
    const [first, second] = holdersOf(scores, segments);
    if (first === undefined) uncovered.push(scores);
    if (first === undefined || second === undefined) continue;
    const pair = `${first.code} ${second.code}`;
    // Two segments that overlap in many places are one mistake.
    if (overlapping.has(pair)) continue;
    overlapping.set(pair, { ...scores, first: first.code, second: second.code });
  }
  const [firstUncovered] = uncovered;
  if (firstUncovered !== undefined) {
    const details = { ...firstUncovered, combinations: uncovered.length };
    yield { code: 'scores_without_segment', details };
  }
  for (const details of overlapping.values()) yield { code: 'scores_in_two_segments', details };
}

function holdersOf(scores: RfmScores, segments: readonly RfmSegment[]): RfmSegment[] {
  return segments.filter(({ where }) =>
    where.some(
      (fitting) =>
        (fitting.recency ?? ALL_SCORES).includes(scores.recency) &&
        (fitting.frequency ?? ALL_SCORES).includes(scores.frequency) &&
        (fitting.monetary ?? ALL_SCORES).includes(scores.monetary),
    ),
  );
}

const ALL_SCORES: readonly number[] = [1, 2, 3, 4, 5];

/** All 125 combinations; those of recency, frequency and monetary count like the digits of a number. */
function everyScores(): RfmScores[] {
  return ALL_SCORES.flatMap((recency) =>
    ALL_SCORES.flatMap((frequency) => ALL_SCORES.map((monetary) => ({ recency, frequency, monetary }))),
  );
}
