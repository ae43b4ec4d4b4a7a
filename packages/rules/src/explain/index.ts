export { explain } from './explain.js';
export type {
  ComparisonExplanation,
  ConditionExplanation,
  Explanation,
  RuleExplanation,
  Shift,
  Turn,
} from './explanation.js';
export { formatExplanation, formatTurns } from './formatExplanation.js';
