export {
  type Assessment,
  type Authority,
  type AuthorityLimit,
  type AuthorityMatrix,
  assessAuthority,
  authorityCny,
  authorityEur,
  authorityMatrixSchema,
  type Cap,
  type Delegation,
  type Exceeded,
  type GrantRequest,
  loadAuthority,
  type MostBy,
  type MostGranted,
  paidKey,
  type Reservation,
  type Usage,
  type UsageEntry,
} from './authority/index.js';
export {
  type Actor,
  type Approval,
  type ApprovalRequest,
  actorSchema,
  type Case,
  type CaseEvent,
  type Command,
  type CounterChange,
  type Counters,
  type Deadline,
  type Effect,
  type EffectOutcome,
  type EffectRecord,
  type Hold,
  PARTIES,
  type Party,
  type RecordedCommand,
} from './case/index.js';
export * from './decide/index.js';
export * from './decider/index.js';
export {
  basisSchema,
  type DeadlineDefinition,
  type DefinitionTexts,
  type Duration,
  definitionSchema,
  durationSchema,
  type EffectUse,
  type Elapsed,
  figureSchema,
  type Invariant,
  type Opening,
  type PolicyDefinition,
  type StateDefinition,
  type Transition,
} from './definition/index.js';
export { evolve, replay } from './evolve/index.js';
export {
  formatPolicyIssue,
  type LoadPolicyIssue,
  type Named,
  type PolicyIssue,
  type PolicyIssueDetails,
  type PolicyResult,
} from './issues/index.js';
export {
  type Calculator,
  type CaseSubject,
  type DataOf,
  defineKind,
  type EffectCommand,
  type EffectCommandName,
  type EffectShape,
  type EvidenceGiven,
  effectCommandSchemas,
  type Grant,
  type HostFactsOf,
  type Kind,
  type KindBehaviour,
  type KindCommand,
  type KindFinding,
  type KindSamples,
  type KindShape,
  type ReadonlyOutput,
  type SettingsOf,
  type ValuesOf,
  type View,
} from './kind/index.js';
export * from './migrate/index.js';
export * from './policies/index.js';
export {
  type Calendars,
  guardFactsOf,
  guardRules,
  type LoadPolicyOptions,
  loadPolicy,
  type Policy,
} from './policy/index.js';
export * from './preset/index.js';
export {
  type FailedAttempt,
  type FailedComparison,
  type FailedGuard,
  formatRefusal,
  type NamedFact,
  type NearestChange,
  type NearestNumber,
  type NearestValue,
  type Refusal,
  type RefusalCode,
  type RefusalContext,
  type RefusalDetails,
  type Who,
} from './refusal/index.js';
export * from './show/index.js';
export * from './simulate/index.js';
export type { CaseCommit, CaseStore, CommitResult } from './store/index.js';
export { type Texts, textsSchema } from './texts/index.js';
export {
  formatPolicyFinding,
  type PolicyFinding,
  type PolicyFindingDetails,
  type VerifyOptions,
  verifyPolicy,
} from './verify/index.js';
