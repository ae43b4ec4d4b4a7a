export { type Decider, toDecider } from './toDecider.js';
