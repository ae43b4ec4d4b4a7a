import type { Reservation } from '../authority/index.js';
import type { CaseEvent } from '../case/index.js';
import type { CaseCommit, CaseStore } from '../store/index.js';

/** One thing that a store must keep to. It throws when the store does not. */
export interface ContractCase {
  /** A sentence, to name a test with. */
  readonly name: string;
  run(): Promise<void>;
}

/**
 * What every store for cases must keep to, as tests for any test runner: make one test of each. Each begins with a fresh
 * store.
 *
 * @param createStore - makes a store with nothing in it
 *
 * @example
 * ```ts
 * import { caseStoreContract, createMemoryCaseStore } from '@aftercare/policies/testing';
 *
 * const contract = caseStoreContract(createMemoryCaseStore);
 * contract[0]?.name; // => 'a case that does not exist has no events'
 * for (const { run } of contract) await run();
 * ```
 */
export function caseStoreContract(
  createStore: () => CaseStore | Promise<CaseStore>,
): readonly ContractCase[] {
  const withStore = (name: string, check: (store: CaseStore) => Promise<void>): ContractCase => ({
    name,
    run: async () => check(await createStore()),
  });
  return [
    withStore('a case that does not exist has no events', async (store) => {
      same(await store.eventsOf('none'), []);
    }),
    withStore('events come back as they went in, in order', async (store) => {
      await committed(store, commit('a', 0, [event('a', 1)]));
      await committed(store, commit('a', 1, [event('a', 2), event('a', 3)]));
      same(await store.eventsOf('a'), [event('a', 1), event('a', 2), event('a', 3)]);
    }),
    withStore('cases do not mix', async (store) => {
      await committed(store, commit('a', 0, [event('a', 1)]));
      await committed(store, commit('b', 0, [event('b', 1)]));
      same(await store.eventsOf('b'), [event('b', 1)]);
    }),
    withStore('a commit on an old version is refused, and leaves nothing behind', async (store) => {
      await committed(store, commit('a', 0, [event('a', 1)]));
      const result = await store.commit(commit('a', 0, [event('a', 1)], [take('k', 5, 10, 0)]));
      same(result, { ok: false, code: 'stale_version' });
      same((await store.eventsOf('a')).length, 1);
      same((await store.usageOf(['k'])).k?.amount ?? 0, 0);
    }),
    withStore('reservations add up, and given back amounts are free again', async (store) => {
      await committed(store, commit('a', 0, [event('a', 1)], [take('k', 6, 10, 0)]));
      await committed(store, commit('a', 1, [event('a', 2)], [{ key: 'k', amount: -4 }]));
      same((await store.usageOf(['k'])).k?.amount, 2);
    }),
    withStore(
      'a budget that was used in the meantime makes a commit stale, and leaves nothing behind',
      async (store) => {
        await committed(store, commit('a', 0, [event('a', 1)], [take('k', 6, 10, 0)]));
        const result = await store.commit(commit('b', 0, [event('b', 1)], [take('k', 1, 10, 0)]));
        same(result, { ok: false, code: 'stale_usage', keys: ['k'] });
        same(await store.eventsOf('b'), []);
      },
    ),
    withStore('no budget passes its limit, whatever version is told', async (store) => {
      const over = await store.commit(commit('a', 0, [event('a', 1)], [{ key: 'k', amount: 11, limit: 10 }]));
      same(over.ok, false);
      await committed(store, commit('a', 0, [event('a', 1)], [{ key: 'k', amount: 10, limit: 10 }]));
    }),
    withStore('of several reservations all are made or none', async (store) => {
      const result = await store.commit(
        commit('a', 0, [event('a', 1)], [take('k', 1, 10, 0), take('m', 11, 10, 0)]),
      );
      same(result, { ok: false, code: 'stale_usage', keys: ['m'] });
      same((await store.usageOf(['k', 'm'])).k?.amount ?? 0, 0);
    }),
    withStore('of commits at the same time on one version of a case one passes', async (store) => {
      await committed(store, commit('a', 0, [event('a', 1)]));
      const commits = [1, 2, 3].map(() =>
        store.commit(commit('a', 1, [event('a', 2)], [{ key: 'k', amount: 4, limit: 12 }])),
      );
      const passed = (await Promise.all(commits)).filter(({ ok }) => ok).length;
      same(passed, 1);
      same(await store.eventsOf('a'), [event('a', 1), event('a', 2)]);
      same((await store.usageOf(['k'])).k?.amount, 4);
    }),
    withStore(
      'of commits at the same time on one budget no more pass than it has room for',
      async (store) => {
        const commits = ['a', 'b', 'c', 'd'].map((id) =>
          store.commit(commit(id, 0, [event(id, 1)], [{ key: 'k', amount: 4, limit: 10 }])),
        );
        const passed = (await Promise.all(commits)).filter(({ ok }) => ok).length;
        same(passed, 2);
        same((await store.usageOf(['k'])).k?.amount, 8);
      },
    ),
  ];
}

function commit(
  caseId: string,
  expectedVersion: number,
  events: readonly CaseEvent[],
  reservations: readonly Reservation[] = [],
): CaseCommit {
  return { caseId, expectedVersion, events, reservations };
}

function take(key: string, amount: number, limit: number, usageVersion: number): Reservation {
  return { key, amount, limit, usageVersion };
}

function event(caseId: string, sequence: number): CaseEvent {
  const by = { id: 'a1', role: 'agent' };
  return {
    id: `${caseId}/${sequence}`,
    caseId,
    sequence,
    type: 'noted',
    at: '2026-03-02T02:00:00.000Z',
    by,
    policy: 'contract',
    policyVersion: 'v1',
    command: { id: `${sequence}`, type: 'note', params: { text: '退款 “ok”' }, by },
    state: 'open',
    payload: { amount: { minor: 1, currency: 'CNY' } },
    opened: sequence === 1 ? { note: null } : null,
    counts: [],
    deadlines: null,
    requests: null,
    approvals: [],
    effects: [],
    outcome: null,
  };
}

async function committed(store: CaseStore, one: CaseCommit): Promise<void> {
  same(await store.commit(one), { ok: true });
}

function same(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`Expected ${right} and received ${left}.`);
}
