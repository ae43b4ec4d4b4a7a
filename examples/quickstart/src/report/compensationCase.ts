import type { Actor } from '@aftercare/policies';
import { startScenario } from '@aftercare/policies/testing';
import { orderAbove } from './caseOrders.js';
import type { CasePolicies } from './casePolicies.js';
import type { CaseReport } from './caseReport.js';
import type { Shop } from './shop.js';
import { momentOf, startTimeline } from './timeline.js';

const agent: Actor = { id: 'agent-1', role: 'agent' };
const lead: Actor = { id: 'lead-1', role: 'lead' };
const payments: Actor = { id: 'payments', role: 'system' };

/** How many times an agent's limit is proposed, if the order cost so much. */
const TIMES_LIMIT = 3;

/**
 * A late delivery, for which an agent proposes more than agents may grant: the team lead agrees first, then the customer
 * is told and paid. Null: no order cost more than an agent's limit.
 */
export function compensationCase(shop: Shop, policies: CasePolicies): CaseReport | null {
  const { calendar } = shop;
  const limit = policies.agentLimits.compensation;
  const found = orderAbove(limit, shop);
  if (found === null) return null;
  const { order, deliveredDay } = found;
  const { id: orderId, customerId, total } = order;
  const bought = order.lines ?? [{ sku: 'order', amount: total }];
  const lines = bought.map(({ amount }, index) => ({ id: `line-${index + 1}`, paidMinor: amount.minor }));
  const lineIds = lines.map(({ id }) => id);
  const customer: Actor = { id: customerId, role: 'customer' };

  const firstDay = calendar.addDays(deliveredDay, 1);
  const facts = { orderId, customerId, paid: total, refundedMinor: 0, lines, daysSinceDelivery: 1 };
  const scenario = startScenario(policies.compensation, {
    now: momentOf(firstDay, '09:00', calendar),
    facts,
    caseId: `compensation-${orderId}`,
  });
  const { steps, goTo, done, refused } = startTimeline(
    scenario,
    policies.compensation.definition.texts.states ?? {},
    firstDay,
    calendar,
  );
  const amountMinor = Math.min(TIMES_LIMIT * limit, total.minor);

  goTo(0, '09:00');
  done(scenario.given(customer, 'report', { reason: 'late_delivery', lineIds, evidence: [] }));
  goTo(0, '09:20');
  const parts = [{ form: 'cash_refund' as const, valueMinor: amountMinor }];
  done(scenario.given(agent, 'propose', { parts }), { amountMinor });
  goTo(0, '09:25');
  refused(agent, 'approve', scenario.when(agent, 'approve', {}), { amountMinor });
  goTo(0, '11:40');
  done(scenario.given(lead, 'approve', {}), { amountMinor });
  goTo(0, '18:05');
  done(scenario.given(customer, 'accept', {}), { amountMinor });
  goTo(0, '18:06');
  done(scenario.settle(payments, 'refund_payment', 'effect_succeeded'), {
    effect: 'refund_payment',
    amountMinor,
  });
  goTo(1, '09:10');
  done(scenario.given(agent, 'close', { rootCause: 'carrier_delay', bearer: 'carrier' }));
  const customerName = shop.customerOf(customerId).name ?? null;
  return {
    policy: 'compensation',
    ...{ orderId, customerId, customerName, currency: total.currency, deliveredDay, steps },
  };
}
