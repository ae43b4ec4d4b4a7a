export { closureMatcher, conditionTest } from './closures.js';
export {
  type ConditionTest,
  type FactRecord,
  type Matcher,
  missingFacts,
  NOTHING,
  type Outputs,
  readFacts,
} from './matcher.js';
