import { createHash } from 'node:crypto';
import type { Instant } from '@aftercare/core';
import {
  type Actor,
  type AnyCase,
  type AnyCommand,
  type AnyDecision,
  type AvailableCommand,
  availableCommands,
  type CaseEvent,
  decide,
  openCase,
  replay,
  tick,
  usageKeys,
} from '@aftercare/policies';
import type { PGlite } from '@electric-sql/pglite';
import { caseIdsOf, createCaseStore } from './caseStore.js';
import { type Order, readOrder } from './orders.js';
import { type Workflow, workflows } from './workflows.js';

/** How often a decision is made anew when others keep changing what it was made on. */
const MOST_ROUNDS = 10;

/** A case with its events and all that a decision about it needs. */
export interface OpenFile {
  readonly workflow: Workflow;
  readonly current: AnyCase;
  readonly events: readonly CaseEvent[];
  readonly order: Order;
}

/** Where cases are decided: reads, decides, commits; and decides again when somebody else was faster. */
export interface Desk {
  /** `undefined` for a case that does not exist. */
  read(caseId: string): Promise<OpenFile | undefined>;
  /** A case as it was at a version. */
  readAsOf(caseId: string, version: number): Promise<AnyCase>;
  /** Opens a case, or answers as before when the same command has opened it already. */
  open(workflow: Workflow, order: Order, command: AnyCommand, actor: Actor): Promise<AnyDecision>;
  /** `undefined` for a case that does not exist. */
  give(caseId: string, command: AnyCommand, actor: Actor): Promise<AnyDecision | undefined>;
  available(file: OpenFile, actor: Actor): Promise<readonly AvailableCommand[]>;
  /** Does what has come due in a case. */
  passTime(caseId: string): Promise<void>;
}

export function createDesk(database: PGlite, now: () => Instant): Desk {
  const store = createCaseStore(database);

  async function read(caseId: string): Promise<OpenFile | undefined> {
    const events = await store.eventsOf(caseId);
    const workflow = workflows.get(events[0]?.policy ?? '');
    if (workflow === undefined) return undefined;
    const current = replay(workflow.policy, events);
    const { orderId } = workflow.policy.kind.behaviour.subject(current.data);
    const order = await readOrder(database, orderId);
    if (order === undefined) throw new Error(`The order ${orderId} of the case ${caseId} is gone.`);
    return { workflow, current, events, order };
  }

  /** What a decision must know of the order, with what other cases about it have come to. */
  async function factsOf(workflow: Workflow, order: Order, at: Instant) {
    const ids = await caseIdsOf(database, workflow.policy.name, order.id);
    const histories = await Promise.all(ids.map((id) => store.eventsOf(id)));
    return workflow.factsOf(
      order,
      at,
      histories.map((events) => replay(workflow.policy, events)),
    );
  }

  /** All that a decision depends on beside the actor, whose budgets count when there is one. */
  async function timedContextOf({ workflow, current, order }: OpenFile, by: { readonly actor?: Actor } = {}) {
    const at = now();
    const usage = await store.usageOf(usageKeys(workflow.policy, current, { ...by, now: at }));
    // After the usage: what another case is settled with in between makes the commit stale.
    return { now: at, usage, facts: await factsOf(workflow, order, at) };
  }

  async function contextOf(file: OpenFile, actor: Actor) {
    return { ...(await timedContextOf(file, { actor })), actor };
  }

  /** Makes a decision until it could be committed. */
  async function commit<Some extends AnyDecision | null | undefined>(
    caseId: string,
    decideNow: () => Promise<Some>,
  ): Promise<Some> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const decision = await decideNow();
      if (!decision?.ok || decision.duplicateOf !== undefined) return decision;
      const { events, next, reservations } = decision;
      const expectedVersion = next.version - events.length;
      const result = await store.commit({ caseId, expectedVersion, events, reservations });
      if (result.ok) return decision;
    }
    throw new Error(`The case ${caseId} or its budgets change all the time.`);
  }

  async function decideOn(
    caseId: string,
    command: AnyCommand,
    actor: Actor,
  ): Promise<AnyDecision | undefined> {
    const file = await read(caseId);
    return file && decide(file.workflow.policy, file.current, command, await contextOf(file, actor));
  }

  return {
    read,
    async readAsOf(caseId, version) {
      const events = await store.eventsOf(caseId);
      const workflow = workflows.get(events[0]?.policy ?? '');
      if (workflow === undefined) throw new Error(`There is no case ${caseId}.`);
      return replay(workflow.policy, events.slice(0, version));
    },
    give: (caseId, command, actor) => commit(caseId, () => decideOn(caseId, command, actor)),
    open(workflow, order, command, actor) {
      // One key, one case: whoever repeats the request finds the case that it has opened.
      const parts = [workflow.policy.name, order.id, command.id];
      const caseId = `case-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
      return commit(caseId, async () => {
        const at = now();
        const context = { now: at, actor, usage: {}, facts: await factsOf(workflow, order, at) };
        const known = await decideOn(caseId, command, actor);
        return known ?? openCase(workflow.policy, command, { ...context, ids: [caseId] });
      });
    },
    async available(file, actor) {
      return availableCommands(file.workflow.policy, file.current, await contextOf(file, actor));
    },
    async passTime(caseId) {
      const next = () =>
        commit(caseId, async () => {
          const file = await read(caseId);
          return file ? tick(file.workflow.policy, file.current, await timedContextOf(file)) : null;
        });
      while ((await next()) !== null);
    },
  };
}
