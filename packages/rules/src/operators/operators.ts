/** Compares the value of a fact with the value that the rule states; pure and synchronous. */
export type OperatorTest = (actual: unknown, expected: unknown) => boolean;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

// Only numbers have an order here. The original also compares numeric texts ('10' is less than '9' there) and takes a
// null on the right for 0.
const numeric =
  (test: (actual: number, expected: number) => boolean): OperatorTest =>
  (actual, expected) =>
    typeof actual === 'number' && typeof expected === 'number' && test(actual, expected);

/**
 * The ten operators. `equal` is `===`, so lists and objects are equal to nothing but themselves; an operator on a list is
 * false when there is no list, its negative form (`notIn`, `doesNotContain`) too.
 */
export const OPERATORS = {
  equal: (actual, expected) => actual === expected,
  notEqual: (actual, expected) => actual !== expected,
  in: (actual, expected) => isList(expected) && expected.indexOf(actual) !== -1,
  notIn: (actual, expected) => isList(expected) && expected.indexOf(actual) === -1,
  contains: (actual, expected) => isList(actual) && actual.indexOf(expected) !== -1,
  doesNotContain: (actual, expected) => isList(actual) && actual.indexOf(expected) === -1,
  lessThan: numeric((actual, expected) => actual < expected),
  lessThanInclusive: numeric((actual, expected) => actual <= expected),
  greaterThan: numeric((actual, expected) => actual > expected),
  greaterThanInclusive: numeric((actual, expected) => actual >= expected),
} as const satisfies Readonly<Record<string, OperatorTest>>;

/** The name of one of the ten operators. */
export type OperatorName = keyof typeof OPERATORS;

/** Whether a name is one of the ten operators'. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(OPERATORS, name);
}
