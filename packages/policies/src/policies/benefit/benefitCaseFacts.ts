import { campaignKey, onceKey } from './benefitCaps.js';
import type { BenefitCaseFacts, BenefitView } from './benefitView.js';

/** How the facts are read that guards of both kinds may ask. */
type Readers = { readonly [Name in keyof BenefitCaseFacts]: (view: BenefitView) => BenefitCaseFacts[Name] };

/**
 * The facts of both kinds.
 *
 * @param benefit - the kind, under whose name an order is given the benefit once
 * @param costNow - what the benefit would cost by the facts of now, in minor units
 */
export function benefitFactReaders<View extends BenefitView>(
  benefit: string,
  costNow: (view: View) => number,
): { readonly [Name in keyof Readers]: (view: View) => BenefitCaseFacts[Name] } {
  // What was put before a superior is judged by what it cost then: that is what was asked for.
  const costOf = (view: View) => (view.state === 'awaiting_approval' ? view.data.costMinor : costNow(view));
  return {
    ...readers,
    costMinor: costOf,
    marginAfterMinor: (view) => view.facts.marginMinor - costOf(view),
    benefitsOfOrder: ({ usage, data }) => usage[onceKey(benefit, data.orderId)]?.amount ?? 0,
  };
}

const readers: Omit<Readers, 'costMinor' | 'marginAfterMinor' | 'benefitsOfOrder'> = {
  ground: ({ data }) => data.ground,
  isOffered: (view) => thresholdOf(view) !== undefined,
  whenBargaining: ({ settings }) => settings.whenBargaining,
  // A cancelled order, of which nothing is left, is below every threshold.
  orderFromMinor: (view) => (view.data.isImposed ? 1 : (thresholdOf(view) ?? 1)),
  tierFrom: ({ settings, data }) => settings.grounds[data.ground]?.fromTier ?? 0,
  isRegionServed: ({ settings, facts }) => !settings.notTo.includes(facts.region),
  budgetLeftMinor: ({ settings, data, usage }) => {
    const { currency } = data.paid;
    const used = usage[campaignKey(data.campaign, currency)]?.amount ?? 0;
    return (settings.budget.value[currency] ?? 0) - used;
  },
  marginFloorMinor: ({ settings, facts }) => shareUp(facts.orderMinor, settings.marginFloorPercent.value),
  remainingMinor({ command, data, facts }) {
    if (command.type === 'reassess') return command.params.remainingMinor;
    // An order of which nothing has gone may have grown since the benefit was asked for.
    return data.cause === null ? facts.orderMinor : data.remainingMinor;
  },
  mayClaimBack: ({ command, data, settings }) => {
    const cause = command.type === 'reassess' ? command.params.cause : data.cause;
    return cause !== null && settings.claimBackWhen.value.includes(cause);
  },
  isWanted: ({ data }) => data.isWanted,
  isClaimed: ({ data }) => data.isClaimed,
  application: ({ effects }) => statusOf(effects, APPLICATIONS),
  removal: ({ effects }) => statusOf(effects, REMOVALS),
  deduction: ({ effects }) => statusOf(effects, DEDUCTIONS),
};

const APPLICATIONS: readonly string[] = ['add_gift', 'waive_freight'];
const REMOVALS: readonly string[] = ['remove_gift', 'restore_freight'];
const DEDUCTIONS: readonly string[] = ['deduct_from_refund'];

function statusOf(effects: BenefitView['effects'], types: readonly string[]) {
  return effects.findLast(({ type }) => types.includes(type))?.status ?? 'none';
}

function thresholdOf({ settings, data }: BenefitView): number | undefined {
  return settings.grounds[data.ground]?.fromOrder.value[data.paid.currency];
}

/** A share of an amount, rounded up to the minor unit; exact for every safe integer. */
function shareUp(minor: number, percent: number): number {
  return Number((BigInt(minor) * BigInt(Math.round(percent * 100)) + 9_999n) / 10_000n);
}
