export { formatRefusal } from './formatRefusal.js';
export type {
  FailedAttempt,
  FailedComparison,
  FailedGuard,
  NearestChange,
  Refusal,
  RefusalCode,
  RefusalContext,
  RefusalDetails,
  Who,
} from './refusal.js';
export { refusalTexts, showMoney } from './refusalTexts.js';
