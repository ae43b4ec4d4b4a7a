import { unwrap } from '@aftercare/core';
import { type AuthorityMatrix, authorityCny, loadAuthority } from '../src/authority/index.js';
import {
  type CompensationShape,
  compensationDefinition,
  compensationKind,
} from '../src/policies/compensation/index.js';
import { loadPolicy, type Policy } from '../src/policy/index.js';
import { toyCalendars } from './toyPolicy.js';

/** The compensation policy as it is shipped, or a changed one. */
export function compensationPolicy(
  definition: unknown = compensationDefinition,
  matrix: AuthorityMatrix = authorityCny,
): Policy<CompensationShape> {
  const authority = unwrap(loadAuthority(matrix, { calendar: toyCalendars.shop }));
  return unwrap(loadPolicy(compensationKind, definition, { authority, calendars: toyCalendars }));
}
