/**
 * How large a document may be: what comes from outside is refused before it costs much time or memory. A document that
 * people write stays far below every default.
 */
export interface LoadLimits {
  /** Values in the whole document: objects, lists, texts, numbers. Default 100,000. */
  readonly values: number;
  /** Levels of nesting, of the document and of conditions with their references resolved. Default 64. */
  readonly depth: number;
  /** Characters of one text or key. Default 10,000. */
  readonly textLength: number;
  /** Keys of one object. Default 10,000. */
  readonly keys: number;
  /** Items of a list in a rule's value. Default 10,000. */
  readonly listLength: number;
  /** Rules. Default 5,000. */
  readonly rules: number;
  /** Conditions of all rules together, with references resolved. Default 100,000. */
  readonly conditions: number;
  /** Decorators of one operator. Default 8. */
  readonly decorators: number;
  /** Issues that are reported; one more says that there are others. Default 1,000. */
  readonly issues: number;
}

/** The limits when none are given. */
export const DEFAULT_LIMITS: LoadLimits = Object.freeze({
  values: 100_000,
  depth: 64,
  textLength: 10_000,
  keys: 10_000,
  listLength: 10_000,
  rules: 5_000,
  conditions: 100_000,
  decorators: 8,
  issues: 1_000,
});
