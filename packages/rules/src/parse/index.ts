export { type ParsedDocument, type ParseOptions, parseDocument } from './parseDocument.js';
