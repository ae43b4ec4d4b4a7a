import { closest, type IssuePath, type Locale } from '@aftercare/core';
import { effectCommandSchemas } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { Texts } from '../texts/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/**
 * Every text of a definition that is missing, every one that is missing in a language, and every one whose name is most
 * likely a mistyped one. A text that is left over of something that was taken out says nothing to anybody, and may stay.
 */
export function* verifyTexts({ definition, kind }: Policy): Generator<PolicyFinding> {
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
  const { shape } = kind;
  const { evidence = {} } = definition;
  const nameable = {
    ...needed,
    counters: Object.keys(shape.counters),
    titles: [
      ...[shape.commands, effectCommandSchemas, shape.events, shape.effects, guards, evidence].flatMap(
        Object.keys,
      ),
      ...(shape.reasons ?? []),
      ...Object.values(evidence).flat(),
    ],
  };
  for (const part of Object.keys(needed) as (keyof typeof needed)[]) {
    yield* mistyped(part, Object.keys(texts[part] ?? {}), nameable[part]);
  }
}

/** A text of what does not exist, where something with nearly that name has none. */
function* mistyped(
  part: string,
  names: readonly string[],
  nameable: readonly string[],
): Generator<PolicyFinding> {
  const untold = nameable.filter((name) => !names.includes(name));
  for (const name of names) {
    const suggestion = nameable.includes(name) ? undefined : closest(name, untold);
    if (suggestion === undefined) continue;
    yield policyFindings.create('text_mistyped', ['texts', part, name], { name, suggestion });
  }
}

function* missing(texts: Texts | undefined, path: IssuePath): Generator<PolicyFinding> {
  for (const locale of LOCALES) {
    if (texts?.[locale] === undefined)
      yield policyFindings.create('text_missing', ['texts', ...path], { locale });
  }
}
