export {
  type AnyCase,
  type AnyCommand,
  type AnyContext,
  type AnyDecision,
  type AnyPolicy,
  anyPolicy,
} from './anyPolicy.js';
export { type AvailableCommand, availableCommands } from './availableCommands.js';
export { decide } from './decide.js';
export type {
  Accepted,
  CommandOf,
  Context,
  Decision,
  EffectOf,
  OpenContext,
  Receipt,
  Refused,
  Repeated,
} from './decision.js';
export { openCase } from './openCase.js';
export { nextDueAt, tick } from './tick.js';
export { usageKeys } from './usageKeys.js';
