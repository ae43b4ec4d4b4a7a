import type { Locale } from '@aftercare/core';
import type { MostGranted } from '../authority/index.js';
import { deadlineTexts, durationText, type Transition } from '../definition/index.js';
import type { KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import { showMoney } from '../refusal/index.js';
import { textIn } from '../texts/index.js';
import type { HandbookWords } from './handbookWords.js';
import {
  actionOf,
  actorsOf,
  conditionsOf,
  type Page,
  pageOf,
  roleTitle,
  stateTitles,
  table,
} from './page.js';
import { stateTitle, titleOf } from './titles.js';

/**
 * A page of the staff handbook: what can be done in each state, by whom and why, evidence, deadlines and limits, as
 * Markdown in English or Chinese. All of it comes from the definition and the authority matrix.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   describePolicy,
 *   loadAuthority,
 *   loadPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * describePolicy(policy, 'zh-CN').split('\n')[0]; // => '# 补偿'
 * ```
 */
export function describePolicy<Shape extends KindShape>(policy: Policy<Shape>, locale: Locale): string {
  const { definition, kind } = policy;
  const page = pageOf(policy, locale);
  const { title, description } = definition.texts;
  const sections = [
    [`# ${textIn(title, locale, definition.name)}`],
    description === undefined ? [] : [textIn(description, locale, '')],
    ...Object.keys(definition.states).map((state) => stateSection(state, page)),
    evidenceSection(page),
    deadlineSection(page),
    limitSection(kind.shape.grants, page),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function stateSection(name: string, page: Page): string[] {
  const { locale, words, policy } = page;
  const state = policy.definition.states[name];
  const waits = state?.waitsFor === undefined ? undefined : words.waitsFor(roleTitle(state.waitsFor, page));
  const note = state?.final === true ? words.final : waits;
  const transitions = policy.definition.transitions.filter(({ from }) => from.includes(name));
  const heading = `## ${stateTitle(name, policy.definition, locale)}`;
  const body = note === undefined ? [heading] : [heading, '', note];
  if (transitions.length === 0) return body;
  return [
    ...body,
    '',
    ...table(
      words.actionColumns,
      transitions.map((one) => actionRow(one, page)),
    ),
  ];
}

function actionRow(transition: Transition, page: Page): string[] {
  const { name, to } = transition;
  const because = page.policy.definition.texts.transitions?.[name];
  return [
    actionOf(transition, page),
    actorsOf(transition, page),
    conditionsOf(transition, page),
    to === undefined ? '' : stateTitles([to], page),
    textIn(because, page.locale, ''),
  ];
}

function evidenceSection(page: Page): string[] {
  const { locale, words, policy } = page;
  const entries = Object.entries(policy.definition.evidence ?? {});
  if (entries.length === 0) return [];
  const rows = entries.map(([reason, kinds]) => [
    titleOf(reason, policy.definition, locale),
    kinds.map((kind) => titleOf(kind, policy.definition, locale)).join(words.list),
  ]);
  return [`## ${words.evidence}`, '', ...table(words.evidenceColumns, rows)];
}

function deadlineSection(page: Page): string[] {
  const { locale, words, policy } = page;
  const { deadlines = [] } = policy.definition;
  if (deadlines.length === 0) return [];
  const rows = deadlines.map((deadline) => [
    stateTitles(deadline.while, page),
    durationText(deadline.after, locale),
    titleOf(deadline.command, policy.definition, locale),
    textIn(deadlineTexts(deadline, policy.definition), locale, ''),
  ]);
  return [`## ${words.deadlines}`, '', ...table(words.deadlineColumns, rows)];
}

function limitSection(grants: Readonly<Record<string, string>>, page: Page): string[] {
  const { words, policy } = page;
  const actions = new Set(Object.values(grants));
  const limits = policy.authority.matrix.limits.filter(
    (limit) =>
      (limit.actions?.some((action) => actions.has(action)) ?? actions.size > 0) &&
      (limit.policies?.includes(policy.definition.name) ?? true),
  );
  if (limits.length === 0) return [];
  const rows = limits.map((limit) => [
    roleTitle(limit.role, page),
    words.scopes[limit.per],
    limit.period === undefined ? '' : words.periods[limit.period],
    mostText(limit.most, words),
    limit.valid === undefined ? '' : `${limit.valid.from} – ${limit.valid.to}`,
  ]);
  return [`## ${words.limits}`, '', ...table(words.limitColumns, rows)];
}

function mostText(most: MostGranted, words: HandbookWords): string {
  if ('count' in most) return words.count(most.count);
  return 'percentOfOrder' in most ? words.percent(most.percentOfOrder) : showMoney(most);
}
