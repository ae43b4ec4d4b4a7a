import { describe, expect, test } from 'vitest';
import { inputIssues } from '../input/index.js';
import { AftercareError } from './index.js';

const first = inputIssues.create('not_json', ['a', 0], { received: 'NaN' });
const second = inputIssues.create('cycle', ['b'], { received: '{…}' });

describe('the error of misuse', () => {
  test('has the code and path of its first issue, and all issues', () => {
    const error = new AftercareError([first, second]);
    expect(error).toMatchObject({ code: 'not_json', path: ['a', 0], issues: [first, second] });
  });

  test('is an error with a name and a stack', () => {
    const misuse = () => new AftercareError([first]);
    const error = misuse();
    expect(error).toBeInstanceOf(AftercareError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('AftercareError');
    expect(error.stack).toContain('misuse');
    expect(String(error)).toBe('AftercareError: a[0]: Expected a plain JSON value and received NaN.');
  });

  test('says each sentence on a line of its own', () => {
    expect(new AftercareError([first, second]).message).toBe(
      'a[0]: Expected a plain JSON value and received NaN.\n' +
        'b: Expected a plain JSON value and received {…} that contains itself.',
    );
  });

  test('says ten sentences at most, and how many more there are', () => {
    const issues = (count: number) => [first, ...Array.from({ length: count - 1 }, () => second)] as const;
    const lines = (count: number) => new AftercareError([...issues(count)]).message.split('\n');
    expect(lines(10)).toHaveLength(10);
    expect(lines(10).at(-1)).toBe(second.message);
    expect(lines(11)).toHaveLength(11);
    expect(lines(11).at(-1)).toBe('and 1 more');
    expect(new AftercareError([...issues(11)]).issues).toHaveLength(11);
  });

  test('keeps what caused it', () => {
    const cause = new RangeError('Incorrect locale');
    expect(new AftercareError([first], { cause }).cause).toBe(cause);
    expect('cause' in new AftercareError([first])).toBe(false);
  });
});
