export { defaultRfmSegments } from './defaultRfmSegments.js';
export {
  type RfmBasis,
  type RfmOptions,
  type RfmRow,
  type RfmSegmentSize,
  type RfmTable,
  rfm,
} from './rfm.js';
export type { RfmValues } from './rfmScoring.js';
export {
  parseRfmSegments,
  type RfmScores,
  type RfmSegment,
  rfmSegmentSchema,
  rfmSegmentsSchema,
} from './rfmSegment.js';
export type { RfmTables } from './rfmTables.js';
export { type RfmThresholds, rfmThresholdsSchema } from './rfmThresholds.js';
