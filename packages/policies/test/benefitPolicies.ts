import { unwrap } from '@aftercare/core';
import { type AuthorityMatrix, authorityCny, loadAuthority } from '../src/authority/index.js';
import {
  type FreeShippingShape,
  freeShippingDefinition,
  freeShippingKind,
  type GiftShape,
  giftDefinition,
  giftKind,
} from '../src/policies/benefit/index.js';
import { loadPolicy, type Policy } from '../src/policy/index.js';
import { toyCalendars } from './toyPolicy.js';

function bound(matrix: AuthorityMatrix) {
  return {
    authority: unwrap(loadAuthority(matrix, { calendar: toyCalendars.shop })),
    calendars: toyCalendars,
  };
}

/** The policy of gifts as it is shipped, or a changed one. */
export function giftPolicy(
  definition: unknown = giftDefinition,
  matrix: AuthorityMatrix = authorityCny,
): Policy<GiftShape> {
  return unwrap(loadPolicy(giftKind, definition, bound(matrix)));
}

/** The policy of free shipping as it is shipped, or a changed one. */
export function freeShippingPolicy(
  definition: unknown = freeShippingDefinition,
  matrix: AuthorityMatrix = authorityCny,
): Policy<FreeShippingShape> {
  return unwrap(loadPolicy(freeShippingKind, definition, bound(matrix)));
}
