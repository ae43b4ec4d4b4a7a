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
  CompiledTransition,
  Policy,
} from './policy.js';
