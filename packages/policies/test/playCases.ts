import { epochMillisOf, instantOf } from '@aftercare/core';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Usage } from '../src/authority/index.js';
import type { Actor, Case, CaseEvent, Command } from '../src/case/index.js';
import { decideAny } from '../src/decide/decide.js';
import type { Accepted, Decision } from '../src/decide/index.js';
import { usageKeys } from '../src/decide/index.js';
import { judge } from '../src/decide/judge.js';
import { openAny } from '../src/decide/openCase.js';
import { sameJson } from '../src/decide/sameJson.js';
import { tickAny } from '../src/decide/tick.js';
import { replay } from '../src/evolve/index.js';
import type { KindShape } from '../src/kind/index.js';
import type { Policy } from '../src/policy/index.js';
import { withReservations } from '../src/testing/index.js';
import { actorsOf, commandsFor, followersOf, type PlayedCase } from '../src/verify/explore.js';

/**
 * Random runs for a policy, enough to catch what breaks often; CI asks for 10,000 in a run of its own.
 *
 * @param parts - the tests that share them, one for each preset, say
 */
export function policyRuns(parts = 1): number {
  return Math.ceil(Number(process.env.AFTERCARE_POLICY_RUNS ?? 300) / parts);
}

/** One step of a random run: mostly a command of the kind's samples, sometimes one that should do nothing. */
interface Step {
  readonly mode: 'fresh' | 'repeat' | 'stale' | 'reuse_id' | 'wait' | 'out_of_place';
  readonly pick: number;
  readonly who: number;
  readonly minutes: number;
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  mode: fc.oneof(
    { weight: 12, arbitrary: fc.constant('fresh' as const) },
    { weight: 2, arbitrary: fc.constant('repeat' as const) },
    { weight: 1, arbitrary: fc.constant('stale' as const) },
    { weight: 1, arbitrary: fc.constant('reuse_id' as const) },
    { weight: 1, arbitrary: fc.constant('wait' as const) },
    { weight: 1, arbitrary: fc.constant('out_of_place' as const) },
  ),
  pick: fc.nat(1000),
  who: fc.nat(1000),
  minutes: fc.nat(3000),
});

/** What a run has come to. */
export interface Run {
  current: Case;
  events: CaseEvent[];
  usage: Usage;
  now: string;
}

/** What is checked after every accepted command, beside what holds for all policies. */
export type CaseCheck = (run: Run) => void;

/**
 * A property of a policy: whatever commands come, from whomever, repeated, out of order, on stale versions, with effects
 * that fail and deadlines that pass, the kernel's promises hold and the policy's own checks with them; and the case can
 * still reach a final state.
 *
 * @param stepsIn - steps at most that lead on and do not end the case, before those by chance; for policies with long ways
 */
export function anyRunOf<Shape extends KindShape>(
  policy: Policy<Shape>,
  check: CaseCheck = () => {},
  steps = 25,
  stepsIn = 0,
): fc.IProperty<[number, number[], Step[]]> {
  const erased = policy as unknown as Policy;
  const wayIn = fc.array(fc.nat(100_000), { maxLength: stepsIn });
  const arbitrary = fc.array(stepArbitrary, { maxLength: steps });
  const known = new Set<string>();
  return fc.property(fc.nat(1000), wayIn, arbitrary, (first, picks, all) => {
    const run = open(erased, first);
    for (const pick of picks) goOn(erased, run, pick, check);
    for (const step of all) take(erased, run, step, check);
    expect(sameJson(replay(erased, JSON.parse(JSON.stringify(run.events))), run.current)).toBe(true);
    // To look for a way out costs more than the run itself, so cases that stand alike are looked at once.
    const standing = standingOf(run.current);
    if (known.has(standing)) return;
    expect(canEnd(erased, run)).toBe(true);
    known.add(standing);
  });
}

/** What decides about the ways out of a case, as far as a policy can tell cases apart without their amounts. */
function standingOf({ state, counters, effects, approvals, requests, deadlines }: Case): string {
  return JSON.stringify([
    state,
    counters,
    effects.map(({ type, status }) => `${type} ${status}`),
    approvals.map(({ status }) => status),
    requests.length,
    deadlines.map(({ name, spent }) => `${name} ${spent}`),
  ]);
}

function open(policy: Policy, first: number): Run {
  const now = '2026-03-02T02:00:00.000Z';
  const params = at(policy.kind.behaviour.samples.opening, first);
  const command = { id: 'opening', type: policy.definition.opening.on, params };
  for (const actor of actorsOf(policy, undefined)) {
    const facts = policy.kind.behaviour.samples.facts as object;
    const decision = openAny(policy, command, { now, actor, usage: {}, facts, ids: ['case'] });
    if (!decision.ok || decision.duplicateOf !== undefined) continue;
    return {
      current: decision.next,
      events: [...decision.events],
      usage: withReservations({}, decision.reservations),
      now,
    };
  }
  throw new Error('Nobody may open a case with the samples of the kind.');
}

/**
 * Takes the first step from a place among all, that is accepted and does not end the case. Steps by chance alone seldom come
 * far: most are refused, and many of the others end the case.
 */
