import type { IssuePath, Locale } from '@aftercare/core';
import type { Policy } from '../policy/index.js';
import type { Texts } from '../texts/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/** Every text of a definition that is missing in a language. */
export function* verifyTexts({ definition }: Policy): Generator<PolicyFinding> {
  const { title, description, guards = {}, states, opening, transitions } = definition;
  yield* missing(title, ['title']);
  if (description !== undefined) yield* missing(description, ['description']);
  for (const [name, guard] of Object.entries(guards))
    yield* missing(guard.otherwise, ['guards', name, 'otherwise']);
  for (const [name, state] of Object.entries(states)) yield* missing(state.title, ['states', name, 'title']);
  yield* missing(opening.because, ['opening', 'because']);
  for (const [index, { because }] of transitions.entries())
    yield* missing(because, ['transitions', index, 'because']);
  for (const [index, { because }] of (definition.deadlines ?? []).entries()) {
    yield* missing(because, ['deadlines', index, 'because']);
  }
  for (const [index, { because }] of (definition.invariants ?? []).entries()) {
    yield* missing(because, ['invariants', index, 'because']);
  }
  for (const part of ['counters', 'titles'] as const) {
    for (const [name, entry] of Object.entries(definition[part] ?? {})) {
      yield* missing('title' in entry ? entry.title : entry, [part, name]);
    }
  }
}

function* missing(texts: Texts, path: IssuePath): Generator<PolicyFinding> {
  for (const locale of LOCALES) {
    if (texts[locale] === undefined) yield policyFindings.create('text_missing', path, { locale });
  }
}
