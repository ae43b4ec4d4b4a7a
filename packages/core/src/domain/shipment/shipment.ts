import { z } from 'zod';
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
