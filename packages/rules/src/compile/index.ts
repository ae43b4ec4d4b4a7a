export { canGenerateCode, generatedMatcher } from './generatedMatcher.js';
