import { AftercareError, inputIssues, showValue } from '@aftercare/core';
import type { JsonRecord } from '@aftercare/rules';
import type { Case, Command } from '../case/index.js';
import { NO_COUNTERS } from '../evolve/index.js';
import type { DataOf, HostFactsOf, KindShape, View } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import { checkCommand, checkContext } from './checkContext.js';
import { isClockId } from './clockId.js';
import type { CommandOf, Decision, EffectOf, OpenContext } from './decision.js';
import { judgeAmong, lackOfId, lackOfParams, notDelegated } from './judge.js';
import { lacking } from './lack.js';
import { refuse } from './refuse.js';
import { inWords } from './rejection.js';
import { recorded, roleOf, viewOf, workingOf } from './working.js';

/**
 * Opens a case: decides its first command, which the definition names, and gives the new case with its first event.
 *
 * @throws AftercareError `missing` when the context has no id for the case; for misuse as {@link decide} does
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
 * opened.next.state; // => 'reported'
 * opened.events.map(({ type }) => type); // => ['reported']
 * opened.effects.map(({ type }) => type); // => ['notify_customer']
 * ```
 */
export function openCase<Shape extends KindShape>(
  policy: Policy<Shape>,
  command: CommandOf<Shape>,
  context: OpenContext<HostFactsOf<Shape>>,
): Decision<DataOf<Shape>, EffectOf<Shape>> {
  const erased = policy as unknown as Policy;
  return openAny(erased, command, context) as unknown as Decision<DataOf<Shape>, EffectOf<Shape>>;
}

/** {@link openCase} without the types of a kind. */
export function openAny(policy: Policy, command: Command, context: OpenContext): Decision {
  checkCommand(command);
  checkContext(policy, context);
  const { definition, kind, machine } = policy;
  const [id] = context.ids ?? [];
  if (id === undefined) {
    throw new AftercareError([inputIssues.create('missing', ['ids', 0], { expected: ['text'] })]);
  }
  const unnamed = lackOfId(command.id);
  if (unnamed !== undefined) return refuse(command.type, unnamed, null);
  if (isClockId(command.id, id)) {
    return refuse(command.type, lacking('command_id_of_clock', { id: command.id }), null);
  }
  if (command.type !== definition.opening.on) {
    const details = { received: showValue(command.type), options: [showValue(definition.opening.on)] };
    const issue = inputIssues.create('not_one_of', ['type'], details);
    return refuse(command.type, lacking('invalid_command', { issues: [issue] }), null);
  }
  const parsed = machine.commands.get(command.type)?.safeParse(command.params);
  if (parsed?.success !== true) return refuse(command.type, lackOfParams(policy, command), null);
  const clean = recorded(command.id, command.type, parsed.data, context.actor);
  const role = roleOf(policy, context);
  if (role === undefined) return refuse(command.type, notDelegated(context), null);
  const blank = blankCase(policy, id, context);
  const view = viewOf(policy, blank, clean, context, role, undefined);
  const data = kind.behaviour.open(view as unknown as View) as JsonRecord;
  const current = { ...blank, data };
  const working = workingOf(policy, current, clean, view, { isOpening: true });
  const judged = judgeAmong(machine.opening, working);
  return judged.ok ? judged : inWords(judged, command.type, current, policy);
}

function blankCase({ name, version, definition }: Policy, id: string, { now }: OpenContext): Case {
  return {
    id,
    policy: name,
    policyVersion: version,
    state: definition.initial,
    version: 0,
    data: {},
    counters: NO_COUNTERS,
    deadlines: [],
    requests: [],
    approvals: [],
    effects: [],
    commands: [],
    openedAt: now,
    changedAt: now,
  };
}
