import type { IssueDraft } from '../issue/issueCatalogue.js';

/**
 * Levels of objects and arrays within each other that are followed at most. Far more than any document needs, and few
 * enough for the stack of every engine: the same input has the same outcome on all.
 */
export const DEEPEST = 500;

/** The issue of an input for which {@link isTooDeep} holds. */
export const tooDeep: IssueDraft = { code: 'too_deep', path: [], details: { deepest: DEEPEST } };

/** Whether objects and arrays are nested in each other to more than {@link DEEPEST} levels; a cycle always is. */
export function isTooDeep(input: unknown): boolean {
  // A list of what is still to be visited and no recursion: the input may be what exhausted the stack.
  const waiting: [value: unknown, depth: number][] = [[input, 1]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > DEEPEST) return true;
    for (const item of Object.values(value)) waiting.push([item, depth + 1]);
  }
  return false;
}
