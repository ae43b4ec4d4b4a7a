import { type Instant, instantOf } from '@aftercare/core';
import type { CompensationShape, HostFactsOf, PastCase } from '@aftercare/policies';

/** Complaints about late parcels, five an hour; the same at every run. A lead denies every fifth of what is asked for. */
export function pastComplaints(cases: number): PastCase<HostFactsOf<CompensationShape>>[] {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: cases }, (_, number) => {
    // From 5 to 100 yuan: the square puts half of them below 29.
    const valueMinor = 500 + 100 * Math.floor(95 * random() ** 2);
    const answeredAfter = 1 + 11 * random();
    const isAsked = valueMinor > 2000;
    const isDenied = isAsked && random() < 0.2;
    const id = `case-${number}`;
    const customer = { id: `customer-${number}`, role: 'customer' };
    const agent = { id: `agent-${number % 40}`, role: 'agent' };
    const lead = { id: `lead-${number % 10}`, role: 'lead' };
    const system = { id: 'payments', role: 'system' };
    const facts = {
      orderId: `order-${number}`,
      customerId: customer.id,
      paid: { minor: 15000, currency: 'CNY' },
      refundedMinor: 0,
      lines: [{ id: 'line-1', paidMinor: 15000 }],
      daysSinceDelivery: 2,
    };
    const step = (hour: number, by: typeof agent, type: string, params: object) => ({
      command: { id: `${id}/${hour}`, type, params },
      at: at(number / 5 + hour),
      by,
      facts,
    });
    const propose = (hour: number, minor: number) =>
      step(hour, agent, 'propose', { parts: [{ form: 'cash_refund', valueMinor: minor }] });
    const steps = [
      step(0, agent, 'report', { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] }),
      propose(1, valueMinor),
    ];
    let hour = 1;
    if (isAsked) hour += answeredAfter;
    if (isDenied) steps.push(step(hour, lead, 'deny', { note: 'Too much.' }), propose(++hour, 2000));
    else if (isAsked) steps.push(step(hour, lead, 'approve', {}));
    steps.push(step(hour + 2, customer, 'accept', {}));
    // The first effect of the event that is the latest so far.
    steps.push(step(hour + 3, system, 'effect_succeeded', { key: `${id}/${steps.length}/0` }));
    steps.push(step(hour + 4, agent, 'close', { rootCause: 'carrier_delay', bearer: 'carrier' }));
    return { id, steps };
  });
}

function at(hour: number): Instant {
  return instantOf(Date.parse('2026-01-01T01:00:00Z') + hour * 3_600_000);
}
