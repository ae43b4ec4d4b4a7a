import { epochMillisOf, type Instant, instantOf } from '@aftercare/core';
import type { Usage } from '../authority/index.js';
import type { Actor, Case, CaseEvent, Command } from '../case/index.js';
import { type Accepted, type Context, nextDueAt, type OpenContext } from '../decide/index.js';
import { judge } from '../decide/judge.js';
import { openAny } from '../decide/openCase.js';
import { sameJson } from '../decide/sameJson.js';
import { tickAny } from '../decide/tick.js';
import { evolve } from '../evolve/index.js';
import type { Policy } from '../policy/index.js';
import { type PolicyFinding, policyFindings } from './policyFindings.js';

/** A case that is played, with the budgets and the time that go with it. */
export interface PlayedCase {
  readonly current: Case;
  readonly usage: Usage;
  readonly now: Instant;
}

/** A case that was played through. */
interface Node extends PlayedCase {
  /** The case before it; undefined for a new one. */
  readonly before: Case | undefined;
  readonly event: CaseEvent | undefined;
  readonly next: string[];
  /** Whether all that can follow has been tried. */
  expanded: boolean;
}

const START = '2026-03-02T02:00:00.000Z';
const HOUR = 3_600_000;

/** How much is explored. */
export interface ExploreLimits {
  /** Different cases that are played on at most. */
  readonly cases: number;
}

/**
 * Plays cases through with the kind's small samples, all roles and parties, every outcome of effects and every deadline,
 * breadth first: finds cases that can no longer end or for which no deadline begins, effects with wrong parameters, and
 * events that lead elsewhere.
 */
export function* explore(policy: Policy, { cases }: ExploreLimits): Generator<PolicyFinding> {
  const nodes = new Map<string, Node>();
  const reported = new Set<string>();
  const queue: string[] = [];
  const add = (decision: Accepted, before: Node | undefined, now: Instant): string => {
    const node: Node = {
      current: decision.next,
      before: before?.current,
      event: decision.events[0],
      usage: reserve(before?.usage ?? {}, decision),
      now,
      next: [],
      expanded: false,
    };
    const key = keyOf(node.current);
    if (!nodes.has(key)) {
      nodes.set(key, node);
      queue.push(key);
    }
    return key;
  };
  for (const params of policy.kind.behaviour.samples.opening) {
    const command = { id: 'opening', type: policy.definition.opening.on, params };
    for (const actor of actorsOf(policy, undefined)) {
      const context: OpenContext = { ...contextOf(policy, actor, START, {}), ids: ['case'] };
      const decision = openAny(policy, command, context);
      if (decision.ok && decision.duplicateOf === undefined) add(decision, undefined, START);
    }
  }
  let expanded = 0;
  for (const key of queue) {
    const node = nodes.get(key);
    if (node === undefined || expanded >= cases) break;
    expanded += 1;
    node.expanded = true;
    yield* checkNode(policy, node, reported);
    for (const { decision, now } of followersOf(policy, node)) node.next.push(add(decision, node, now));
  }
  yield* stuckCases(policy, nodes);
}

function keyOf({ state, data, counters, effects, approvals, requests, deadlines }: Case): string {
  const status = effects.map(({ type, params, status: how }) => [type, params, how]);
  const granted = approvals.map(({ subject, status: how }) => [subject, how]);
  const asked = requests.map(({ subject, askedBy }) => [subject, askedBy.role]);
  const running = deadlines.map(({ name, spent, reminders }) => [name, spent, reminders.length]);
  return JSON.stringify([state, data, counters, status, granted, asked, running]);
}

/** One of each role and party that can act; the customer is that of the case. */
export function actorsOf({ authority, kind }: Policy, current: Case | undefined): Actor[] {
  const staff = authority.matrix.roles.map(({ role }) => ({ id: `some ${role}`, role }));
  const customerId = current === undefined ? undefined : kind.behaviour.subject(current.data).customerId;
  return [
    ...staff,
    { id: customerId ?? openingCustomer(kind), role: 'customer' },
    { id: 'the platform', role: 'platform' },
    { id: 'the system', role: 'system' },
  ];
}

/** Whose case the first sample would open. */
function openingCustomer({ behaviour }: Policy['kind']): string {
  const [first] = behaviour.samples.opening;
  const id = first !== undefined && 'customerId' in first ? first.customerId : undefined;
  return typeof id === 'string' ? id : 'customer';
}

function contextOf({ kind }: Policy, actor: Actor, now: Instant, usage: Usage): Context {
  const ids = [1, 2, 3].map((index) => `${now}/${index}`);
  return { actor, now, usage, facts: kind.behaviour.samples.facts as object, ids };
}

