export { guardRules } from './compileGuards.js';
export { commandKey } from './compileMachine.js';
export { guardFactsOf } from './guardFacts.js';
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
  Machine,
  Policy,
} from './policy.js';
