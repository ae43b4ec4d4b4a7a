export { freeShippingKind } from './freeShippingKind.js';
export type { FreeShippingShape } from './freeShippingShape.js';
export { giftKind } from './giftKind.js';
export type { GiftShape } from './giftShape.js';
export {
  freeShippingChinaPreset,
  freeShippingDefinition,
  freeShippingEuPreset,
  giftChinaPreset,
  giftDefinition,
  giftEuPreset,
} from './shippedBenefits.js';
