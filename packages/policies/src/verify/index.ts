export {
  formatPolicyFinding,
  type PolicyFinding,
  type PolicyFindingDetails,
} from './policyFindings.js';
export { type VerifyOptions, verifyPolicy } from './verifyPolicy.js';
