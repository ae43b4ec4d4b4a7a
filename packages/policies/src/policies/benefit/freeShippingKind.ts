import { type Cap, paidKey } from '../../authority/index.js';
import { sameJson } from '../../decide/sameJson.js';
import { type DataOf, defineKind, type KindBehaviour, type View } from '../../kind/index.js';
import { benefitMessages, benefitReducers, benefitSubject, costOf, openBenefit } from './benefitBehaviour.js';
import { benefitBudgets, benefitCaps } from './benefitCaps.js';
import { benefitFactReaders } from './benefitCaseFacts.js';
import { freeShippingSamples } from './freeShippingSamples.js';
import { type FreeShippingShape, freeShippingShape } from './freeShippingShape.js';

type Data = DataOf<FreeShippingShape>;
type FreeShippingView = View<FreeShippingShape>;

/** What is waived, and what is not. */
type Terms = Pick<Data, 'costMinor' | 'surchargeLeftMinor' | 'isFreightPaid'>;

const withTerms = (data: Data, { costMinor, surchargeLeftMinor, isFreightPaid }: Terms): Data => ({
  ...data,
  costMinor,
  surchargeLeftMinor,
  isFreightPaid,
});

const behaviour: KindBehaviour<FreeShippingShape> = {
  open(view) {
    const { command } = view;
    if (command.type !== 'request')
      throw new RangeError(`A case is opened by "request", not by "${command.type}".`);
    return { ...openBenefit(view, command.params.ground), surchargeLeftMinor: 0, isFreightPaid: false };
  },

  subject: benefitSubject,
  budgets: (data) => benefitBudgets('free_shipping', data),

  apply: {
    ...benefitReducers,
    put_forward: withTerms,
    granted: withTerms,
    imposed: (data, terms) => ({ ...withTerms(data, terms), isImposed: true }),
    fulfilled: (data) => data,
    deducted: (data) => data,
  },

  count: {
    fulfilled: (_, { costMinor }) => [{ counter: 'waivedMinor', by: costMinor }],
    deducted: (_, { costMinor }) => [{ counter: 'deductedMinor', by: costMinor }],
  },

  caseFacts: {
    ...benefitFactReaders('free_shipping', costNow),
    isFreightAsGranted: (view) => sameJson(termsNow(view), termsOf(view.data)),
    isFreightGivenBack: ({ data }) => data.isFreightPaid,
  },

  calculators: {
    terms: {
      gives: ['costMinor', 'surchargeLeftMinor', 'isFreightPaid'],
      of: termsNow,
    },
  },

  effects: {
    ...benefitMessages,
    waive_freight: ({ data }) => [
      {
        orderId: data.orderId,
        amount: costOf(data),
        isFreightPaid: data.isFreightPaid,
        surchargeLeft: { minor: data.surchargeLeftMinor, currency: data.paid.currency },
      },
    ],
    restore_freight: ({ data }) => [{ orderId: data.orderId, amount: costOf(data) }],
    deduct_from_refund: ({ data }) => [{ orderId: data.orderId, amount: costOf(data) }],
  },

  grants: {
    benefit: {
      id: () => 'benefit',
      subject({ data: { orderId, ground, costMinor, surchargeLeftMinor, isFreightPaid } }) {
        return { orderId, ground, costMinor, surchargeLeftMinor, isFreightPaid };
      },
      amount: ({ data }) => costOf(data),
      caps({ data, settings, facts }) {
        const { orderId, costMinor, isFreightPaid, paid } = data;
        const caps = benefitCaps('free_shipping', data, settings);
        // Freight that has been paid is money given back, which all cases of an order have one bound for.
        const givenBack: Cap = {
          key: paidKey(orderId, paid.currency),
          amount: costMinor,
          limit: facts.paid.minor - facts.refundedMinor,
        };
        return isFreightPaid ? [...caps, givenBack] : caps;
      },
    },
  },

  samples: freeShippingSamples,
};

/**
 * Free shipping (包邮): a request to waive the freight of an order, from asking until the goods can no longer come back. For
 * a remote address (偏远地区) carriers ask a surcharge; whether the shop bears it too is a setting.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   freeShippingDefinition,
 *   freeShippingKind,
 *   loadAuthority,
 *   loadPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const calendars = { shop: calendar };
 * loadPolicy(freeShippingKind, freeShippingDefinition, { authority, calendars }).ok; // => true
 * ```
 */
export const freeShippingKind = defineKind(freeShippingShape, behaviour);

function termsOf({ costMinor, surchargeLeftMinor, isFreightPaid }: Data): Terms {
  return { costMinor, surchargeLeftMinor, isFreightPaid };
}

function termsNow(view: FreeShippingView): Terms {
  return {
    costMinor: costNow(view),
    surchargeLeftMinor: surchargeBy('customer', view),
    isFreightPaid: view.facts.isFreightPaid,
  };
}

/** What is waived: the freight, and the surcharge where the shop pays that too. */
function costNow(view: FreeShippingView): number {
  return view.facts.freightMinor + surchargeBy('shop', view);
}

function surchargeBy(payer: 'customer' | 'shop', { settings, facts }: FreeShippingView): number {
  return settings.remoteSurchargeBy.value === payer ? facts.surchargeMinor : 0;
}
