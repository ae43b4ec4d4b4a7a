export type { AnyIssue, Issue, IssueOf, IssuePath } from './issue.js';
export { defineIssues, type IssueCatalogue, type IssueDraft, type IssueTexts } from './issueCatalogue.js';
export { formatIssuePath } from './issuePath.js';
export type { Locale } from './locale.js';
export { showValue } from './showValue.js';
