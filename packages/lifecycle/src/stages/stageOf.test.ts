import { AftercareError, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import type { Stage } from './stage.js';
import { decideStage, type StageFacts, stageOf } from './stageOf.js';
import { defaultStagePolicy, parseStagePolicy, type StagePolicy } from './stagePolicy.js';

const customer = (facts: Partial<StageFacts>): StageFacts => ({
  purchaseCount: 1,
  daysSinceLastPurchase: 0,
  daysSinceLastVisit: null,
  ownCycleDays: null,
  ...facts,
});

describe('the default stages', () => {
  test.each<[number, number, Stage]>([
    [1, 0, 'new'],
    [1, 44, 'new'],
    [1, 45, 'slipping'],
    [1, 46, 'slipping'],
    [2, 0, 'established'],
    [2, 44, 'established'],
    [2, 45, 'slipping'],
    [2, 89, 'slipping'],
    [2, 90, 'lapsing'],
    [2, 91, 'lapsing'],
    [1, 179, 'lapsing'],
    [1, 180, 'dormant'],
    [1, 181, 'dormant'],
    [500, 100_000, 'dormant'],
  ])('after %i purchases, on day %i, a customer is %s', (purchaseCount, daysSinceLastPurchase, stage) => {
    expect(stageOf(customer({ purchaseCount, daysSinceLastPurchase }), defaultStagePolicy)).toBe(stage);
  });

  test('who never bought is a prospect', () => {
    const facts = customer({ purchaseCount: 0, daysSinceLastPurchase: null });
    expect(stageOf(facts, defaultStagePolicy)).toBe('prospect');
    expect(decideStage(facts, defaultStagePolicy)).toEqual({
      stage: 'prospect',
      window: null,
      days: null,
      leavesAtDay: null,
    });
  });

  test('a decision names its window and the day on which the customer leaves it', () => {
    expect(decideStage(customer({ daysSinceLastPurchase: 50 }), defaultStagePolicy)).toEqual({
      stage: 'slipping',
      window: { stage: 'slipping', purchases: { from: 1 }, days: { from: 45, to: 90 } },
      days: 50,
      leavesAtDay: 90,
    });
    expect(decideStage(customer({ daysSinceLastPurchase: 180 }), defaultStagePolicy).leavesAtDay).toBeNull();
  });
});

describe('the clock of visits', () => {
  const policy: StagePolicy = { ...defaultStagePolicy, clock: 'last_visit' };

  test('a visit keeps a customer from slipping', () => {
    const facts = customer({ daysSinceLastPurchase: 60, daysSinceLastVisit: 3 });
    expect(stageOf(facts, policy)).toBe('new');
    expect(stageOf(facts, defaultStagePolicy)).toBe('slipping');
  });

  test('a purchase after the last known visit counts as a visit', () => {
    expect(stageOf(customer({ daysSinceLastPurchase: 3, daysSinceLastVisit: 60 }), policy)).toBe('new');
  });

  test('where visits are not known, the last purchase counts', () => {
    expect(stageOf(customer({ daysSinceLastPurchase: 60, daysSinceLastVisit: null }), policy)).toBe(
      'slipping',
    );
  });
});

describe("windows in multiples of the customer's own cycle", () => {
  const policy = unwrap(
    parseStagePolicy({
      clock: 'last_purchase',
      stages: [
        { stage: 'new', purchases: { from: 1, to: 2 }, days: { from: 0, to: 45 } },
        { stage: 'established', purchases: { from: 2, to: 4 }, days: { from: 0, to: 45 } },
        { stage: 'slipping', purchases: { from: 1, to: 4 }, days: { from: 45, to: 90 } },
        { stage: 'dormant', purchases: { from: 1, to: 4 }, days: { from: 90 } },
        { stage: 'established', purchases: { from: 4 }, cycles: { from: 0, to: 1.5 } },
        { stage: 'slipping', purchases: { from: 4 }, cycles: { from: 1.5, to: 3 } },
        { stage: 'dormant', purchases: { from: 4 }, cycles: { from: 3 } },
      ],
    }),
  );
  const loyal = (daysSinceLastPurchase: number, ownCycleDays = 60) =>
    customer({ purchaseCount: 4, daysSinceLastPurchase, ownCycleDays });

  test('a loyal customer who buys every sixty days is not slipping on day 46', () => {
    expect(stageOf(loyal(46), policy)).toBe('established');
    expect(stageOf(customer({ purchaseCount: 3, daysSinceLastPurchase: 46, ownCycleDays: 60 }), policy)).toBe(
      'slipping',
    );
  });

  test.each<[number, Stage]>([
    [89, 'established'],
    [90, 'slipping'],
    [91, 'slipping'],
    [179, 'slipping'],
    [180, 'dormant'],
  ])('with a cycle of 60 days, day %i is %s', (days, stage) => {
    expect(stageOf(loyal(days), policy)).toBe(stage);
  });

  test('the day of leaving is the first whole day outside the window', () => {
    expect(decideStage(loyal(0, 31), policy).leavesAtDay).toBe(47);
    expect(stageOf(loyal(46, 31), policy)).toBe('established');
    expect(stageOf(loyal(47, 31), policy)).toBe('slipping');
    expect(decideStage(loyal(1000), policy).leavesAtDay).toBeNull();
  });

  test('the day of leaving and the stage agree for awkward multiples', () => {
    for (const to of [1.1, 1.3, 2.2, 2.3, 1.7]) {
      const short = unwrap(
        parseStagePolicy({
          clock: 'last_purchase',
          stages: [
            { stage: 'new', purchases: { from: 1, to: 2 }, days: { from: 0 } },
            { stage: 'established', purchases: { from: 2 }, cycles: { from: 0, to } },
            { stage: 'dormant', purchases: { from: 2 }, cycles: { from: to } },
          ],
        }),
      );
      for (const cycle of [1, 3, 7, 10, 30, 33.5, 100]) {
        const day = decideStage(loyal(0, cycle), short).leavesAtDay ?? 0;
        expect(stageOf(loyal(day - 1, cycle), short)).toBe('established');
        expect(stageOf(loyal(day, cycle), short)).toBe('dormant');
      }
    }
  });
});

describe('facts that contradict themselves', () => {
  const codeOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      if (error instanceof AftercareError) return [error.code, error.path];
    }
    return undefined;
  };

  test('purchases without a last one are refused', () => {
    expect(codeOf(() => stageOf(customer({ daysSinceLastPurchase: null }), defaultStagePolicy))).toEqual([
      'missing',
      ['daysSinceLastPurchase'],
    ]);
  });

  test('a last purchase in the future is refused', () => {
    expect(codeOf(() => stageOf(customer({ daysSinceLastPurchase: -1 }), defaultStagePolicy))).toEqual([
      'out_of_range',
      ['daysSinceLastPurchase'],
    ]);
  });

  test('a policy with a gap that was never checked is refused at the gap', () => {
    const policy: StagePolicy = {
      clock: 'last_purchase',
      stages: [{ stage: 'new', purchases: { from: 1 }, days: { from: 0, to: 5 } }],
    };
    expect(codeOf(() => stageOf(customer({ daysSinceLastPurchase: 5 }), policy))).toEqual([
      'stage_gap',
      ['stages'],
    ]);
  });
});
