export {
  type CoreIssue,
  type CoreIssueDetails,
  type CoreResult,
  coreIssues,
  coreIssueTexts,
} from './coreIssues.js';
export { formatIssue } from './formatIssue.js';
