export { type Birthday, birthdaySchema } from './birthday/birthday.js';
export {
  type Consent,
  type Customer,
  consentSchema,
  customerSchema,
  type Purpose,
  parseCustomer,
  purposeSchema,
} from './customer/customer.js';
export { codeSchema, identifierSchema } from './identifier/identifier.js';
export { type Interaction, interactionSchema, parseInteraction } from './interaction/interaction.js';
export { type Discount, discountSchema } from './order/discount.js';
export type { Order } from './order/order.js';
export { type OrderFlag, orderFlagSchema } from './order/orderFlag.js';
export { type OrderLine, orderLineSchema } from './order/orderLine.js';
export { orderSchema, parseOrder } from './order/parseOrder.js';
export { type Refund, refundSchema } from './refund/refund.js';
export { parseReview, type Review, reviewSchema } from './review/review.js';
export {
  parseShipment,
  type ScanEvent,
  type Shipment,
  scanEventSchema,
  shipmentSchema,
} from './shipment/shipment.js';
