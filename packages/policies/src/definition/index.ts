export {
  type DeadlineDefinition,
  deadlineSchema,
  definitionSchema,
  type EffectUse,
  effectUseSchema,
  type Guard,
  type Invariant,
  invariantSchema,
  type Opening,
  openingSchema,
  type PolicyDefinition,
  type StateDefinition,
  stateSchema,
  type Transition,
  transitionSchema,
} from './definition.js';
export { type Duration, durationSchema, type Elapsed, elapsedDurationSchema } from './duration.js';
export { basisSchema, figureSchema } from './figure.js';
export { versionOfDefinition } from './versionOfDefinition.js';
