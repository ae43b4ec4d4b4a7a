import type { Locale } from '@aftercare/core';
import { isParty } from '../case/index.js';
import type { PolicyDefinition, Transition } from '../definition/index.js';
import type { Policy } from '../policy/index.js';
import { type Texts, textIn } from '../texts/index.js';
import { HANDBOOK_WORDS, type HandbookWords } from './handbookWords.js';
import { commandTitle, stateTitle, titleOf } from './titles.js';

/** What a page is written from. */
export interface Page {
  readonly policy: Pick<Policy, 'authority'> & { readonly definition: PolicyDefinition };
  readonly locale: Locale;
  readonly words: HandbookWords;
}

/** The page of a policy in a language. */
export function pageOf({ definition, authority }: Page['policy'], locale: Locale): Page {
  return { policy: { definition, authority }, locale, words: HANDBOOK_WORDS[locale] };
}

/** The titles of states, as a list. */
export function stateTitles(states: readonly string[], { policy, locale, words }: Page): string {
  return states.map((state) => stateTitle(state, policy.definition, locale)).join(words.list);
}

/** The command of a transition; where it is about effects, with each of them. */
export function actionOf({ on, of }: Transition, { policy, locale, words }: Page): string {
  return (of ?? [undefined])
    .map((effect) => commandTitle(on, effect, policy.definition, locale))
    .join(words.list);
}

/** Who may give the command of a transition. */
export function actorsOf({ by }: Transition, page: Page): string {
  return by.map((role) => roleTitle(role, page)).join(page.words.list);
}

/** What must hold for a transition: its guards, evidence and authority. */
export function conditionsOf(transition: Transition, { policy, locale, words }: Page): string {
  return [
    ...(transition.when ?? []).map((guard) => titleOf(guard, policy.definition, locale)),
    ...(transition.needsEvidence === true ? [words.withEvidence] : []),
    ...(transition.grants === undefined ? [] : [words.withinAuthority]),
    ...(transition.approves === undefined ? [] : [words.withinAuthority, words.notOwnRequest]),
    ...(transition.requires === undefined ? [] : [words.approved]),
  ].join(words.list);
}

/** The title of a role, a party, or whom else a case can wait for. */
export function roleTitle(role: string, { policy, locale, words }: Page): string {
  const title: Texts | undefined = policy.authority.matrix.roles.find((one) => one.role === role)?.title;
  if (title !== undefined) return textIn(title, locale, role);
  if (isParty(role)) return words.parties[role];
  return role in words.waiting ? words.waiting[role as keyof HandbookWords['waiting']] : role;
}

/** A Markdown table, a line an element. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
