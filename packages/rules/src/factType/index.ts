export { accepts, type Choice, type FactType, factTypeOf, isWithin } from './factType.js';
export { isForbiddenName } from './forbiddenNames.js';
export { type TypeAtPath, typeAtPath } from './typeAtPath.js';
export { chineseType, englishType, summaryOf, type TypeSummary } from './typeSummary.js';
