export * from './care/index.js';
export * from './issues/index.js';
export * from './planner/index.js';
export * from './stages/index.js';
