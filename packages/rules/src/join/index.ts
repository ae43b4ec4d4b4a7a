export { joinDocuments } from './joinDocuments.js';
