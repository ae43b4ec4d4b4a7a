export * from './compensation/index.js';
export * from './invoice/index.js';
