import { customIssue, parseWith } from '@aftercare/core';
import * as z from 'zod';
import { type LifecycleResult, lifecycleIssues } from '../issues/index.js';
import { stagePolicyDrafts } from './stageCoverage.js';
import { stageWindowSchema } from './stageWindow.js';

/** Schema of {@link StagePolicy}. */
export const stagePolicySchema = z
  .strictObject({
    clock: z.enum(['last_purchase', 'last_visit']).meta({
      description:
        'What the time runs from. `last_visit`: the later of purchase and visit, where visits are known.',
    }),
    stages: z.array(stageWindowSchema).min(1),
  })
  .check((context) => {
    for (const draft of stagePolicyDrafts(context.value.stages)) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [...draft.path],
        params: customIssue(draft.code, draft.details),
      });
    }
  });

/**
 * Which stage a customer is in, as data: windows of time since the last purchase, for customers with so many purchases.
 * Together they cover every number of purchases from 1 and every day from 0, without gap or overlap. Who has no
 * purchase is a prospect.
 */
export interface StagePolicy extends z.infer<typeof stagePolicySchema> {}

/**
 * Checks an unknown value as a {@link StagePolicy}: a day without a stage is the issue `stage_gap`, a day with two
 * `stage_overlap`.
 *
 * @example
 * ```ts
 * import { parseStagePolicy } from '@aftercare/lifecycle';
 *
 * const result = parseStagePolicy({
 *   clock: 'last_purchase',
 *   stages: [
 *     { stage: 'new', purchases: { from: 1, to: 2 }, days: { from: 0, to: 60 } },
 *     { stage: 'established', purchases: { from: 2 }, days: { from: 0, to: 60 } },
 *     { stage: 'slipping', purchases: { from: 1 }, days: { from: 61 } },
 *   ],
 * });
 * result.ok ? [] : result.issues.map((issue) => issue.code); // => ['stage_gap', 'stage_gap']
 * ```
 */
export function parseStagePolicy(input: unknown): LifecycleResult<StagePolicy> {
  return parseWith(lifecycleIssues, stagePolicySchema, input);
}

/**
 * The trade's windows for fast-moving goods: new or established for 45 days, slipping from 45 to 90, lapsing from 90 to
 * 180, dormant from 180. The bound of 180 days is a default of ours; the trade names none.
 */
export const defaultStagePolicy: StagePolicy = {
  clock: 'last_purchase',
  stages: [
    { stage: 'new', purchases: { from: 1, to: 2 }, days: { from: 0, to: 45 } },
    { stage: 'established', purchases: { from: 2 }, days: { from: 0, to: 45 } },
    { stage: 'slipping', purchases: { from: 1 }, days: { from: 45, to: 90 } },
    { stage: 'lapsing', purchases: { from: 1 }, days: { from: 90, to: 180 } },
    { stage: 'dormant', purchases: { from: 1 }, days: { from: 180 } },
  ],
};
