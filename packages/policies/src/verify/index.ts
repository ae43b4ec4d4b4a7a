export {
  formatPolicyFinding,
  type PolicyFinding,
  type PolicyFindingDetails,
  policyFindings,
} from './policyFindings.js';
export { type VerifyOptions, verifyPolicy } from './verifyPolicy.js';
