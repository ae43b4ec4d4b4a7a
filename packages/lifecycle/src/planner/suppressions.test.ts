import type { Customer, CustomerFacts } from '@aftercare/core';
import { describe, expect, test } from 'vitest';
import { atLeast, openPolicy, plannerOf, type RuleSketch } from '../../test/careRules.js';
import { boughtOnce, now } from '../../test/customers.js';
import type { CarePolicy } from '../care/index.js';
import type { CareAction } from './careAction.js';
import { type CareHistoryEntry, careHistoryEntry } from './careHistory.js';
import type { SuppressionReason } from './careReceipt.js';
import type { PlanInput } from './planInput.js';

/** One thing that stands in the way of the rule `wanted`, without any of the others. */
interface Hindrance {
  readonly rule?: Partial<RuleSketch>;
  readonly others?: readonly RuleSketch[];
  readonly policy?: Partial<CarePolicy>;
  readonly customer?: Partial<Customer>;
  readonly facts?: Partial<CustomerFacts>;
  readonly input?: Partial<PlanInput>;
  readonly history?: readonly CareHistoryEntry[];
  /** In the hour before midnight, in the quiet hours. */
  readonly isLate?: boolean;
}

const wanted: RuleSketch = {
  name: 'wanted',
  kind: 'offer',
  purpose: 'marketing',
  when: [atLeast('daysSinceLastPurchase', 0)],
};
const entryOf = (rule: string, occasion: string): CareHistoryEntry => {
  const action: CareAction = {
    id: `${rule}/${occasion}/c-1`,
    rule,
    customerId: 'c-1',
    kind: 'offer',
    purpose: 'marketing',
    template: 'plain',
    params: {},
    channel: 'sms',
    dueAt: now,
    expiresAt: '2026-03-31T16:00:00.000Z',
    value: 0,
    grounds: '',
  };
  return careHistoryEntry(action, 'sent', now);
};

/** In the order of `SuppressionReason`. */
const hindrances: Readonly<Record<SuppressionReason, Hindrance>> = {
  already_done: { history: [entryOf('wanted', 'purchase_2026-03-21')] },
  no_consent: {
    customer: { consents: [{ channel: 'app_push', purpose: 'marketing', granted: false }] },
  },
  no_contact: { customer: { reachableOn: ['wechat'] } },
  profiling_objection: { customer: { objectsToProfiling: true } },
  open_case: { input: { openCases: [{ id: 'k-1' }] } },
  awaiting_delivery: { facts: { daysSinceSigned: null } },
  region_event: {
    facts: { region: 'north' },
    input: { worldEvents: [{ code: 'heat', region: 'north', from: '2026-03-31', to: '2026-04-01' }] },
  },
  missing_parameter: { rule: { template: 'by_name' } },
  expired: { isLate: true },
  frequency_cap: {
    policy: { caps: { usual: [{ purpose: 'marketing', most: 0, withinDays: 1 }], widened: [] } },
  },
  outranked: { others: [{ ...wanted, name: 'better', value: 1 }] },
  holdout: { policy: { holdout: { salt: 'test', buckets: 10_000 } } },
};
const reasons = Object.keys(hindrances) as readonly SuppressionReason[];

/** What becomes of the rule `wanted` under some hindrances. */
function outcomeUnder(...applied: readonly Hindrance[]) {
  const merged = <Part>(part: (hindrance: Hindrance) => Part | undefined) =>
    Object.assign({}, ...applied.map((each) => part(each) ?? {}));
  const planner = plannerOf(
    [{ ...wanted, ...merged(({ rule }) => rule) }, ...applied.flatMap(({ others }) => others ?? [])],
    {
      policy: openPolicy(merged(({ policy }) => policy)),
      templates: new Map([
        ['plain', { code: 'plain', parameters: {} }],
        ['by_name', { code: 'by_name', parameters: { customerName: { type: 'text' } } }],
      ]),
    },
  );
  const { actions, receipts } = planner.plan({
    customer: { id: 'c-1', ...merged(({ customer }) => customer) },
    facts: { ...boughtOnce(10), ...merged(({ facts }) => facts) },
    history: applied.flatMap(({ history }) => history ?? []),
    now: applied.some(({ isLate }) => isLate) ? '2026-03-31T15:30:00Z' : now,
    ...merged(({ input }) => input),
  });
  const receipt = receipts.find(({ rule }) => rule === 'wanted');
  expect(actions.some(({ rule }) => rule === 'wanted')).toBe(receipt?.outcome.kind === 'planned');
  return receipt?.outcome;
}
const reasonUnder = (...applied: readonly SuppressionReason[]) => {
  const outcome = outcomeUnder(...applied.map((reason) => hindrances[reason]));
  return outcome?.kind === 'suppressed' ? outcome.reason : outcome?.kind;
};

describe('a rule that fires', () => {
  test('is planned when nothing stands in its way', () => {
    expect(reasonUnder()).toBe('planned');
  });

  test.each(reasons)('is suppressed by %s alone', (reason) => {
    expect(reasonUnder(reason)).toBe(reason);
  });

  const pairs = reasons.flatMap((first, place) =>
    reasons.slice(place + 1).map((second) => [first, second] as const),
  );
  test.each(pairs)('is suppressed by %s rather than by %s', (first, second) => {
    expect(reasonUnder(first, second)).toBe(first);
    expect(reasonUnder(second, first)).toBe(first);
  });
});

describe('a suppression says', () => {
  test.each<[SuppressionReason, object]>([
    ['already_done', { status: 'sent' }],
    ['no_consent', { channels: { app_push: 'objected' } }],
    ['no_contact', { channels: ['app_push'] }],
    ['profiling_objection', { facts: ['daysSinceLastPurchase'] }],
    ['open_case', { caseId: 'k-1' }],
    ['awaiting_delivery', {}],
    ['region_event', { event: 'heat' }],
    ['missing_parameter', { parameters: ['customerName'] }],
    // Marketing rests until 9 o'clock on 1 April in Shanghai; the offer is good until midnight.
    ['expired', { dueAt: '2026-04-01T01:00:00.000Z', expiresAt: '2026-03-31T16:00:00.000Z' }],
    ['frequency_cap', { limit: { purpose: 'marketing', most: 0, withinDays: 1 }, filledBy: [] }],
    ['outranked', { by: 'better/purchase_2026-03-21/c-1' }],
    // sha256 of ["test","c-1"] begins with 35b00b67.
    ['holdout', { bucket: 0x35b00b67 % 10_000, buckets: 10_000, of: 'all' }],
  ])('of %s what it rests on', (reason, details) => {
    expect(outcomeUnder(hindrances[reason])).toEqual({ kind: 'suppressed', reason, ...details });
  });
});
