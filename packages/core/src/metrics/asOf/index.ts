export type { AsOfBasis, AsOfOptions } from './asOf.js';
