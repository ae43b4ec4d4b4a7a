export { AftercareError } from './error/index.js';
export { type FactChange, type FactNote, fact, factNotes } from './facts/index.js';
export { canonicalJson, contentHash } from './hash/index.js';
export {
  closest,
  customIssue,
  type Expected,
  type InputIssue,
  type InputIssueDetails,
  inputIssues,
  inputIssueTexts,
  type JsonType,
  parseWith,
  type RangeDetails,
  textOfFormat,
} from './input/index.js';
export {
  type AnyIssue,
  defineIssues,
  formatIssuePath,
  type Issue,
  type IssueCatalogue,
  type IssueDraft,
  type IssueOf,
  type IssuePath,
  type IssueTexts,
  type Locale,
  showValue,
} from './issue/index.js';
export { type Failure, fail, type Ok, ok, type Result, resultOf, unwrap } from './result/index.js';
