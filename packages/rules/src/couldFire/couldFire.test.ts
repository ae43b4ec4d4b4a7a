import { couldFire, defineFacts, loadRules, unwrap } from '@aftercare/rules';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const facts = defineFacts(z.object({ days: z.int(), rank: z.int().nullable(), region: z.string() }));
const young = { fact: 'days', operator: 'lessThan', value: 5 };
const high = { fact: 'rank', operator: 'lessThan', value: 100 };
const rulesOf = (conditions: object) =>
  unwrap(loadRules([{ name: 'only', conditions, event: { type: 'care' } }], facts));
const namesOf = (conditions: object, known: { readonly days: number; readonly region?: string }) =>
  couldFire(rulesOf(conditions), ['rank'])(known).map(({ name }) => name);

describe('a rule could fire', () => {
  test.each([
    ['both, the known one holding', { all: [young, high] }, 4, ['only']],
    ['both, the known one failing', { all: [young, high] }, 5, []],
    ['either, the known one failing', { any: [young, high] }, 5, ['only']],
    ['neither of them, the known one failing', { not: { any: [young, high] } }, 5, ['only']],
    ['neither of them, the known one holding', { not: { any: [young, high] } }, 4, []],
    ['not both, the known one holding', { not: { all: [young, high] } }, 4, ['only']],
    ['a double negation', { not: { not: high } }, 9, ['only']],
  ])('that needs %s', (_, conditions, days, expected) => {
    expect(namesOf(conditions, { days })).toEqual(expected);
  });

  test('when a known fact is compared with an unknown one', () => {
    expect(
      namesOf({ all: [{ fact: 'days', operator: 'lessThan', value: { fact: 'rank' } }] }, { days: 9 }),
    ).toEqual(['only']);
  });
});

test('whatever fires also could, for every value of the unknown fact', () => {
  for (const conditions of [
    { all: [young, high] },
    { any: [young, high] },
    { not: { all: [young, { not: high }] } },
    { any: [{ all: [young, { not: high }] }, { not: young }] },
  ]) {
    const rules = rulesOf(conditions);
    const possible = couldFire(rules, ['rank']);
    for (const days of [4, 5]) {
      const fires = [null, 99, 100].some((rank) => rules.fired({ days, rank, region: '' }).length > 0);
      expect(possible({ days }).length > 0).toBe(fires);
    }
  }
});

test('a known fact that is missing is told', () => {
  expect(() => couldFire(rulesOf({ all: [young, high] }), ['rank'])({})).toThrow(/days/);
});
