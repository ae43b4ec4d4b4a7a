export type { PaymentDelays } from './delayDistribution.js';
export {
  type PaymentDelayBasis,
  type PaymentDelayOptions,
  type PaymentDelaysByCustomer,
  paymentDelay,
} from './paymentDelay.js';
