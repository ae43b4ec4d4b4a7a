export { toEngine } from './toEngine.js';
