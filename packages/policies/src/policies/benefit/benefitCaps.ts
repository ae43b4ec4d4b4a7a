import type { Cap } from '../../authority/index.js';
import type { BenefitData, BenefitSettings } from './benefitView.js';

/** The key under which an order is given a benefit once. */
export function onceKey(benefit: string, orderId: string): string {
  return `benefit|${benefit}|${orderId}`;
}

/** The key of what the benefits of a campaign cost together. */
export function campaignKey(campaign: string, currency: string): string {
  return `campaign|${currency}|${campaign}`;
}

/** The budgets that a benefit is counted in beside those of the authority matrix. */
export function benefitBudgets(benefit: string, { orderId, campaign, paid }: BenefitData): string[] {
  return [onceKey(benefit, orderId), campaignKey(campaign, paid.currency)];
}

/** An order has a benefit once, and all benefits of a campaign keep to its budget, whichever hosts decide at one time. */
export function benefitCaps(
  benefit: string,
  { orderId, campaign, costMinor, paid }: BenefitData,
  { budget }: BenefitSettings,
): Cap[] {
  return [
    { key: onceKey(benefit, orderId), amount: 1, limit: 1, unit: 'count' },
    {
      key: campaignKey(campaign, paid.currency),
      amount: costMinor,
      limit: budget.value[paid.currency] ?? 0,
    },
  ];
}