/** Every case that one step leads to, an hour later or when the next deadline comes due. */
export function* followersOf(
  policy: Policy,
  node: PlayedCase,
): Generator<{ decision: Accepted; now: Instant }> {
  const { current, usage } = node;
  const later = instantOf((epochMillisOf(node.now) ?? 0) + HOUR);
  const commands = commandsFor(policy, current);
  for (const [index, { type, params }] of commands.entries()) {
    for (const actor of actorsOf(policy, current)) {
      const command: Command = { id: `${current.version + 1}/${index}/${actor.role}`, type, params };
      const decision = judge(policy, current, command, contextOf(policy, actor, later, usage));
      if (decision.ok && decision.duplicateOf === undefined) yield { decision, now: later };
    }
  }
  const due = nextDueAt(current);
  if (due === null) return;
  const decision = tickAny(policy, current, {
    now: due,
    usage,
    facts: policy.kind.behaviour.samples.facts as object,
  });
  if (decision !== null) yield { decision, now: due };
}

/** The commands to try in a case: the kind's samples, and the outcomes of its effects. */
export function commandsFor({ kind }: Policy, current: Case): { type: string; params: object }[] {
  const samples = kind.behaviour.samples.commands(current.data, current.counters);
  const own = Object.entries(samples).flatMap(([type, all]) => all.map((params) => ({ type, params })));
  const outcomes = current.effects.flatMap(({ key, status }) => {
    if (status === 'pending') {
      return [
        { type: 'effect_succeeded', params: { key } },
        { type: 'effect_failed', params: { key, reason: 'It did not go through.' } },
      ];
    }
    return status === 'failed' ? [{ type: 'retry_effect', params: { key } }] : [];
  });
  return [...own, ...outcomes];
}

/** What was granted so far, with what a decision takes and gives back. */
function reserve(usage: Usage, { reservations }: Accepted): Usage {
  const after = { ...usage };
  for (const { key, amount } of reservations) {
    const entry = after[key] ?? { amount: 0, version: 0 };
    after[key] = { amount: entry.amount + amount, version: entry.version + 1 };
  }
  return after;
}

function* checkNode(
  policy: Policy,
  { current, before, event }: Node,
  reported: Set<string>,
): Generator<PolicyFinding> {
  if (event === undefined) return;
  const commands = commandsOf(current);
  for (const { type, params } of event.effects) {
    const schema = policy.kind.shape.effects[type]?.params;
    if (schema === undefined || schema.safeParse(params).success || reported.has(type)) continue;
    reported.add(type);
    yield policyFindings.create('effect_params', ['effects', type], { effect: type, commands });
  }
  const { state } = current;
  if (isForgotten(policy, current) && !reported.has(`states/${state}`)) {
    reported.add(`states/${state}`);
    yield policyFindings.create('no_deadline_begun', ['states', state], { state, commands });
  }
  const stored: CaseEvent = JSON.parse(JSON.stringify(event));
  if (sameJson(evolve(policy, before ?? null, stored), current) || reported.has('replay')) return;
  reported.add('replay');
  yield policyFindings.create('replay_differs', [], { commands });
}

/** Whether none of the deadlines of its state has begun: each counts from an anchor that is not known, and may never be. */
function isForgotten({ machine }: Policy, { state, deadlines }: Case): boolean {
  const place = machine.states.get(state);
  return place?.isFinal === false && place.deadlines.length > 0 && deadlines.length === 0;
}

function commandsOf({ commands }: Case): string[] {
  return commands.map(({ type }) => type);
}

/** Cases from which no final state can be reached; one that was not played on might reach one. One finding a state. */
function* stuckCases(policy: Policy, nodes: ReadonlyMap<string, Node>): Generator<PolicyFinding> {
  const sources = new Map<string, string[]>();
  const hopeful: string[] = [];
  for (const [key, { current, next, expanded }] of nodes) {
    if (!expanded || policy.definition.states[current.state]?.final === true) hopeful.push(key);
    for (const target of next) sources.set(target, [...(sources.get(target) ?? []), key]);
  }
  const ending = new Set(hopeful);
  for (const key of ending) for (const source of sources.get(key) ?? []) ending.add(source);
  const reported = new Set<string>();
  for (const [key, { current }] of nodes) {
    if (ending.has(key) || reported.has(current.state)) continue;
    reported.add(current.state);
    const details = { state: current.state, commands: commandsOf(current) };
    yield policyFindings.create('stuck_case', ['states', current.state], details);
  }
}
