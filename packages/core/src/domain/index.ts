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
export { type Interaction, interactionSchema } from './interaction/interaction.js';
export { type Discount, discountSchema, type Order, orderSchema, parseOrder } from './order/order.js';
export { type OrderFlag, orderFlagSchema } from './order/orderFlag.js';
export { type OrderLine, orderLineSchema } from './order/orderLine.js';
export { type Refund, refundSchema } from './refund/refund.js';
export { type Review, reviewSchema } from './review/review.js';
export { type ScanEvent, type Shipment, scanEventSchema, shipmentSchema } from './shipment/shipment.js';
