export { closest } from './closest.js';
export { customIssue } from './customIssue.js';
export type { Expected, InputIssueDetails, JsonType, RangeDetails } from './inputIssueDetails.js';
export { type InputIssue, inputIssues } from './inputIssues.js';
export { inputIssueTexts } from './inputIssueTexts.js';
export { parseWith } from './parseWith.js';
export { textOfFormat } from './textOfFormat.js';
