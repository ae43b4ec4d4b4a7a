export { checkExamples } from './checkExamples.js';
