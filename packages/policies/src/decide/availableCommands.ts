import type { Case } from '../case/index.js';
import type { DataOf, HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { Refusal } from '../refusal/index.js';
import { decideAny } from './decide.js';
import type { Context } from './decision.js';
import { lackOfActor } from './judge.js';
import { type Failed, refuseAll } from './refuse.js';
import { roleOf } from './working.js';

/** What a screen needs to know for the button of a command. */
export type AvailableCommand =
  | { readonly command: string; readonly allowed: true }
  /** It is for this actor and this state; whether it passes depends on its parameters. */
  | { readonly command: string; readonly allowed: 'with_params' }
  | { readonly command: string; readonly allowed: false; readonly refusal: Refusal };

/**
 * Every command of a case with whether it would be accepted now, or the refusal that it would get.
 *
 * @param params - by command, the parameters to judge it with, such as what a form holds so far. A command that needs
 * parameters and has none here is judged by state and actor alone.
 *
 * @example
 * ```ts
 * import { createShopCalendar, unwrap } from '@aftercare/core';
 * import {
 *   authorityCny,
 *   compensationDefinition,
 *   compensationKind,
 *   availableCommands,
 *   loadAuthority,
 *   loadPolicy,
 *   openCase,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const agent = { id: 'li', role: 'agent' };
 * const context = { now: '2026-03-02T02:00:00.000Z', actor: agent, usage: {}, facts };
 * const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] } as const;
 * const opened = openCase(policy, { id: '1', type: 'report', params: report }, { ...context, ids: ['case-1'] });
 * if (!opened.ok) throw new Error(opened.refusal.message);
 *
 * const commands = availableCommands(policy, opened.next, context);
 * commands.filter(({ allowed }) => allowed !== false).map(({ command }) => command);
 * // => ['investigate', 'add_evidence', 'propose', 'decline']
 * ```
 */
export function availableCommands<Shape extends KindShape>(
  policy: Policy<Shape>,
  current: Case<DataOf<Shape>>,
  context: Context<HostFactsOf<Shape>>,
  params: Readonly<Record<string, unknown>> = {},
): readonly AvailableCommand[] {
  const erased = policy as unknown as Policy;
  const { kind, definition } = erased;
  return Object.keys(kind.shape.commands)
    .filter((command) => command !== definition.opening.on)
    .map((command) => availability(erased, current as Case, context, command, params[command] ?? {}));
}

function availability(
  policy: Policy,
  current: Case,
  context: Context,
  command: string,
  params: unknown,
): AvailableCommand {
  // No command has this id: identifiers do not begin with white space.
  const decision = decideAny(policy, current, { id: ' ', type: command, params }, context);
  if (decision.ok) return { command, allowed: true };
  const { refusal } = decision;
  if (refusal.code !== 'invalid_command') return { command, allowed: false, refusal };
  const group = policy.machine.states.get(current.state)?.commands.get(command);
  const role = roleOf(policy, context);
  if (group === undefined || role === undefined) return { command, allowed: false, refusal };
  const failed = group.transitions.flatMap((transition, index): Failed[] => {
    const lack = lackOfActor(transition, role, policy, current, context);
    return lack === undefined ? [] : [{ transition, index, lack }];
  });
  if (failed.length < group.transitions.length) return { command, allowed: 'with_params' };
  const { currency } = policy.kind.behaviour.subject(current.data).paid;
  const { refusal: ofActor } = refuseAll(
    policy,
    command,
    { ...group, guards: undefined },
    failed,
    {},
    currency,
  );
  return { command, allowed: false, refusal: ofActor };
}
