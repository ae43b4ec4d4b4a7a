export { type Assessment, assessAt, assessAuthority, type Exceeded, type MostBy } from './assessAuthority.js';
export { paidKey } from './budgetKey.js';
export { standingOf } from './delegation.js';
export type { Cap, GrantRequest } from './grantRequest.js';
export { type Authority, loadAuthority } from './loadAuthority.js';
export {
  type AuthorityLimit,
  type AuthorityMatrix,
  authorityMatrixSchema,
  type Delegation,
  type MostGranted,
} from './matrix.js';
export type { AuthorityScheme } from './scheme.js';
export { authorityCny, authorityEur } from './shippedAuthority.js';
export type { Reservation, Usage, UsageEntry } from './usage.js';
export { authorityKeys } from './usageKeys.js';
