import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from './canonicalJson.js';

/**
 * SHA-256 of a plain JSON value, as 64 lower-case hexadecimal digits. Two values that differ only in the order of their
 * keys hash alike, on every machine and in every version of this library: it is how rules and policies are versioned.
 *
 * @throws {@link AftercareError} `not_json` when the value holds something that JSON cannot carry.
 *
 * @example
 * ```ts
 * import { contentHash } from '@aftercare/core/foundation';
 *
 * contentHash({ b: 1, a: [true, null] }) === contentHash({ a: [true, null], b: 1 }); // => true
 * contentHash({}); // => '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
 * ```
 */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
