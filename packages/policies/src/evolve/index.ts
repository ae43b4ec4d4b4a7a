export { countAll, NO_COUNTERS } from './counters.js';
export { evolve, replay } from './evolve.js';
export { follow } from './follow.js';
