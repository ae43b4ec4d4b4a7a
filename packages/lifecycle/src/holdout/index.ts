export { HOLDOUT_BUCKETS, holdoutBucket } from './holdoutBucket.js';
export {
  defaultHoldoutPolicy,
  type HoldoutPolicy,
  holdoutPolicySchema,
  isHeldOut,
} from './holdoutPolicy.js';
