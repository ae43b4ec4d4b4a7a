export { issueAt } from './issueAt.js';
export {
  formatPolicyIssue,
  type LoadPolicyIssue,
  type Named,
  type PolicyIssue,
  type PolicyIssueDetails,
  type PolicyResult,
  policyIssues,
} from './policyIssues.js';
export { requireMade } from './requireMade.js';
