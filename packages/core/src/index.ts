export * from './domain/index.js';
export * from './foundation/index.js';
export * from './issues/index.js';
export * from './money/index.js';
export * from './time/index.js';
