import { closest, type IssuePath, parseWith, resultOf, type ShopCalendar } from '@aftercare/core';
import { isParty } from '../case/index.js';
import {
  type PolicyIssue,
  type PolicyIssueDetails,
  type PolicyResult,
  policyIssues,
  requireMade,
} from '../issues/index.js';
import { type AuthorityLimit, type AuthorityMatrix, authorityMatrixSchema } from './matrix.js';
import { type AuthorityScheme, identityOf, schemeOf, type WindowOf } from './scheme.js';
import { vainLimits } from './vainLimits.js';

/** An authority matrix that is checked and ready. */
export interface Authority {
  readonly matrix: AuthorityMatrix;
  /** The calendar whose days, months and years periods are. */
  readonly calendar: ShopCalendar;
  /** The place of a role, from 0; -1 for what is no role of staff. */
  rankOf(role: string): number;
  /**
   * What bounds grants of an action in cases of a policy. Made once, and kept.
   *
   * @internal
   */
  schemeFor(policy: string, action: string): AuthorityScheme;
}

/**
 * Loads an authority matrix: who may grant what.
 *
 * @param calendar - the calendar whose days, months and years the periods of limits are
 * @throws AftercareError `not_made` for a calendar that is none, such as the name of a time zone
 *
 * @example
 * ```ts
 * import { createShopCalendar } from '@aftercare/core';
 * import { loadAuthority } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const matrix = {
 *   format: 1,
 *   roles: [{ role: 'agent', title: { en: 'agent', 'zh-CN': '客服' } }],
 *   limits: [{ role: 'agent', per: 'grant', most: { minor: 2000, currency: 'CNY' } }],
 * };
 * const result = loadAuthority(matrix, { calendar });
 * result.ok ? [] : result.issues.map(({ message }) => message);
 * // => ['limits[0]: A limit per grant opens an action, so it must name its actions.']
 * ```
 */
export function loadAuthority(
  document: unknown,
  { calendar }: { readonly calendar: ShopCalendar },
): PolicyResult<Authority> {
  requireMade(calendar, 'dayNumberAt', ['calendar'], 'createShopCalendar({ timeZone: … })');
  const parsed = parseWith(policyIssues, authorityMatrixSchema, document);
  if (!parsed.ok) return parsed;
  const matrix: AuthorityMatrix = parsed.value;
  const ranks = new Map(matrix.roles.map(({ role }, rank) => [role, rank]));
  const windowOf = windowsOf(calendar);
  const schemes = new Map<string, AuthorityScheme>();
  const authority: Authority = {
    matrix,
    calendar,
    rankOf: (role) => ranks.get(role) ?? -1,
    schemeFor(policy, action) {
      const key = `${policy} ${action}`;
      const known = schemes.get(key);
      if (known !== undefined) return known;
      const made = schemeOf(matrix, policy, action, windowOf);
      schemes.set(key, made);
      return made;
    },
  };
  return resultOf(Object.freeze(authority), [...issuesOf(matrix)]);
}

/** Tells windows of a calendar, and keeps those of the last day asked for: mostly it is today's again. */
function windowsOf(calendar: ShopCalendar): WindowOf {
  let number = Number.NaN;
  let known = { day: '', month: '', year: '' };
  return (period, millis) => {
    const asked = calendar.dayNumberAt(millis);
    if (asked !== number) {
      const day = calendar.dayAt(millis);
      known = { day, month: day.slice(0, 7), year: day.slice(0, 4) };
      number = asked;
    }
    return known[period];
  };
}

function* issuesOf(matrix: AuthorityMatrix): Generator<PolicyIssue> {
  const roles = matrix.roles.map(({ role }) => role);
  for (const [index, role] of roles.entries()) {
    const path = ['roles', index, 'role'];
    if (isParty(role)) yield policyIssues.create('role_is_party', path, { role });
    if (roles.indexOf(role) < index) yield policyIssues.create('duplicate_name', path, { name: role });
  }
  const lasting = new Set<string>();
  for (const [index, limit] of matrix.limits.entries()) {
    const path = ['limits', index];
    // The shop's own programs may be given limits; nobody else who is not staff may.
    if (limit.role !== 'system') yield* unknownRole(limit.role, roles, path);
    const reason = unclear(limit);
    if (reason !== undefined) yield policyIssues.create('limit_unclear', path, { reason });
    if (limit.valid !== undefined) continue;
    const identity = `${limit.role} ${identityOf(limit)}`;
    if (lasting.has(identity)) yield policyIssues.create('duplicate_limit', path, { role: limit.role });
    lasting.add(identity);
  }
  for (const { index, lasting: place } of vainLimits(matrix)) {
    yield policyIssues.create('vain_limit', ['limits', index], { lasting: place });
  }
  for (const [index, { role }] of (matrix.delegations ?? []).entries()) {
    yield* unknownRole(role, roles, ['delegations', index]);
  }
}

function* unknownRole(role: string, roles: readonly string[], path: IssuePath): Generator<PolicyIssue> {
  if (roles.includes(role)) return;
  const suggestion = closest(role, roles);
  const details = { what: 'role' as const, name: role };
  yield policyIssues.create(
    'unknown_name',
    [...path, 'role'],
    suggestion === undefined ? details : { ...details, suggestion },
  );
}

function unclear({
  per,
  period,
  most,
  actions,
}: AuthorityLimit): PolicyIssueDetails['limit_unclear']['reason'] | undefined {
  if ('count' in most && per === 'grant') return 'count_per_grant';
  if ('percentOfOrder' in most && per !== 'grant' && per !== 'order') return 'percent_scope';
  if (period !== undefined && (per === 'grant' || per === 'order')) return 'period_scope';
  if (per === 'grant' && actions === undefined) return 'grant_without_actions';
  return undefined;
}
