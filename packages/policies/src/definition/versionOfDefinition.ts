import { contentHash } from '@aftercare/core';
import type { PolicyDefinition } from './definition.js';

/**
 * The version of a policy: SHA-256 over what decides in its definition, and over its kind's revision. Texts, notes,
 * sources and examples decide nothing: a mended typo leaves the version, and with it every approval, as it is.
 */
export function versionOfDefinition(definition: PolicyDefinition, revision: number): string {
  const { format, name, kind, settings, guards, evidence, approvalsValidFor, initial } = definition;
  return contentHash({
    revision,
    format,
    name,
    kind,
    settings: withoutNotes(settings),
    guards: mapValues(guards, ({ when }) => when),
    evidence,
    approvalsValidFor,
    initial,
    states: mapValues(definition.states, ({ title: _, ...state }) => state),
    opening: withoutReason(definition.opening),
    transitions: definition.transitions.map(withoutReason),
    deadlines: definition.deadlines?.map(({ basis: _, ...deadline }) => withoutReason(deadline)),
    counters: Object.keys(definition.counters ?? {}).sort(),
    invariants: definition.invariants?.map(withoutReason),
  });
}

function withoutReason<Part extends { readonly because: unknown }>({
  because: _,
  ...rest
}: Part): Omit<Part, 'because'> {
  return rest;
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>> | undefined,
  to: (from: From) => To,
): object {
  const entries = Object.entries(record ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, to(value)]));
}

/** Settings hold dated figures, whose date, source and note are for people. */
function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  const isFigure = 'value' in value && 'asOf' in value;
  const entries = Object.entries(value).filter(([key]) => !isFigure || key === 'value');
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNotes(item)]));
}
