import type { PolicyDefinition } from '../definition/index.js';

/** A command that leads into another state, and the states in which it does. */
export interface Way {
  readonly command: string;
  /** For commands about effects: the effects. Otherwise none. */
  readonly effects: readonly string[];
  /** In the order of the definition. */
  readonly from: readonly string[];
  readonly to: string;
}

/**
 * The ways between different states, in the order of their first transitions. Transitions that differ in nothing but who
 * may give the command, or on what conditions, are one way.
 */
export function waysOf({
  states,
  transitions,
}: Pick<PolicyDefinition, 'states' | 'transitions'>): readonly Way[] {
  const ways = new Map<string, Omit<Way, 'from'> & { readonly from: Set<string> }>();
  for (const { on, of = [], from, to } of transitions) {
    if (to === undefined) continue;
    const key = JSON.stringify([on, of, to]);
    const way = ways.get(key) ?? { command: on, effects: of, from: new Set(), to };
    for (const source of from) if (source !== to) way.from.add(source);
    if (way.from.size > 0) ways.set(key, way);
  }
  const order = Object.keys(states);
  return [...ways.values()].map((way) => ({ ...way, from: order.filter((state) => way.from.has(state)) }));
}
