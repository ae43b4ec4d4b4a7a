/** A type of JSON value as an issue names it; every language has its own word for it. */
export type JsonType = 'text' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array';

/**
 * What an input may be: types by their code, single values as JSON text, `'"prepaid"'`. For a schema of things that JSON
 * cannot hold, the name that zod has for them, such as `date`.
 */
export type Expected = readonly [JsonType | (string & {}), ...(JsonType | (string & {}))[]];

/** A number or length that is outside its bounds; an absent bound is no bound. */
export interface RangeDetails {
  /** What was measured: the value itself, or the length of a text (in UTF-16 code units) or of a list. */
  readonly measure: 'value' | 'length';
  /** The offending value as the message shows it. */
  readonly received: string;
  /** The length that was measured; absent where it is the value. */
  readonly length?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Whether the bound itself is allowed. */
  readonly inclusive: boolean;
}

/**
 * Details of the issues that any JSON input can have, whatever it is about. Every package's own catalogue contains
 * these. Each `received` is the offending value as `showValue` shows it.
 */
// A type and not an interface: catalogues need the index signature that only type aliases get implicitly.
export type InputIssueDetails = {
  /** A key that must be there is absent. */
  missing: { readonly expected: Expected };
  /** The value is of another type. */
  invalid_type: { readonly expected: Expected; readonly received: string };
  /** A key that the format does not know; often a typing error. */
  unknown_key: { readonly key: string; readonly suggestion?: string };
  /** The value is none of the allowed ones, which are given as JSON texts. */
  not_one_of: { readonly received: string; readonly options: readonly string[] };
  /** A number, or a length, outside its bounds. */
  out_of_range: RangeDetails;
  /** A number that is no multiple of the step, such as half a piece. */
  not_multiple_of: { readonly received: string; readonly step: number };
  /**
   * A text that is not of its format, such as an identifier with a space at its end. `format` is a code; `pattern` is
   * there for the formats that say nothing without: `regex`, `starts_with`, `ends_with`, `includes`.
   */
  invalid_format: { readonly received: string; readonly format: string; readonly pattern?: string };
  /** The value fits none of the forms that the format allows here, or several where only one may fit. */
  no_matching_form: { readonly received: string; readonly matches: number };
  /** A check failed that knows only its own sentence: one in a schema that a user of this library wrote. */
  check_failed: { readonly received: string; readonly sentence: string };
  /** Something that JSON cannot carry: NaN, a function, a date object, half a surrogate pair. */
  not_json: { readonly received: string };
  /** An object or array that contains itself. */
  cycle: { readonly received: string };
  /** Objects and arrays within each other to more than so many levels. */
  too_deep: { readonly deepest: number };
};
