export {
  type DeadlineDefinition,
  definitionSchema,
  type EffectUse,
  effectUseSchema,
  type Guard,
  type Invariant,
  type Opening,
  type PolicyDefinition,
  type StateDefinition,
  type Transition,
} from './definition.js';
export { type Duration, durationSchema, type Elapsed, elapsedDurationSchema } from './duration.js';
export { basisSchema, figureSchema } from './figure.js';
export { versionOfDefinition } from './versionOfDefinition.js';
