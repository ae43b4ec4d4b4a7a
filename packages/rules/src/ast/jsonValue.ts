/** A value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonRecord;

/** An object that JSON can carry. */
export interface JsonRecord {
  readonly [key: string]: JsonValue;
}
