import type { Locale } from '@aftercare/core';
import {
  PARTIES,
  type Policy,
  type PolicyDefinition,
  type Texts,
  type Transition,
} from '@aftercare/policies';
import { PAGE_WORDS } from './policyPageWords.js';

/** What the table is written from: of a policy, its definition and the roles of its staff. */
export type PolicyOfRoles = Pick<Policy, 'authority'> & { readonly definition: PolicyDefinition };

/** Of a transition, what says who may give which command. */
type Way = Pick<Transition, 'on' | 'of' | 'by' | 'grants' | 'asks' | 'approves'>;

/**
 * A Markdown table of who may give which commands: states from the top down, roles from left to right. A role of the
 * staff has a column when some command begins with it; a state has a row when something can be done in it.
 */
export function roleTable({ definition, authority }: PolicyOfRoles, locale: Locale): string {
  const words = PAGE_WORDS[locale];
  const { opening, states, transitions, texts } = definition;
  const rows: { readonly title: string; readonly ways: readonly Way[] }[] = [
    { title: words.newCase, ways: [opening] },
    ...Object.keys(states).map((name) => ({
      title: textIn(texts.states?.[name], locale, name),
      ways: transitions.filter(({ from, on }) => from.includes(name) && !isOutcome(on)),
    })),
  ];
  const [customer, ...otherParties] = PARTIES;
  const staff = authority.matrix.roles;
  const actors = [customer, ...staff.map(({ role }) => role), ...otherParties].filter((role) =>
    rows.some(({ ways }) => ways.some(({ by }) => by.includes(role))),
  );
  const columns = actors.map((role) => {
    const title = staff.find((one) => one.role === role)?.title;
    if (title !== undefined) return words.andAbove(textIn(title, locale, role));
    return Object.entries(words.parties).find(([party]) => party === role)?.[1] ?? role;
  });
  const cells = rows
    .filter(({ ways }) => ways.length > 0)
    .map(({ title, ways }) => [title, ...actors.map((role) => commandsOf(role, ways, definition, locale))]);
  return [[words.state, ...columns], columns.concat(words.state).map(() => '---'), ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

/** The commands that begin with a role, each once; in bold where one of its ways needs authority. */
function commandsOf(
  role: string,
  ways: readonly Way[],
  definition: PolicyDefinition,
  locale: Locale,
): string {
  const granting = new Map<string, boolean>();
  for (const way of ways.filter(({ by }) => by.includes(role))) {
    for (const title of commandTitles(way, definition, locale)) {
      granting.set(title, granting.get(title) === true || needsAuthority(way));
    }
  }
  return [...granting].map(([title, bold]) => (bold ? `**${title}**` : title)).join(PAGE_WORDS[locale].list);
}

function needsAuthority({ grants, asks, approves }: Way): boolean {
  return grants !== undefined || asks !== undefined || approves !== undefined;
}

function isOutcome(command: string): boolean {
  return command === 'effect_succeeded' || command === 'effect_failed';
}

function commandTitles({ on, of }: Way, { texts }: PolicyDefinition, locale: Locale): readonly string[] {
  const titleOf = (name: string) => textIn(texts.titles?.[name], locale, name.replaceAll('_', ' '));
  if (on !== 'retry_effect' || of === undefined) return [titleOf(on)];
  return of.map((effect) => PAGE_WORDS[locale].retry(titleOf(effect)));
}

function textIn(texts: Texts | undefined, locale: Locale, otherwise: string): string {
  return texts?.[locale] ?? texts?.en ?? otherwise;
}
