import * as z from 'zod';
import { parseWith } from '../../foundation/index.js';
import { type CoreResult, coreIssues } from '../../issues/index.js';
import { instantSchema } from '../../time/index.js';
import { identifierSchema } from '../identifier/identifier.js';

/** Schema of {@link ScanEvent}. */
export const scanEventSchema = z.strictObject({
  at: instantSchema,
  kind: z.enum([
    'picked_up',
    'in_transit',
    'out_for_delivery',
    'signed',
    'exception',
    'returning',
    'returned',
  ]),
  place: z.string().min(1).max(200).exactOptional(),
  note: z.string().min(1).max(500).exactOptional().meta({ description: "The carrier's own words." }),
});

/** What a carrier reported of a parcel. */
export interface ScanEvent extends z.infer<typeof scanEventSchema> {}

/** Schema of {@link Shipment}. */
export const shipmentSchema = z.strictObject({
  id: identifierSchema,
  orderId: identifierSchema,
  carrier: z.string().min(1).max(100).exactOptional(),
  trackingNumber: identifierSchema.exactOptional(),
  scans: z
    .array(scanEventSchema)
    .meta({ description: 'In the order reported; empty before the first scan.' }),
});

/** One parcel of an order. */
export interface Shipment extends z.infer<typeof shipmentSchema> {}

/**
 * Checks an unknown value as a {@link Shipment}.
 *
 * @example
 * ```ts
 * import { parseShipment } from '@aftercare/core';
 *
 * const scans = [{ at: '2026-03-02T18:20:00+08:00', kind: 'picked_up' }, { kind: 'signed' }];
 * const result = parseShipment({ id: 's-1', orderId: 'o-1', scans });
 * result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path]); // => [['missing', ['scans', 1, 'at']]]
 * ```
 */
export function parseShipment(input: unknown): CoreResult<Shipment> {
  return parseWith(coreIssues, shipmentSchema, input);
}
