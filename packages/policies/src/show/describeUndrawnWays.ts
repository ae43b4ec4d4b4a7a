import type { Locale } from '@aftercare/core';
import type { Policy } from '../policy/index.js';
import { outlineArrows } from './arrows.js';
import { actionOf, actorsOf, conditionsOf, pageOf, stateTitles, table } from './page.js';

/**
 * A Markdown table of the ways between states that the outline of {@link toMermaid} has no arrow for: from where, by which
 * command, by whom, on what conditions and to where. The picture and this table together have every way into another
 * state, each once; what leaves a case in its state is in neither ({@link describePolicy} has it).
 *
 * @returns the table, without a line break at its end; an empty text if the outline shows everything
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   describeUndrawnWays,
 *   loadAuthority,
 *   loadPolicy,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const [columns, , ...rows] = describeUndrawnWays(policy, 'en').split('\n');
 * columns; // => '| From | Action | By | Conditions | To |'
 * rows.find((row) => row.includes('appeal'));
 * // => '| Declined by shop | appeal | customer |  | Investigating |'
 * ```
 */
export function describeUndrawnWays(
  { definition, authority }: Pick<Policy, 'definition' | 'authority'>,
  locale: Locale,
): string {
  const page = pageOf({ definition, authority }, locale);
  const arrows = outlineArrows(definition);
  const rows = definition.transitions.flatMap((transition) => {
    const { from, to } = transition;
    if (to === undefined) return [];
    const undrawn = from.filter((source) => source !== to && !arrows.show(source, to));
    if (undrawn.length === 0) return [];
    return [
      [
        stateTitles(undrawn, page),
        actionOf(transition, page),
        actorsOf(transition, page),
        conditionsOf(transition, page),
        stateTitles([to], page),
      ],
    ];
  });
  return rows.length === 0 ? '' : table(page.words.wayColumns, rows).join('\n');
}
