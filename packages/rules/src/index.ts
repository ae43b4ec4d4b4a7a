/** What rules and their results are made of, so that a host of rules alone needs no other package. */
export {
  AftercareError,
  type AnyIssue,
  type FactChange,
  type FactNote,
  fact,
  formatIssuePath,
  type Issue,
  type IssuePath,
  type Locale,
  type Result,
  unwrap,
} from '@aftercare/core/foundation';
export {
  type AllOf,
  type AnyOf,
  type Comparison,
  type Condition,
  type Decorator,
  type FactPath,
  type FactReference,
  formatPath,
  type JsonRecord,
  type JsonValue,
  type Literal,
  type Not,
  type Operand,
  operatorText,
  parsePath,
} from './ast/index.js';
export {
  defineFacts,
  type FactCatalogue,
  type FactDescription,
  type FactShape,
  type Facts,
  type FactsOf,
  parseFacts,
} from './catalogue/index.js';
export { couldFire } from './couldFire/index.js';
export {
  type CombinedConditionOf,
  type ComparisonOf,
  type ConditionOf,
  defineRule,
  type TypedRule,
} from './define/index.js';
export {
  type ChangedRule,
  type DecidingPart,
  diffRules,
  type RewordedRule,
  type RuleDiff,
  type TextPart,
} from './diff/index.js';
export {
  type AllDocument,
  type AnyDocument,
  type CombinedConditionDocument,
  type ComparisonDocument,
  type ConditionDocument,
  type ConditionReferenceDocument,
  DEFAULT_LIMITS,
  type EventDocument,
  type FactReferenceDocument,
  type LoadLimits,
  type NotDocument,
  type RuleDocument,
  type RuleExample,
  type RuleGroup,
  type RuleSetDocument,
} from './document/index.js';
export { checkExamples } from './examples/index.js';
export {
  type ComparisonExplanation,
  type ConditionExplanation,
  type Explanation,
  explain,
  formatExplanation,
  formatTurns,
  type RuleExplanation,
  type Shift,
  type Turn,
} from './explain/index.js';
export type { Choice, FactType, TypeSummary } from './factType/index.js';
export {
  formatRuleIssue,
  type RuleIssue,
  type RuleIssueDetails,
  type RuleResult,
  ruleIssues,
} from './issues/index.js';
export { joinDocuments } from './join/index.js';
export { type RulesJsonSchemaOptions, rulesJsonSchema } from './jsonSchema/index.js';
export {
  type BeyondReason,
  formatFinding,
  type LintFinding,
  type LintFindingDetails,
  lintFindings,
  lintRules,
  type Where,
  type WhereFact,
} from './lint/index.js';
export type { CustomOperators, OperatorName, OperatorTest } from './operators/index.js';
export {
  type FactParam,
  type FiredRule,
  factNamesOf,
  type Rule,
  type RuleEvent,
  versionOfRule,
} from './rule/index.js';
export { type LoadOptions, loadRules, type RuleSet, type Strategy } from './ruleSet/index.js';
