import { contentHash } from '@aftercare/core';

/** How many buckets customers are spread over: one bucket is a hundredth of a percent. */
export const HOLDOUT_BUCKETS = 10_000;

/**
 * The bucket of a customer, 0 to 9,999: always the same one, without anything being stored, and as good as drawn by lot. The
 * lowest buckets are the control group, see {@link isHeldOut}. With a rule, the bucket within that rule's own lot, which has
 * nothing to do with that of another rule or with the global one.
 *
 * Anybody can recompute it. The text that is hashed is a JSON array without white space, in UTF-8: `["salt","customerId"]`, or
 * `["salt","rule","customerId"]` with a rule (RFC 8785 where a name needs escapes). The bucket is the first eight hexadecimal
 * digits of its SHA-256, as a number, modulo 10,000. In Python:
 *
 * `int(sha256(json.dumps([salt, customer], ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()[:8], 16) % 10000`
 *
 * In PostgreSQL, for names without quotes, backslashes and control characters:
 *
 * `('x' || left(encode(sha256(convert_to('["' || salt || '","' || customer || '"]', 'UTF8')), 'hex'), 8))::bit(32)::bigint % 10000`
 *
 * @param salt - decides who is in which bucket; another salt draws all lots anew
 * @param customerId - must be the same for ever: after a merge of two customers the surviving id has its own bucket
 * @param rule - the name of a care rule; absent: the bucket of the global control group
 *
 * @throws `AftercareError` `not_json` for a text with half a surrogate pair, which no UTF-8 can hold.
 *
 * @example
 * ```ts
 * import { holdoutBucket } from '@aftercare/lifecycle';
 *
 * holdoutBucket('aftercare', 'c-1'); // => 4477
 * holdoutBucket('aftercare', 'c-1', 'birthday_coupon'); // => 318
 * ```
 */
export function holdoutBucket(salt: string, customerId: string, rule?: string): number {
  const hash = contentHash(rule === undefined ? [salt, customerId] : [salt, rule, customerId]);
  // 2 to the 32nd is no multiple of 10,000: the lowest buckets are likelier by a 430,000th, which no control group notices.
  return Number.parseInt(hash.slice(0, 8), 16) % HOLDOUT_BUCKETS;
}
