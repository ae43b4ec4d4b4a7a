import type { Locale } from '@aftercare/core';
import { formatRefusal, type Refusal, type RefusalCode } from '@aftercare/policies';
import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';

type Status = 400 | 401 | 403 | 404 | 409 | 412 | 422;

/** 403: somebody else may. 409: not as the case stands now. 412: `If-Match` failed. 422: not in this form. */
const STATUS: Readonly<Record<RefusalCode, Status>> = {
  not_authorised: 403,
  not_own_case: 403,
  not_delegated: 403,
  own_request: 403,
  needs_approval: 403,
  over_limit: 403,
  closed: 409,
  not_in_state: 409,
  other_policy_version: 409,
  stale_usage: 409,
  effect_settled: 409,
  approval_missing: 409,
  nothing_asked: 409,
  stale_version: 412,
  command_id_reused: 422,
  command_id_of_clock: 422,
  invalid_command: 422,
  evidence_missing: 422,
  guard_failed: 422,
  invariant_broken: 422,
  unknown_effect: 422,
};

/** A refusal as problem details (RFC 9457), with the library's sentence in the language of the request. */
export function refusalProblem(context: Context, refusal: Refusal): Response {
  const { code, whoCould, nearest, details } = refusal;
  const locale = localeOf(context);
  context.header('Content-Language', locale);
  const who = whoCould.map(({ role }) => role);
  return problem(context, STATUS[code], code, formatRefusal(refusal, locale), {
    ...(who.length === 0 ? {} : { whoCould: who }),
    ...(nearest.length === 0 ? {} : { nearest }),
    ...(code === 'invalid_command' ? { issues: details.issues } : {}),
  });
}

export function problem(
  context: Context,
  status: Status,
  code: string,
  detail: string,
  more: object = {},
): Response {
  context.header('Content-Type', 'application/problem+json');
  const body = { type: `urn:order-service:${code}`, status, detail, ...more };
  return context.body(JSON.stringify(body), status);
}

/** The language of the library that the request likes best; English otherwise. */
export function localeOf(context: Context): Locale {
  const liked = parseAccept(context.req.header('Accept-Language') ?? '')
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase().split('-')[0])
    .find((language) => language === 'en' || language === 'zh');
  return liked === 'zh' ? 'zh-CN' : 'en';
}
