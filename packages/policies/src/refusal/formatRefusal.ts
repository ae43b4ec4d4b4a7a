import type { Locale } from '@aftercare/core';
import { textIn } from '../texts/index.js';
import { changeOfNumber, changeOfValue, factAndValue, type Shown } from './factText.js';
import type { FailedGuard, NearestChange, NearestValue, Refusal, Who } from './refusal.js';
import { refusalTexts, showMoney } from './refusalTexts.js';

/** The words around the parts of a refusal. */
const WORDS = {
  en: {
    space: ' ',
    could: (who: string) => `It could be done by: ${who}.`,
    couldUpTo: (most: string, who: string) => `Up to ${most} could be granted by: ${who}.`,
    or: ', ',
    found: (text: string, found: string) => `${text.replace(/\.$/, '')} (${found}).`,
    nearest: (changes: string) => `It would pass with ${changes}.`,
    evidence: (missing: string) => `Evidence is missing: ${missing}.`,
    notIn: (state: string) => `This cannot be done while the case is in the state "${state}".`,
    possibleIn: (states: string) => ` It can be done in: ${states}.`,
    broken: (rule: string, line: string | null) =>
      `It would break a rule${line === null ? '' : ` (line ${line})`}: ${rule}`,
    and: ' and ',
  },
  'zh-CN': {
    space: '',
    could: (who: string) => `可由以下角色办理：${who}。`,
    couldUpTo: (most: string, who: string) => `以下角色最多可给 ${most}：${who}。`,
    or: '、',
    found: (text: string, found: string) => `${text.replace(/。$/, '')}（${found}）。`,
    nearest: (changes: string) => `满足以下条件即可通过：${changes}。`,
    evidence: (missing: string) => `缺少凭证：${missing}。`,
    notIn: (state: string) => `案件处于“${state}”状态，不能进行此操作。`,
    possibleIn: (states: string) => `可在以下状态进行：${states}。`,
    broken: (rule: string, line: string | null) =>
      `将违反规则${line === null ? '' : `（行 ${line}）`}：${rule}`,
    and: '，',
  },
} as const;

/**
 * A refusal as text for people, in English or Chinese: why, each failed guard with the value it found, who could do it
 * (or how much of it), and the nearest change that would pass.
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
 * // => 'CNY 300.00 超出任何人的权限；不超过 CNY 20.00 则可自行办理。以下角色最多可给 CNY 200.00：主管。'
 * ```
 */
export function formatRefusal(refusal: Refusal, locale: Locale): string {
  const words = WORDS[locale];
  const { whoCould, nearest, currency } = refusal;
  const shown: Shown = { locale, currency };
  const sentences = [...new Set(reasons(refusal, shown))];
  for (const [most, some] of byMost(whoCould)) {
    const titles = some.map(({ role, title }) => textIn(title, locale, role)).join(words.or);
    sentences.push(most === undefined ? words.could(titles) : words.couldUpTo(most, titles));
  }
  const isTold = nearest.every((change) => change.kind === 'value' && isYesOrNo(change));
  const changes = isTold ? [] : nearest.flatMap((change) => changeText(change, shown) ?? []);
  if (changes.length > 0) sentences.push(words.nearest(changes.join(words.and)));
  return sentences.join(words.space);
}

/** Why: each failed guard of the transition that came furthest, or the reason that is none of the definition's. */
function reasons(refusal: Refusal, shown: Shown): readonly string[] {
  const { locale } = shown;
  if (refusal.code === 'guard_failed') {
    const told = refusal.details.guards;
    const guards = refusal.attempts.flatMap((attempt) =>
      attempt.guards.filter(({ guard }) => told.includes(guard)),
    );
    if (guards.length > 0) return guards.map((guard) => guardText(guard, shown));
  }
  const evidence = refusal.nearest.find(({ kind }) => kind === 'evidence');
  if (evidence?.kind === 'evidence') {
    const titles = evidence.missing.map((code) => textIn(evidence.titles[code], locale, code));
    return [WORDS[locale].evidence(titles.join(WORDS[locale].or))];
  }
  return [reasonOfPlace(refusal, locale) ?? refusalTexts.format(refusal, locale)];
}

/** The reason in the words that the definition has for its states and invariants. */
function reasonOfPlace(refusal: Refusal, locale: Locale): string | undefined {
  const words = WORDS[locale];
  const named = (name: string) => textIn(refusal.texts[name], locale, name);
  if (refusal.code === 'not_in_state') {
    const { state, possibleIn } = refusal.details;
    const others = possibleIn.length === 0 ? '' : words.possibleIn(possibleIn.map(named).join(words.or));
    return `${words.notIn(named(state))}${others}`;
  }
  if (refusal.code !== 'invariant_broken') return undefined;
  return words.broken(named(refusal.details.invariant), refusal.details.line);
}

/** Those who could do it, together by how much of it. */
function byMost(whoCould: readonly Who[]): ReadonlyMap<string | undefined, readonly Who[]> {
  const groups = new Map<string | undefined, readonly Who[]>();
  for (const who of whoCould) {
    const most = who.upTo && showMoney(who.upTo);
    groups.set(most, [...(groups.get(most) ?? []), who]);
  }
  return groups;
}

/** Whether a fact only would have to be so, or not be so: the sentence of its guard says that. */
function isYesOrNo({ from }: NearestValue): boolean {
  return typeof from === 'boolean';
}

/** A guard with what it found, but for facts that are so or not: its sentence says that. */
function guardText({ guard, otherwise, comparisons }: FailedGuard, shown: Shown): string {
  const words = WORDS[shown.locale];
  const text = textIn(otherwise, shown.locale, guard);
  const found = comparisons.flatMap((one) =>
    typeof one.actual === 'boolean' || one.actual === undefined ? [] : [factAndValue(one, one.actual, shown)],
  );
  return found.length === 0 ? text : words.found(text, [...new Set(found)].join(words.or));
}

/** A change in words; `undefined` for what the reason has told. */
function changeText(change: NearestChange, shown: Shown): string | undefined {
  switch (change.kind) {
    case 'amount':
    case 'evidence':
      return undefined;
    case 'fact':
      return changeOfNumber(change, shown);
    case 'value':
      return changeOfValue(change, shown);
  }
}
