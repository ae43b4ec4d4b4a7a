import * as z from 'zod';

/**
 * Schema of {@link Stage}, in the order of a customer's life:
 *
 * - `prospect` (潜客): interested, has not bought;
 * - `new` (新客): bought once, a short while ago; the aim is the second purchase;
 * - `established` (老顾客): bought twice or more, a short while ago;
 * - `slipping` (高挽留预流失顾客): has been away for a while, with a good chance to keep;
 * - `lapsing` (低挽留预流失顾客): away for longer, with a small chance;
 * - `dormant` (沉睡流失客户): away for so long that only a good occasion wakes them.
 */
export const stageSchema = z.enum(['prospect', 'new', 'established', 'slipping', 'lapsing', 'dormant']);

/** Where a customer stands in their life with the shop. */
export type Stage = z.infer<typeof stageSchema>;
