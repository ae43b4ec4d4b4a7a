import { type CustomerSnapshot, instantOf, type ShopCalendar, unwrap } from '@aftercare/core';
import {
  type CareAction,
  type CareReceipt,
  createPlanner,
  defaultCarePolicy,
  loadCareRules,
  newCustomerRules,
  winningBackRules,
} from '@aftercare/lifecycle';
import { joinDocuments } from '@aftercare/rules';
import type { Progress } from '../progress.js';

/** For how many customers the report shows what is planned. */
const EXAMPLES = 5;

/** What one rule comes to. */
interface RuleCount {
  readonly rule: string;
  readonly because: string;
  readonly customers: number;
}

/** What is planned for one customer, and why. */
export interface CareExample {
  readonly action: CareAction;
  readonly receipt: CareReceipt;
}

/** The care plan of a day, in numbers and by example. */
export interface CareReport {
  readonly customers: number;
  readonly withAnAction: number;
  /** Every rule, those that reach nobody too. */
  readonly rules: readonly RuleCount[];
  /** One customer for each of the first rules, the one whose id comes first. */
  readonly examples: readonly CareExample[];
}

interface CareReportOptions {
  readonly calendar: ShopCalendar;
  readonly deliveriesRecorded: boolean;
  readonly progress: Progress;
}

/** Plans the care of the snapshot's day for all customers, as if nothing had been sent to anybody before. */
export function careReport(snapshot: CustomerSnapshot, options: CareReportOptions): CareReport {
  const { calendar, deliveriesRecorded, progress } = options;
  const rules = unwrap(loadCareRules(unwrap(joinDocuments([newCustomerRules, winningBackRules]))));
  const planner = createPlanner({ rules, policy: { ...defaultCarePolicy, deliveriesRecorded }, calendar });
  const morning = { from: '09:00', to: '21:00' };
  const now = instantOf(calendar.nextInDailyWindow(calendar.startOfDay(snapshot.basis.asOf), morning));
  const counts = new Map<string, number>();
  const examples = new Map<string, CareExample>();
  let customers = 0;
  let withAnAction = 0;
  progress.begin('Planning care');
  for (const { actions, receipts } of planner.planAll({ snapshot, now })) {
    customers++;
    if (actions.length > 0) withAnAction++;
    progress.at(customers, snapshot.basis.count);
    for (const action of actions) {
      counts.set(action.rule, (counts.get(action.rule) ?? 0) + 1);
      const receipt = receipts.find(({ actionId }) => actionId === action.id);
      const known = examples.get(action.rule);
      if (receipt !== undefined && (known === undefined || action.customerId < known.action.customerId)) {
        examples.set(action.rule, { action, receipt });
      }
    }
  }
  const { ruleSet } = rules;
  return {
    customers,
    withAnAction,
    rules: ruleSet.rules.map(({ name, because = '' }) => ({
      rule: name,
      because,
      customers: counts.get(name) ?? 0,
    })),
    examples: ruleSet.rules.flatMap(({ name }) => examples.get(name) ?? []).slice(0, EXAMPLES),
  };
}
