import { countIn } from './countIn.js';
import { type FreightInput, freightShares } from './freightShares.js';
import { giftDeductions } from './giftsDue.js';
import { goodsDue } from './goodsDue.js';
import { goodsOf, keptOf, valueOfPieces } from './goodsValue.js';
import { differenceOf, keptForLess, shipmentsOf, takenOf } from './putInPlace.js';
import { addTenders, NO_TENDERS, splitRefund, totalOfTenders } from './refundSplit.js';
import type { GiftDeduction, PiecesByLine, Plan, Rest } from './returnSchemas.js';
import type { SettlementInput } from './settlementInput.js';

/**
 * Works out a settlement to the cent: the goods, the freight of both ways, what is taken off, the means of payment that it
 * goes back in, and what is to be sent or paid. It never gives back more than is left of what was paid, and what is taken
 * off never makes the customer owe money: only an exchange for something dearer asks for it.
 *
 * @example
 * ```ts
 * import { settlementPlan } from '@aftercare/policies';
 *
 * const none = { money: 0, coupon: 0, points: 0, gift_value: 0 };
 * const plan = settlementPlan({
 *   id: 'settlement-1',
 *   remedy: 'return_refund',
 *   pieces: [{ lineId: 'a', refund: 1, replace: 0, keep: 0 }],
 *   lines: [{ lineId: 'a', sku: 'cup', pieces: 2, priceMinor: 9900 }],
 *   promotions: [],
 *   gifts: [],
 *   gone: {},
 *   settledBeforeMinor: 0,
 *   awaited: { pieces: {}, goodsMinor: 0, tenders: none },
 *   rest: { goodsMinor: 0, moneyMinor: 0 },
 *   pendingMinor: 0,
 *   differencePaidMinor: 0,
 *   supplements: [],
 *   dueMode: 'recalculated',
 *   freightRule: { outbound: 'shop', back: 'customer' },
 *   outbound: { costMinor: 800, paidBy: 'customer' },
 *   back: [],
 *   offerMinor: 0,
 *   wearMinor: 500,
 *   giftsReturned: null,
 *   giftsDeducted: [],
 *   left: { ...none, money: 10700 },
 *   backLeftMinor: 0,
 *   tenderOrder: ['money'],
 *   forgivenDifferenceMinor: 0,
 * });
 * plan.goodsMinor; // => 4950
 * plan.outboundMinor; // => 400
 * plan.refundMinor; // => 4850
 * ```
 */
export function settlementPlan(input: SettlementInput): Plan {
  const { awaited, left } = input;
  const plan = planWithin(input);
  // What others hold is not paid twice, and nothing that is due is forgotten for it.
  const unheld = { ...input, left: addTenders(left, awaited.tenders) };
  const inMoney = totalOfTenders(awaited.tenders) === 0 ? plan : planWithin(unheld);
  const inGoods =
    awaited.goodsMinor === 0 ? inMoney : planWithin({ ...unheld, awaited: { ...awaited, goodsMinor: 0 } });
  const rest: Rest = {
    goodsMinor: isOfGoods(input) ? inGoods.refundMinor - inMoney.refundMinor : input.rest.goodsMinor,
    moneyMinor: inMoney.refundMinor - plan.refundMinor,
  };
  if (rest.goodsMinor === 0 && rest.moneyMinor === 0) return plan;
  return { ...plan, unpaidMinor: inMoney.unpaidMinor, rest };
}

/** Whether goods are paid for that go back, or nothing is done but to pay a rest: else it waits. */
function isOfGoods({ pieces }: SettlementInput): boolean {
  return pieces.length === 0 || pieces.some(({ refund }) => refund > 0);
}

