import {
  type CareAction,
  type CarePlan,
  type CareReceipt,
  type ChannelDefinition,
  formatSuppression,
  type SuppressionReason,
} from '@aftercare/lifecycle';
import type { Progress } from '../progress.js';
import { FAMILIES } from './families.js';
import type { Shop } from './shop.js';

/** What one rule comes to. */
interface RuleCount {
  readonly rule: string;
  readonly planned: number;
  readonly suppressed: number;
}

/** What a family of rules comes to. */
export interface FamilyCount {
  readonly family: string;
  readonly title: string;
  readonly planned: number;
  readonly suppressed: number;
  /** Every rule of the family, those that reach nobody too. */
  readonly rules: readonly RuleCount[];
}

/** How often a reason stood in the way, and one customer for whom it did. */
interface ReasonCount {
  readonly reason: SuppressionReason;
  readonly suppressed: number;
  readonly example: { readonly customerId: string; readonly rule: string; readonly sentence: string };
}

/** The care plan of a day, in numbers. */
export interface CareReport {
  readonly customers: number;
  readonly withAnAction: number;
  readonly planned: number;
  readonly suppressed: number;
  /** Whether marketing rests on nobody having objected, for want of consents in the data. */
  readonly consentAssumed: boolean;
  readonly families: readonly FamilyCount[];
  /** The most frequent first. */
  readonly reasons: readonly ReasonCount[];
}

/** What is planned for one customer, and why. */
export interface PlannedCare {
  readonly action: CareAction;
  readonly receipt: CareReceipt;
}

/** Plans the care of the day for all customers, as if nothing had been sent to anybody before. */
export function careReport(
  { planner, snapshot, now, customerOf, tiers, source, policy }: Shop,
  progress: Progress,
): { readonly care: CareReport; readonly toShow: readonly PlannedCare[] } {
  const tally = new Tally(policy.channels);
  progress.begin('Planning care');
  const membershipOf = (id: string) => tiers.of(id);
  for (const plan of planner.planAll({ snapshot, now, customerOf, membershipOf })) {
    tally.add(plan);
    progress.at(tally.customers, snapshot.basis.count);
  }
  return { care: tally.report(!source.consentsRecorded), toShow: tally.toShow() };
}

/** Counts plans one after the other, and keeps none of them. */
class Tally {
  customers = 0;
  #withAnAction = 0;
  readonly #planned = new Map<string, number>();
  readonly #suppressed = new Map<string, number>();
  readonly #reasons = new Map<SuppressionReason, ReasonCount>();
  readonly #channels: readonly ChannelDefinition[];
  /** By channel to customers: the action that is worth most, and of those the one whose id comes first. */
  readonly #best = new Map<string, PlannedCare>();

  constructor(channels: readonly ChannelDefinition[]) {
    this.#channels = channels.filter(({ reaches }) => reaches === 'customer');
  }

  add({ actions, receipts }: CarePlan): void {
    this.customers++;
    if (actions.length > 0) this.#withAnAction++;
    for (const receipt of receipts) {
      const { rule, outcome, customerId, actionId } = receipt;
      if (outcome.kind === 'suppressed') {
        countIn(this.#suppressed, rule);
        const known = this.#reasons.get(outcome.reason);
        const example = known?.example ?? { customerId, rule, sentence: formatSuppression(outcome, 'en') };
        const suppressed = (known?.suppressed ?? 0) + 1;
        this.#reasons.set(outcome.reason, { reason: outcome.reason, suppressed, example });
        continue;
      }
      countIn(this.#planned, rule);
      const action = actions.find(({ id }) => id === actionId);
      if (action === undefined || !this.#channels.some(({ code }) => code === action.channel)) continue;
      const best = this.#best.get(action.channel);
      if (best === undefined || isBetter(action, best.action)) {
        this.#best.set(action.channel, { action, receipt });
      }
    }
  }

  report(consentAssumed: boolean): CareReport {
    return {
      customers: this.customers,
      withAnAction: this.#withAnAction,
      planned: sumOf(this.#planned.values()),
      suppressed: sumOf(this.#suppressed.values()),
      consentAssumed,
      families: FAMILIES.map(({ family, title, rules: names }) => {
        const rules = names.map((rule) => ({
          rule,
          planned: this.#planned.get(rule) ?? 0,
          suppressed: this.#suppressed.get(rule) ?? 0,
        }));
        const planned = sumOf(rules.map((each) => each.planned));
        const suppressed = sumOf(rules.map((each) => each.suppressed));
        return { family, title, planned, suppressed, rules };
      }),
      reasons: [...this.#reasons.values()].sort((one, other) => other.suppressed - one.suppressed),
    };
  }

  /** The action that is worth most, and of another channel the next: a text message, if there is any. */
  toShow(): readonly PlannedCare[] {
    const [first, ...others] = [...this.#best.values()].sort((one, other) =>
      isBetter(one.action, other.action) ? -1 : 1,
    );
    if (first === undefined) return [];
    const second = others.find(({ action }) => action.channel === 'sms') ?? others[0];
    return second === undefined ? [first] : [first, second];
  }
}

function isBetter(one: CareAction, other: CareAction): boolean {
  return one.value === other.value ? one.id < other.id : one.value > other.value;
}

function countIn(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
