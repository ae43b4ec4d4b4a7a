export { couldFire } from './couldFire.js';
