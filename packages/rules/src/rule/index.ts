export { factNamesOf } from './factNames.js';
export { type FactParam, type FiredRule, inEvaluationOrder, type Rule, type RuleEvent } from './rule.js';
export { conditionText, versionOfRule, versionOfRules } from './version.js';
