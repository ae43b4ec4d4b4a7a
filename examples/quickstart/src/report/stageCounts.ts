import type { CustomerSnapshot } from '@aftercare/core';
import { defaultStagePolicy, type Stage, stageOf, stageSchema } from '@aftercare/lifecycle';

/** How many customers are in a stage. */
export interface StageCount {
  readonly stage: Stage;
  readonly customers: number;
  /** Of all customers, 0 to 1. */
  readonly share: number;
}

/** The customers of a snapshot by stage, in the order of a customer's life. */
export function stageCounts(snapshot: CustomerSnapshot): StageCount[] {
  const counts = new Map<Stage, number>();
  let total = 0;
  for (const { facts } of snapshot) {
    const stage = stageOf(facts, defaultStagePolicy);
    counts.set(stage, (counts.get(stage) ?? 0) + 1);
    total++;
  }
  return stageSchema.options.map((stage) => {
    const customers = counts.get(stage) ?? 0;
    return { stage, customers, share: total === 0 ? 0 : customers / total };
  });
}
