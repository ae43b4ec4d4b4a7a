import { contentHash } from '@aftercare/core';
import type { PolicyDefinition } from './definition.js';

/**
 * The version of a policy: SHA-256 over what decides in its definition, and over its kind's revision. Texts, notes,
 * sources and examples decide nothing: a mended typo leaves the version, and with it every approval, as it is.
 *
 * @param definition - with its sets expanded: how they are named decides nothing either
 */
export function versionOfDefinition(definition: PolicyDefinition, revision: number): string {
  const { $schema, basis, texts, examples, ...deciding } = definition;
  return contentHash({
    ...deciding,
    revision,
    settings: withoutNotes(definition.settings),
    deadlines: definition.deadlines?.map(({ basis: _, ...deadline }) => deadline),
  });
}

/** Settings hold dated figures, whose date, source and note are for people. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  const isFigure = 'value' in value && 'asOf' in value;
  const entries = Object.entries(value).filter(([key]) => !isFigure || key === 'value');
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNotes(item)]));
}
