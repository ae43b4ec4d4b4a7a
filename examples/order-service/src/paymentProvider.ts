import { setTimeout } from 'node:timers/promises';
import type { Money } from '@aftercare/core';
import type { PGlite } from '@electric-sql/pglite';

/** What the shop knows of its payment provider. */
export interface PaymentProvider {
  /**
   * Gives money back, once for each key however often it is asked. Throws when the provider does not answer; whether it
   * has paid is not known then.
   *
   * @returns the number of the payment
   */
  pay(key: string, orderId: string, amount: Money): Promise<string>;
}

/** A provider to try things on, with its ledger in a table. It pays at once, and answers after so many milliseconds. */
export function createFakeProvider(
  database: PGlite,
  options: { readonly answerMillis: number; readonly onPaid: (key: string) => void },
): PaymentProvider {
  return {
    async pay(key, orderId, { minor, currency }) {
      const { affectedRows: outages } = await database.query(
        'UPDATE provider_outages SET times_left = times_left - 1 WHERE order_id = $1 AND times_left > 0',
        [orderId],
      );
      if (outages === 1) throw new Error('The payment provider does not answer.');
      const { affectedRows: paid } = await database.query(
        `INSERT INTO provider_payments (key, order_id, amount_minor, currency) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [key, orderId, minor, currency],
      );
      if (paid === 1) options.onPaid(key);
      await setTimeout(options.answerMillis);
      return `payment-${key}`;
    },
  };
}
