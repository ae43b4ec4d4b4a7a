import { factNotes, type Locale } from '@aftercare/core';
import {
  type EffectUse,
  effectCommandSchemas,
  type KindShape,
  type Policy,
  type PolicyDefinition,
  type Texts,
} from '@aftercare/policies';
import type * as z from 'zod';
import { type SchemaField, schemaFields } from './schemaFields.js';

/** What a reference is written from. */
export interface PolicyReference<Shape extends KindShape> {
  readonly policy: Policy<Shape>;
  /** The name of the definition's file and of the page, without an ending. */
  readonly file: string;
  /** The name that the kind's type has in the package. */
  readonly shapeName: string;
}

/** A page for programmers as Markdown: the facts that a host gives, the commands, and the effects that it carries out. */
export function policyReference<Shape extends KindShape>(reference: PolicyReference<Shape>): string {
  const { policy, file, shapeName } = reference;
  const { kind, definition } = policy as unknown as Policy;
  const { shape } = kind;
  return `${[
    `# ${definition.texts.title.en}: facts, commands and effects`,
    `What a program gives to a case of the policy, and what it is told to do. Who decides what, and why, is in the [handbook](../policies/${file}.md) of the staff.`,
    `Written from the schemas of the kind \`${shape.name}\` and from \`@aftercare/policies/definitions/${file}.json\`, in its generic form;\n\`npx vitest run docs/tables --update\` brings this page up to date.`,
    NOTATION,
    '## Facts',
    [
      `A host gives all of them with each decision, as \`facts\`. Their type is \`HostFactsOf<${shapeName}>\`.`,
      ...(shape.facts.description === undefined ? [] : [shape.facts.description]),
    ].join(' '),
    factTable(shape.facts),
    '## States',
    table(['State', 'English', '中文', 'Waits for'], stateRows(definition)),
    '## Commands',
    'Which conditions a command meets in each state is in the [handbook]' +
      `(../policies/${file}.md#staff-handbook).`,
    table(['English', '中文', 'Command'], commandRows(definition, shape)),
    ...Object.entries(shape.commands).flatMap(([name, params]) => [
      `### ${name}`,
      ...described(titleOf(name, definition), params.description),
      `Given by ${givers(name, policy as unknown as Policy)}.`,
      fieldTable('Parameter', schemaFields(params)) ?? 'No parameters: `params` is `{}`.',
    ]),
    ...evidenceSection(definition),
    '## Outcomes of effects',
    OUTCOMES,
    ...Object.entries(effectCommandSchemas).flatMap(([name, params]) => [
      `### ${name}`,
      fieldTable('Parameter', schemaFields(params)) ?? '',
    ]),
    '## Effects',
    EFFECTS,
    ...Object.entries(shape.effects).flatMap(([name, { params, outcome }]) => [
      `### ${name}`,
      ...described(titleOf(name, definition), params.description),
      `The case ${outcome === 'awaited' ? '**waits** for the outcome' : 'goes on without the outcome'}.`,
      fieldTable('Parameter', withFixed(schemaFields(params), fixedIn(definition, name))) ?? '',
    ]),
  ].join('\n\n')}\n`;
}

const NOTATION = [
  'In the tables an *identifier* is a text of up to 200 characters that your shop gives, a *code* is one in snake_case, an',
  '*instant* is ISO 8601 with an offset (`2026-03-02T10:00:00+08:00`), *money* is `{ minor, currency }`. What ends in `Minor` is in',
  'minor units (cents, fen) of the currency of the order. `[]` stands for each item of a list; a field with `?` may be left out.',
].join('\n');

/** Deadlines act in its name. */
const CLOCK = 'the clock (by `tick`)';

const OUTCOMES = [
  'These report what has become of an effect, or try a failed one again. The first two come from the role `system`; see',
  '[commit a decision in one transaction](../how-to/commit-a-decision-in-one-transaction.md#effects-and-their-outcomes).',
].join('\n');

const EFFECTS =
  'Each effect has a `key`, an `attempt` and `params`. What a host does for them is in [effects and deadlines](../explanation/effects-and-deadlines.md).';

function factTable(facts: z.ZodObject): string {
  const notes = factNotes(facts);
  const rows = schemaFields(facts).map(({ path, type, description }) => {
    const note = Object.hasOwn(notes, path) ? notes[path] : undefined;
    const unit = note?.unit === undefined ? type : `${type}; ${note.unit.replaceAll('_', ' ')}`;
    return [`\`${path}\``, both(note?.titles), unit, description];
  });
  return table(['Fact', 'Called', 'Type', 'What it says'], rows);
}

