export { type Actor, actorSchema, isParty, PARTIES, type Party, shareHands } from './actor.js';
export type {
  Approval,
  ApprovalRequest,
  Case,
  Command,
  Counters,
  Deadline,
  Effect,
  EffectRecord,
  Hold,
  RecordedCommand,
} from './case.js';
export type { CaseEvent, CounterChange, EffectOutcome } from './event.js';
