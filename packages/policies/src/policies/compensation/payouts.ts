import type { Money } from '@aftercare/core';
import type { EffectRecord } from '../../case/index.js';
import type { DataOf } from '../../kind/index.js';
import type { CompensationPart } from './compensationSchemas.js';
import type { CompensationShape } from './compensationShape.js';

type Data = DataOf<CompensationShape>;
type Form = CompensationPart['form'];

/** The effects by which the parts of a compensation reach the customer. */
const PAYOUTS: ReadonlySet<string> = new Set([
  'refund_payment',
  'issue_coupon',
  'grant_points',
  'ship_goods',
]);

type PartOf<Wanted extends Form> = Extract<CompensationPart, { form: Wanted }>;

/** What is paid out for the parts of the present offer that are of one form. Mostly there are none, so nothing is copied. */
export function payoutsOf<Wanted extends Form, Payout>(
  { offer }: Data,
  form: Wanted,
  payoutOf: (part: PartOf<Wanted>) => Payout,
): Payout[] {
  const payouts: Payout[] = [];
  if (offer === null) return payouts;
  for (const part of offer.parts) if (isOfForm(part, form)) payouts.push(payoutOf(part));
  return payouts;
}

function isOfForm<Wanted extends Form>(part: CompensationPart, form: Wanted): part is PartOf<Wanted> {
  return part.form === form;
}

/** The value of a part as money. */
export function amountOf({ valueMinor }: CompensationPart, { paid }: Data): Money {
  return { minor: valueMinor, currency: paid.currency };
}

/** How the payments of a case stand, apart from one of them. */
export function otherPayments(
  effects: readonly EffectRecord[],
  one: EffectRecord | undefined,
): 'done' | 'pending' | 'failed' {
  let result: 'done' | 'pending' = 'done';
  for (const { type, key, status } of effects) {
    if (!PAYOUTS.has(type) || key === one?.key || status === 'succeeded') continue;
    if (status === 'failed') return 'failed';
    result = 'pending';
  }
  return result;
}

/** What a payment was worth, in minor units. */
export function paidOut(effect: EffectRecord | undefined): number {
  const amount = effect?.params.amount;
  const minor = typeof amount === 'object' && amount !== null && 'minor' in amount ? amount.minor : undefined;
  if (typeof minor !== 'number')
    throw new RangeError('Every payment has an amount: the schemas of effects say so.');
  return minor;
}
