import { describe, expectTypeOf, test } from 'vitest';
import type { Failure, Ok } from '../foundation/index.js';
import { type CoreIssue, type CoreResult, coreIssues } from './index.js';

declare const issue: CoreIssue;

describe('the issues of the core', () => {
  test('are told apart by their code', () => {
    if (issue.code === 'currency_mismatch') {
      expectTypeOf(issue.details).toEqualTypeOf<{ readonly expected: string; readonly received: string }>();
    }
    if (issue.code === 'missing') expectTypeOf(issue.details.expected[0]).toBeString();
    // @ts-expect-error No issue has this code.
    if (issue.code === 'wrong_currency') issue.path;
  });

  test('are those of a result of the core', () => {
    expectTypeOf<CoreResult<1>>().toEqualTypeOf<Ok<1> | Failure<CoreIssue>>();
  });

  test('are made with the details of their code only', () => {
    coreIssues.create('invalid_day', [], { received: '"2026-02-30"' });
    // @ts-expect-error The details of another code.
    coreIssues.create('invalid_day', [], { day: '2026-02-30' });
  });
});
