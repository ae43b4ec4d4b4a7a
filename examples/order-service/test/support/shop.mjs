import { createApi } from '#service/api';
import { createDesk } from '#service/desk';
import { createFakeProvider } from '#service/paymentProvider';
import { addDemoShop, openShopDatabase } from '#service/shopDatabase';
import { work } from '#service/worker';

const database = await openShopDatabase();

/** A shop in memory as it is at first, whose clock stands still unless it is moved. */
export async function openShop() {
  await database.exec(
    'TRUNCATE actors, orders, order_lines, cases, case_events, budgets, outbox, handed_over, provider_payments, provider_outages',
  );
  await addDemoShop(database);
  let millis = Date.now();
  const now = () => new Date(millis).toISOString();
  const desk = createDesk(database, now);
  const api = createApi(database, desk);
  const provider = createFakeProvider(database, { answerMillis: 0, onPaid: () => {} });
  /** @type {string[]} */
  const errors = [];

  return {
    database,
    desk,
    errors,
    pass: (/** @type {number} */ seconds) => {
      millis += seconds * 1000;
    },
    work: () => work(database, { desk, provider, now, onError: (error) => errors.push(String(error)) }),

    /**
     * @param {string} path
     * @param {Record<string, string>} headers
     * @param {string} [body] makes it a POST
     */
    async request(path, headers, body) {
      const response = await api.request(
        path,
        body === undefined ? { headers } : { method: 'POST', headers, body },
      );
      /** @type {any} */
      const json = await response.json();
      return { status: response.status, headers: response.headers, json };
    },

    /** @param {string} text */
    async rows(text) {
      /** @type {{ rows: any[] }} */
      const { rows } = await database.query(text);
      return rows;
    },
  };
}

/**
 * @param {string} who
 * @param {string} [key]
 * @param {Record<string, string>} [more]
 */
export function as(who, key, more) {
  const idempotency = key === undefined ? {} : { 'Idempotency-Key': key };
  return { Authorization: `Bearer token-of-${who}`, ...idempotency, ...more };
}

/**
 * @param {string} type
 * @param {object} [params]
 */
export const command = (type, params = {}) => JSON.stringify({ type, params });
