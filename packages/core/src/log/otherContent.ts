import type { Order } from '../domain/index.js';
import { canonicalJson } from '../foundation/index.js';
import type { EpochMillis } from '../time/index.js';

/**
 * Hashes of what an order tells and the log does not keep: when it was shipped, how its discounts came about. They let the
 * log tell a changed order from the same one sent again. Of four billion changes that touch nothing the log keeps, one goes
 * unnoticed; a change of what it keeps never does, since that is compared itself.
 */

/** The hash of instants, each of them NaN where it is absent; 0 when all are. */
export function hashOfInstants(
  first: EpochMillis,
  second: EpochMillis,
  third: EpochMillis,
  fourth: EpochMillis,
  fifth: EpochMillis,
): number {
  return withInstant(
    withInstant(withInstant(withInstant(withInstant(0, first), second), third), fourth),
    fifth,
  );
}

/** The hash of the parts of an order that the log does not keep and that are no instants; 0 when it has none. */
export function hashOfDetails({ freight, discounts, refunds, lines }: Order): number {
  const lineIds = lines?.some((line) => line.id !== undefined)
    ? lines.map((line) => line.id ?? null)
    : undefined;
  if (freight === undefined && discounts === undefined && refunds === undefined && lineIds === undefined)
    return 0;
  const text = canonicalJson({ freight, discounts, refunds, lineIds });
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = mixed(hash, text.charCodeAt(index));
  return hash;
}

function withInstant(hash: number, millis: EpochMillis): number {
  // An absent one turns the hash as well, so that the place of a present one matters; 0 stays 0.
  if (Number.isNaN(millis)) return Math.imul(hash, 0x85ebca77);
  return mixed(mixed(hash, millis | 0), Math.floor(millis / 2 ** 32) + 1);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}
