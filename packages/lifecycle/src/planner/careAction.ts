import type { Instant, Purpose } from '@aftercare/core';
import type { CareKind } from '../care/index.js';
import type { MessageParams } from '../templates/index.js';

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
  /** What the template is completed with; each value is of the type that the template declares. */
  readonly params: MessageParams;
  /** The first of the rule's channels on which the customer may be and can be reached. */
  readonly channel: string;
  /** When it should be sent: now, or when the quiet hours have ended. */
  readonly dueAt: Instant;
  /** From when on it is of no use any more (exclusive): the start of a shop day. */
  readonly expiresAt: Instant;
  /** What the rule says that it is worth. */
  readonly value: number;
  /**
   * What had happened by then: purchases, deliveries, unpaid orders, the tier. If something else has happened since and the
   * rule does not fire any more, the action is withdrawn; when only days have passed it is not.
   */
  readonly grounds: string;
}
