import type { IssuePath } from '@aftercare/core';
import { type PolicyIssue, policyIssues } from './policyIssues.js';

/** The issue of a part of a document, with its place in the whole. */
export function issueAt(prefix: IssuePath, issue: PolicyIssue): PolicyIssue {
  return policyIssues.complete({ ...issue, path: [...prefix, ...issue.path] });
}
