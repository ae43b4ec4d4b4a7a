import { type Locale, showValue } from '@aftercare/core';
import { textIn } from '../texts/index.js';
import type { FailedGuard, NearestChange, Refusal } from './refusal.js';
import { refusalTexts, showMoney } from './refusalTexts.js';

/** The words around the parts of a refusal. */
const WORDS = {
  en: {
    space: ' ',
    could: (who: string) => `It could be done by: ${who}.`,
    or: ', ',
    found: (actual: string) => `(it is ${actual})`,
    nearest: (changes: string) => `It would pass with ${changes}.`,
    amount: (most: string) => `at most ${most}`,
    fact: (fact: string, to: string, beyond: boolean) => `${fact} ${beyond ? 'beyond ' : ''}${to}`,
    evidence: (missing: string) => `evidence: ${missing}`,
    and: ' and ',
  },
  'zh-CN': {
    space: '',
    could: (who: string) => `可由以下角色办理：${who}。`,
    or: '、',
    found: (actual: string) => `（实际为 ${actual}）`,
    nearest: (changes: string) => `满足以下条件即可通过：${changes}。`,
    amount: (most: string) => `金额不超过 ${most}`,
    fact: (fact: string, to: string, beyond: boolean) => `${fact} ${beyond ? '超过 ' : '为 '}${to}`,
    evidence: (missing: string) => `提供凭证 ${missing}`,
    and: '，',
  },
} as const;

/**
 * A refusal as text for people, in English or Chinese: why, each failed guard with the value it found, who could do it,
 * and the nearest change that would pass.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   decide,
 *   formatRefusal,
 *   loadAuthority,
 *   loadPolicy,
 *   openCase,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const agent = { id: 'li', role: 'agent' };
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: agent, usage: {}, facts };
 * const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
 * const opened = openCase(policy, { id: '1', type: 'report', params: report }, { ...context, ids: ['case-1'] });
 * if (!opened.ok) throw new Error(opened.refusal.message);
 *
 * const params = { parts: [{ form: 'cash_refund', valueMinor: 30000 }] } as const;
 * const decision = decide(policy, opened.next, { id: '2', type: 'propose', params }, context);
 * decision.ok ? '' : formatRefusal(decision.refusal, 'zh-CN');
 * // => 'CNY 300.00 超出任何人的权限；最多可给 CNY 20.00。满足以下条件即可通过：金额不超过 CNY 20.00。'
 * ```
 */
export function formatRefusal(refusal: Refusal, locale: Locale): string {
  const words = WORDS[locale];
  const { whoCould, nearest, attempts, currency } = refusal;
  const told = refusal.code === 'guard_failed' ? refusal.details.guards : [];
  const guards = attempts.flatMap((attempt) => attempt.guards.filter(({ guard }) => told.includes(guard)));
  const sentences = [
    ...(guards.length > 0 ? [] : [refusalTexts.format(refusal, locale)]),
    ...new Set(guards.map((guard) => guardText(guard, locale, currency))),
  ];
  if (whoCould.length > 0) {
    sentences.push(
      words.could(whoCould.map(({ role, title }) => textIn(title, locale, role)).join(words.or)),
    );
  }
  if (nearest.length > 0) {
    sentences.push(words.nearest(nearest.map((one) => changeText(one, locale, currency)).join(words.and)));
  }
  return sentences.join(words.space);
}

function guardText(
  { guard, otherwise, comparisons }: FailedGuard,
  locale: Locale,
  currency: string | null,
): string {
  const words = WORDS[locale];
  const text = textIn(otherwise, locale, guard);
  const [first] = comparisons;
  if (first === undefined || first.actual === undefined) return text;
  return `${text}${words.space}${words.found(showFact(first.actual, first.unit, currency))}`;
}

function changeText(change: NearestChange, locale: Locale, currency: string | null): string {
  const words = WORDS[locale];
  switch (change.kind) {
    case 'amount':
      return words.amount(showMoney({ minor: change.mostMinor, currency: change.currency }));
    case 'fact':
      return words.fact(change.fact, showFact(change.to, change.unit, currency), change.beyond);
    case 'evidence':
      return words.evidence(change.missing.join(words.or));
  }
}

function showFact(value: unknown, unit: string | undefined, currency: string | null): string {
  const isMoney = unit === 'minor_units' && typeof value === 'number' && currency !== null;
  return isMoney ? showMoney({ minor: value, currency }) : showValue(value);
}
