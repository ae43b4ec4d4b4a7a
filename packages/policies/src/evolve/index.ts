export { appended } from './appended.js';
export { countAll, NO_COUNTERS } from './counters.js';
export { evolve, replay } from './evolve.js';
export { approvalsAfter, follow } from './follow.js';
