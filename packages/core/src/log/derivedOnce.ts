import type { OrderLog } from './orderLog.js';

/**
 * Remembers what `derive` made of a log until the log changes or is dropped. What comes out is the same with and without
 * it: only the second question is cheap.
 */
export function derivedOnce<Value>(derive: (log: OrderLog) => Value): (log: OrderLog) => Value {
  const known = new WeakMap<OrderLog, { readonly revision: number; readonly value: Value }>();
  return (log) => {
    const last = known.get(log);
    if (last !== undefined && last.revision === log.revision) return last.value;
    // The former value goes first, so that its memory can be used for the next.
    known.delete(log);
    const value = derive(log);
    known.set(log, { revision: log.revision, value });
    return value;
  };
}

/**
 * {@link derivedOnce} for what depends on something else than the log too, told apart by a text; the last few are
 * remembered.
 */
export function derivedFor<Of, Value>(
  remembered: number,
  keyOf: (of: Of) => string,
  derive: (log: OrderLog, of: Of) => Value,
): (log: OrderLog, of: Of) => Value {
  const valuesOf = derivedOnce(() => new Map<string, Value>());
  return (log, of) => {
    const values = valuesOf(log);
    const key = keyOf(of);
    const known = values.get(key);
    if (known !== undefined) return known;
    for (const oldest of values.keys()) {
      if (values.size < remembered) break;
      values.delete(oldest);
    }
    const value = derive(log, of);
    values.set(key, value);
    return value;
  };
}
