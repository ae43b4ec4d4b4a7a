import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AftercareError, createOrderLog, createShopCalendar, type Order, unwrap } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { formatLifecycleIssue } from '../issues/index.js';
import { type CalibrateStagesOptions, calibrateStages, parseStagePolicy, stageOf } from './index.js';

type Purchase = readonly [customerId: string, day: string, change?: Partial<Order>];

function logOf(purchases: readonly Purchase[]) {
  const log = createOrderLog({ currency: 'EUR', calendar: createShopCalendar({ timeZone: 'UTC' }) });
  for (const [index, [customerId, day, change]] of purchases.entries()) {
    const at = `${day}T12:00:00Z`;
    const total = { minor: 990, currency: 'EUR' };
    log.append({ id: `o-${index}`, customerId, total, placedAt: at, paidAt: at, ...change });
  }
  return log;
}

const dayAfter = (first: string, days: number) =>
  new Date(Date.parse(`${first}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** One customer for each gap, who bought on 2026-01-01 and so many days later. */
const logOfGaps = (gaps: readonly number[]) =>
  logOf(
    gaps.flatMap((gap, index): Purchase[] => [
      [`c-${index}`, '2026-01-01'],
      [`c-${index}`, dayAfter('2026-01-01', gap)],
    ]),
  );

const proposal = (purchases: Parameters<typeof logOf>[0], options: CalibrateStagesOptions = {}) =>
  unwrap(calibrateStages(logOf(purchases), { minimumGaps: 1, ...options }));

/** 1, 2, ..., 100 days. */
const hundredGaps = Array.from({ length: 100 }, (_, index) => index + 1);

describe('stages from the repurchase cycle', () => {
  test('begin after so many percent of those who come back have come back', () => {
    const { policy, basis } = unwrap(calibrateStages(logOfGaps(hundredGaps)));
    expect(policy).toEqual({
      clock: 'last_purchase',
      stages: [
        { stage: 'new', purchases: { from: 1, to: 2 }, days: { from: 0, to: 76 } },
        { stage: 'established', purchases: { from: 2 }, days: { from: 0, to: 76 } },
        { stage: 'slipping', purchases: { from: 1 }, days: { from: 76, to: 91 } },
        { stage: 'lapsing', purchases: { from: 1 }, days: { from: 91, to: 98 } },
        { stage: 'dormant', purchases: { from: 1 }, days: { from: 98 } },
      ],
    });
    expect(basis).toEqual({
      metric: 'calibrateStages',
      window: null,
      timeZone: 'UTC',
      mergeSameDay: true,
      refundedOrders: 'exclude',
      excluded: { flags: [], orders: 0 },
      asOf: '2026-04-11',
      count: 100,
      followUpDays: null,
      openGaps: 100,
      observedDays: 100,
      bounds: {
        slipping: { percent: 75, gapDays: 75, fromDay: 76, gapsBefore: 75 },
        lapsing: { percent: 90, gapDays: 90, fromDay: 91, gapsBefore: 90 },
        dormant: { percent: 97, gapDays: 97, fromDay: 98, gapsBefore: 97 },
      },
    });
  });

  test('leave a customer who comes back on the last usual day where they were', () => {
    const { policy } = unwrap(calibrateStages(logOfGaps(hundredGaps)));
    const stageAt = (daysSinceLastPurchase: number) =>
      stageOf(
        { purchaseCount: 1, daysSinceLastPurchase, daysSinceLastVisit: null, ownCycleDays: null },
        policy,
      );
    expect([74, 75, 76, 77].map(stageAt)).toEqual(['new', 'new', 'slipping', 'slipping']);
  });

  test('move with the percents', () => {
    const percents = { slipping: 1, lapsing: 50, dormant: 100 };
    const { bounds } = unwrap(calibrateStages(logOfGaps(hundredGaps), { percents })).basis;
    expect([bounds.slipping.fromDay, bounds.lapsing.fromDay, bounds.dormant.fromDay]).toEqual([2, 51, 101]);
  });

  test('see two orders of a day as one purchase, whatever the order in which they came', () => {
    const { basis } = proposal([
      ['ann', '2026-01-31'],
      ['ann', '2026-01-01'],
      ['ann', '2026-01-11'],
      ['ann', '2026-01-11'],
      ['bob', '2026-01-05'],
    ]);
    expect([basis.count, basis.openGaps, basis.observedDays]).toEqual([2, 2, 30]);
    expect([basis.bounds.slipping.gapDays, basis.bounds.slipping.fromDay]).toEqual([20, 21]);
  });

  test('leave out what is not counted as a purchase', () => {
    const refunds = [
      { id: 'r-1', amount: { minor: 990, currency: 'EUR' }, refundedAt: '2026-03-01T00:00:00Z' },
    ];
    const purchases: Purchase[] = [
      ['ann', '2026-01-01'],
      ['ann', '2026-01-06', { refunds }],
      ['ann', '2026-01-08', { flags: ['sample'] }],
      ['ann', '2026-01-11'],
      ['ann', '2026-06-01'],
    ];
    const window = { from: '2026-01-01', to: '2026-02-01' };
    const gapOf = (options: CalibrateStagesOptions) => {
      const { count, bounds } = proposal(purchases, { window, ...options }).basis;
      return [count, bounds.dormant.gapDays];
    };
    expect(gapOf({ exclude: ['sample'] })).toEqual([1, 10]);
    expect(gapOf({})).toEqual([2, 7]);
    expect(gapOf({ refundedOrders: 'count' })).toEqual([3, 5]);
  });
});

describe('purchases that are followed for the same time', () => {
  // The log is known until 11 April, which is the hundredth day after 1 January.
  const purchases: Purchase[] = [
    ['ann', '2026-01-01'],
    ['ann', '2026-01-31'],
    ['bob', '2026-01-01'],
    ['bob', '2026-04-11'],
    ['cid', '2026-03-13'],
    ['cid', '2026-03-23'],
    ['dan', '2026-03-12'],
  ];

  // Followed for n days are those bought on 12 April - n or before; ann's gap is 30 days, bob's 100, cid's 10.
  test.each<[number, number[], number]>([
    [29, [10], 4],
    [30, [10], 4],
    [31, [30], 3],
    [72, [30], 1],
    [100, [30], 1],
    [101, [30, 100], 0],
  ])('for %i days: gaps %j, and %i open', (followUpDays, gapDays, openGaps) => {
    const percents = { slipping: 50, lapsing: 51, dormant: 100 };
    const { basis } = proposal(purchases, { followUpDays, percents });
    expect([basis.count, basis.openGaps]).toEqual([gapDays.length, openGaps]);
    expect(basis.bounds.slipping.gapDays).toBe(gapDays[0]);
    expect(basis.bounds.dormant.gapDays).toBe(gapDays.at(-1));
    expect(basis.followUpDays).toBe(followUpDays);
  });

  test('end with the window', () => {
    const window = { from: '2026-01-01', to: '2026-03-01' };
    // Known until the end of February: of 59 days, the purchases of 1 January have them all.
    expect(proposal(purchases, { window, followUpDays: 59 }).basis).toMatchObject({ count: 1, openGaps: 1 });
    expect(calibrateStages(logOf(purchases), { window, followUpDays: 60 }).ok).toBe(false);
  });
});

describe('logs that say little', () => {
  test('where all come back on the next day, every stage still has a day of its own', () => {
    const { policy, basis } = unwrap(calibrateStages(logOfGaps(new Array(100).fill(1))));
    expect(policy.stages.map(({ days }) => days)).toEqual([
      { from: 0, to: 2 },
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 4 },
      { from: 4 },
    ]);
    expect(basis.bounds.lapsing).toEqual({ percent: 90, gapDays: 1, fromDay: 3, gapsBefore: 100 });
    expect(parseStagePolicy(policy).ok).toBe(true);
  });

  test.each<[string, readonly Purchase[]]>([
    ['nobody', []],
    ['somebody who bought once', [['ann', '2026-01-01']]],
    [
      'somebody who bought twice on one day',
      [
        ['ann', '2026-01-01'],
        ['ann', '2026-01-01'],
      ],
    ],
  ])('with %s there is nothing to propose', (_, purchases) => {
    const result = calibrateStages(logOf(purchases), { minimumGaps: 1 });
    expect(result).toMatchObject({
      ok: false,
      issues: [{ code: 'too_few_gaps', details: { gaps: 0, needed: 1 } }],
    });
  });

  test('a hundred gaps are asked for, and the issue says so in both languages', () => {
    const result = calibrateStages(logOfGaps(hundredGaps.slice(1)));
    expect(calibrateStages(logOfGaps(hundredGaps)).ok).toBe(true);
    if (result.ok) expect.unreachable();
    expect(formatLifecycleIssue(result.issues[0], 'en')).toBe(
      'Stages need at least 100 gaps between purchases to be read from, and there are 99.',
    );
    expect(formatLifecycleIssue(result.issues[0], 'zh-CN')).toBe(
      '推算阶段至少需要 100 个购买间隔，现有 99 个。',
    );
  });
});

describe('misuse is refused', () => {
  test.each<[CalibrateStagesOptions, string, string[]]>([
    [{ percents: { slipping: 0, lapsing: 90, dormant: 97 } }, 'out_of_range', ['percents', 'slipping']],
    [{ percents: { slipping: 75.5, lapsing: 90, dormant: 97 } }, 'out_of_range', ['percents', 'slipping']],
    [{ percents: { slipping: 75, lapsing: 75, dormant: 97 } }, 'out_of_range', ['percents', 'lapsing']],
    [{ percents: { slipping: 75, lapsing: 90, dormant: 101 } }, 'out_of_range', ['percents', 'dormant']],
    [{ followUpDays: 0 }, 'out_of_range', ['followUpDays']],
    [{ minimumGaps: 0 }, 'out_of_range', ['minimumGaps']],
    [{ window: { from: '2026-01-02', to: '2026-01-02' } }, 'empty_window', ['window']],
  ])('%j', (options, code, path) => {
    try {
      calibrateStages(logOf([]), options);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AftercareError);
      expect(error).toMatchObject({ code, path });
    }
  });
});

const datasets = process.env.AFTERCARE_DATASETS;

describe.skipIf(datasets === undefined)('CDNOW (skipped unless AFTERCARE_DATASETS names a folder)', () => {
  // Counted by a program in Python of its own: distinct days by customer, sorted, differences, and as quantile the smallest
  // gap that at least so many percent of the gaps do not exceed.
  test.each<['sample' | 'master', number | undefined, number, number, number[]]>([
    ['sample', undefined, 4339, 2357, [91, 196, 336]],
    ['sample', 365, 2465, 1638, [113, 214, 312]],
    ['master', undefined, 44_021, 23_570, [94, 200, 335]],
    ['master', 365, 24_513, 16_199, [111, 218, 308]],
  ])('%s, followed for %s days', (which, followUpDays, gaps, openGaps, gapDays) => {
    const options = followUpDays === undefined ? {} : { followUpDays };
    const { policy, basis } = proposal(readCdnow(which), options);
    const { slipping, lapsing, dormant } = basis.bounds;
    expect([basis.count, basis.openGaps]).toEqual([gaps, openGaps]);
    expect([slipping.gapDays, lapsing.gapDays, dormant.gapDays]).toEqual(gapDays);
    expect(parseStagePolicy(policy).ok).toBe(true);
  });
});

function readCdnow(which: 'sample' | 'master'): Purchase[] {
  const text = readFileSync(join(datasets ?? '', 'cdnow', `CDNOW_${which}.txt`), 'utf8');
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter(([customer]) => /^\d+$/.test(customer ?? ''))
    .map((fields): Purchase => {
      const day = fields.at(-3) ?? '';
      return [fields[0] ?? '', `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`];
    });
}
