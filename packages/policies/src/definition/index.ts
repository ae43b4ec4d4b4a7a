export {
  type DeadlineDefinition,
  definitionSchema,
  type EffectUse,
  effectUseSchema,
  type Invariant,
  type Opening,
  type PolicyDefinition,
  type StateDefinition,
  type Transition,
} from './definition.js';
export { type DefinitionTexts, definitionTextsSchema } from './definitionTexts.js';
export { type Duration, durationSchema, type Elapsed, elapsedDurationSchema } from './duration.js';
export { deadlineTexts, durationText } from './durationText.js';
export { expandSets, membersOf } from './expandSets.js';
export { basisSchema, figureSchema } from './figure.js';
export { versionOfDefinition } from './versionOfDefinition.js';
export { workdaysFrom } from './workdaysFrom.js';
