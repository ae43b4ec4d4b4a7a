export * from './issues/index.js';
export * from './stages/index.js';
