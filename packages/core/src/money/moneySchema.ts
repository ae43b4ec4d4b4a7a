import { z } from 'zod';
import { customIssue, showValue } from '../foundation/index.js';
import { isCurrency } from './currency.js';

/** Schema of an ISO 4217 currency code. */
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

/** Schema of {@link Money}. */
export const moneySchema = z.strictObject({
  minor: z.int().meta({ description: 'The amount in the minor unit of the currency (cents, fen).' }),
  currency: currencySchema,
});

/** Schema of {@link Money} of zero or more. */
export const nonNegativeMoneySchema = z.strictObject({
  minor: z.int().min(0).meta({ description: 'The amount in the minor unit of the currency, zero or more.' }),
  currency: currencySchema,
});

/** Schema of {@link Money} above zero. */
export const positiveMoneySchema = z.strictObject({
  minor: z.int().min(1).meta({ description: 'The amount in the minor unit of the currency, above zero.' }),
  currency: currencySchema,
});
