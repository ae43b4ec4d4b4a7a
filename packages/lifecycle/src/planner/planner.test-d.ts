import type { CustomerFacts, ShopCalendar } from '@aftercare/core';
import { describe, expectTypeOf, test } from 'vitest';
import type { CareAction } from './careAction.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { CareReceipt, Suppression } from './careReceipt.js';
import type { PlanInput } from './planInput.js';
import { type CarePlan, createPlanner, type Planner, type PlannerOptions } from './planner.js';

describe('a planner', () => {
  test('needs a calendar, and nothing else', () => {
    expectTypeOf(createPlanner).returns.toEqualTypeOf<Planner>();
    expectTypeOf<{ calendar: ShopCalendar }>().toExtend<PlannerOptions>();
    expectTypeOf<Record<never, never>>().not.toExtend<PlannerOptions>();
  });

  test('is told who it is, the facts, the history and the moment', () => {
    type Told = { customer: { id: string }; facts: CustomerFacts; history: CareHistoryEntry[]; now: string };
    expectTypeOf<Told>().toExtend<PlanInput>();
    expectTypeOf<Omit<Told, 'history'>>().not.toExtend<PlanInput>();
    expectTypeOf<Omit<Told, 'now'>>().not.toExtend<PlanInput>();
  });

  test('gives plans one by one', () => {
    expectTypeOf<ReturnType<Planner['planAll']>>().toExtend<Iterable<CarePlan>>();
    expectTypeOf<CarePlan['actions']>().toEqualTypeOf<readonly CareAction[]>();
  });

  test('takes back what it planned as an entry of the history', () => {
    expectTypeOf(careHistoryEntry).returns.toEqualTypeOf<CareHistoryEntry>();
    expectTypeOf<PlanInput['history']>().toEqualTypeOf<readonly CareHistoryEntry[]>();
  });
});

describe('an outcome', () => {
  test('is narrowed by its kind, and then by its reason', () => {
    type Suppressed = Extract<CareReceipt['outcome'], { kind: 'suppressed' }>;
    expectTypeOf<Suppressed['reason']>().toEqualTypeOf<Suppression['reason']>();
    expectTypeOf<Extract<Suppressed, { reason: 'outranked' }>['by']>().toEqualTypeOf<string>();
    expectTypeOf<Extract<CareReceipt['outcome'], { kind: 'planned' }>>().not.toHaveProperty('reason');
  });
});