function fieldTable(heading: string, fields: readonly SchemaField[]): string | undefined {
  if (fields.length === 0) return undefined;
  const rows = fields.map(({ path, type, description }) => [`\`${path}\``, type, description]);
  return table([heading, 'Type', 'What it says'], rows);
}

function stateRows({ states, texts }: PolicyDefinition): string[][] {
  return Object.entries(states).map(([name, { final, waitsFor }]) => {
    const titles = texts.states?.[name];
    return [`\`${name}\``, titles?.en ?? '', titles?.['zh-CN'] ?? '', final ? 'final' : (waitsFor ?? '')];
  });
}

function commandRows({ texts }: PolicyDefinition, { commands }: KindShape): string[][] {
  return Object.keys(commands).map((name) => {
    const titles = texts.titles?.[name];
    return [titles?.en ?? '', titles?.['zh-CN'] ?? '', `[\`${name}\`](#${name})`];
  });
}

/** Who may give a command in which states, where they may do so alike. */
function givers(command: string, { definition, authority }: Policy): string {
  const { opening, transitions } = definition;
  const inWords = (roles: Iterable<string>) => {
    const staff = authority.matrix.roles.map(({ role }) => role);
    const words = Array.from(roles, (role) => {
      if (role === 'clock') return CLOCK;
      return staff.includes(role) ? `\`${role}\` and above` : `\`${role}\``;
    });
    return sentence(words, 'or');
  };
  const rolesByState = new Map<string, Set<string>>();
  for (const { from, by } of transitions.filter(({ on }) => on === command)) {
    for (const state of from) rolesByState.set(state, new Set([...(rolesByState.get(state) ?? []), ...by]));
  }
  const statesByRoles = new Map<string, string[]>();
  for (const [state, roles] of rolesByState) {
    const who = inWords(roles);
    statesByRoles.set(who, [...(statesByRoles.get(who) ?? []), `\`${state}\``]);
  }
  return [
    ...(opening.on === command ? [`${inWords(opening.by)}; it opens the case`] : []),
    ...[...statesByRoles].map(([who, states]) => `${who} in ${sentence(states, 'and')}`),
  ].join('; by ');
}

function evidenceSection(definition: PolicyDefinition): string[] {
  const rows = Object.entries(definition.evidence ?? {}).map(([reason, codes]) => [
    `\`${reason}\``,
    sentence(
      codes.map((code) => `\`${code}\``),
      'and',
    ),
  ]);
  if (rows.length === 0) return [];
  return [
    '## Evidence',
    'A command that needs evidence is refused with `evidence_missing` until the case has these codes. What they stand for, a photo in your storage say, the host keeps. Other reasons need none.',
    table(['Reason', 'Evidence'], rows),
  ];
}

/** The values that a definition fixes for parameters of an effect, by parameter. */
function fixedIn(
  { opening, transitions, deadlines = [] }: PolicyDefinition,
  effect: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const reminders = deadlines.flatMap((deadline) => deadline.reminders ?? []);
  const uses = [opening, ...transitions, ...reminders].flatMap(({ effects = [] }) => effects);
  const values = new Map<string, Set<string>>();
  for (const [name, value] of uses.flatMap((use) => fixedOf(use, effect))) {
    values.set(name, new Set([...(values.get(name) ?? []), `\`${String(value)}\``]));
  }
  return values;
}

function fixedOf(use: EffectUse, effect: string): [name: string, value: unknown][] {
  return typeof use === 'string' ? [] : Object.entries(use[effect] ?? {});
}

/** Fields with the values that the definition gives them. */
function withFixed(
  fields: readonly SchemaField[],
  fixed: ReadonlyMap<string, ReadonlySet<string>>,
): readonly SchemaField[] {
  return fields.map((field) => {
    const values = fixed.get(field.path);
    if (values === undefined) return field;
    const here = `Here: ${[...values].sort().join(', ')}.`;
    return { ...field, description: [field.description, here].filter((text) => text !== '').join(' ') };
  });
}

function titleOf(name: string, { texts }: PolicyDefinition): Texts | undefined {
  const { titles = {} } = texts;
  return Object.hasOwn(titles, name) ? titles[name] : undefined;
}

function described(titles: Texts | undefined, description: string | undefined): string[] {
  const called = both(titles);
  const parts = [called === '' ? undefined : `*${called}.*`, description];
  const text = parts.filter((part) => part !== undefined).join(' ');
  return text === '' ? [] : [text];
}

function both(texts: Texts | undefined): string {
  const locales: readonly Locale[] = ['en', 'zh-CN'];
  return locales.flatMap((locale) => texts?.[locale] ?? []).join(' · ');
}

function sentence(items: readonly string[], word: 'and' | 'or'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
