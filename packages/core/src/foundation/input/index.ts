export { closest } from './closest.js';
export {
  type InputIssue,
  type InputIssueDetails,
  inputIssues,
  inputIssueTexts,
  type RangeDetails,
} from './inputIssues.js';
export { customIssue, parseWith } from './parseWith.js';