function planWithin(input: SettlementInput): Plan {
  const { id, remedy, pieces, tenderOrder, left } = input;
  const difference = differenceOf(input);
  const goodsMinor = goodsOf(input) + difference.toRefundMinor;
  const freight = freightOf(input);
  const dueMinor = goodsMinor + freight.outboundMinor;
  const backMinor = Math.min(freight.backMinor, Math.max(0, input.backLeftMinor));
  const freightMinor = Math.min(dueMinor, freight.deductedMinor);
  const wearMinor = Math.min(dueMinor - freightMinor, input.wearMinor);
  const withoutGifts = freightMinor + wearMinor;
  const gifts = giftDeductions(input, dueMinor - withoutGifts);
  const deductedMinor = withoutGifts + sumOf(gifts, 1);
  const giftsMinor = sumOf(gifts, -1);
  const netMinor = dueMinor + giftsMinor - deductedMinor + input.rest.moneyMinor;
  const { parts, unpaidMinor } = splitRefund(netMinor, left, tenderOrder);
  const refundMinor = netMinor - unpaidMinor;
  return {
    id,
    remedy,
    lines: pieces.map(({ lineId, refund, replace, keep }) => ({ lineId, refund, replace, keep })),
    goodsMinor,
    outboundMinor: freight.outboundMinor,
    backMinor,
    deductedMinor,
    ...(wearMinor > 0 ? { wearMinor } : {}),
    refundMinor,
    unpaidMinor,
    tenders: addTenders(parts, NO_TENDERS),
    toPayMinor: difference.toPayMinor,
    worthMinor: Math.max(refundMinor, goodsMinor) + backMinor + replacedValue(input),
    shipments: pieces.filter(({ replace }) => replace > 0).flatMap((line) => shipmentsOf(input, line)),
    supplements: [...difference.supplements, ...keptForLess(input, goodsMinor)],
    taken: takenOf(input),
    ...(giftsMinor > 0 ? { giftsMinor } : {}),
    ...(gifts.length > 0 ? { giftsDeducted: gifts } : {}),
  };
}

function replacedValue(input: SettlementInput): number {
  return input.pieces.reduce((sum, { lineId, replace }) => sum + valueOfPieces(input, lineId, replace), 0);
}

const NO_FREIGHT = { outboundMinor: 0, backMinor: 0, deductedMinor: 0 };

/** Freight is evened out when goods come back or are stopped; of an exchange only the way back, the goods stay bought. */
function freightOf(input: SettlementInput) {
  const { remedy, freightRule, outbound, back } = input;
  if (remedy === 'resend' || remedy === 'partial_refund') return NO_FREIGHT;
  const rule = remedy === 'exchange' ? { ...freightRule, outbound: 'as_paid' as const } : freightRule;
  return freightShares({ rule, outbound, back, part: partOf(input) });
}

/**
 * The part of the goods that goes back, by what was paid for them; of goods that cost nothing each piece counts alike. What
 * others hold comes before it, so that of the way out no two returns hold the same part.
 */
function partOf(settled: SettlementInput): FreightInput['part'] {
  const { awaited } = settled;
  const gone = settled.lines.map(({ lineId }) => [
    lineId,
    countIn(settled.gone, lineId) + countIn(awaited.pieces, lineId),
  ]);
  const input: SettlementInput = { ...settled, gone: Object.fromEntries(gone) };
  const { lines, promotions } = input;
  const priceOfAll = (kept: PiecesByLine) => goodsDue(lines, promotions, kept, 'proportional');
  const all = keptOf({ ...input, gone: {} }, 0);
  const worthOf = priceOfAll(all) > 0 ? priceOfAll : piecesIn;
  const now = worthOf(keptOf(input, 0));
  return { of: now - worthOf(keptOf(input, 1)), whole: worthOf(all), before: worthOf(all) - now };
}

function piecesIn(kept: PiecesByLine): number {
  return Object.values(kept).reduce((sum, pieces) => sum + pieces, 0);
}

/** What is taken off for gifts (`sign` 1), or given back (-1). */
function sumOf(gifts: readonly GiftDeduction[], sign: 1 | -1): number {
  return gifts.reduce((sum, { minor }) => sum + Math.max(0, minor * sign), 0);
}
