import type { Money } from '@aftercare/core';
import * as z from 'zod';
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

/** The parts of the present offer that are of one form. */
export function partsOf<Wanted extends Form>(
  { offer }: Data,
  form: Wanted,
): Extract<CompensationPart, { form: Wanted }>[] {
  const parts: readonly CompensationPart[] = offer?.parts ?? [];
  return parts.filter((part): part is Extract<CompensationPart, { form: Wanted }> => part.form === form);
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
  const others = effects.filter(
    ({ type, key, status }) => PAYOUTS.has(type) && key !== one?.key && status !== 'succeeded',
  );
  if (others.length === 0) return 'done';
  return others.some(({ status }) => status === 'failed') ? 'failed' : 'pending';
}

const paidEffect = z.object({ amount: z.object({ minor: z.int() }) });

/** What a payment was worth, in minor units. */
export function paidOut(effect: EffectRecord | undefined): number {
  return paidEffect.parse(effect?.params).amount.minor;
}
