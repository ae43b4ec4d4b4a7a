import type { Day } from '@aftercare/core';
import { casePolicies } from './casePolicies.js';
import { compensationCase } from './compensationCase.js';
import { returnCase } from './returnCase.js';
import type { Shop } from './shop.js';
import type { TimelineStep } from './timeline.js';

/** A case about an order of the data, as it could have gone. */
export interface CaseReport {
  readonly policy: 'compensation' | 'return';
  readonly orderId: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly currency: string;
  /** Assumed where the data do not tell it. */
  readonly deliveredDay: Day;
  readonly steps: readonly TimelineStep[];
}

/** Cases about orders of the data. */
export interface CasesReport {
  /** The currency of the shipped authority matrix whose figures are used. */
  readonly limitsFrom: string;
  /** Whether the days of delivery are those of the data. */
  readonly deliveriesRecorded: boolean;
  /** Null: no order is large enough for one. */
  readonly compensation: CaseReport | null;
  /** Null: no order tells of a line with enough pieces. */
  readonly partialReturn: CaseReport | null;
}

/** Plays one case of compensation and one of a partial return. */
export function casesReport(shop: Shop): CasesReport {
  const policies = casePolicies(shop.calendar, shop.log.currency);
  return {
    limitsFrom: policies.limitsFrom,
    deliveriesRecorded: shop.source.deliveriesRecorded,
    compensation: compensationCase(shop, policies),
    partialReturn: returnCase(shop, policies),
  };
}
