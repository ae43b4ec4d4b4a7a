export { type CoreIssue, type CoreIssueDetails, type CoreResult, coreIssues } from './coreIssues.js';
export { formatIssue } from './formatIssue.js';
