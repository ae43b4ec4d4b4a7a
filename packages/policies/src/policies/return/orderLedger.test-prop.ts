import * as fc from 'fast-check';
import { test } from 'vitest';
import { type OrderReturns, startReturns } from '../../../test/orderReturns.js';
import { policyRuns } from '../../../test/playCases.js';
import { agent, type Facts, facts, line, platform, system, yuan } from '../../../test/returnPlays.js';
import type { Actor } from '../../case/index.js';
import { goodsDue } from './goodsDue.js';
import type { Plan } from './returnSchemas.js';

const owner: Actor = { id: 'o1', role: 'owner' };
const other: Actor = { id: 'o2', role: 'owner' };
const buyer: Actor = { id: 'customer-1', role: 'customer' };

const order = fc.record({
  lines: fc.array(
    fc.record({
      pieces: fc.integer({ min: 1, max: 3 }),
      priceMinor: fc.oneof(fc.nat(9_999), fc.constantFrom(0, 100, 1_000, 3_000, 9_000)),
      shipped: fc.constantFrom('delivered' as const, 'delivered' as const, 'not_shipped' as const),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  tiers: fc.array(fc.record({ percent: fc.integer({ min: 40, max: 100 }), offMinor: fc.nat(3_000) }), {
    maxLength: 2,
  }),
  ofFirst: fc.array(fc.record({ fromMinor: fc.nat(9_000), offMinor: fc.nat(2_000) }), { maxLength: 1 }),
  freight: fc.record({
    costMinor: fc.constantFrom(0, 800, 1_000),
    paidBy: fc.constantFrom('customer' as const, 'shop' as const),
  }),
  coupon: fc.constantFrom(0, 0, 500, 3_000),
  points: fc.constantFrom(0, 0, 300),
});

const kinds = [
  'open',
  'open',
  'open',
  'push',
  'push',
  'push',
  'push',
  'push',
  'push',
  'finish',
  'finish',
  'offer',
  'approve',
  'decline',
  'send',
  'receive',
  'inspect',
  'confirm',
  'keep',
  'settle',
  'fail',
  'retry',
  'give_up',
  'change',
  'claim',
  'claim',
  'reopen',
  'cancel',
  'fault',
  'agree',
  'disagree',
  'expire_payment',
  'dispute',
  'order_refund',
  'order_return',
  'impose',
  'withdraw',
  'dismiss',
] as const;
const PLATFORM = new Set<string>([
  'dispute',
  'order_refund',
  'order_return',
  'impose',
  'withdraw',
  'dismiss',
]);
const step = fc.record({
  type: fc.constantFrom(...kinds),
  pick: fc.nat(100),
  lines: fc.array(fc.record({ line: fc.nat(2), pieces: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
  reason: fc.constantFrom('no_reason' as const, 'defective' as const, 'late_delivery' as const),
  remedy: fc.constantFrom(
    'exchange' as const,
    'return_refund' as const,
    'partial_refund' as const,
    'resend' as const,
    'refund_only' as const,
  ),
  sku: fc.constantFrom('kettle', 'urn', null),
  minor: fc.oneof(fc.nat(9_999), fc.constantFrom(1, 500, 1_000, 3_000)),
  flag: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Ledger {
  goods: number;
  refund: number;
  deducted: number;
  unpaid: number;
  outbound: number;
  back: number;
  slack: number;
  forced: number;
  overPaid: number;
  paidBy: Record<string, number>;
}

function play(
  config: typeof order extends fc.Arbitrary<infer T> ? T : never,
  steps: readonly Step[],
  withPlatform: boolean,
  log: string[],
) {
  const priced = config.lines.map(({ pieces, priceMinor, shipped }, index) =>
    line(
      `l${index}`,
      pieces,
      priceMinor,
      shipped === 'delivered' ? {} : { shipping: shipped, deliveredAt: null },
    ),
  );
  const price = priced.reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  const tiers = config.tiers.map(({ percent, offMinor }) => ({
    fromMinor: Math.floor((price * percent) / 100),
    offMinor,
  }));
  const promotions = [
    ...(config.tiers.length > 0 ? [{ promotionId: 'p', tiers }] : []),
    ...(config.ofFirst.length > 0 ? [{ promotionId: 'q', lineIds: ['l0'], tiers: config.ofFirst }] : []),
  ];
  const all = Object.fromEntries(priced.map(({ lineId, pieces }) => [lineId, pieces]));
  const goods = goodsDue(priced, promotions, all, 'recalculated');
  if (
    goods < 0 ||
    priced.some(
      ({ lineId, pieces }) => goodsDue(priced, promotions, { [lineId]: pieces }, 'proportional') < 0,
    )
  )
    return null;
  const freightPaid = config.freight.paidBy === 'customer' ? config.freight.costMinor : 0;
  const paidAll = goods + freightPaid;
  const coupon = Math.min(config.coupon, paidAll);
  const points = Math.min(config.points, paidAll - coupon);
  const money = paidAll - coupon - points;
  if (money === 0) return null;
  const known: Facts = {
    ...facts,
    lines: priced,
    promotions,
    paid: yuan(money),
    otherTenders: { coupon, points, gift_value: 0 },
    outbound: config.freight,
  };
  const returns = startReturns(known);
  const ledger: Ledger = {
    goods: 0,
    refund: 0,
    deducted: 0,
    unpaid: 0,
    outbound: 0,
    back: 0,
    slack: 0,
    forced: 0,
    overPaid: 0,
    paidBy: { money: 0, coupon: 0, points: 0, gift_value: 0 },
  };
  let parcels = 0;
  const nextParcel = () => {
    parcels += 1;
    return parcels;
  };
  const ids = () => [...returns.cases.keys()];
  let settles = 0;
  let tainted = false;
  const heldAt = new Map<string, number>();
  const leftOf = (tender: string) =>
    (tender === 'money' ? money + returns.differencesMinor : tender === 'coupon' ? coupon : points) -
    (ledger.paidBy[tender] ?? 0);

  const count = (id: string, lineId: string, counter: string) =>
    (returns.cases.get(id)?.counters.lines[lineId] as Record<string, number> | undefined)?.[counter] ?? 0;
  const check = () => {
    for (const [key, { amount }] of Object.entries(returns.usage))
      if (amount < 0) throw new Error(`usage below zero: ${key} ${amount}`);
    for (const tender of ['money', 'coupon', 'points']) {
      if (leftOf(tender) < -ledger.overPaid - ledger.slack)
        throw new Error(`${tender} back beyond what was paid by ${-leftOf(tender)}`);
    }
    for (const { lineId, pieces } of priced) {
      const refunded = [...returns.cases.keys()].reduce((sum, id) => sum + count(id, lineId, 'refunded'), 0);
      if (refunded > pieces && !withPlatform) throw new Error(`refunded ${refunded} of ${pieces} ${lineId}`);
    }
    if (ledger.goods > goods + returns.differencesMinor + ledger.slack)
      throw new Error(`goods given ${ledger.goods} of ${goods + returns.differencesMinor}`);
  };
  const ordered = new Set<string>();
  /** What the customer has paid for what they have is what it costs, as bought with the rest or by itself. */
  const fair = (gave = false) => {
    if (withPlatform || tainted) return;
    const kept = Object.fromEntries(
      priced.map(({ lineId, pieces }) => [
        lineId,
        pieces - ids().reduce((sum, id) => sum + count(id, lineId, 'refunded'), 0),
      ]),
    );
    const extra = [...returns.cases.values()]
      .flatMap(({ data }) => data.supplements)
      .reduce((sum, { minor }) => sum + minor, 0);
    const costs = (['recalculated', 'proportional'] as const).map(
      (mode) => goodsDue(priced, promotions, kept, mode) + extra,
    );
    const left = goods + returns.differencesMinor - ledger.goods;
    if (gave && left < Math.min(...costs) - 4)
      throw new Error(`shop lost: ${left} left for goods of ${costs}`);
    if (left > Math.max(0, ...costs) + 4)
      throw new Error(`customer lost: ${left} paid for goods of ${costs}`);
  };
  /** Pieces that the customer has, or is on the way to have. */
  const has = (lineId: string) =>
    (priced.find((l) => l.lineId === lineId)?.pieces ?? 0) +
    [...returns.cases.keys()].reduce(
      (sum, id) =>
        sum + count(id, lineId, 'replaced') + count(id, lineId, 'sentOn') - count(id, lineId, 'received'),
      0,
    );
  const give = (id: string, by: Actor, type: Parameters<OrderReturns['give']>[2], params: unknown) => {
    const before = returns.cases.get(id);
    if (
      type === 'receive_parcel' &&
      (params as { lines: { lineId: string; pieces: number }[] }).lines.some(
        ({ lineId, pieces }) => pieces > has(lineId),
      )
    )
      return false;
    const decision = returns.give(id, by, type, params as never);
    if (!decision.ok) return false;
    const after = returns.cases.get(id);
    const event = decision.events[0];
    log.push(
      `${id} ${type} ${JSON.stringify(params)} -> ${event?.type} ${after?.state}` +
        (decision.next.data.plan !== before?.data.plan ? ` plan=${short(decision.next.data.plan)}` : ''),
    );
    for (const tender of ['money', 'coupon', 'points', 'gift_value'] as const)
      ledger.paidBy[tender] =
        (ledger.paidBy[tender] ?? 0) +
        (after?.data.returned[tender] ?? 0) -
        (before?.data.returned[tender] ?? 0);
    if (event?.type === 'refund_ordered') ordered.add(`${id} ${after?.data.plan?.id}`);
    const settledNow = [
      'settled',
      'settled_without',
      'refund_imposed',
      'refund_counted',
      'shipment_given_up',
    ].includes(event?.type ?? '');
    if (settledNow) settles += 1;
    if (before?.data.held == null && after?.data.held != null) heldAt.set(id, settles);
    const ended = ['cancelled', 'closed'].includes(after?.state ?? '');
    // What another case held of the goods then was counted as gone.
    if (
      !settledNow &&
      before?.data.held != null &&
      (after?.data.held === null || ended) &&
      before.data.held.lines.some(({ refund }) => refund > 0) &&
      (heldAt.get(id) ?? 0) < settles
    )
      tainted = true;
    if (
      before?.data.held != null &&
      after?.data.held != null &&
      before.data.held !== after.data.held &&
      !settledNow &&
      (heldAt.get(id) ?? 0) < settles &&
      JSON.stringify(before.data.held.lines) !== JSON.stringify(after.data.held.lines)
    )
      tainted = true;
    if (
      settledNow &&
      before?.data.held != null &&
      JSON.stringify(before.data.held.lines) !== JSON.stringify(after?.data.lastPlan?.lines) &&
      (heldAt.get(id) ?? 0) < settles - 1
    )
      tainted = true;
    const isForced =
      event?.type === 'refund_ordered' ||
      event?.type === 'refund_imposed' ||
      event?.type === 'refund_counted';
    const forcedPlan = event?.type === 'refund_ordered' ? after?.data.plan : after?.data.lastPlan;
    // What is being paid out already cannot be lessened by it.
    if (
      (isForced &&
        [...returns.cases.values()].some(({ id: one, state }) => one !== id && state === 'settling')) ||
      (event?.type === 'refund_counted' && after?.state === 'settling')
    )
      ledger.slack += forcedPlan?.refundMinor ?? 0;
    if (
      (before?.data.plan && ordered.has(`${id} ${before.data.plan.id}`)) ||
      event?.type === 'refund_imposed' ||
      event?.type === 'refund_counted'
    )
      for (const tender of ['money', 'coupon', 'points'])
        ledger.overPaid = Math.max(ledger.overPaid, -leftOf(tender));
    const done = [
      'settled',
      'settled_without',
      'shipment_given_up',
      'refund_imposed',
      'refund_counted',
    ].includes(event?.type ?? '');
    const plan = after?.data.lastPlan;
    if (done && plan) {
      ledger.goods += plan.goodsMinor;
      ledger.refund += plan.refundMinor;
      ledger.deducted += plan.deductedMinor;
      ledger.unpaid += plan.unpaidMinor;
      ledger.outbound += plan.outboundMinor;
      ledger.back += plan.backMinor;
      // Of what a marketplace has forced, what does not stand for goods.
      ledger.forced +=
        plan.refundMinor - (plan.goodsMinor + plan.outboundMinor - plan.deductedMinor - plan.unpaidMinor);
      log.push(
        `   done ${short(plan)} goods=${ledger.goods} D=${returns.differencesMinor} back=${JSON.stringify(ledger.paidBy)}`,
      );
    }
    check();
    const othersHold = [...returns.cases.values()].some(
      ({ id: one, state, data }) =>
        one !== id && data.held !== null && !['cancelled', 'closed'].includes(state),
    );
    if (done && plan && !othersHold)
      fair(plan.goodsMinor > 0 && (plan.remedy === 'return_refund' || plan.remedy === 'refund_only'));
    return true;
  };
  const linesWith = (id: string, counter: string) =>
    priced
      .map(({ lineId }) => ({ lineId, pieces: count(id, lineId, counter) }))
      .filter(({ pieces }) => pieces > 0);
  const pending = (id: string, types: readonly string[], status = 'pending') =>
    returns.cases.get(id)?.effects.filter((e) => types.includes(e.type) && e.status === status) ?? [];
  const PAY = ['request_payment', 'refund_payment', 'reimburse_freight', 'ship_goods'];
  const STOPS = ['cancel_dispatch', 'intercept_parcel', 'arrange_return'];

  /** The natural next step of a case; false when it has none. */
  const push = (id: string, by: Actor, minor = 1_000): boolean => {
    const one = returns.cases.get(id);
    if (one === undefined) return false;
    const { state, data } = one;
    if (state === 'settling') {
      // Of a settlement that was replaced nothing is waited for.
      for (const e of pending(id, PAY, 'failed'))
        if (
          e.params.settlementId === data.plan?.id &&
          give(id, system, 'retry_effect' as never, { key: e.key })
        )
          return true;
      for (const e of pending(id, PAY))
        if (give(id, system, 'effect_succeeded' as never, { key: e.key })) return true;
      return false;
    }
    if (data.pending !== 'nothing' && give(id, other, 'agree', {})) return true;
    if (['requested', 'negotiating', 'reopened'].includes(state)) {
      if (give(id, agent, 'accept_offer', {})) return true;
      if (data.remedy === 'partial_refund')
        return (
          give(id, by, 'offer', { remedy: 'partial_refund', amountMinor: minor }) ||
          give(id, by, 'reject', { ground: 'abuse', note: 'no' })
        );
      const lines = linesWith(id, 'undecided');
      if (lines.length > 0 && give(id, by, 'approve', { lines })) return true;
      return give(id, by, 'reject', { ground: 'abuse', note: 'no' });
    }
    for (const e of pending(id, STOPS))
      if (give(id, system, 'effect_succeeded' as never, { key: e.key })) return true;
    if (['approved', 'awaiting_parcel', 'in_transit', 'received', 'inspecting', 'expired'].includes(state)) {
      for (const { lineId, pieces } of linesWith(id, 'toInspect'))
        if (give(id, agent, 'inspect', { lineId, pieces, condition: 'as_sold', disposal: 'restock' }))
          return true;
      for (const { lineId, pieces } of linesWith(id, 'unsettled')) {
        const away = pieces - (data.accepted[lineId] ?? 0) - (data.lost[lineId] ?? 0);
        if (
          away > 0 &&
          give(id, agent, 'receive_parcel', {
            parcelId: `${id}-p${nextParcel()}`,
            lines: [{ lineId, pieces: away }],
          })
        )
          return true;
      }
      return (
        give(id, by, 'settle', { missing: 'keep' }) ||
        (linesWith(id, 'underWay').length > 0 && give(id, agent, 'confirm_receipt', {})) ||
        (linesWith(id, 'unsettled').every(({ lineId, pieces }) => pieces === 0 || has(lineId) === 0) &&
          give(id, agent, 'cancel', {})) ||
        give(id, agent, 'cancel', {})
      );
    }
    if (state === 'disputed') return give(id, buyer, 'withdraw_dispute', {});
    return false;
  };
  const finish = (id: string, minor?: number) => {
    for (let i = 0; i < 60 && push(id, owner, minor); i++);
  };
  const open = (by: Actor, params: object) => {
    const opened = returns.open(by, params as never);
    if (opened.ok) log.push(`${opened.next.id} open ${JSON.stringify(params)}`);
    return opened.ok ? opened.next.id : null;
  };

  for (const now of steps) {
    if (PLATFORM.has(now.type) && !withPlatform) continue;
    const id = ids()[now.pick % Math.max(1, ids().length)] ?? '';
    const one = returns.cases.get(id);
    const by = now.flag ? agent : owner;
    const wanted = now.lines
      .map(({ line: at, pieces }) => ({ lineId: `l${at % priced.length}`, pieces }))
      .filter((l, i, a) => a.findIndex((m) => m.lineId === l.lineId) === i);
    const request = {
      remedy: now.remedy,
      reason:
        now.remedy === 'partial_refund' || now.remedy === 'resend'
          ? 'defective'
          : now.remedy === 'refund_only' && now.reason === 'defective'
            ? 'late_delivery'
            : now.reason,
      evidence: ['photo'],
      lines: wanted.map((l) => ({
        ...l,
        ...(now.remedy === 'exchange' && now.sku !== null
          ? { replacement: { sku: now.sku, priceMinor: now.minor } }
          : {}),
      })),
    };
    if (now.type === 'open') {
      open(agent, request);
      continue;
    }
    if (one === undefined) continue;
    const some = (counter: string) =>
      linesWith(id, counter)
        .slice(0, now.lines.length)
        .map(({ lineId, pieces }) => ({ lineId, pieces: Math.min(pieces, now.lines[0]?.pieces ?? 1) }));
    switch (now.type) {
      case 'push':
        push(id, by, now.minor);
        break;
      case 'finish':
        finish(id, now.minor);
        break;
      case 'offer':
        give(id, by, 'offer', { remedy: now.remedy, amountMinor: now.minor });
        break;
      case 'approve': {
        const lines = some('undecided');
        if (lines.length > 0) give(id, by, 'approve', { lines });
        break;
      }
      case 'decline':
        give(id, agent, 'decline_offer', {});
        break;
      case 'send': {
        const lines = some('unsettled');
        if (lines.length > 0)
          give(id, agent, 'send_parcel', {
            parcelId: `${id}-p${nextParcel()}`,
            carrier: 'sf',
            trackingNumber: 't',
            freight: { costMinor: now.minor % 1_500, paidBy: now.flag ? 'customer' : 'shop' },
            lines,
          });
        break;
      }
      case 'receive': {
        const lines = [...some('unsettled'), ...some('kept')].slice(0, 1);
        if (lines.length > 0)
          give(id, agent, 'receive_parcel', {
            parcelId: one.data.parcels[0]?.parcelId ?? `${id}-p${nextParcel()}`,
            lines,
          });
        break;
      }
      case 'inspect': {
        const [l] = some('toInspect');
        if (l)
          give(id, agent, 'inspect', {
            ...l,
            condition: now.flag ? 'worn' : 'damaged',
            disposal: now.pick % 3 === 0 ? 'send_back' : 'restock',
            deductMinor: now.minor % 2_000,
          });
        break;
      }
      case 'confirm':
        give(id, agent, 'confirm_receipt', {});
        break;
      case 'keep': {
        const lines = some('unsettled');
        if (lines.length > 0) give(id, agent, 'keep_goods', { lines });
        break;
      }
      case 'settle':
        give(id, by, 'settle', { missing: now.pick % 2 === 0 ? 'refund' : 'keep' });
        break;
      case 'fail': {
        const e = pending(id, [...PAY, ...STOPS])[0];
        if (e) give(id, system, 'effect_failed' as never, { key: e.key, reason: 'no' });
        break;
      }
      case 'retry': {
        const e = pending(id, PAY, 'failed')[0];
        if (e) give(id, system, 'retry_effect' as never, { key: e.key });
        break;
      }
      case 'give_up': {
        for (const e of pending(id, PAY))
          if (e.type === 'ship_goods' || now.flag)
            give(id, system, 'effect_failed' as never, { key: e.key, reason: 'no' });
          else give(id, system, 'effect_succeeded' as never, { key: e.key });
        give(id, agent, 'give_up_settlement', {});
        break;
      }
      case 'change':
        give(id, agent, 'change_remedy', { remedy: now.remedy, amountMinor: now.minor });
        break;
      case 'claim':
        give(id, agent, 'claim', request);
        break;
      case 'reopen':
        give(id, agent, 'reopen', { evidence: ['photo'] });
        break;
      case 'cancel':
        give(id, agent, 'cancel', {});
        break;
      case 'fault':
        give(id, agent, 'assess_fault', { fault: now.flag ? 'shop' : now.pick % 2 ? 'unclear' : 'customer' });
        break;
      case 'agree':
        give(id, other, 'agree', {});
        break;
      case 'disagree':
        give(id, other, 'disagree', { note: 'no' });
        break;
      case 'dispute':
        give(id, buyer, 'dispute', { evidence: [] });
        break;
      case 'order_refund':
        give(id, platform, 'order_refund', { refundMinor: Math.max(1, now.minor) });
        break;
      case 'order_return':
        give(id, platform, 'order_return', {});
        break;
      case 'impose':
        give(id, platform, 'impose_refund', { refundMinor: Math.max(1, now.minor) });
        break;
      case 'withdraw':
        give(id, buyer, 'withdraw_dispute', {});
        break;
      case 'dismiss':
        give(id, platform, 'dismiss', {});
        break;
    }
  }
  log.push('-- finish');
  for (const id of ids()) {
    if (returns.cases.get(id)?.state === 'expired') give(id, agent, 'reopen', { evidence: ['photo'] });
    finish(id);
  }
  fair();
  log.push('-- end');
  for (const id of ids()) {
    if (returns.cases.get(id)?.state === 'expired') give(id, agent, 'reopen', { evidence: ['photo'] });
    finish(id);
    if (returns.cases.get(id)?.state === 'settled') give(id, agent, 'close', {});
  }
  for (const { lineId } of priced) {
    for (let guard = 0; guard < 8; guard++) {
      const delivered = priced.find((l) => l.lineId === lineId)?.shipping === 'delivered';
      const id = open(agent, {
        remedy: delivered ? 'return_refund' : 'refund_only',
        reason: 'no_reason',
        evidence: ['photo'],
        lines: [{ lineId, pieces: 1 }],
      });
      if (id === null) break;
      finish(id);
    }
  }
  const refunded = priced.map(
    ({ lineId, pieces }) => pieces - ids().reduce((sum, id) => sum + count(id, lineId, 'refunded'), 0),
  );
  const cases = [...returns.cases.values()];
  return {
    returns,
    ledger,
    goods,
    freightPaid,
    money,
    coupon,
    points,
    refunded,
    ended: cases.every(({ state }) =>
      ['cancelled', 'closed', 'settled', 'rejected', 'expired'].includes(state),
    ),
    states: cases.map(({ id, state }) => `${id} ${state}`),
  };
}

function short(plan: Plan | null | undefined): string {
  if (!plan) return 'null';
  const {
    id,
    remedy,
    lines,
    goodsMinor: g,
    outboundMinor: o,
    backMinor: b,
    deductedMinor: d,
    refundMinor: r,
    unpaidMinor: u,
    toPayMinor: t,
    supplements,
    taken,
  } = plan;
  return `${id} ${remedy} ${lines.map((l) => `${l.lineId}:${l.refund}/${l.replace}/${l.keep}`)} g${g} o${o} b${b} d${d} r${r} u${u} t${t} +${JSON.stringify(supplements)} -${JSON.stringify(taken)}`;
}

function property(withPlatform: boolean) {
  return fc.property(order, fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }), (config, steps) => {
    const log: string[] = [];
    try {
      const end = play(config, steps, withPlatform, log);
      if (end === null) return;
      const { ledger, goods, returns } = end;
      const d = returns.differencesMinor;
      if (
        !end.ended &&
        (withPlatform ||
          end.states.some((one) => one.endsWith('awaiting_parcel')) ||
          end.refunded.every((left) => left === 0))
      )
        return;
      if (!end.ended) throw new Error(`not ended: ${end.states}`);
      if (end.refunded.some((left) => left > 0))
        throw new Error(`pieces not refunded ${end.refunded} ${end.states}`);
      if (ledger.goods < goods + d || ledger.goods > goods + d + ledger.slack)
        throw new Error(`goods ${ledger.goods} of ${goods} + ${d}`);
      const total = Object.values(ledger.paidBy).reduce((a, b) => a + b, 0);
      if (total !== ledger.refund) throw new Error(`sent ${total} planned ${ledger.refund}`);
      if (!withPlatform) {
        if (ledger.outbound > end.freightPaid + 9)
          throw new Error(`outbound ${ledger.outbound} of ${end.freightPaid}`);
        if (ledger.unpaid > Math.max(0, ledger.outbound - end.freightPaid))
          throw new Error(`unpaid ${ledger.unpaid}`);
        if (total !== goods + d + ledger.outbound - ledger.deducted - ledger.unpaid)
          throw new Error(`total ${total}`);
      }
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${JSON.stringify(config)}\n${log.join('\n')}`);
    }
  });
}
test('whatever becomes of the returns of an order, what was paid goes back once, and goods cost what they are worth', () => {
  fc.assert(property(false), { numRuns: policyRuns(3) });
}, 600_000);
