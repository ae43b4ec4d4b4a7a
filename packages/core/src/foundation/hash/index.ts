export { canonicalJson } from './canonicalJson.js';
export { contentHash } from './contentHash.js';
