export { type GrowthBasis, growth } from './growth.js';
