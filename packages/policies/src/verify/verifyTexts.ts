import type { IssuePath, Locale } from '@aftercare/core';
import type { Policy } from '../policy/index.js';
import type { Texts } from '../texts/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/** Every text of a definition that is missing, and every one that is missing in a language. */
export function* verifyTexts({ definition }: Policy): Generator<PolicyFinding> {
  const { texts, guards = {}, states, transitions, deadlines = [], invariants = [] } = definition;
  yield* missing(texts.title, ['title']);
  if (texts.description !== undefined) yield* missing(texts.description, ['description']);
  yield* missing(texts.opening, ['opening']);
  const namesOf = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const needed = {
    states: Object.keys(states),
    guards: Object.keys(guards),
    transitions: namesOf(transitions),
    deadlines: namesOf(deadlines),
    invariants: namesOf(invariants),
    counters: Object.keys(texts.counters ?? {}),
    titles: Object.keys(texts.titles ?? {}),
  } as const;
  for (const part of Object.keys(needed) as (keyof typeof needed)[]) {
    for (const name of needed[part]) yield* missing(texts[part]?.[name], [part, name]);
  }
}

function* missing(texts: Texts | undefined, path: IssuePath): Generator<PolicyFinding> {
  for (const locale of LOCALES) {
    if (texts?.[locale] === undefined)
      yield policyFindings.create('text_missing', ['texts', ...path], { locale });
  }
}
