export { type DecidedEvent, type Decider, toDecider } from './toDecider.js';
