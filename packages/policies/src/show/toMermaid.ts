import type { Locale } from '@aftercare/core';
import type { Policy } from '../policy/index.js';
import { textIn } from '../texts/index.js';
import { commandTitle, titleOf } from './titles.js';

/**
 * The state diagram of a policy, as Mermaid text. Transitions that stay in their state are left out; those that differ in
 * nothing but their guards are one arrow.
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
 * toMermaid(policy, 'en').split('\n').slice(0, 2);
 * // => ['stateDiagram-v2', '  state "Reported" as reported']
 * ```
 */
export function toMermaid({ definition }: Pick<Policy, 'definition'>, locale: Locale): string {
  const { states, transitions, initial } = definition;
  const lines = ['stateDiagram-v2'];
  for (const [name, { title }] of Object.entries(states)) {
    lines.push(`  state "${quoted(textIn(title, locale, name))}" as ${name}`);
  }
  lines.push(`  [*] --> ${initial} : ${quoted(titleOf(definition.opening.on, definition, locale))}`);
  const arrows = new Set<string>();
  for (const { from, to, on, of } of transitions) {
    if (to === undefined) continue;
    for (const source of from) {
      if (source === to) continue;
      for (const effect of of ?? [undefined]) {
        const label = commandTitle(on, effect, definition, locale);
        arrows.add(`  ${source} --> ${to} : ${quoted(label)}`);
      }
    }
  }
  const ends = Object.entries(states).filter(([, state]) => state.final === true);
  return [...lines, ...arrows, ...ends.map(([name]) => `  ${name} --> [*]`), ''].join('\n');
}

/** Text that cannot be taken for Mermaid's own marks. */
function quoted(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[:;#\n]/g, ' ');
}
