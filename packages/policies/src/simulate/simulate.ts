import { epochMillisOf, type Instant, instantOf } from '@aftercare/core';
import type { UsageEntry } from '../authority/index.js';
import type { Case } from '../case/index.js';
import { decideAny } from '../decide/decide.js';
import { type Decision, nextDueAt } from '../decide/index.js';
import { openAny } from '../decide/openCase.js';
import { tickAny } from '../decide/tick.js';
import type { HostFactsOf, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';
import type { PastCase } from './pastCase.js';
import { withKeyNow } from './pastEffect.js';

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
 * that falls away. Deadlines come due up to the end of the history: its last step, or the latest `until` of a case.
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
  /** When a deadline or reminder comes due next. */
  dueAt: number;
  /** When it came to a final state. */
  settledAt: number | undefined;
  /** The facts of its latest step. */
  facts: object;
}

interface Sums {
  grants: number;
  approvalsAsked: number;
  refusals: number;
}

/** What all cases share while they are played. */
interface Play {
  readonly policy: Policy;
  readonly usage: Record<string, UsageEntry>;
  readonly sums: Sums;
  /** The cases in which something comes due: few at a time, of a history of thousands. */
  readonly waiting: Set<Playing>;
}

function play(policy: Policy, history: readonly PastCase[]): SimulationFigures {
  const sums: Sums = { grants: 0, approvalsAsked: 0, refusals: 0 };
  const shared: Play = { policy, usage: {}, sums, waiting: new Set() };
  const playing = history.map(
    (past): Playing => ({
      past,
      current: undefined,
      nextStep: 0,
      shift: 0,
      dueAt: Number.POSITIVE_INFINITY,
      settledAt: undefined,
      facts: {},
    }),
  );
  // All cases side by side, in the order of time, since they share budgets.
  const order = playing
    .flatMap((one) => one.past.steps.map((step) => ({ one, at: millis(step.at) })))
    .sort((a, b) => a.at - b.at);
  for (const { one, at } of order) {
    for (const other of shared.waiting) passTime(shared, other, at - other.shift);
    playStep(shared, one);
  }
  const end = endOf(history, order.at(-1)?.at);
  for (const one of shared.waiting) passTime(shared, one, end);
  return figuresOf(playing, sums);
}

function endOf(history: readonly PastCase[], lastStep = Number.NEGATIVE_INFINITY): number {
  let end = lastStep;
  for (const { until } of history) if (until !== undefined) end = Math.max(end, millis(until));
  return end;
}

function playStep(shared: Play, one: Playing): void {
  const { policy, usage, sums } = shared;
  const step = one.past.steps[one.nextStep];
  if (step === undefined) return;
  one.nextStep += 1;
  one.facts = step.facts;
  const now = instantOf(millis(step.at) - one.shift);
  const context = { now, actor: step.by, usage, facts: step.facts };
  const { current } = one;
  const command = current === undefined ? step.command : withKeyNow(step, current);
  // What is not done now has no outcome.
  if (command === undefined) return;
  const decision =
    current === undefined
      ? openAny(policy, command, { ...context, ids: [one.past.id] })
      : decideAny(policy, current, command, context);
  if (decision.ok) {
    book(shared, decision, one);
    return;
  }
  const { code } = decision.refusal;
  // The case has come further without it: whatever it waited for has fallen away.
  if (current !== undefined && (code === 'not_in_state' || code === 'closed')) {
    one.shift += millis(now) - millis(current.changedAt);
  } else sums.refusals += 1;
}

/** Deadlines that come due up to an instant. */
function passTime(shared: Play, one: Playing, until: number): void {
  const { policy, usage } = shared;
  while (one.current !== undefined && one.dueAt <= until) {
    const context = { now: instantOf(one.dueAt), usage, facts: one.facts };
    const decision = tickAny(policy, one.current, context);
    if (decision === null) return;
    book(shared, decision, one);
  }
}

function book({ policy, usage, sums, waiting }: Play, decision: Decision & { ok: true }, one: Playing): void {
  for (const { approvals, requests } of decision.events) {
    sums.grants += approvals.filter(({ status }) => status === 'held').length;
    if (requests !== null && requests.length > (one.current?.requests.length ?? 0)) sums.approvalsAsked += 1;
  }
  for (const { key, amount } of decision.reservations) {
    const entry = usage[key] ?? { amount: 0, version: 0 };
    usage[key] = { amount: entry.amount + amount, version: entry.version + 1 };
  }
  const { next } = decision;
  one.current = next;
  const due = nextDueAt(next);
  one.dueAt = due === null ? Number.POSITIVE_INFINITY : millis(due);
  if (due === null) waiting.delete(one);
  else waiting.add(one);
  // Nothing leads out of a final state; outcomes may be noted in it for long.
  if (policy.machine.states.get(next.state)?.isFinal === true) one.settledAt ??= millis(next.changedAt);
}

function figuresOf(playing: readonly Playing[], sums: Sums): SimulationFigures {
  const grantedMinor: Record<string, number> = {};
  let settled = 0;
  let hours = 0;
  for (const { current, settledAt } of playing) {
    if (current === undefined) continue;
    for (const { amount, status } of current.approvals) {
      if (status === 'released') continue;
      grantedMinor[amount.currency] = (grantedMinor[amount.currency] ?? 0) + amount.minor;
    }
    if (settledAt === undefined) continue;
    settled += 1;
    hours += (settledAt - millis(current.openedAt)) / 3_600_000;
  }
  const meanHoursToSettle = settled === 0 ? null : hours / settled;
  return { cases: playing.length, settled, ...sums, grantedMinor, meanHoursToSettle };
}

function millis(instant: Instant): number {
  return epochMillisOf(instant) ?? Number.NaN;
}
