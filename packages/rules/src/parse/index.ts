export { parseDocument } from './parseDocument.js';
