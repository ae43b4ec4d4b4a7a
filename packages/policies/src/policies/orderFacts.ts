import { fact, identifierSchema, nonNegativeMoneySchema } from '@aftercare/core';
import * as z from 'zod';

/** What a host tells of the order of a case, whatever the case is about. */
export const orderFacts = {
  orderId: fact(identifierSchema, {
    description:
      'The order. All cases of one order are given the same: what they give back is counted under it.',
    titles: { en: 'order', 'zh-CN': '订单' },
    changes: 'on_event',
  }),
  customerId: fact(identifierSchema, {
    description: 'The customer of the order; limits per customer are counted under it.',
    titles: { en: 'customer', 'zh-CN': '客户' },
    changes: 'on_event',
  }),
  paid: fact(nonNegativeMoneySchema, {
    description:
      'What was paid for the order in money, freight included; zero before it is paid. It is not lowered by what goes back.',
    titles: { en: 'amount paid', 'zh-CN': '实付金额' },
    changes: 'on_event',
  }),
  refundedMinor: fact(z.int().min(0), {
    description:
      'All that was given back of it past the cases decided here, by hand say; what these give back is counted in `usage`.',
    unit: 'minor_units',
    titles: { en: 'amount refunded elsewhere', 'zh-CN': '另行退还金额' },
    changes: 'on_event',
  }),
};
