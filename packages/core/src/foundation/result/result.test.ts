import { describe, expect, test } from 'vitest';
import { AftercareError } from '../error/index.js';
import { inputIssues } from '../input/index.js';
import { fail, ok, resultOf, unwrap } from './index.js';

const first = inputIssues.create('not_json', ['a'], { received: 'NaN' });
const second = inputIssues.create('not_json', ['b'], { received: 'function' });

describe('a result', () => {
  test('of a success carries the value', () => {
    expect(ok(0)).toEqual({ ok: true, value: 0 });
  });

  test('of a failure carries its issues in order', () => {
    expect(fail(first, second)).toEqual({ ok: false, issues: [first, second] });
  });

  test('of a check is the value when there are no issues, even when the value is undefined', () => {
    expect(resultOf('value', [])).toEqual({ ok: true, value: 'value' });
    expect(resultOf(undefined, [])).toEqual({ ok: true, value: undefined });
  });

  test('of a check is a failure when there is any issue', () => {
    expect(resultOf('value', [second, first])).toEqual({ ok: false, issues: [second, first] });
  });

  test('of a check can have more issues than a call can have arguments', () => {
    const issues = Array.from({ length: 300_000 }, () => first);
    const result = resultOf('value', issues);
    expect(result.ok ? 0 : result.issues.length).toBe(300_000);
  });
});

describe('unwrap', () => {
  test('gives the value of a success', () => {
    expect(unwrap(ok('value'))).toBe('value');
  });

  test('throws a failure as the one error, with all issues', () => {
    const failure = fail(first, second);
    expect(() => unwrap(failure)).toThrow(AftercareError);
    expect(() => unwrap(failure)).toThrow(
      expect.objectContaining({ code: 'not_json', path: ['a'], issues: [first, second] }),
    );
  });
});