function goOn(policy: Policy, run: Run, pick: number, check: CaseCheck): void {
  const { current, usage, now } = run;
  const facts = policy.kind.behaviour.samples.facts as object;
  const actors = actorsOf(policy, current);
  const steps = commandsFor(policy, current).flatMap((one) => actors.map((actor) => ({ ...one, actor })));
  for (let tries = 0; tries < steps.length; tries++) {
    const { actor, type, params } = at(steps, pick + tries);
    const command: Command = { id: `${current.version + 1}-${type}-${actor.id}`, type, params };
    const context = { now, usage, facts, ids: [`${current.version}-id`], actor };
    const decision = judge(policy, current, command, context);
    if (!decision.ok || decision.duplicateOf !== undefined) continue;
    if (policy.definition.states[decision.next.state]?.final === true) continue;
    accept(policy, run, decision, check, actor);
    return;
  }
}

function take(policy: Policy, run: Run, { mode, pick, who, minutes }: Step, check: CaseCheck): void {
  run.now = instantOf((epochMillisOf(run.now) ?? 0) + minutes * 60_000);
  const facts = policy.kind.behaviour.samples.facts as object;
  const timed = { now: run.now, usage: run.usage, facts, ids: [`${run.current.version}-id`] };
  if (mode === 'wait') {
    const due = tickAny(policy, run.current, timed);
    if (due !== null) accept(policy, run, due, check);
    return;
  }
  const { current } = run;
  const actor = at(actorsOf(policy, current), who);
  const context = { ...timed, actor };
  if (mode === 'repeat') {
    const known = at(current.commands, pick);
    const again = decideAny(policy, current, known, { ...context, actor: known.by });
    expect(again).toMatchObject({ ok: true, events: [], effects: [], reservations: [] });
    return;
  }
  const { type, params } = at(
    mode === 'out_of_place' ? everyCommand(policy, current) : commandsFor(policy, current),
    pick,
  );
  const command: Command = { id: `${current.version + 1}-${type}-${actor.id}`, type, params };
  if (mode === 'reuse_id') {
    const known = at(current.commands, pick);
    const reused = decideAny(policy, current, { ...command, id: known.id, params: { other: pick } }, context);
    expect(codeOf(reused)).toBe('command_id_reused');
    return;
  }
  if (mode === 'stale') {
    const stale = decideAny(policy, current, { ...command, expectedVersion: current.version - 1 }, context);
    expect(codeOf(stale)).toBe('stale_version');
    return;
  }
  const before = JSON.stringify(current);
  const decision = decideAny(policy, current, command, context);
  expect(JSON.stringify(current)).toBe(before);
  if (!decision.ok) {
    expect(decision.refusal.message).not.toBe('');
    return;
  }
  if (decision.duplicateOf === undefined) accept(policy, run, decision, check, actor);
}

function everyCommand(policy: Policy, current: Case): { type: string; params: object }[] {
  const types = Object.keys(policy.kind.shape.commands).map((type) => ({ type, params: {} }));
  return [...commandsFor(policy, current), ...types];
}

/** What holds for every accepted command of every policy. */
function accept(policy: Policy, run: Run, decision: Accepted, check: CaseCheck, actor?: Actor): void {
  const { events, next, effects, reservations } = decision;
  expect(next.version).toBe(run.current.version + 1);
  expect(events).toHaveLength(1);
  expect(JSON.parse(JSON.stringify(next))).toEqual(next);
  const keys = new Set(next.effects.map(({ key }) => key));
  expect(keys.size).toBe(next.effects.length);
  for (const { type, params } of effects) {
    expect(policy.kind.shape.effects[type]?.params.safeParse(params).error).toBeUndefined();
  }
  if (actor !== undefined) {
    const known = usageKeys(policy, next, { actor, now: run.now });
    const taken = reservations.filter(({ amount }) => amount > 0);
    expect(taken.filter(({ key }) => !known.includes(key))).toEqual([]);
  }
  run.usage = withReservations(run.usage, reservations);
  run.events.push(...events);
  run.current = next;
  // Budgets hold exactly what the approvals of the case hold: nothing is lost, nothing is taken twice.
  const held = next.approvals
    .filter(({ status }) => status !== 'released')
    .flatMap(({ holds }) => holds)
    .reduce((sum, { amount }) => sum + amount, 0);
  expect(Object.values(run.usage).reduce((sum, { amount }) => sum + amount, 0)).toBe(held);
  if (policy.definition.states[next.state]?.final === true) {
    expect(next.approvals.filter(({ status }) => status === 'held')).toEqual([]);
  }
  check(run);
}

/** As many cases are looked at for a way out; more than any of the shipped policies needs. */
const MOST_LOOKED_AT = 2000;

/**
 * Whether a final state can still be reached, by trying what the samples offer. Outcomes that no transition waits for are
 * left out of what tells cases apart: with a dozen notices open, their combinations alone would fill the search.
 *
 * @throws RangeError when the search is given up, which says nothing about the case
 */
export function canEnd(policy: Policy, { current, usage, now }: PlayedCase): boolean {
  const { states, transitions } = policy.definition;
  const awaited = new Set(transitions.flatMap(({ of = [] }) => of));
  const keyOf = (one: Case) =>
    standingOf({ ...one, effects: one.effects.filter(({ type }) => awaited.has(type)) });
  const queue: PlayedCase[] = [{ current, usage, now }];
  const seen = new Set<string>([keyOf(current)]);
  for (const one of queue) {
    if (states[one.current.state]?.final === true) return true;
    if (queue.length > MOST_LOOKED_AT) throw new RangeError('The search for a way out was given up.');
    for (const { decision, now: later } of followersOf(policy, one)) {
      const key = keyOf(decision.next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push({
        current: decision.next,
        usage: withReservations(one.usage, decision.reservations),
        now: later,
      });
    }
  }
  return false;
}

function codeOf(decision: Decision): string {
  return decision.ok ? 'accepted' : decision.refusal.code;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}
