import { describe, expectTypeOf, test } from 'vitest';
import type { AnyIssue, Issue } from '../issue/index.js';
import { type Failure, fail, type Ok, ok, type Result, resultOf, unwrap } from './index.js';

type Heavy = Issue<'too_heavy', { readonly grams: number }>;

declare const result: Result<string, Heavy>;

describe('a result', () => {
  test('is narrowed by `ok`', () => {
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<string>();
    else expectTypeOf(result.issues[0].details.grams).toEqualTypeOf<number>();
  });

  test('has no value before it is asked whether it is a success', () => {
    // @ts-expect-error A failure has no value.
    result.value;
    // @ts-expect-error A success has no issues.
    result.issues;
  });

  test('has at least one issue when it failed', () => {
    expectTypeOf<Failure<Heavy>['issues']>().toEqualTypeOf<readonly [Heavy, ...Heavy[]]>();
    // @ts-expect-error A failure without an issue explains nothing.
    fail();
  });

  test('has issues of any code unless a union is given', () => {
    expectTypeOf<Result<string>>().toEqualTypeOf<Result<string, AnyIssue>>();
  });

  test('cannot be changed', () => {
    // @ts-expect-error Readonly.
    ok(1).value = 2;
  });

  test('takes its types from what it is made of', () => {
    expectTypeOf(ok(1 as const)).toEqualTypeOf<Ok<1>>();
    expectTypeOf(resultOf(1, [] as Heavy[])).toEqualTypeOf<Result<number, Heavy>>();
    expectTypeOf(unwrap(result)).toEqualTypeOf<string>();
  });

  test('of a narrower issue fits where a wider one is expected', () => {
    expectTypeOf<Result<'a', Heavy>>().toExtend<Result<string>>();
  });
});
