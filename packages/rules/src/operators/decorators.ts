import type { Decorator } from '../ast/index.js';
import type { OperatorTest } from './operators.js';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * What a decorator makes of an operator. A decorator that looks at each item of a list is false when there is no list
 * (the original throws where the value is none).
 */
export const DECORATORS: Readonly<Record<Decorator, (next: OperatorTest) => OperatorTest>> = {
  someFact: (next) => (actual, expected) => isList(actual) && actual.some((item) => next(item, expected)),
  everyFact: (next) => (actual, expected) => isList(actual) && actual.every((item) => next(item, expected)),
  someValue: (next) => (actual, expected) => isList(expected) && expected.some((item) => next(actual, item)),
  everyValue: (next) => (actual, expected) =>
    isList(expected) && expected.every((item) => next(actual, item)),
  not: (next) => (actual, expected) => !next(actual, expected),
  swap: (next) => (actual, expected) => next(expected, actual),
};

/** Whether a word is a decorator. */
export function isDecorator(word: string): word is Decorator {
  return Object.hasOwn(DECORATORS, word);
}
