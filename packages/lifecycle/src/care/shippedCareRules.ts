import type { RuleSetDocument } from '@aftercare/rules';
import newCustomer from '../../care-rules/new-customer.json' with { type: 'json' };
import winningBack from '../../care-rules/winning-back.json' with { type: 'json' };

/**
 * Care of new customers in three windows after the first purchase: thanks in the first five days, related goods until day
 * 30, the first-month gift until day 45. Also as the file `@aftercare/lifecycle/care-rules/new-customer.json`.
 */
// JSON modules have widened types ("string" for every operator); `loadCareRules` checks what the type only claims.
export const newCustomerRules = newCustomer as RuleSetDocument;

/**
 * Winning back: an offer to slipping customers, care and then an offer to lapsing ones, coupons and big activities for
 * dormant ones. Also as the file `@aftercare/lifecycle/care-rules/winning-back.json`.
 */
export const winningBackRules = winningBack as RuleSetDocument;
