import type { Money } from '@aftercare/core';
import type { CaseSubject } from '../../kind/index.js';
import type { BenefitData, BenefitView } from './benefitView.js';

/** What the order comes to when it changes. */
type OrderLeft = Pick<BenefitData, 'remainingMinor' | 'cause'>;

const same = <Data>(data: Data): Data => data;
const unwanted = <Data extends BenefitData>(data: Data): Data => ({ ...data, isWanted: false });
const unclaimed = <Data extends BenefitData>(data: Data): Data => ({ ...data, isClaimed: false });

/** The events of both kinds, and what cases know after them. */
export const benefitReducers = {
  requested: same,
  approved: same,
  denied: unwanted,
  withdrawn: unwanted,
  application_begun: same,
  applied: same,
  application_failed: same,
  order_changed: <Data extends BenefitData>(data: Data, left: OrderLeft): Data => ({ ...data, ...left }),
  revocation_begun: <Data extends BenefitData>(data: Data, left: OrderLeft): Data =>
    unwanted({ ...data, ...left }),
  revoked: <Data extends BenefitData>(data: Data, left: OrderLeft): Data => unwanted({ ...data, ...left }),
  lapsed_on_the_way: unwanted,
  taken_off: same,
  removal_failed: same,
  claimed: <Data extends BenefitData>(data: Data, left: OrderLeft): Data => ({
    ...data,
    ...left,
    isClaimed: true,
  }),
  claim_dropped: <Data extends BenefitData>(data: Data, left: OrderLeft): Data =>
    unclaimed({ ...data, ...left }),
  deduction_begun: same,
  deduction_failed: same,
  waived: unclaimed,
  escalated: same,
  expired: unwanted,
  closed: same,
};

/** The data that a case begins with, out of the facts about its order. */
export function openBenefit(
  { facts, settings }: Pick<BenefitView, 'facts' | 'settings'>,
  ground: BenefitData['ground'],
): BenefitData {
  const { orderId, customerId, paid, orderMinor } = facts;
  return {
    orderId,
    customerId,
    paid,
    ground,
    campaign: settings.campaign,
    costMinor: 0,
    remainingMinor: orderMinor,
    cause: null,
    isWanted: true,
    isClaimed: false,
  };
}

/** Whose order a case is about. */
export function benefitSubject({ orderId, customerId, paid }: BenefitData): CaseSubject {
  return { orderId, customerId, paid };
}

/** What the benefit costs the shop, as money. */
export function costOf({ costMinor, paid }: BenefitData): Money {
  return { minor: costMinor, currency: paid.currency };
}

/** The effects that both kinds have in common; the definition gives templates, roles and tasks. */
export const benefitMessages = {
  request_approval: ({ approver, data }: BenefitView) => [
    { role: approver ?? 'owner', amount: costOf(data) },
  ],
  notify_customer: ({ data }: BenefitView) => [{ customerId: data.customerId }],
  create_task: (_: BenefitView) => [{}],
};
