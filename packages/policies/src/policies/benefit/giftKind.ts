import type { Counters } from '../../case/index.js';
import { type DataOf, defineKind, type KindBehaviour, type View } from '../../kind/index.js';
import { benefitMessages, benefitReducers, benefitSubject, costOf, openBenefit } from './benefitBehaviour.js';
import { benefitBudgets, benefitCaps } from './benefitCaps.js';
import { benefitFactReaders } from './benefitCaseFacts.js';
import { giftSamples } from './giftSamples.js';
import { type GiftShape, giftShape } from './giftShape.js';

type Data = DataOf<GiftShape>;
type GiftView = View<GiftShape>;

/** What a gift costs, and the value that the customer is told. */
type Terms = Pick<Data, 'costMinor' | 'statedMinor'>;

const withTerms = (data: Data, { costMinor, statedMinor }: Terms): Data => ({
  ...data,
  costMinor,
  statedMinor,
});

const behaviour: KindBehaviour<GiftShape> = {
  open(view) {
    const { command } = view;
    if (command.type !== 'request')
      throw new RangeError(`A case is opened by "request", not by "${command.type}".`);
    const { ground, sku, quantity } = command.params;
    return { ...openBenefit(view, ground), sku, quantity, statedMinor: 0 };
  },

  subject: benefitSubject,
  budgets: (data) => benefitBudgets('gift', data),

  apply: {
    ...benefitReducers,
    put_forward: withTerms,
    granted: withTerms,
    imposed: (data, terms) => ({ ...withTerms(data, terms), isImposed: true }),
    fulfilled: (data) => data,
    sent_after_all: (data) => ({ ...data, isClaimed: true }),
    given_back: (data) => data,
    deducted: (data) => data,
  },

  count: {
    fulfilled: (_, { quantity }) => [{ counter: 'piecesSent', by: quantity }],
    sent_after_all: (_, { quantity }) => [{ counter: 'piecesSent', by: quantity }],
    given_back: ({ quantity }) => [{ counter: 'piecesBack', by: quantity }],
    deducted: ({ pieces }) => [{ counter: 'piecesDeducted', by: pieces }],
  },

  caseFacts: {
    ...benefitFactReaders('gift', costNow),
    quantity: ({ data }) => data.quantity,
    mostPieces: ({ settings }) => settings.mostPieces.value,
    piecesDue: ({ counters }) => piecesDue(counters),
    piecesGivenBack: ({ command }) => (command.type === 'give_back' ? command.params.quantity : 0),
    statedMinor: ({ data }) => data.statedMinor,
  },

  calculators: {
    terms: {
      gives: ['costMinor', 'statedMinor'],
      of: (view) => ({ costMinor: costNow(view), statedMinor: view.facts.pieceStatedMinor }),
    },
    missing_pieces: { gives: ['pieces'], of: ({ counters }) => ({ pieces: piecesDue(counters) }) },
  },

  effects: {
    ...benefitMessages,
    add_gift: ({ data }) => [giftOf(data)],
    remove_gift: ({ data }) => [giftOf(data)],
    note_due_back: ({ data, state, counters }) => {
      const pieces = state === 'due_back' ? piecesDue(counters) : 0;
      const deductible = statedValue(pieces, data);
      return [{ orderId: data.orderId, sku: data.sku, pieces, deductible, isGroundToRefuseReturn: false }];
    },
    deduct_from_refund: ({ data, counters }) => [
      { orderId: data.orderId, amount: statedValue(piecesDue(counters), data) },
    ],
  },

  grants: {
    benefit: {
      id: () => 'benefit',
      subject({ data: { orderId, ground, sku, quantity, costMinor, statedMinor } }) {
        return { orderId, ground, sku, quantity, costMinor, statedMinor };
      },
      amount: ({ data }) => costOf(data),
      caps: ({ data, settings }) => benefitCaps('gift', data, settings),
    },
  },

  samples: giftSamples,
};

/**
 * Gift (赠品): a request for a gift with an order, from asking until it is the customer's for good. Staff promise nothing on
 * their own: the shop's rules say to whom it is due, authority and the campaign's budget how much may be given. Stock is
 * looked up and not reserved: where the last piece is gone by then, `add_gift` fails.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import { authorityCny, giftDefinition, giftKind, loadAuthority, loadPolicy, openCase } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(giftKind, giftDefinition, { authority, calendars: { shop: calendar } }));
 * const command = {
 *   id: 'command-1',
 *   type: 'request',
 *   params: { ground: 'promotion', sku: 'tea-sample', quantity: 1 },
 * } as const;
 * const decision = openCase(policy, command, {
 *   now: '2026-03-02T10:00:00+08:00',
 *   actor: { id: 'agent-1', role: 'agent' },
 *   usage: {},
 *   facts: {
 *     orderId: 'order-1',
 *     customerId: 'customer-1',
 *     paid: { minor: 20_000, currency: 'CNY' },
 *     refundedMinor: 0,
 *     orderMinor: 20_000,
 *     marginMinor: 8_000,
 *     priceCutMinor: 0,
 *     tierRank: 2,
 *     region: 'east',
 *     surchargeMinor: 0,
 *     isGiftArticle: true,
 *     giftsInStock: 10,
 *     pieceCostMinor: 600,
 *     pieceStatedMinor: 990,
 *   },
 *   ids: ['case-1'],
 * });
 * decision.ok && decision.next.state; // => 'requested'
 * ```
 */
export const giftKind = defineKind(giftShape, behaviour);

/** What the pieces cost, with what the carrier asks on top for a remote address. */
function costNow({ data, facts }: GiftView): number {
  return facts.pieceCostMinor * data.quantity + facts.surchargeMinor;
}

function piecesDue({ case: { piecesSent = 0, piecesBack = 0, piecesDeducted = 0 } }: Counters): number {
  return piecesSent - piecesBack - piecesDeducted;
}

function giftOf({ orderId, sku, quantity }: Data) {
  return { orderId, sku, quantity };
}

function statedValue(pieces: number, { statedMinor, paid }: Data) {
  return { minor: pieces * statedMinor, currency: paid.currency };
}
