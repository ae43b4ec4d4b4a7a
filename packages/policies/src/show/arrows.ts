import type { PolicyDefinition } from '../definition/index.js';
import { isEffectCommand } from '../kind/index.js';
import { type Way, waysOf } from './ways.js';

type States = PolicyDefinition['states'];

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** The arrows of a diagram. An arrow that points ahead, in the order of the states, also stands for the ways back along it. */
export interface Arrows {
  /** In the order in which they were drawn: the layout of Mermaid begins with it, and crosses less than in that of the states. */
  readonly list: readonly Arrow[];
  readonly has: (from: string, to: string) => boolean;
  /** Whether the second state comes after the first in the definition. */
  readonly isAhead: (from: string, to: string) => boolean;
  /** Whether the way is on an arrow, along it or back. */
  readonly show: (from: string, to: string) => boolean;
}

/** One arrow between any two states with a way between them. */
export function allArrows(definition: Pick<PolicyDefinition, 'states' | 'transitions'>): Arrows {
  const arrows = arrowsBetween(definition.states);
  const pairs = waysOf(definition).flatMap(({ from, to }) => from.map((source) => [source, to] as const));
  for (const [from, to] of pairs) if (arrows.isAhead(from, to)) arrows.draw(from, to);
  for (const [from, to] of pairs) if (!arrows.show(from, to)) arrows.draw(from, to);
  return arrows;
}

/**
 * As few arrows as show the way of a case: of what leads ahead into a state, one arrow, from the state before it that is
 * nearest in the order of the definition; and so many more that every state has a way in, and out unless it is final. A
 * policy of fifteen states has seventy arrows, which nobody can follow; twenty of them tell how a case goes.
 */
export function outlineArrows(definition: Pick<PolicyDefinition, 'states' | 'transitions'>): Arrows {
  const { states } = definition;
  const ways = waysOf(definition);
  const arrows = arrowsBetween(states);
  // What is possible in few states chooses first: the others have more arrows on which they can go.
  const fewestFirst = [...ways].sort((one, other) => one.from.length - other.from.length);
  for (const way of fewestFirst) {
    const source = sourceOf(way, states, arrows);
    if (source !== undefined) arrows.draw(source, way.to);
  }
  const names = Object.keys(states);
  for (const [index, state] of names.entries()) {
    const into = ways.filter(({ to }) => to === state).flatMap(({ from }) => from);
    const [entrance] = into;
    if (index > 0 && entrance !== undefined && !into.some((from) => arrows.show(from, state)))
      arrows.draw(entrance, state);
    const outOf = names.filter((to) => ways.some((way) => way.to === to && way.from.includes(state)));
    const exit = outOf.find((to) => arrows.isAhead(state, to)) ?? outOf[0];
    if (exit !== undefined && !outOf.some((to) => arrows.show(state, to))) arrows.draw(state, exit);
  }
  return arrows;
}

/** Where the one arrow of a way that leads ahead begins: an outcome belongs to the state that waits for it. */
function sourceOf(way: Way, states: States, arrows: Arrows): string | undefined {
  const ahead = way.from.filter((state) => arrows.isAhead(state, way.to));
  const waiting = isEffectCommand(way.command)
    ? ahead.filter((state) => states[state]?.waitsFor === 'system')
    : [];
  const sources = waiting.length > 0 ? waiting : ahead;
  return sources.findLast((state) => arrows.show(state, way.to)) ?? sources.at(-1);
}

function arrowsBetween(states: States): Arrows & { readonly draw: (from: string, to: string) => void } {
  const order = new Map(Object.keys(states).map((state, index) => [state, index]));
  const list: Arrow[] = [];
  const has = (from: string, to: string) => list.some((arrow) => arrow.from === from && arrow.to === to);
  const isAhead = (from: string, to: string) => (order.get(from) ?? 0) < (order.get(to) ?? 0);
  return {
    list,
    has,
    isAhead,
    show: (from, to) => has(from, to) || (isAhead(to, from) && has(to, from)),
    draw: (from, to) => {
      if (!has(from, to)) list.push({ from, to });
    },
  };
}
