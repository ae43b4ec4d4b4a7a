export type { BeyondReason } from './dimension.js';
export {
  formatFinding,
  type LintFinding,
  type LintFindingDetails,
  lintFindings,
  type Where,
  type WhereFact,
} from './lintFindings.js';
export { lintRules } from './lintRules.js';
