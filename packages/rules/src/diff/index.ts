export {
  type ChangedRule,
  type DecidingPart,
  diffRules,
  type RewordedRule,
  type RuleDiff,
  type TextPart,
} from './diffRules.js';
