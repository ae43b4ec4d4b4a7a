export { checkSize } from './checkSize.js';
export {
  type AllDocument,
  type AnyDocument,
  allSchema,
  anySchema,
  CONDITION_KEYS,
  type CombinedConditionDocument,
  type ComparisonDocument,
  type ConditionDocument,
  type ConditionReferenceDocument,
  comparisonSchema,
  type FactReferenceDocument,
  factReferenceSchema,
  type NotDocument,
  notSchema,
  referenceSchema,
} from './conditionDocument.js';
export { DEFAULT_LIMITS, type LoadLimits } from './loadLimits.js';
export {
  documentSchema,
  type EventDocument,
  groupSchema,
  type RuleDocument,
  type RuleExample,
  type RuleGroup,
  type RuleSetDocument,
  ruleSchema,
} from './ruleDocument.js';
