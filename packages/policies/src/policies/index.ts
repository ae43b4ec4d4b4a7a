export * from './compensation/index.js';
