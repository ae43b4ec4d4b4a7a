import { type IssuePath, showValue } from '@aftercare/core/foundation';
import type { IssueReport } from '../issues/index.js';
import type { LoadLimits } from './loadLimits.js';

/**
 * Reports what keeps a value from being plain JSON within the limits. It comes before everything else, so that nothing
 * after it meets a cycle, a function, an own `__proto__`, or more than it can take. Stops at the first limit.
 */
export function checkSize(document: unknown, limits: LoadLimits, report: IssueReport): void {
  let values = 0;
  const exceeded = (limit: keyof LoadLimits, path: IssuePath) => {
    report.add('limit_exceeded', path, { limit, maximum: limits[limit] });
    return false;
  };

  // The recursion is as deep as the limit of depth at most. The result tells whether to go on.
  function visit(value: unknown, path: (string | number)[]): boolean {
    values += 1;
    if (values > limits.values) return exceeded('values', []);
    if (path.length > limits.depth) return exceeded('depth', [...path]);
    switch (typeof value) {
      case 'string':
        if (value.length > limits.textLength) return exceeded('textLength', [...path]);
        if (isTorn(value)) refuse(value, path);
        return true;
      case 'boolean':
        return true;
      case 'number':
        if (!Number.isFinite(value)) refuse(value, path);
        return true;
      case 'object':
        if (value === null) return true;
        if (Array.isArray(value)) return visitItems(value, path);
        return visitProperties(value, path);
      default:
        refuse(value, path);
        return true;
    }
  }

  function visitItems(items: readonly unknown[], path: (string | number)[]): boolean {
    // Asked before the walk: a sparse list of a billion holes is small in memory and long to walk.
    if (values + items.length > limits.values) return exceeded('values', []);
    for (let index = 0; index < items.length; index++) {
      path.push(index);
      if (!visit(items[index], path)) return false;
      path.pop();
    }
    return true;
  }

  function visitProperties(record: object, path: (string | number)[]): boolean {
    const keys = Object.keys(record);
    if (keys.length > limits.keys) return exceeded('keys', [...path]);
    if (!isPlain(record)) {
      refuse(record, path);
      return true;
    }
    for (const key of keys) {
      if (key.length > limits.textLength) return exceeded('textLength', [...path]);
      if (isTorn(key)) refuse(key, [...path, key]);
      if (key === '__proto__') report.add('forbidden_name', [...path], { name: key });
      path.push(key);
      if (!visit((record as Record<string, unknown>)[key], path)) return false;
      path.pop();
    }
    return true;
  }

  function refuse(value: unknown, path: IssuePath): void {
    report.add('not_json', [...path], { received: showValue(value) });
  }

  visit(document, []);
}

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether a text has half of a surrogate pair, which no encoding has. Most have no surrogate at all, which is found out faster. */
function isTorn(text: string): boolean {
  return SURROGATE.test(text) && LONE_SURROGATE.test(text);
}

function isPlain(value: object): boolean {
  if (Object.getOwnPropertySymbols(value).length > 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with Object.prototype: another realm (a test runner's sandbox, a frame) has its own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
