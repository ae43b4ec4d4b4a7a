export {
  type DeadlineDefinition,
  definitionSchema,
  type Invariant,
  type Opening,
  type PolicyDefinition,
  type StateDefinition,
  type Transition,
} from './definition.js';
export { type DefinitionTexts, definitionTextsSchema } from './definitionTexts.js';
export { type Duration, durationSchema, type Elapsed, elapsedDurationSchema } from './duration.js';
export { deadlineTexts, durationText } from './durationText.js';
export { type EffectUse, effectUseSchema, readEffect } from './effectUse.js';
export { expandSets, membersOf } from './expandSets.js';
export { basisSchema, figureSchema } from './figure.js';
export { versionOfDefinition } from './versionOfDefinition.js';
export { workdaysFrom } from './workdaysFrom.js';
