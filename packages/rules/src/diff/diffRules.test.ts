import { unwrap } from '@aftercare/core/foundation';
import { defineFacts, diffRules, loadRules } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(z.object({ days: z.int() }));
const few = { all: [{ fact: 'days', operator: 'lessThan', value: 5 }] };
const a = { name: 'a', conditions: few, event: { type: 'care', params: { x: 1, y: 2 } } };
const b = { ...a, name: 'b' };
const c = { ...a, name: 'c' };

const diff = (before: readonly object[], after: readonly object[]) => {
  const { added, removed, changed, reworded, ...rest } = diffRules(
    unwrap(loadRules(before, facts)),
    unwrap(loadRules(after, facts)),
  );
  return {
    ...rest,
    added: added.map(({ name }) => name),
    removed: removed.map(({ name }) => name),
    changed: changed.map(({ after: { name }, parts }) => [name, ...parts]),
    reworded: reworded.map(({ after: { name }, parts }) => [name, ...parts]),
  };
};
const NOTHING = { sameDecisions: true, added: [], removed: [], changed: [], reworded: [], reordered: [] };

describe('two rule sets', () => {
  test('that are the same differ in nothing', () => {
    expect(diff([a, b], [a, b])).toEqual(NOTHING);
    expect(diff([], [])).toEqual(NOTHING);
  });

  test('differ in rules that were added and removed', () => {
    expect(diff([a, b], [b, c])).toEqual({ ...NOTHING, sameDecisions: false, added: ['c'], removed: ['a'] });
  });

  test('with a rule of another name differ in two rules', () => {
    expect(diff([a], [b])).toEqual({ ...NOTHING, sameDecisions: false, added: ['b'], removed: ['a'] });
  });

  test.each([
    ['priority', { priority: 2 }, ['priority']],
    ['value', { conditions: { all: [{ ...few.all[0], value: 6 }] } }, ['conditions']],
    ['nesting', { conditions: { all: [few] } }, ['conditions']],
    ['event', { event: { type: 'care', params: { x: 1 } } }, ['event']],
    [
      'everything',
      { priority: 2, conditions: { all: [] }, event: { type: 'x' }, because: 'x' },
      ['priority', 'conditions', 'event'],
    ],
  ])('differ in what decides, with another %s', (_, change, parts) => {
    expect(diff([a, b], [{ ...a, ...change }, b])).toEqual({
      ...NOTHING,
      sameDecisions: false,
      changed: [['a', ...parts]],
    });
  });

  test.each([
    ['reason', { because: 'x' }, ['because']],
    ['tags', { tags: ['x'] }, ['tags']],
    ['examples', { examples: [{ facts: { days: 1 }, fires: true }] }, ['examples']],
    ['name of a condition', { conditions: { ...few, name: 'few' } }, ['condition_names']],
  ])('differ only in texts, with another %s', (_, change, parts) => {
    expect(diff([a, b], [{ ...a, ...change }, b])).toEqual({ ...NOTHING, reworded: [['a', ...parts]] });
  });

  test.each([
    ['the priority that is the default', { priority: 1 }],
    ['the keys of an event in another order', { event: { params: { y: 2, x: 1 }, type: 'care' } }],
    ['a priority of a condition', { conditions: { all: [{ ...few.all[0], priority: 3 }] } }],
    ['no tags', { tags: [] }],
  ])('do not differ by %s', (_, change) => {
    expect(diff([a, b], [{ ...a, ...change }, b])).toEqual(NOTHING);
  });

  test('differ in the order of rules of one priority', () => {
    expect(diff([a, b, c], [b, a, c])).toEqual({ ...NOTHING, sameDecisions: false, reordered: ['b', 'a'] });
  });

  test('do not differ in the order of rules of different priority, nor by those in between', () => {
    const first = { ...a, priority: 2 };
    expect(diff([first, b], [b, first])).toEqual(NOTHING);
    expect(diff([a, b, c], [a, c]).reordered).toEqual([]);
    expect(diff([a, c], [a, b, c]).reordered).toEqual([]);
  });
});
