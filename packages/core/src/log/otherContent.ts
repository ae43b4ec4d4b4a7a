import type { Order, OrderLine } from '../domain/index.js';
import type { EpochMillis } from '../time/index.js';

/*
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
export function hashOfDetails(
  freight: Order['freight'],
  discounts: Order['discounts'],
  refunds: Order['refunds'],
  lines: readonly OrderLine[],
): number {
  const lineIds = lines.some(({ id }) => id !== undefined) ? lines.map(({ id }) => id) : undefined;
  if (freight === undefined && discounts === undefined && refunds === undefined && lineIds === undefined)
    return 0;
  return hashOfValue([freight, discounts, refunds, lineIds]);
}

function withInstant(hash: number, millis: EpochMillis): number {
  // An absent one turns the hash as well, so that the place of a present one matters; 0 stays 0.
  return Number.isNaN(millis) ? Math.imul(hash, 0x85ebca77) : mixed(hash, hashOfNumber(millis));
}

/** The hash of a plain value: two that differ only in the order of their keys have one. */
function hashOfValue(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashOfText(value);
    case 'number':
      return hashOfNumber(value);
    case 'object':
      return Array.isArray(value) ? hashOfArray(value) : hashOfObject(value ?? {});
    default:
      return hashOfText(String(value));
  }
}

function hashOfArray(values: readonly unknown[]): number {
  let hash = values.length;
  for (const value of values) hash = mixed(hash, hashOfValue(value));
  return hash;
}

function hashOfObject(object: object): number {
  let hash = 0;
  for (const [key, value] of Object.entries(object)) {
    // A sum, so that the order of keys makes no difference; an absent key and one that is undefined are the same.
    if (value !== undefined) hash = (hash + mixed(hashOfText(key), hashOfValue(value))) | 0;
  }
  return hash;
}

function hashOfText(text: string): number {
  let hash = text.length;
  for (let index = 0; index < text.length; index++) hash = mixed(hash, text.charCodeAt(index));
  return hash;
}

/** Of a whole number of up to 53 bits, or the whole part of another. */
function hashOfNumber(number: number): number {
  return mixed(number | 0, Math.floor(number / 2 ** 32) + 1);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}
