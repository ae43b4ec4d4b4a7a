import type { Actor } from '@aftercare/policies';
import { startScenario } from '@aftercare/policies/testing';
import { orderOfPieces } from './caseOrders.js';
import type { CasePolicies } from './casePolicies.js';
import type { CaseReport } from './caseReport.js';
import type { Shop } from './shop.js';
import { momentOf, startTimeline } from './timeline.js';

const agent: Actor = { id: 'agent-1', role: 'agent' };
const warehouse: Actor = { id: 'warehouse', role: 'system' };
const payments: Actor = { id: 'payments', role: 'system' };

/** Pieces that come back, one in each parcel. */
const PIECES = 2;

/**
 * Two pieces of a line come back in two parcels, and the rest stays. The second receipt adds to the first, and nothing is
 * paid before both are there. Null: no order has such a line within an agent's limit.
 */
export function returnCase(shop: Shop, policies: CasePolicies): CaseReport | null {
  const { calendar } = shop;
  const found = orderOfPieces(PIECES, policies.agentLimits.refund, shop);
  if (found === null) return null;
  const { order, lines, index, deliveredDay } = found;
  const { id: orderId, customerId, total } = order;
  const customer: Actor = { id: customerId, role: 'customer' };
  const lineId = `line-${index + 1}`;
  const deliveredAt = momentOf(deliveredDay, '12:00', calendar);

  const firstDay = calendar.addDays(deliveredDay, 1);
  const scenario = startScenario(policies.returns, {
    now: momentOf(firstDay, '20:10', calendar),
    caseId: `return-${orderId}`,
    facts: {
      orderId,
      customerId,
      paid: total,
      refundedMinor: 0,
      otherTenders: { coupon: 0, points: 0, gift_value: 0 },
      lines: lines.map(({ sku, quantity, amount }, number) => ({
        lineId: `line-${number + 1}`,
        sku,
        pieces: quantity,
        priceMinor: amount.minor,
        shipping: 'delivered' as const,
        deliveredAt,
        excludedAs: null,
        exclusionConfirmed: false,
      })),
      promotions: [],
      gifts: [],
      outbound: { costMinor: 0, paidBy: 'shop' },
      returns: [],
      freightInsured: false,
    },
  });
  const { steps, goTo, done, refused } = startTimeline(
    scenario,
    policies.returns.definition.texts.states ?? {},
    firstDay,
    calendar,
  );
  const one = [{ lineId, pieces: 1 }];
  const wanted = [{ lineId, pieces: PIECES }];
  const send = (parcelId: string) =>
    done(
      scenario.given(customer, 'send_parcel', {
        parcelId,
        carrier: 'post',
        trackingNumber: parcelId,
        lines: one,
      }),
    );
  const receive = (parcelId: string) => {
    const accepted = scenario.given(warehouse, 'receive_parcel', { parcelId, lines: one });
    const pieces = scenario.current.counters.lines[lineId]?.received ?? 0;
    done(accepted, { received: { pieces, of: PIECES } });
  };
  const inspect = () => {
    const seen = { lineId, pieces: 1, condition: 'as_sold', disposal: 'restock' } as const;
    done(scenario.given(agent, 'inspect', seen));
  };

  goTo(0, '20:10');
  done(
    scenario.given(customer, 'request_return', {
      remedy: 'return_refund',
      reason: 'no_reason',
      lines: wanted,
      evidence: [],
    }),
  );
  goTo(1, '09:30');
  const agreed = scenario.given(agent, 'approve', { lines: wanted });
  done(agreed, { amountMinor: scenario.current.data.held?.refundMinor ?? null });
  goTo(1, '09:31');
  done(scenario.settle(warehouse, 'arrange_return', 'effect_succeeded'), { effect: 'arrange_return' });
  goTo(2, '12:00');
  send('parcel-1');
  goTo(3, '12:00');
  send('parcel-2');
  goTo(4, '10:00');
  receive('parcel-1');
  goTo(4, '10:20');
  inspect();
  goTo(4, '10:30');
  refused(agent, 'settle', scenario.when(agent, 'settle', { missing: 'keep' }));
  goTo(5, '10:00');
  receive('parcel-2');
  goTo(5, '10:20');
  inspect();
  goTo(5, '10:30');
  const settled = scenario.given(agent, 'settle', { missing: 'keep' });
  const amountMinor = scenario.current.data.plan?.refundMinor ?? null;
  done(settled, { amountMinor });
  goTo(5, '10:31');
  done(scenario.settle(payments, 'refund_payment', 'effect_succeeded'), {
    effect: 'refund_payment',
    amountMinor,
  });
  const customerName = shop.customerOf(customerId).name ?? null;
  return {
    policy: 'return',
    ...{ orderId, customerId, customerName, currency: total.currency, deliveredDay, steps },
  };
}
