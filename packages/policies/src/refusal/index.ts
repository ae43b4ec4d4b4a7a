export { formatRefusal } from './formatRefusal.js';
export type {
  FailedAttempt,
  FailedComparison,
  FailedGuard,
  NamedFact,
  NearestChange,
  NearestNumber,
  NearestValue,
  Refusal,
  RefusalCode,
  RefusalContext,
  RefusalDetails,
  Who,
} from './refusal.js';
export { refusalTexts, showMoney } from './refusalTexts.js';
