import type { FreightInput, FreightRule, FreightTrip } from './freightShares.js';
import type { DueMode, PricedLine, Promotion } from './goodsDue.js';
import type { InPlace } from './inPlace.js';
import type { Tender, TenderAmounts } from './refundSplit.js';
import type { GiftDeduction, PiecesByLine, Remedy, Rest } from './returnSchemas.js';

/** Pieces of a line, and what becomes of them. */
export interface SettledPieces {
  readonly lineId: string;
  readonly refund: number;
  readonly replace: number;
  readonly keep: number;
  /** Of one piece. Default: the goods that the customer has, for what was paid. */
  readonly replacement?: { readonly sku: string; readonly priceMinor: number };
}

/** What other cases have agreed to take back: it is the customer's until it has come, and nothing else here counts it. */
export interface AwaitedElsewhere {
  /** Of the way out they hold the first part. For a settlement that is carried out: none. */
  readonly pieces: PiecesByLine;
  /** What they hold for these: it is not given for other goods. */
  readonly goodsMinor: number;
  /** What they hold in all, by means of payment; `left` is without it. */
  readonly tenders: TenderAmounts;
}

/** All that a settlement is worked out from. */
export interface SettlementInput {
  readonly id: string;
  readonly remedy: Remedy;
  readonly pieces: readonly SettledPieces[];
  readonly lines: readonly (PricedLine & { readonly sku: string })[];
  readonly promotions: readonly Promotion[];
  readonly gifts: readonly {
    readonly giftId: string;
    readonly valueMinor: number;
    readonly fromMinor: number;
  }[];
  /** Pieces that were refunded before, or are about to be. */
  readonly gone: PiecesByLine;
  /** What was given for goods before, or is about to be, nothing taken off. */
  readonly settledBeforeMinor: number;
  readonly awaited: AwaitedElsewhere;
  /** What an earlier settlement of the case was short of for what others held. */
  readonly rest: Rest;
  /** Of `settledBeforeMinor`, what other cases hold for exchanges, and for goods that stay, and have not settled yet. */
  readonly pendingMinor: number;
  readonly differencePaidMinor: number;
  /** What settlements have put in the place of pieces, and the customer still has. */
  readonly supplements: readonly InPlace[];
  readonly dueMode: DueMode;
  readonly freightRule: FreightRule;
  readonly outbound: FreightTrip;
  readonly back: FreightInput['back'];
  /** What was agreed upon for goods that the customer keeps. */
  readonly offerMinor: number;
  /** For wear, found at inspection. */
  readonly wearMinor: number;
  /** Null when gifts are not deducted; else those that came back. */
  readonly giftsReturned: readonly string[] | null;
  /** What was deducted for gifts so far. */
  readonly giftsDeducted: readonly GiftDeduction[];
  readonly left: TenderAmounts;
  /** The most that is reimbursed for the way back: it is no part of what was paid for the order. */
  readonly backLeftMinor: number;
  readonly tenderOrder: readonly Tender[];
  readonly forgivenDifferenceMinor: number;
}
