export { type ConditionTest, closureMatcher, conditionTest } from './closures.js';
export { type FactRecord, type Matcher, missingFacts, NOTHING, type OutputOf, readFacts } from './matcher.js';
