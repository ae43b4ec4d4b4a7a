export { guardRules } from './compileGuards.js';
export { commandKey } from './compileMachine.js';
export { found } from './found.js';
export { guardFactsOf } from './guardFacts.js';
export type { InstantReader } from './instantReader.js';
export { type LoadPolicyOptions, loadPolicy } from './loadPolicy.js';
export type {
  Calendars,
  CommandGroup,
  CompiledDeadline,
  CompiledEffect,
  CompiledGrant,
  CompiledGrantUse,
  CompiledState,
  CompiledTransition,
  Policy,
} from './policy.js';
