import * as z from 'zod';

/**
 * Schema of {@link OrderFlag}:
 *
 * - `fake_order` (刷单): placed by or for the shop itself to lift its figures;
 * - `distributor`: bought for resale;
 * - `gift`: bought for somebody else, or given away by the shop;
 * - `employee`: bought by the shop's own staff;
 * - `sample`: a sample or trial, not a sale;
 * - `test`: placed to test the system.
 */
export const orderFlagSchema = z.enum(['fake_order', 'distributor', 'gift', 'employee', 'sample', 'test']);

/** What sets an order apart from an ordinary sale. Metrics leave flagged orders out only where told to. */
export type OrderFlag = z.infer<typeof orderFlagSchema>;
