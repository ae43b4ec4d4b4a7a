import { fact } from '@aftercare/core';
import { defineFacts, type FactCatalogue } from '@aftercare/rules';
import * as z from 'zod';
import type { Kind, KindShape } from '../kind/index.js';
import type { FactReader } from './policy.js';

/** Facts that guards of every policy may speak of. */
const kernelFacts = {
  actorRole: fact(z.string(), {
    description: 'The role of whoever acts, or the one lent to them; a party such as customer.',
    titles: { en: 'role of whoever acts', 'zh-CN': '经办人角色' },
    changes: 'on_event',
  }),
  actorRank: fact(z.int().min(-1), {
    description: 'The place of that role in the authority matrix, from 0; -1 for parties.',
    titles: { en: 'rank of whoever acts', 'zh-CN': '经办人级别' },
    changes: 'on_event',
  }),
};

/**
 * The facts that guards of a kind's policies may speak of: the kernel's, the host's and the kind's.
 *
 * @example
 * ```ts
 * import { compensationKind, guardFactsOf } from '@aftercare/policies';
 *
 * guardFactsOf(compensationKind.shape).facts.daysSinceDelivery?.unit; // => 'days'
 * ```
 */
export function guardFactsOf(shape: KindShape): FactCatalogue {
  return defineFacts(z.object({ ...kernelFacts, ...shape.facts.shape, ...shape.caseFacts.shape }));
}

/** Reads a fact of {@link guardFactsOf}. */
export function factReader(name: string, { shape, behaviour }: Kind): FactReader {
  if (Object.hasOwn(shape.caseFacts.shape, name)) {
    // The keys of the schema are those of the record of functions: its type says so.
    const read = behaviour.caseFacts[name] as FactReader['read'];
    return { name, read };
  }
  if (Object.hasOwn(shape.facts.shape, name)) {
    return { name, read: (view) => (view.facts as Readonly<Record<string, unknown>>)[name] };
  }
  if (name === 'actorRank') return { name, read: (view) => view.rankOf(view.role) };
  return { name, read: (view) => view.role };
}
