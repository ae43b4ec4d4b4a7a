import { type Customer, closest } from '@aftercare/core';
import type { CareExplanation, CareFacts, TierAssessment } from '@aftercare/lifecycle';
import type { Shop } from './shop.js';

/** How many ids are suggested for one that is not known. */
const SUGGESTED = 3;

/** What became of every rule for one customer, and what the rules saw. */
export interface WhyReport {
  readonly customer: Customer;
  readonly asOf: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly facts: CareFacts;
  readonly membership: TierAssessment | null;
  readonly explanation: CareExplanation;
}

/** `--why` names a customer whom the orders do not know. */
export class UnknownCustomer extends Error {
  override readonly name = 'UnknownCustomer';
}

/** Explains the plan for one customer. */
export function whyReport(shop: Shop, customerId: string): WhyReport {
  const { planner, asOf, calendar, log } = shop;
  const input = shop.planInputOf(customerId);
  if (input === undefined) throw new UnknownCustomer(unknownText(customerId, shop));
  return {
    customer: input.customer,
    asOf,
    timeZone: calendar.timeZone,
    currency: log.currency,
    facts: planner.careFacts(input),
    membership: input.membership ?? null,
    explanation: planner.explainCare(input),
  };
}

function unknownText(customerId: string, { snapshot, asOf }: Shop): string {
  const ids = new Set(Array.from(snapshot, (entry) => entry.customerId));
  const [anyId] = ids;
  const close: string[] = [];
  while (close.length < SUGGESTED) {
    const id = closest(customerId, ids);
    if (id === undefined) break;
    close.push(id);
    ids.delete(id);
  }
  const hint =
    close.length > 0 ? ` Did you mean ${close.join(', ')}?` : anyId ? ` One of them is ${anyId}.` : '';
  return `--why: no customer who ordered by ${asOf} has the id "${customerId}".${hint}`;
}
