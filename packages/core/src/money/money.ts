import type * as z from 'zod';
import type { moneySchema } from './moneySchema.js';

/**
 * An exact amount: an integer of the minor unit, with its currency. Plain JSON. `{ minor: 1250, currency: 'CNY' }` is
 * CNY 12.50, `{ minor: 1250, currency: 'JPY' }` is JPY 1250.
 */
export interface Money extends z.infer<typeof moneySchema> {}
