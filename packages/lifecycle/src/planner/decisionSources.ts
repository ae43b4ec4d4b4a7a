import type { ShopCalendar } from '@aftercare/core';
import type { LunarCalendar } from '../birthdays/index.js';
import type { CarePolicy, CareRules } from '../care/index.js';
import type { MembershipProgram } from '../membership/index.js';
import type { PlannedRule } from './plannedRule.js';

/** What decides beside what is known of a customer: the same for all customers. */
export interface DecisionSources {
  readonly rules: CareRules;
  /** By the name of the rule: every rule of the set. */
  readonly planned: ReadonlyMap<string, PlannedRule>;
  readonly policy: CarePolicy;
  readonly calendar: ShopCalendar;
  readonly program: MembershipProgram | undefined;
  readonly lunar: LunarCalendar | undefined;
}
