export * from './benefit/index.js';
export * from './compensation/index.js';
export * from './invoice/index.js';
export * from './return/index.js';
