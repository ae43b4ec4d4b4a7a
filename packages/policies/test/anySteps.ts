import * as fc from 'fast-check';
import type { OrderLine } from '../src/policies/return/index.js';
import { anyAmount } from './anyOrder.js';
import { awaitedOf, otherOwner, owner, piecesIn, type ReturnCase, type Step, step } from './naturalSteps.js';
import { agent, customer, platform, type Request, system } from './returnPlays.js';

const pieces = fc.constantFrom(0, 0, 1, 1, 2, 3);

/** What a step is about. Each kind of step takes of it what it needs, so that it means something wherever it comes. */
export const anyWish = fc.record({
  pieces: fc.tuple(pieces, pieces, pieces),
  asked: fc.constantFrom(
    { remedy: 'return_refund', reason: 'no_reason' } as const,
    { remedy: 'return_refund', reason: 'defective' } as const,
    { remedy: 'exchange', reason: 'no_reason' } as const,
    { remedy: 'exchange', reason: 'defective' } as const,
    { remedy: 'partial_refund', reason: 'defective' } as const,
    { remedy: 'resend', reason: 'defective' } as const,
    { remedy: 'refund_only', reason: 'late_delivery' } as const,
  ),
  sku: fc.constantFrom('kettle', 'urn', null),
  minor: anyAmount,
  either: fc.boolean(),
});

export type Wish = typeof anyWish extends fc.Arbitrary<infer Value> ? Value : never;

/** Commands that are given one after the other; those that are out of place change nothing. */
export type Plays = Readonly<Record<string, (one: ReturnCase, wish: Wish) => Step[]>>;

const requests: Plays = {
  offer: (_, wish) => [step(decider(wish), 'offer', offered(wish))],
  accept_offer: () => [step(agent, 'accept_offer', {})],
  decline_offer: () => [step(agent, 'decline_offer', {})],
  approve: (one, wish) => [step(decider(wish), 'approve', { lines: some(one, 'undecided', wish) })],
  agree: () => [step(otherOwner, 'agree', {})],
  disagree: () => [step(otherOwner, 'disagree', { note: 'Not for this.' })],
  reject: () => [step(owner, 'reject', { ground: 'abuse', note: 'Third time this month.' })],
  cancel: () => [step(agent, 'cancel', {})],
  change_remedy: (_, wish) => [step(agent, 'change_remedy', offered(wish))],
  assess_fault: (_, { either }) => [step(agent, 'assess_fault', { fault: either ? 'shop' : 'customer' })],
  agree_freight: (_, { either }) => [
    step(agent, 'offer_freight', {}),
    step(agent, 'agree_freight', { rule: { outbound: 'customer', back: either ? 'shop' : 'customer' } }),
  ],
  claim: ({ data }, wish) => [step(agent, 'claim', requestOf(data.lines, wish))],
  reopen: () => [step(agent, 'reopen', { evidence: ['photo'] })],
  dispute: () => [step(customer, 'dispute', { evidence: [] })],
  withdraw_dispute: () => [step(customer, 'withdraw_dispute', {})],
  close: () => [step(agent, 'close', {})],
};

const goods: Plays = {
  keep_goods: (one, wish) => [step(agent, 'keep_goods', { lines: some(one, 'unsettled', wish) })],
  send_parcel: (one, wish) => [
    step(customer, 'send_parcel', {
      parcelId: parcelOf(one),
      carrier: 'sf',
      trackingNumber: '1',
      freight: { costMinor: wish.minor % 1_500, paidBy: wish.either ? 'customer' : 'shop' },
      lines: some(one, 'unsettled', wish),
    }),
  ],
  receive_parcel: (one, wish) => [
    step(agent, 'receive_parcel', { parcelId: parcelOf(one), lines: some(one, 'unsettled', wish) }),
  ],
  receive_late_parcel: (one, wish) => {
    const lines = some(one, wish.either ? 'unreturned' : 'kept', wish);
    return [step(agent, 'receive_parcel', { parcelId: parcelOf(one), lines })];
  },
  confirm_receipt: () => [step(agent, 'confirm_receipt', {})],
  inspect: (one, wish) =>
    some(one, 'toInspect', wish).map((line) =>
      step(agent, 'inspect', { ...line, condition: 'worn', disposal: 'restock', deductMinor: wish.minor }),
    ),
  send_back: (one, wish) =>
    some(one, 'toInspect', wish).map((line) =>
      step(agent, 'inspect', { ...line, condition: 'damaged', disposal: 'send_back' }),
    ),
};

const payments: Plays = {
  settle: (_, wish) => [step(decider(wish), 'settle', { missing: wish.sku === null ? 'refund' : 'keep' })],
  fail: (one) => awaitedOf(one, 'pending').slice(0, 1).map(failing),
  /** What cannot be sent is given up, with the payments where they have failed too. */
  give_up_settlement: (one, { either }) => [
    ...awaitedOf(one, 'pending').map((effect) =>
      either || effect.type === 'ship_goods'
        ? failing(effect)
        : step(system, 'effect_succeeded', { key: effect.key }),
    ),
    step(agent, 'give_up_settlement', {}),
  ],
};

/** All that customers and staff may do with a return. */
export const shopPlays: Plays = { ...requests, ...goods, ...payments };

/** What a marketplace may do beyond that. */
export const marketplacePlays: Plays = {
  order_return: () => [step(platform, 'order_return', {})],
  order_refund: (_, { minor }) => [step(platform, 'order_refund', { refundMinor: minor + 1 })],
  impose_refund: (_, { minor }) => [step(platform, 'impose_refund', { refundMinor: minor + 1 })],
  dismiss: () => [step(platform, 'dismiss', {})],
};

/** What a return of its own, or a claim, asks for. */
export function requestOf(lines: readonly OrderLine[], { pieces, asked, sku, minor }: Wish): Request {
  const other = asked.remedy === 'exchange' && sku !== null;
  return {
    ...asked,
    evidence: ['photo'],
    lines: wanted(lines, pieces).map((one) =>
      other ? { ...one, replacement: { sku, priceMinor: minor } } : one,
    ),
  };
}

/** Of what a counter of a case counts, as much as is wished. */
function some(one: ReturnCase, counter: string, { pieces }: Wish) {
  const counted = piecesIn(one, counter);
  return wanted(one.data.lines, pieces).flatMap(({ lineId, pieces }) =>
    counted
      .filter((line) => line.lineId === lineId)
      .map((line) => ({ lineId, pieces: Math.min(pieces, line.pieces) })),
  );
}

function wanted(lines: readonly OrderLine[], pieces: Wish['pieces']) {
  return lines
    .map(({ lineId }, index) => ({ lineId, pieces: pieces[index] ?? 0 }))
    .filter((one) => one.pieces > 0);
}

/** An agent asks a superior for much of it. */
const decider = ({ either }: Wish) => (either ? agent : owner);
const offered = ({ asked, minor }: Wish) => ({ remedy: asked.remedy, amountMinor: minor });
const failing = ({ key }: { key: string }) => step(system, 'effect_failed', { key, reason: 'no' });

/** That of the parcel that was told of, if one was. */
const parcelOf = ({ id, data }: ReturnCase) => data.parcels[0]?.parcelId ?? `parcel of ${id}`;
