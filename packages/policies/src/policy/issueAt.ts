import type { IssuePath } from '@aftercare/core';
import { type PolicyIssue, policyIssues } from '../issues/index.js';

/** The issue of a part of a definition, with its place in the whole. */
export function issueAt(prefix: IssuePath, issue: PolicyIssue): PolicyIssue {
  return policyIssues.complete({ ...issue, path: [...prefix, ...issue.path] });
}
