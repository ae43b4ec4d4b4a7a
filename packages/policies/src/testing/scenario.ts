import type { Instant } from '@aftercare/core';
import type { Usage, UsageEntry } from '../authority/index.js';
import type { Actor, Case, CaseEvent, Effect } from '../case/index.js';
import {
  type Accepted,
  type CommandOf,
  type Decision,
  decide,
  type EffectOf,
  openCase,
  tick,
} from '../decide/index.js';
import type { DataOf, HostFactsOf, KindCommand, KindShape } from '../kind/index.js';
import type { Policy } from '../policy/index.js';

/** What a scenario begins with. */
export interface ScenarioOptions<Facts> {
  readonly now: Instant;
  readonly facts: Facts;
  /** The id of the case. Default `case-1`. */
  readonly caseId?: string;
  /** What was granted before. Default: nothing. */
  readonly usage?: Usage;
}

/** A case played step by step, with its budgets: given some commands, when another comes, then the decision is this. */
export interface Scenario<Shape extends KindShape> {
  /** The case as it stands; throws before it is opened. */
  readonly current: Case<DataOf<Shape>>;
  readonly events: readonly CaseEvent[];
  readonly usage: Usage;
  now: Instant;
  facts: HostFactsOf<Shape>;
  /** Gives a command that must be accepted, and moves on. Throws with the refusal's sentence otherwise. */
  given<Type extends KindCommand<Shape>['type']>(
    actor: Actor,
    type: Type,
    params: ParamsOf<Shape, Type>,
  ): Accepted<DataOf<Shape>, EffectOf<Shape>>;
  /** Gives a command and does not move on: for a look at the decision. */
  when<Type extends KindCommand<Shape>['type']>(
    actor: Actor,
    type: Type,
    params: ParamsOf<Shape, Type>,
    id?: string,
  ): Decision<DataOf<Shape>, EffectOf<Shape>>;
  /** Reports an outcome of the latest pending effect of a type, and moves on. */
  settle(
    actor: Actor,
    effectType: string,
    outcome: 'effect_succeeded' | 'effect_failed',
  ): Accepted<DataOf<Shape>, EffectOf<Shape>>;
  /** Lets time pass to an instant: everything that comes due until then happens. */
  pass(to: Instant): readonly Accepted<DataOf<Shape>, EffectOf<Shape>>[];
}

type ParamsOf<Shape extends KindShape, Type extends string> = Extract<
  KindCommand<Shape>,
  { type: Type }
>['params'];

/**
 * Begins a scenario: for tests of policies in the form given, when, then. It keeps case, events and budgets as a host
 * would.
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
 * } from '@aftercare/policies';
 * import { startScenario } from '@aftercare/policies/testing';
 *
 * const calendar = createShopCalendar({ timeZone: 'Asia/Shanghai' });
 * const calendars = { shop: calendar };
 * const authority = unwrap(loadAuthority(authorityCny, { calendar }));
 * const policy = unwrap(loadPolicy(compensationKind, compensationDefinition, { authority, calendars }));
 *
 * const { facts } = compensationKind.behaviour.samples;
 * const scenario = startScenario(policy, { now: '2026-03-02T02:00:00.000Z', facts });
 * const agent = { id: 'li', role: 'agent' };
 * scenario.given(agent, 'report', { reason: 'late_delivery', lineIds: ['line-1'], evidence: [] });
 * scenario.given(agent, 'propose', { parts: [{ form: 'cash_refund', valueMinor: 1500 }] });
 * scenario.current.state; // => 'offered'
 * scenario.pass('2026-03-10T00:00:00.000Z');
 * scenario.current.state; // => 'closed'
 * ```
 */
export function startScenario<Shape extends KindShape>(
  policy: Policy<Shape>,
  options: ScenarioOptions<HostFactsOf<Shape>>,
): Scenario<Shape> {
  const { caseId = 'case-1' } = options;
  let current: Case<DataOf<Shape>> | undefined;
  let usage: Usage = options.usage ?? {};
  let commands = 0;
  const events: CaseEvent[] = [];

  const decideNow = (
    actor: Actor,
    type: string,
    params: unknown,
    id: string,
  ): Decision<DataOf<Shape>, EffectOf<Shape>> => {
    // Type and parameters belong together, as the callers' types say.
    const command = { id, type, params } as unknown as CommandOf<Shape>;
    const context = { now: scenario.now, actor, usage, facts: scenario.facts };
    if (current === undefined) return openCase(policy, command, { ...context, ids: [caseId] });
    return decide(policy, current, command, { ...context, ids: [`${id}-1`, `${id}-2`, `${id}-3`] });
  };
  const moveOn = (
    decision: Decision<DataOf<Shape>, EffectOf<Shape>>,
  ): Accepted<DataOf<Shape>, EffectOf<Shape>> => {
    if (!decision.ok) throw new Error(decision.refusal.message);
    if (decision.duplicateOf !== undefined)
      throw new Error(`A repetition of command ${decision.duplicateOf}.`);
    current = decision.next;
    events.push(...decision.events);
    usage = withReservations(usage, decision.reservations);
    return decision;
  };
  const given = (actor: Actor, type: string, params: unknown) => {
    commands += 1;
    return moveOn(decideNow(actor, type, params, `command-${commands}`));
  };

  const scenario: Scenario<Shape> = {
    now: options.now,
    facts: options.facts,
    events,
    get current() {
      if (current === undefined) throw new Error('The case has not been opened.');
      return current;
    },
    get usage() {
      return usage;
    },
    given,
    when: (actor, type, params, id = `command-${commands + 1}`) => decideNow(actor, type, params, id),
    settle(actor, effectType, outcome) {
      const effect: Effect | undefined = current?.effects.findLast(
        ({ type, status }) => type === effectType && status === 'pending',
      );
      if (effect === undefined) throw new Error(`No effect ${effectType} is pending.`);
      const params = outcome === 'effect_failed' ? { reason: 'It did not go through.' } : {};
      return given(actor, outcome, { key: effect.key, ...params });
    },
    pass(to) {
      scenario.now = to;
      const decisions: Accepted<DataOf<Shape>, EffectOf<Shape>>[] = [];
      for (;;) {
        const decision = tick(policy, scenario.current, { now: to, usage, facts: scenario.facts });
        if (decision === null) return decisions;
        decisions.push(moveOn(decision));
      }
    },
  };
  return scenario;
}

/**
 * What was granted so far, with some reservations made: as a store keeps it.
 *
 * @example
 * ```ts
 * import { withReservations } from '@aftercare/policies/testing';
 *
 * const usage = withReservations({ budget: { amount: 5, version: 1 } }, [{ key: 'budget', amount: -2 }]);
 * usage; // => { budget: { amount: 3, version: 2 } }
 * ```
 */
export function withReservations(
  usage: Usage,
  reservations: readonly { readonly key: string; readonly amount: number }[],
): Usage {
  const after: Record<string, UsageEntry> = { ...usage };
  for (const { key, amount } of reservations) {
    const entry = after[key] ?? { amount: 0, version: 0 };
    after[key] = { amount: entry.amount + amount, version: entry.version + 1 };
  }
  return after;
}
