import * as z from 'zod';
import { defaultRfmSegments } from './defaultRfmSegments.js';
import { type RfmSegment, rfmSegmentsSchema } from './rfmSegment.js';
import { type RfmThresholds, rfmThresholdsSchema } from './rfmThresholds.js';

/** How RFM scores and names. */
export interface RfmTables {
  /** Fixed bounds between scores. Absent: customers are ranked against each other. */
  readonly thresholds?: RfmThresholds;
  /** Names for combinations of scores. Absent: {@link defaultRfmSegments}. */
  readonly segments?: readonly RfmSegment[];
}

/** Schema of {@link RfmTables} with the default filled in; other options beside them are not looked at. */
export const rfmTablesSchema = z.object({
  thresholds: rfmThresholdsSchema.optional(),
  segments: rfmSegmentsSchema.default([...defaultRfmSegments]),
});
