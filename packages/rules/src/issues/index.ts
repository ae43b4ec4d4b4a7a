export { formatRuleIssue } from './formatRuleIssue.js';
export { createIssueReport, type IssueReport } from './issueReport.js';
export { type RuleIssue, type RuleIssueDetails, type RuleResult, ruleIssues } from './ruleIssues.js';
