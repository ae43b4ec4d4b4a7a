import { epochMillisOf, type Instant, instantOf } from '@aftercare/core';
import type { UsageEntry } from '../authority/index.js';
import type { Actor, Case, Command } from '../case/index.js';
import { decideAny } from '../decide/decide.js';
import { type Decision, nextDueAt } from '../decide/index.js';
import { openAny } from '../decide/openCase.js';
import { tickAny } from '../decide/tick.js';
import type { HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';

/** One step of a past case: a command as it came, when, from whom, and what was known then. */
export interface PastStep<Facts = object> {
  readonly command: Pick<Command, 'id' | 'type' | 'params'>;
  readonly at: Instant;
  readonly by: Actor;
  readonly facts: Facts;
}

/** What came in a case, from its opening on, in order. Refused commands may be part of it. */
export interface PastCase<Facts = object> {
  readonly id: string;
  readonly steps: readonly PastStep<Facts>[];
}

/** What a policy makes of past cases, in sums. */
export interface SimulationFigures {
  readonly cases: number;
  /** Cases that came to a final state. */
  readonly settled: number;
  /** Grants made, by own authority or by approval. */
  readonly grants: number;
  /** How often a superior was asked. */
  readonly approvalsAsked: number;
  /** Commands refused, apart from those that became needless. */
  readonly refusals: number;
  /** What was granted and not given back, by currency, in minor units. */
  readonly grantedMinor: Readonly<Record<string, number>>;
  /** From opening to a final state, in hours; null when no case was settled. */
  readonly meanHoursToSettle: number | null;
}

/** What another definition would have made of past cases, beside what the present one makes of them. */
export interface Simulation {
  readonly present: SimulationFigures;
  readonly proposed: SimulationFigures;
}

/**
 * Plays past cases through under another definition: what would it have cost, how many approvals would it have saved, how
 * long would cases have taken? The same commands come in the same order with the same facts. Where a step has become
 * needless (an approval that nobody asks for any more), it is left out, and what came after it comes earlier by the wait
 * that falls away.
 *
 * Both figures come from the same playing, so what was granted elsewhere weighs on both alike: budgets begin empty and
 * are shared by all cases, in the order of their steps' instants.
 *
 * @param present - the policy under which the cases came about
 * @param proposed - the policy to try
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
 *   simulate,
 * } from '@aftercare/policies';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const by = { id: 'li', role: 'agent' };
 * const at = '2026-03-02T02:00:00.000Z';
 * const report = { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] };
 * const propose = { parts: [{ form: 'cash_refund', valueMinor: 4000 }] };
 * const history = [
 *   {
 *     id: 'case-1',
 *     steps: [
 *       { command: { id: '1', type: 'report', params: report }, at, by, facts },
 *       { command: { id: '2', type: 'propose', params: propose }, at, by, facts },
 *     ],
 *   },
 * ];
 * const limits = authorityCny.limits.map((limit) =>
 *   limit.role === 'agent' ? { ...limit, most: { minor: 5000, currency: 'CNY' } } : limit,
 * );
 * const wider = unwrap(loadAuthority({ ...authorityCny, limits }, { calendar }));
 * const proposed = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority: wider, calendars }));
 * const simulation = simulate(policy, proposed, history);
 * simulation.present.approvalsAsked; // => 1
 * simulation.proposed.approvalsAsked; // => 0
 * ```
 */
export function simulate<Shape extends KindShape>(
  present: Policy<Shape>,
  proposed: Policy<Shape>,
  history: readonly PastCase<HostFactsOf<Shape>>[],
): Simulation {
  const cases = history as readonly PastCase[];
  return {
    present: play(present as unknown as Policy, cases),
    proposed: play(proposed as unknown as Policy, cases),
  };
}

/** A case while it is played. */
interface Playing {
  readonly past: PastCase;
  current: Case | undefined;
  nextStep: number;
  /** How much earlier than in the past steps come now. */
  shift: number;
}

interface Sums {
  grants: number;
  approvalsAsked: number;
  refusals: number;
}

function play(policy: Policy, history: readonly PastCase[]): SimulationFigures {
  const usage: Record<string, UsageEntry> = {};
  const sums: Sums = { grants: 0, approvalsAsked: 0, refusals: 0 };
  const playing = history.map((past): Playing => ({ past, current: undefined, nextStep: 0, shift: 0 }));
  // All cases side by side, in the order of time, since they share budgets.
  const order = playing
    .flatMap((one) => one.past.steps.map((step) => ({ one, at: millis(step.at) })))
    .sort((a, b) => a.at - b.at);
  for (const { one } of order) playStep(policy, one, usage, sums);
  return figuresOf(policy, playing, sums);
}

function playStep(policy: Policy, one: Playing, usage: Record<string, UsageEntry>, sums: Sums): void {
  const step = one.past.steps[one.nextStep];
  if (step === undefined) return;
  one.nextStep += 1;
  const now = instantOf(millis(step.at) - one.shift);
  const context = { now, actor: step.by, usage, facts: step.facts };
  passTime(policy, one, now, step.facts, usage, sums);
  const { current } = one;
  const decision =
    current === undefined
      ? openAny(policy, step.command, { ...context, ids: [one.past.id] })
      : decideAny(policy, current, withKeys(step.command, current), context);
  if (decision.ok) {
    book(decision, one, usage, sums);
    return;
  }
  const { code } = decision.refusal;
  // The case has come further without it: whatever it waited for has fallen away.
  if (current !== undefined && (code === 'not_in_state' || code === 'closed')) {
    one.shift += millis(now) - millis(current.changedAt);
  } else sums.refusals += 1;
}

/** Deadlines that come due before an instant. */
function passTime(
  policy: Policy,
  one: Playing,
  now: Instant,
  facts: object,
  usage: Record<string, UsageEntry>,
  sums: Sums,
): void {
  while (one.current !== undefined) {
    const due = nextDueAt(one.current);
    if (due === null || millis(due) > millis(now)) return;
    const decision = tickAny(policy, one.current, { now: due, usage, facts });
    if (decision === null) return;
    book(decision, one, usage, sums);
  }
}

/** An outcome is about the effect of the same type, which may have another key when steps have fallen away. */
function withKeys(command: PastStep['command'], current: Case): PastStep['command'] {
  const { params } = command;
  if (typeof params !== 'object' || params === null || !('key' in params)) return command;
  if (current.effects.some(({ key }) => key === params.key)) return command;
  const index = String(params.key).split('/').at(-1);
  const match = current.effects
    .filter(({ key, status }) => status !== 'succeeded' && key.endsWith(`/${index}`))
    .at(-1);
  return match === undefined ? command : { ...command, params: { ...params, key: match.key } };
}

function book(
  decision: Decision & { ok: true },
  one: Playing,
  usage: Record<string, UsageEntry>,
  sums: Sums,
): void {
  for (const { approvals, requests } of decision.events) {
    sums.grants += approvals.filter(({ status }) => status === 'held').length;
    if (requests !== null && requests.length > (one.current?.requests.length ?? 0)) sums.approvalsAsked += 1;
  }
  for (const { key, amount } of decision.reservations) {
    const entry = usage[key] ?? { amount: 0, version: 0 };
    usage[key] = { amount: entry.amount + amount, version: entry.version + 1 };
  }
  one.current = decision.next;
}

function figuresOf(policy: Policy, playing: readonly Playing[], sums: Sums): SimulationFigures {
  const grantedMinor: Record<string, number> = {};
  let settled = 0;
  let hours = 0;
  for (const { current } of playing) {
    if (current === undefined) continue;
    for (const { amount, status } of current.approvals) {
      if (status === 'released') continue;
      grantedMinor[amount.currency] = (grantedMinor[amount.currency] ?? 0) + amount.minor;
    }
    if (policy.definition.states[current.state]?.final !== true) continue;
    settled += 1;
    hours += (millis(current.changedAt) - millis(current.openedAt)) / 3_600_000;
  }
  const meanHoursToSettle = settled === 0 ? null : hours / settled;
  return { cases: playing.length, settled, ...sums, grantedMinor, meanHoursToSettle };
}

function millis(instant: Instant): number {
  return epochMillisOf(instant) ?? Number.NaN;
}
