import { compensationCaseFacts, compensationHostFacts } from './compensationFacts.js';
import {
  compensationCommands,
  compensationDataSchema,
  compensationEffects,
  compensationEvents,
  compensationReasonSchema,
  compensationSettingsSchema,
} from './compensationSchemas.js';

/** The names and schemas of the kind `compensation`. */
export const compensationShape = {
  name: 'compensation',
  revision: 2,
  settings: compensationSettingsSchema,
  data: compensationDataSchema,
  facts: compensationHostFacts,
  caseFacts: compensationCaseFacts,
  commands: compensationCommands,
  events: compensationEvents,
  effects: compensationEffects,
  grants: { compensation: 'compensation' },
  reasons: compensationReasonSchema.options,
  counters: { promisedMinor: 'case', paidOutMinor: 'case' },
} as const;

/** The names and schemas of the kind `compensation`, as a type: for `Policy<CompensationShape>` and the like. */
export type CompensationShape = typeof compensationShape;
