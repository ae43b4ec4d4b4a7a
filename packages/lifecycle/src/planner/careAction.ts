import type { Instant, Purpose } from '@aftercare/core';
import type { CareKind } from '../care/index.js';

/** Something that the shop should do for a customer. Plain JSON. */
export interface CareAction {
  /**
   * The same for every run of the planner that comes to the same decision: rule, occasion and customer, with slashes
   * between. Use it as idempotency key wherever the action goes, and nobody is written to twice.
   */
  readonly id: string;
  readonly rule: string;
  readonly customerId: string;
  readonly kind: CareKind;
  readonly purpose: Purpose;
  /** The message to send. */
  readonly template: string;
  /** The rule's first channel. */
  readonly channel: string;
  /** When it should be sent. */
  readonly dueAt: Instant;
  /** From when on it is of no use any more (exclusive): the start of a shop day. */
  readonly expiresAt: Instant;
}
