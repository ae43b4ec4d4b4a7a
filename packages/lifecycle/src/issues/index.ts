export {
  customLifecycleIssue,
  formatLifecycleIssue,
  type LifecycleIssue,
  type LifecycleIssueDetails,
  type LifecycleResult,
  lifecycleIssues,
} from './lifecycleIssues.js';
