import * as z from 'zod';
import { customIssue, showValue } from '../foundation/index.js';
import { isCurrency } from './currency.js';

/** Schema of an ISO 4217 currency code, as `isCurrency` knows it. */
export const currencySchema = z
  .string()
  .check((context) => {
    if (isCurrency(context.value)) return;
    const details = { currency: showValue(context.value) };
    context.issues.push({
      code: 'custom',
      input: context.value,
      params: customIssue('unknown_currency', details),
    });
  })
  .meta({ description: 'An ISO 4217 currency code, such as CNY.' });

/** An integer, checked with the one message that helps whoever passes 12.5 for CNY 12.50. */
const minorSchema = z.number().check((context) => {
  if (Number.isSafeInteger(context.value)) return;
  const details = { received: showValue(context.value) };
  context.issues.push({
    code: 'custom',
    input: context.value,
    params: customIssue('unsafe_amount', details),
  });
});

/** For JSON Schemas: zod sees a number and a check. */
const integer = { type: 'integer', maximum: Number.MAX_SAFE_INTEGER } as const;

/** Schema of {@link Money}. */
export const moneySchema = z.strictObject({
  minor: minorSchema.meta({
    ...integer,
    minimum: Number.MIN_SAFE_INTEGER,
    description: 'The amount in the minor unit of the currency (cents, fen).',
  }),
  currency: currencySchema,
});

/** Schema of {@link Money} of zero or more. */
export const nonNegativeMoneySchema = z.strictObject({
  minor: minorSchema.min(0).meta({
    ...integer,
    description: 'The amount in the minor unit of the currency, zero or more.',
  }),
  currency: currencySchema,
});

/** Schema of {@link Money} above zero. */
export const positiveMoneySchema = z.strictObject({
  minor: minorSchema.min(1).meta({
    ...integer,
    description: 'The amount in the minor unit of the currency, above zero.',
  }),
  currency: currencySchema,
});
