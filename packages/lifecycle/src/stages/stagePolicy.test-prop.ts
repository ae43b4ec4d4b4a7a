import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StageFacts, stageOf } from './stageOf.js';
import { parseStagePolicy, type StagePolicy } from './stagePolicy.js';

const stages = ['new', 'established', 'slipping', 'lapsing', 'dormant'] as const;

type Window = StagePolicy['stages'][number];

/** Windows that divide the days at some bounds, for all customers alike. */
const partition = (purchases: Window['purchases'], maxLength: number, longest: number) =>
  fc.uniqueArray(fc.integer({ min: 1, max: longest }), { maxLength }).map((bounds): Window[] => {
    const sorted = [0, ...bounds.sort((a, b) => a - b)];
    return sorted.map((from, index) => {
      const to = sorted[index + 1];
      const stage = stages[index] ?? 'dormant';
      return { stage, purchases, days: to === undefined ? { from } : { from, to } };
    });
  });

/** Sound divisions for one-time and repeat buyers, of which half get one bound moved by a day or two. */
const windows = fc
  .tuple(
    partition({ from: 1, to: 2 }, 3, 12),
    partition({ from: 2 }, 3, 12),
    fc.nat(7),
    fc.constantFrom(0, 0, 0, 1, 2),
    fc.boolean(),
  )
  .map(([once, repeat, index, shift, atEnd]) =>
    [...once, ...repeat].map((window, position) => {
      const { from = 0, to } = window.days ?? {};
      if (position !== index) return window;
      if (to === undefined) return { ...window, days: { from: from + shift } };
      return { ...window, days: { from: atEnd ? from : from + shift, to: to + shift } };
    }),
  );

/** How many windows hold a customer: the plain meaning of gap and overlap. */
function windowCount(policy: StagePolicy, purchaseCount: number, day: number): number {
  return policy.stages.filter(
    ({ purchases, days }) =>
      purchaseCount >= purchases.from &&
      purchaseCount < (purchases.to ?? Number.POSITIVE_INFINITY) &&
      days !== undefined &&
      day >= days.from &&
      day < (days.to ?? Number.POSITIVE_INFINITY),
  ).length;
}

test('a policy is accepted exactly when every customer is in one window', () => {
  let accepted = 0;
  fc.assert(
    fc.property(windows, (list) => {
      const policy: StagePolicy = { clock: 'last_purchase', stages: list };
      const counts = [1, 2, 3].flatMap((purchases) =>
        Array.from({ length: 20 }, (_, day) => windowCount(policy, purchases, day)),
      );
      const sound = counts.every((count) => count === 1);
      if (sound) accepted++;
      expect(parseStagePolicy(policy).ok).toBe(sound);
    }),
    { numRuns: 5000, seed: 20261121 },
  );
  expect(accepted).toBeGreaterThan(500);
  expect(accepted).toBeLessThan(4500);
});

test('every day of an accepted policy has the stage of its window, and stages only change at bounds', () => {
  const facts = (purchaseCount: number, daysSinceLastPurchase: number): StageFacts => ({
    purchaseCount,
    daysSinceLastPurchase,
    daysSinceLastVisit: null,
    ownCycleDays: null,
  });
  fc.assert(
    fc.property(
      partition({ from: 1 }, 4, 400),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(500),
      (list, purchaseCount, day) => {
        const policy: StagePolicy = { clock: 'last_purchase', stages: list };
        expect(parseStagePolicy(policy).ok).toBe(true);
        const expected = list.findLast((window) => day >= (window.days?.from ?? 0))?.stage;
        expect(stageOf(facts(purchaseCount, day), policy)).toBe(expected);
      },
    ),
  );
});
