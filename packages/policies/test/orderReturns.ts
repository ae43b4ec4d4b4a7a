import type { Usage } from '../src/authority/index.js';
import type { Actor, Case } from '../src/case/index.js';
import { type CommandOf, type Decision, decide, openCase, tick } from '../src/decide/index.js';
import type { DataOf, HostFactsOf, KindCommand } from '../src/kind/index.js';
import { type ReturnShape, returnsSoFar } from '../src/policies/return/index.js';
import { withReservations } from '../src/testing/index.js';
import { agent, type Facts, type Request, request, system } from './returnPlays.js';
import { returnPolicy } from './returnPolicy.js';

const policy = returnPolicy();
const owner: Actor = { id: 'o1', role: 'owner' };

type ReturnCase = Case<DataOf<ReturnShape>>;
type Params<Type extends string> = Extract<KindCommand<ReturnShape>, { type: Type }>['params'];

/** Several returns of one order, each decided with what the others have settled and hold. */
export interface OrderReturns {
  readonly cases: ReadonlyMap<string, ReturnCase>;
  readonly usage: Usage;
  /** What went back to the customer in money, and what they paid for dearer goods. */
  readonly refundedMinor: number;
  readonly differencesMinor: number;
  now: string;
  /** The case that a request opens; its sentence when it is refused. */
  open(by: Actor, changes: Partial<Request>): Decision<DataOf<ReturnShape>>;
  /** Gives a command, and moves on when it is accepted. */
  give<Type extends KindCommand<ReturnShape>['type']>(
    caseId: string,
    by: Actor,
    type: Type,
    params: Params<Type>,
  ): Decision<DataOf<ReturnShape>>;
  /** What is due by now passes. */
  lapse(caseId: string): void;
  /** All that was agreed upon to come back does, and is settled; every payment and parcel goes through. */
  settle(caseId: string): ReturnCase;
  /** The payments and parcels of a settlement that was decided go through. */
  succeed(caseId: string): ReturnCase;
}

export function startReturns(order: Facts, now = '2026-03-03T10:00:00+08:00'): OrderReturns {
  const cases = new Map<string, ReturnCase>();
  let usage: Usage = {};
  let commands = 0;

  const factsNow = (): HostFactsOf<ReturnShape> => ({ ...order, returns: returnsSoFar([...cases.values()]) });
  const take = (decision: Decision<DataOf<ReturnShape>>) => {
    if (!decision.ok) return decision;
    cases.set(decision.next.id, decision.next);
    usage = withReservations(usage, decision.reservations);
    return decision;
  };
  const find = (caseId: string): ReturnCase => {
    const found = cases.get(caseId);
    if (found === undefined) throw new Error(`There is no case ${caseId}.`);
    return found;
  };
  const decideNow = (caseId: string, by: Actor, type: string, params: unknown) => {
    commands += 1;
    const id = `command-${commands}`;
    const command = { id, type, params } as unknown as CommandOf<ReturnShape>;
    const context = { now: returns.now, actor: by, usage, facts: factsNow() };
    if (cases.has(caseId))
      return take(decide(policy, find(caseId), command, { ...context, ids: [`${id}-1`] }));
    return take(openCase(policy, command, { ...context, ids: [caseId] }));
  };
  const must = (caseId: string, by: Actor, type: string, params: unknown) => {
    const decision = decideNow(caseId, by, type, params);
    if (!decision.ok) throw new Error(decision.refusal.message);
  };
  const pendingOf = (caseId: string, type: string) =>
    find(caseId).effects.find((effect) => effect.type === type && effect.status === 'pending');
  const sumOf = (amountOf: (one: ReturnCase) => number) =>
    [...cases.values()].reduce((sum, one) => sum + amountOf(one), 0);

  const returns: OrderReturns = {
    cases,
    get usage() {
      return usage;
    },
    now,
    get refundedMinor() {
      return sumOf(({ data }) => data.returned.money);
    },
    get differencesMinor() {
      return sumOf(({ data }) => data.differencePaidMinor);
    },
    open: (by, changes) =>
      decideNow(`return-${cases.size + 1}`, by, 'request_return', { ...request, ...changes }),
    give: decideNow,
    lapse(caseId) {
      const due = () => tick(policy, find(caseId), { now: returns.now, usage, facts: factsNow(), ids: [] });
      for (let next = due(); next !== null; next = due()) take(next);
    },
    settle(caseId) {
      const { lines, remedy } = find(caseId).data;
      for (const { lineId } of remedy === 'partial_refund' ? [] : lines) {
        const pieces = find(caseId).counters.lines[lineId]?.unsettled ?? 0;
        if (pieces === 0) continue;
        const parcelId = `${caseId} round ${find(caseId).data.round}`;
        must(caseId, agent, 'receive_parcel', { parcelId, lines: [{ lineId, pieces }] });
        must(caseId, agent, 'inspect', { lineId, pieces, condition: 'as_sold', disposal: 'restock' });
      }
      must(caseId, owner, 'settle', { missing: 'keep' });
      return returns.succeed(caseId);
    },
    succeed(caseId) {
      for (const type of ['request_payment', 'refund_payment', 'ship_goods']) {
        const effect = pendingOf(caseId, type);
        if (effect !== undefined) must(caseId, system, 'effect_succeeded', { key: effect.key });
      }
      return find(caseId);
    },
  };
  return returns;
}

/** Opens a case and agrees to all of it: its id. */
export function agreed(returns: OrderReturns, changes: Partial<Request>): string {
  const opened = returns.open(agent, changes);
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { id, data } = opened.next;
  const lines = data.requested.map(({ lineId, pieces }) => ({ lineId, pieces }));
  const approved = returns.give(id, owner, 'approve', { lines });
  if (!approved.ok) throw new Error(approved.refusal.message);
  return id;
}

/** What a return of its own gives back. */
export function refundOf(returns: OrderReturns, changes: Partial<Request>): number {
  const before = returns.refundedMinor;
  returns.settle(agreed(returns, changes));
  return returns.refundedMinor - before;
}
