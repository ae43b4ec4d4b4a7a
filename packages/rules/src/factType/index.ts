export { accepts, type Choice, type FactType, factTypeOf, isWithin } from './factType.js';
export { isForbiddenName } from './forbiddenNames.js';
export { typeAtPath } from './typeAtPath.js';
export { chineseType, englishType, summaryOf, type TypeSummary } from './typeSummary.js';
