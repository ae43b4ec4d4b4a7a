import { describe, expectTypeOf, test } from 'vitest';
import type { AnyIssue, IssuePath } from '../issue/index.js';
import { AftercareError } from './index.js';

declare const error: unknown;

describe('the error of misuse', () => {
  test('is narrowed by instanceof to issues of any code, and not to `any`', () => {
    if (error instanceof AftercareError) {
      expectTypeOf(error.code).toEqualTypeOf<string>();
      expectTypeOf(error.path).toEqualTypeOf<IssuePath>();
      expectTypeOf(error.issues[0]).toEqualTypeOf<AnyIssue>();
    }
  });

  test('cannot be made without an issue', () => {
    // @ts-expect-error At least one.
    new AftercareError([]);
  });
});
