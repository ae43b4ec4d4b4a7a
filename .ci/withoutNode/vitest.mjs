// Stands for vitest where there is no Node: just what the examples of the documents use, in the language's own means.

/** @type {{ name: string, work: () => unknown }[]} */
const tests = [];

/** @type {string[]} */
let failures = [];

/**
 * @param {string} name
 * @param {() => unknown} work
 */
export function test(name, work) {
  tests.push({ name, work });
}

/**
 * @param {unknown} actual
 * @param {string} place
 */
function expectSoftly(actual, place) {
  return {
    /** @param {unknown} expected */
    toEqual(expected) {
      if (!equal(actual, expected)) failures.push(`${place}: ${show(actual)} is not ${show(expected)}.`);
    },
  };
}

export const expect = Object.assign(expectSoftly, { soft: expectSoftly });

/**
 * Runs all tests, one after the other.
 *
 * @returns {Promise<string>} JSON, since objects of this world are strange to the one that asks
 */
export async function runAll() {
  const failed = [];
  for (const { name, work } of tests) {
    failures = [];
    try {
      await work();
    } catch (error) {
      failures.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
    failed.push(...failures.map((failure) => `${name}: ${failure}`));
  }
  return JSON.stringify({ run: tests.length, failed });
}

/**
 * As vitest's toEqual: by structure, a key with undefined as good as none.
 *
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
function equal(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (a instanceof Map || a instanceof Set)
    return b instanceof a.constructor && equal([...a], [.../** @type {Iterable<unknown>} */ (b)]);
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return show(a) === show(b);
  const [left, right] = [definedEntries(a), definedEntries(b)];
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && equal(value, right.get(key)))
  );
}

/** @param {object} value */
function definedEntries(value) {
  return new Map(Object.entries(value).filter(([, each]) => each !== undefined));
}

/** @param {unknown} value */
function show(value) {
  return JSON.stringify(value) ?? String(value);
}
