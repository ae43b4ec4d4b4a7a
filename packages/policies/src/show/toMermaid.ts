import type { Locale } from '@aftercare/core';
import type { PolicyDefinition, StateDefinition } from '../definition/index.js';
import type { Policy } from '../policy/index.js';
import { type Arrows, allArrows, outlineArrows } from './arrows.js';
import { arrowTitle, stateTitle, titleOf } from './titles.js';
import { type Way, waysOf } from './ways.js';

/** How {@link toMermaid} draws. */
export interface MermaidOptions {
  /**
   * Which arrows are drawn. `'outline'`: as few as show how a case goes, so that a policy of fifteen states can be read in a
   * column of text; {@link describeUndrawnWays} lists the others. `'all'`: one between any two states with a way between
   * them. Default: `'outline'`.
   */
  readonly arrows?: 'outline' | 'all';
}

/** Labels stay where the layout has made room for them only on curves that pass through their points, as this one does. */
const HEAD = `---
config:
  flowchart:
    curve: monotoneY
  state:
    nodeSpacing: 25
    rankSpacing: 30
---
stateDiagram-v2`;

/** Whom a state waits for; dark text on pale boxes, and the other way round for the ends, which light and dark pages both bear. */
const LOOKS = {
  staff: 'fill:#fff1c9,stroke:#a87c00,color:#1f2328',
  customer: 'fill:#d6e8ff,stroke:#2f6fba,color:#1f2328',
  system: 'fill:#e6e6ea,stroke:#6a6a75,color:#1f2328',
  others: 'fill:#eadcff,stroke:#7a4fc0,color:#1f2328',
  ended: 'fill:#3d444d,stroke:#8b949e,color:#ffffff',
} as const;

/**
 * The state diagram of a policy, as Mermaid text, from the top down.
 *
 * All commands between two states are on one arrow, one a line. `↑` marks what leads back, against the arrow. `…` marks a
 * command that leads to the same state from others as well, without an arrow. Effects are not named where a state waits for
 * them, or where there are several. States are pale in the colour of whom they wait for: yellow for the staff, blue for the
 * customer, grey for the system, violet for others; final states are dark. What leaves a case in its state is not drawn.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   loadAuthority,
 *   loadPolicy,
 *   toMermaid,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const arrowsInto = (state: string, diagram: string) =>
 *   diagram.split('\n').filter((line) => line.includes(`--> ${state} :`));
 * arrowsInto('paid', toMermaid(policy, 'en')); // => ['  paying --> paid : succeeded…']
 * arrowsInto('paid', toMermaid(policy, 'en', { arrows: 'all' }));
 * // => ['  paying --> paid : succeeded', '  payment_failed --> paid : succeeded']
 * ```
 */
export function toMermaid(
  { definition }: Pick<Policy, 'definition'>,
  locale: Locale,
  options: MermaidOptions = {},
): string {
  const { states, initial, opening } = definition;
  const arrows = options.arrows === 'all' ? allArrows(definition) : outlineArrows(definition);
  return [
    HEAD,
    ...Object.keys(states).map(
      (name) => `  state "${quoted(stateTitle(name, definition, locale))}" as ${name}`,
    ),
    `  [*] --> ${initial} : ${quoted(titleOf(opening.on, definition, locale))}`,
    ...arrows.list.map(
      ({ from, to }) => `  ${from} --> ${to} : ${labels(from, to, arrows, definition, locale).join('<br>')}`,
    ),
    ...looks(states),
    '',
  ].join('\n');
}

/** The commands on an arrow: those along it, then those back. */
function labels(
  from: string,
  to: string,
  arrows: Arrows,
  definition: PolicyDefinition,
  locale: Locale,
): readonly string[] {
  const ways = waysOf(definition);
  const between = (source: string, target: string) =>
    ways
      .filter((way) => way.to === target && way.from.includes(source))
      .map((way) => label(way, source, arrows, definition, locale));
  const isBack = arrows.isAhead(from, to) && !arrows.has(to, from);
  const back = isBack ? between(to, from).map((text) => `↑ ${text}`) : [];
  return [...new Set([...between(from, to), ...back])];
}

function label(
  way: Way,
  source: string,
  arrows: Arrows,
  definition: PolicyDefinition,
  locale: Locale,
): string {
  const title = quoted(arrowTitle(way, definition.states[source], definition, locale));
  return way.from.every((state) => arrows.show(state, way.to)) ? title : `${title}…`;
}

function looks(states: Readonly<Record<string, StateDefinition>>): readonly string[] {
  return Object.entries(LOOKS).flatMap(([look, style]) => {
    const names = Object.keys(states).filter((name) => lookOf(states[name]) === look);
    return names.length === 0 ? [] : [`  classDef ${look} ${style}`, `  class ${names.join(',')} ${look}`];
  });
}

function lookOf(state: StateDefinition | undefined): keyof typeof LOOKS {
  if (state?.final === true) return 'ended';
  const waitsFor = state?.waitsFor;
  return waitsFor === 'staff' || waitsFor === 'customer' || waitsFor === 'system' ? waitsFor : 'others';
}

/** Text that cannot be taken for Mermaid's own marks. */
function quoted(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[:;#\n]/g, ' ');
}
