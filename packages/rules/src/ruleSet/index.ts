export { type LoadOptions, loadRules } from './loadRules.js';
export type { RuleSet, Strategy } from './ruleSet.js';
