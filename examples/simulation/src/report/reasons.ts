import type { SuppressionReason, WithdrawalReason } from '@aftercare/lifecycle';

// Maps, so that the compiler tells when the planner has a reason that these lack.
const suppressions: Readonly<Record<SuppressionReason, true>> = {
  already_done: true,
  no_consent: true,
  no_contact: true,
  profiling_objection: true,
  open_case: true,
  awaiting_delivery: true,
  region_event: true,
  missing_parameter: true,
  expired: true,
  frequency_cap: true,
  outranked: true,
  holdout: true,
};

const withdrawals: Readonly<Record<WithdrawalReason, true>> = {
  already_done: true,
  expired: true,
  customer_merged: true,
  rule_removed: true,
  grounds_changed: true,
  no_consent: true,
  no_contact: true,
  profiling_objection: true,
  open_case: true,
  awaiting_delivery: true,
  region_event: true,
};

/** Every reason for which a rule that fired may lead to nothing, in the planner's order. */
export const suppressionReasons: readonly string[] = Object.keys(suppressions);

/** Every reason for which a planned action may be withdrawn. */
export const withdrawalReasons: readonly string[] = Object.keys(withdrawals);
