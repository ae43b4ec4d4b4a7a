import type { CarePlan, CareReceipt } from '@aftercare/lifecycle';
import { diffRules, type RuleDiff } from '@aftercare/rules';
import { type LoadedRules, shippedRules } from './checkRules.js';
import { plannerWith, type Shop } from './shop.js';

/** Whom a rule would reach today, with the rules of the file and with the shipped ones. */
interface RulePreview {
  readonly rule: string;
  /** For how many customers it fires; for some of them something else stands in the way. */
  readonly fires: number;
  readonly reached: number;
  readonly reachedBefore: number;
  /** The first customer reached, and the facts that the rule looked at. */
  readonly example: CareReceipt | undefined;
}

/** What would change if the rules of the file were in force. */
export interface Preview {
  readonly customers: number;
  readonly diff: RuleDiff;
  /** Rules of the file, and other rules that reach other customers because of them. */
  readonly rules: readonly RulePreview[];
  /** Customers whom any rule reaches, by the ids that differ. */
  readonly newlyReached: readonly string[];
  readonly noMoreReached: readonly string[];
}

/** Plans for every customer twice, as if nothing had been sent to anybody before, and compares. */
export function previewOf({ own, inForce }: LoadedRules, shop: Shop): Preview {
  const before = planAll(shippedRules, shop);
  const after = planAll(inForce, shop);
  const ownNames = new Set(own.ruleSet.rules.map(({ name }) => name));
  const rules = inForce.ruleSet.rules.map(({ name }): RulePreview => {
    const receipts = after.flatMap((plan) => plan.receipts.filter(({ rule }) => rule === name));
    const planned = receipts.filter(({ outcome }) => outcome.kind === 'planned');
    return {
      rule: name,
      fires: receipts.length,
      reached: planned.length,
      reachedBefore: before.filter((plan) => plan.actions.some(({ rule }) => rule === name)).length,
      example: planned[0],
    };
  });
  const [idsBefore, idsAfter] = [reachedIn(before), reachedIn(after)];
  return {
    customers: after.length,
    diff: diffRules(shippedRules.ruleSet, inForce.ruleSet),
    rules: rules.filter(
      ({ rule, reached, reachedBefore }) => ownNames.has(rule) || reached !== reachedBefore,
    ),
    newlyReached: [...idsAfter].filter((id) => !idsBefore.has(id)),
    noMoreReached: [...idsBefore].filter((id) => !idsAfter.has(id)),
  };
}

/** By customer id, since the order of a snapshot means nothing. */
function planAll(rules: LoadedRules['own'], { snapshot, now }: Shop): CarePlan[] {
  const plans = [...plannerWith(rules).planAll({ snapshot, now })];
  return plans.sort((one, other) => (one.customerId < other.customerId ? -1 : 1));
}

function reachedIn(plans: readonly CarePlan[]): Set<string> {
  return new Set(plans.filter(({ actions }) => actions.length > 0).map(({ customerId }) => customerId));
}
