export { defineRule } from './defineRule.js';
export type { CombinedConditionOf, ComparisonOf, ConditionOf, TypedRule } from './typedRule.js';
