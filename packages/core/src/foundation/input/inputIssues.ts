import type { IssueOf } from '../issue/issue.js';
import { defineIssues } from '../issue/issueCatalogue.js';
import type { InputIssueDetails } from './inputIssueDetails.js';
import { inputIssueTexts } from './inputIssueTexts.js';

/** An issue that any JSON input can have. */
export type InputIssue = IssueOf<InputIssueDetails>;

/** Makes and formats {@link InputIssue}s. */
export const inputIssues = defineIssues<InputIssueDetails>(inputIssueTexts);
