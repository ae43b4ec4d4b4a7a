export { compensationKind } from './compensationKind.js';
export {
  type CompensationPart,
  compensationPartSchema,
  compensationReasonSchema,
  costBearerSchema,
  rootCauseSchema,
} from './compensationSchemas.js';
export type { CompensationShape } from './compensationShape.js';
export {
  compensationChinaPreset,
  compensationDefinition,
  compensationEuPreset,
} from './shippedCompensation.js';
