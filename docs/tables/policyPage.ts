import type { Locale } from '@aftercare/core';
import {
  describePolicy,
  describeUndrawnWays,
  type KindShape,
  type Policy,
  toMermaid,
} from '@aftercare/policies';
import { PAGE_WORDS } from './policyPageWords.js';
import { roleTable } from './roleTable.js';

/** What a page of a policy is written from. */
export interface PolicyPage<Shape extends KindShape> {
  readonly policy: Policy<Shape>;
  readonly locale: Locale;
  /** The name of the definition's file and of the page, without an ending. */
  readonly file: string;
}

/** A page of a policy as Markdown: its diagram with what is not on it, a table of who may do what, and the handbook of the staff. */
export function policyPage<Shape extends KindShape>({ policy, locale, file }: PolicyPage<Shape>): string {
  const words = PAGE_WORDS[locale];
  const [title, description, ...handbook] = describePolicy(policy, locale).trimEnd().split('\n\n');
  const table = roleTable(policy, locale);
  return `${[
    title,
    description,
    words.otherLanguage(file),
    words.origin(file),
    words.reference(file),
    `## ${words.diagram}`,
    words.aboutDiagram,
    `\`\`\`mermaid\n${toMermaid(policy, locale)}\`\`\``,
    `### ${words.undrawn}`,
    describeUndrawnWays(policy, locale),
    `## ${words.roles}`,
    words.aboutRoles,
    ...(table.includes('**') ? [words.aboutGranting] : []),
    table,
    `## ${words.handbook}`,
    ...handbook.map((block) => block.replace(/^## /, '### ')),
  ].join('\n\n')}\n`;
}
