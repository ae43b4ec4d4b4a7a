import { epochMillisOf, instantOf } from '@aftercare/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOrder, freightPaid, goodsPrice } from '../../../test/anyOrder.js';
import { anyWish, marketplacePlays, type Plays, requestOf, shopPlays } from '../../../test/anySteps.js';
import { isAtRest, naturalSteps, piecesIn, type Step } from '../../../test/naturalSteps.js';
import { startReturns } from '../../../test/orderReturns.js';
import { policyRuns } from '../../../test/playCases.js';
import { agent, type Facts, type Request } from '../../../test/returnPlays.js';
import { goodsDue } from './goodsDue.js';
import { TENDERS, type Tender } from './refundSplit.js';
import type { Plan } from './returnSchemas.js';

const FOUR_DAYS = 4 * 24 * 60 * 60 * 1_000;

/** The returns of an order and what was settled in them, with a log for those who read a counterexample. */
function playReturns(order: Facts, log: (entry: string) => void) {
  const returns = startReturns(order);
  const settlements: Plan[] = [];
  const cases = () => [...returns.cases.values()];

  const open = (request: Request) => {
    const opened = returns.open(agent, request);
    if (!opened.ok) return undefined;
    log(`${opened.next.id} request_return ${JSON.stringify(request)}`);
    return opened.next.id;
  };

  const give = (caseId: string, { by, type, params }: Step) => {
    const before = returns.cases.get(caseId)?.data.lastPlan;
    // The parameters are those of the type, as `step` has checked.
    const decision = returns.give(caseId, by, type, params as never);
    if (!decision.ok) return false;
    const { state, data } = decision.next;
    log(`${caseId} ${type} ${JSON.stringify(params)} -> ${state}`);
    if (data.lastPlan !== null && data.lastPlan !== before) {
      settlements.push(data.lastPlan);
      log(`${caseId} has settled ${JSON.stringify(data.lastPlan)}`);
    }
    return true;
  };

  const goOn = (caseId: string) => {
    const one = returns.cases.get(caseId);
    return one !== undefined && naturalSteps(one).some((step) => give(caseId, step));
  };

  // No case needs as many steps: one that goes round in circles is found by its state.
  const finish = (caseId: string) => {
    for (let steps = 0; steps < 50 && goOn(caseId); ) steps += 1;
  };

  const wait = () => {
    returns.now = instantOf((epochMillisOf(returns.now) ?? 0) + FOUR_DAYS);
    log(`It is ${returns.now}`);
    for (const { id } of cases()) returns.lapse(id);
  };

  return { returns, settlements, cases, open, give, goOn, finish, wait };
}

type Played = ReturnType<typeof playReturns>;

function sumOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

function refundedPieces({ cases }: Played, lineId: string): number {
  const refunded = cases().flatMap((one) => piecesIn(one, 'refunded'));
  return sumOf(refunded, (line) => (line.lineId === lineId ? line.pieces : 0));
}

function returnedIn({ cases }: Played, tenders: readonly Tender[] = TENDERS): number {
  return sumOf(cases(), ({ data }) => sumOf(tenders, (tender) => data.returned[tender]));
}

function settled(played: Played, part: 'goodsMinor' | 'outboundMinor' | 'deductedMinor' | 'refundMinor') {
  return sumOf(played.settlements, (plan) => plan[part]);
}

/** Piece after piece comes back or is stopped, as long as any is left that money can go back for. */
function returnTheRest(
  { open, finish }: Played,
  { lines }: Facts,
  reason: 'goodwill' | 'defective' = 'goodwill',
): void {
  for (const { lineId, pieces, shipping } of lines) {
    const asked =
      shipping === 'delivered'
        ? ({ remedy: 'return_refund', reason } as const)
        : ({ remedy: 'refund_only', reason: 'not_received' } as const);
    for (let piece = 0; piece < pieces; piece++) {
      const caseId = open({ ...asked, evidence: ['photo'], lines: [{ lineId, pieces: 1 }] });
      if (caseId !== undefined) finish(caseId);
    }
  }
}

/** A marketplace decides beyond all of this. */
function expectNoMoreThanBought(played: Played, order: Facts): void {
  const { money, ...others } = { ...order.otherTenders, money: order.paid.minor };
  const paid = { ...others, money: money + played.returns.differencesMinor };
  for (const tender of TENDERS) expect(returnedIn(played, [tender])).toBeLessThanOrEqual(paid[tender]);
  for (const { lineId, pieces } of order.lines)
    expect(refundedPieces(played, lineId)).toBeLessThanOrEqual(pieces);
}

