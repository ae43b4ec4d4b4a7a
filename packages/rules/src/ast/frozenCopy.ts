import type { JsonValue } from './jsonValue.js';

/**
 * A deep copy that nobody can change, so that a loaded rule stays what it was when it was checked.
 *
 * @param value - plain JSON without a key `__proto__`
 */
export function frozenCopy(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return Object.freeze(value.map(frozenCopy));
  const copy: Record<string, JsonValue> = {};
  for (const [key, item] of Object.entries(value)) copy[key] = frozenCopy(item);
  return Object.freeze(copy);
}

// Array.isArray does not narrow read-only lists.
const isList = (value: JsonValue & object): value is readonly JsonValue[] => Array.isArray(value);
