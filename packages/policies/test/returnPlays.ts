import type { Actor, Case } from '../src/case/index.js';
import type { Decision } from '../src/decide/index.js';
import type { DataOf, HostFactsOf, KindCommand } from '../src/kind/index.js';
import type { OrderLine, ReturnShape } from '../src/policies/return/index.js';
import { type Scenario, startScenario } from '../src/testing/index.js';
import { returnPolicy } from './returnPolicy.js';

export const agent: Actor = { id: 'a1', role: 'agent' };
export const lead: Actor = { id: 'l1', role: 'lead' };
export const customer: Actor = { id: 'customer-1', role: 'customer' };
export const platform: Actor = { id: 'tmall', role: 'platform' };
export const system: Actor = { id: 'warehouse', role: 'system' };

export type Facts = HostFactsOf<ReturnShape>;
export type Request = Extract<KindCommand<ReturnShape>, { type: 'request_return' }>['params'];

export const line = (
  lineId: string,
  pieces: number,
  priceMinor: number,
  more: Partial<OrderLine> = {},
): OrderLine => ({
  lineId,
  sku: lineId,
  pieces,
  priceMinor,
  shipping: 'delivered',
  deliveredAt: '2026-03-01T10:00:00+08:00',
  excludedAs: null,
  exclusionConfirmed: false,
  ...more,
});

/** 3 cups for 90.00 and a pot for 60.00, freight 8.00: 158.00 in money. */
export const facts: Facts = {
  orderId: 'order-1',
  customerId: 'customer-1',
  paid: { minor: 15_800, currency: 'CNY' },
  refundedMinor: 0,
  otherTenders: { coupon: 0, points: 0, gift_value: 0 },
  lines: [line('cups', 3, 9_000), line('pot', 1, 6_000)],
  promotions: [],
  gifts: [],
  outbound: { costMinor: 800, paidBy: 'customer' },
  returns: [],
  freightInsured: false,
};

export const request: Request = {
  remedy: 'return_refund',
  reason: 'no_reason',
  lines: [{ lineId: 'cups', pieces: 3 }],
  evidence: [],
};

const NOW = '2026-03-03T10:00:00+08:00';

export type Play = Scenario<ReturnShape>;

export function start(
  changes: Partial<Facts> = {},
  usage: Play['usage'] = {},
  now = NOW,
  caseId = 'case-1',
): Play {
  return startScenario(returnPolicy(), { now, facts: { ...facts, ...changes }, usage, caseId });
}

/** Asked for by the customer, who saw the prices of replacements in the shop. */
export function requested(
  changes: Partial<Request> = {},
  order: Partial<Facts> = {},
  usage: Play['usage'] = {},
): Play {
  const params = { ...request, ...changes };
  const lines = (order.lines ?? facts.lines).map((one): OrderLine => {
    const wanted = params.lines.filter(({ lineId }) => lineId === one.lineId);
    return { replacements: wanted.flatMap(({ replacement }) => replacement ?? []), ...one };
  });
  const play = start({ ...order, lines }, usage);
  play.given(customer, 'request_return', params);
  return play;
}

/** Agreed upon by an agent, address given. */
export function awaiting(
  changes: Partial<Request> = {},
  order: Partial<Facts> = {},
  usage: Play['usage'] = {},
  by = agent,
): Play {
  const play = requested(changes, order, usage);
  play.given(by, 'approve', {
    lines: play.current.data.requested.map(({ lineId, pieces }) => ({ lineId, pieces })),
  });
  play.settle(system, 'arrange_return', 'effect_succeeded');
  return play;
}

export const sent = (play: Play, parcelId: string, pieces: number, lineId = 'cups') =>
  play.given(customer, 'send_parcel', {
    parcelId,
    carrier: 'sf',
    trackingNumber: parcelId,
    freight: { costMinor: 1_200, paidBy: 'customer' },
    lines: [{ lineId, pieces }],
  });
export const come = (play: Play, parcelId: string, pieces: number, lineId = 'cups') =>
  play.given(agent, 'receive_parcel', { parcelId, lines: [{ lineId, pieces }] });
export const shelved = (play: Play, pieces: number, deductMinor = 0, lineId = 'cups') =>
  play.given(agent, 'inspect', { lineId, pieces, condition: 'as_sold', disposal: 'restock', deductMinor });

/** Sent, received, looked at: ready to be settled. */
export function returned(
  changes: Partial<Request> = {},
  order: Partial<Facts> = {},
  deductMinor = 0,
  usage: Play['usage'] = {},
): Play {
  const play = awaiting(changes, order, usage);
  for (const { lineId, pieces } of play.current.data.requested) {
    sent(play, `parcel of ${lineId}`, pieces, lineId);
    come(play, `parcel of ${lineId}`, pieces, lineId);
    shelved(play, pieces, deductMinor, lineId);
  }
  return play;
}

export const counts = ({ current }: Play, lineId = 'cups') => {
  const all = current.counters.lines[lineId] ?? {};
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0));
};
export const code = (decision: Decision<DataOf<ReturnShape>>) => (decision.ok ? 'ok' : decision.refusal.code);
export const guards = (decision: Decision<DataOf<ReturnShape>>) =>
  decision.ok ? [] : decision.refusal.attempts.flatMap((attempt) => attempt.guards.map(({ guard }) => guard));
export const refunds = ({ effects }: Pick<Case, 'effects'>) =>
  effects.filter(({ type }) => type === 'refund_payment').map(({ params }) => [params.tender, params.amount]);
export const yuan = (minor: number) => ({ minor, currency: 'CNY' });
