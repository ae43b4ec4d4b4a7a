/** What a name of the definition stands for; the checks have made sure that there is something. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('A name of the definition stands for nothing.');
  return value;
}
