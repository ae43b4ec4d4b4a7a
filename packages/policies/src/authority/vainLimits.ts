import { epochMillisOf } from '@aftercare/core';
import type { AuthorityLimit, AuthorityMatrix, MostGranted } from './matrix.js';
import { identityOf } from './scheme.js';

/** A limit for a time that is meant to be wider and cannot be, by its place, with the place of the one in its way. */
interface VainLimit {
  readonly index: number;
  readonly lasting: number;
}

/**
 * The limits for a time that widen nothing. One stands in the place of the lasting limit that counts the same; where
 * there is none, all lasting limits stay in force, and one of them that is narrower binds all that it is about.
 */
export function* vainLimits({ limits }: AuthorityMatrix): Generator<VainLimit> {
  for (const [index, limit] of limits.entries()) {
    if (limit.valid === undefined || limits.some((one) => isLasting(one) && countSame(one, limit))) continue;
    const lasting = limits.findIndex(
      (one) => isLasting(one) && bindsMore(one, limit) && !isReplaced(one, limit, limits),
    );
    if (lasting >= 0) yield { index, lasting };
  }
}

function isLasting({ valid }: AuthorityLimit): boolean {
  return valid === undefined;
}

function countSame(one: AuthorityLimit, other: AuthorityLimit): boolean {
  return one.role === other.role && identityOf(one) === identityOf(other);
}

/** Whether one limit is narrower than another one on all that it counts, or on single grants that both are about. */
function bindsMore(one: AuthorityLimit, other: AuthorityLimit): boolean {
  if (one.role !== other.role || one.per !== other.per || one.period !== other.period) return false;
  if (!isLess(one.most, other.most)) return false;
  const isAbout = one.per === 'grant' ? overlap : includes;
  return isAbout(one.actions, other.actions) && isAbout(one.policies, other.policies);
}

function isLess(one: MostGranted, other: MostGranted): boolean {
  if ('minor' in one) return 'minor' in other && one.currency === other.currency && one.minor < other.minor;
  if ('count' in one) return 'count' in other && one.count < other.count;
  return 'percentOfOrder' in other && one.percentOfOrder < other.percentOfOrder;
}

type Codes = readonly string[] | undefined;

/** No codes are all codes. */
function includes(codes: Codes, others: Codes): boolean {
  return codes === undefined || (others?.every((code) => codes.includes(code)) ?? false);
}

function overlap(codes: Codes, others: Codes): boolean {
  return codes === undefined || others === undefined || others.some((code) => codes.includes(code));
}

/** Whether another limit stands in the place of the lasting one for some of the time. */
function isReplaced(
  lasting: AuthorityLimit,
  { valid }: AuthorityLimit,
  limits: readonly AuthorityLimit[],
): boolean {
  return limits.some((one) => countSame(one, lasting) && one.valid !== undefined && meet(one.valid, valid));
}

function meet(one: AuthorityLimit['valid'], other: AuthorityLimit['valid']): boolean {
  const [from, to] = [millis(one?.from), millis(one?.to)];
  return from < millis(other?.to) && millis(other?.from) < to;
}

/** The schema has checked the instant. */
function millis(instant = ''): number {
  return epochMillisOf(instant) ?? Number.NaN;
}
