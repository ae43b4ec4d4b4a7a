import { mkdirSync, writeFileSync } from 'node:fs';
import type { Locale } from '@aftercare/core';
import { describeUndrawnWays, type Policy, toMermaid } from '@aftercare/policies';
import { casePolicies } from './report/casePolicies.js';
import type { Shop } from './report/shop.js';

/** Where the built example lies, seen from the root of the repository; git ignores it. */
const FOLDER = 'examples/quickstart/dist';

/**
 * Writes the state diagrams of the policies that the cases follow, beside the built example.
 *
 * @returns their paths from the root of the repository; none if they cannot be written, since the report is worth as much
 */
export function writeDiagrams({ calendar, log }: Shop, locale: Locale): readonly string[] {
  const { compensation, returns } = casePolicies(calendar, log.currency);
  const folder = new URL('diagrams/', import.meta.url);
  try {
    mkdirSync(folder, { recursive: true });
    return [compensation, returns].map((policy) => {
      writeFileSync(new URL(`${policy.name}.mmd`, folder), diagramOf(policy, locale));
      return `${FOLDER}/diagrams/${policy.name}.mmd`;
    });
  } catch {
    return [];
  }
}

/** A diagram; what it has no arrow for follows as comments. */
function diagramOf(policy: Pick<Policy, 'definition' | 'authority'>, locale: Locale): string {
  const undrawn = describeUndrawnWays(policy, locale)
    .split('\n')
    .map((row) => `%% ${row}\n`);
  return toMermaid(policy, locale) + undrawn.join('');
}