/** Discounts apart, which one return may lose for another: what was paid and not given back is what the goods cost. */
function expectGoodsAtTheirPrice(played: Played, order: Facts): void {
  if (order.promotions.length > 0) return;
  const kept = order.lines.map(({ lineId, pieces }) => [lineId, pieces - refundedPieces(played, lineId)]);
  const bought = goodsDue(order.lines, [], Object.fromEntries(kept), 'recalculated');
  const supplements = played.cases().flatMap(({ data }) => data.supplements);
  const cost = bought + sumOf(supplements, ({ minor }) => minor);
  const paid = goodsPrice(order) + played.returns.differencesMinor;
  // What is due is rounded for the pieces that stay, and what was paid on top for each exchange by itself.
  const rounded = Math.abs(paid - settled(played, 'goodsMinor') - cost);
  expect(rounded).toBeLessThanOrEqual(played.settlements.length);
}

/** What differs between shops that sell by themselves and those on a marketplace. */
interface Checks {
  readonly eachStep?: (played: Played, order: Facts) => void;
  /** When no case has a natural step left. */
  readonly atRest?: (played: Played, order: Facts) => void;
  /** When all goods have gone back. */
  readonly atEnd: (played: Played, order: Facts) => void;
}

/** Plays some steps, brings every case to its end, and sends back all that is left. */
function anyReturns(plays: Plays, { eachStep, atRest, atEnd }: Checks) {
  const anyStep = fc.record({
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constant('open') },
      { weight: 8, arbitrary: fc.constant('go_on') },
      { weight: 3, arbitrary: fc.constant('finish') },
      { weight: 1, arbitrary: fc.constant('wait') },
      { weight: 20, arbitrary: fc.constantFrom(...Object.keys(plays)) },
    ),
    which: fc.nat(9),
    wish: anyWish,
  });
  const anySteps = fc.array(anyStep, { maxLength: 60, size: 'max' });
  return fc.property(anyOrder, anySteps, fc.context(), (order, steps, context) => {
    const played = playReturns(order, (entry) => context.log(entry));
    const { returns, cases, open, give, goOn, finish, wait } = played;
    for (const { type, which, wish } of steps) {
      const one = cases()[which % Math.max(1, cases().length)];
      if (type === 'open') open(requestOf(order.lines, wish));
      else if (one === undefined) continue;
      else if (type === 'go_on') goOn(one.id);
      else if (type === 'finish') finish(one.id);
      else if (type === 'wait') wait();
      else for (const step of plays[type]?.(one, wish) ?? []) give(one.id, step);
      for (const { amount } of Object.values(returns.usage)) expect(amount).toBeGreaterThanOrEqual(0);
      eachStep?.(played, order);
    }
    // Of two cases about the same piece, the first may have to wait for the second.
    for (const { id } of [...cases(), ...cases()]) finish(id);
    atRest?.(played, order);
    returnTheRest(played, order);
    expect(cases().filter((one) => !isAtRest(one))).toEqual([]);
    for (const { lineId, pieces } of order.lines)
      expect(refundedPieces(played, lineId)).toBeGreaterThanOrEqual(pieces);
    atEnd(played, order);
  });
}

function expectAllGivenBack(played: Played, order: Facts): void {
  const goods = settled(played, 'goodsMinor');
  const outbound = settled(played, 'outboundMinor');
  expect(goods).toBe(goodsPrice(order) + played.returns.differencesMinor);
  expect(returnedIn(played)).toBe(goods + outbound - settled(played, 'deductedMinor'));
  expect(outbound).toBeLessThanOrEqual(freightPaid(order));
}

function expectGoodsGivenBack(played: Played, order: Facts): void {
  expect(returnedIn(played)).toBe(settled(played, 'refundMinor'));
  const paid = goodsPrice(order) + played.returns.differencesMinor;
  expect(settled(played, 'goodsMinor')).toBeGreaterThanOrEqual(paid);
}

test('an order that comes back piece by piece, for no fault of the customer, brings back every cent', () => {
  const property = fc.property(anyOrder, fc.context(), (order, context) => {
    const played = playReturns(order, (entry) => context.log(entry));
    returnTheRest(played, order, 'defective');
    const { coupon, points } = order.otherTenders;
    expect(returnedIn(played)).toBe(order.paid.minor + coupon + points);
  });
  fc.assert(property, { numRuns: policyRuns(10) });
}, 600_000);

test('whatever becomes of the returns of an order, what was paid goes back once all goods have', () => {
  const property = anyReturns(shopPlays, {
    eachStep: expectNoMoreThanBought,
    atRest: expectGoodsAtTheirPrice,
    atEnd: expectAllGivenBack,
  });
  fc.assert(property, { numRuns: policyRuns(4) });
}, 600_000);

test('whatever a marketplace decides, the returns of an order end, and no goods are left that were not given for', () => {
  const plays = { ...shopPlays, ...marketplacePlays };
  const property = anyReturns(plays, { atEnd: expectGoodsGivenBack });
  fc.assert(property, { numRuns: policyRuns(4) });
}, 600_000);
