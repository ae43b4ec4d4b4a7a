import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { as, command, openShop } from './support/shop.mjs';

/** @type {Awaited<ReturnType<typeof openShop>>} */
let shop;
beforeEach(async () => {
  shop = await openShop();
});

const late = JSON.stringify({ reason: 'late_delivery', lineIds: ['lamp'], evidence: [] });
const offer = (/** @type {number} */ valueMinor) =>
  command('propose', { parts: [{ form: 'cash_refund', valueMinor }] });

/** Opens a compensation of order-1, for the path of its case. */
async function reported(key = 'report') {
  const { status, headers } = await shop.request('/orders/order-1/compensations', as('li', key), late);
  assert.equal(status, 201);
  return headers.get('Location') ?? '';
}

/** A compensation of CNY 15.00 that the customer has accepted. */
async function accepted() {
  const path = await reported();
  assert.equal((await shop.request(`${path}/commands`, as('li', 'offer'), offer(1500))).status, 200);
  const { json } = await shop.request(`${path}/commands`, as('customer', 'yes'), command('accept'));
  assert.equal(json.state, 'paying');
  return path;
}

const payments = () => shop.rows('SELECT * FROM provider_payments');

describe('a compensation', () => {
  test('is reported, offered, accepted and paid once', async () => {
    const path = await accepted();
    await shop.work();
    const { json } = await shop.request(path, as('customer'));
    assert.equal(json.state, 'paid');
    assert.deepEqual(
      json.timeline.map((/** @type {any} */ { type, by }) => `${type} by ${by}`),
      ['reported by li', 'proposed by li', 'accepted by customer-1', 'paid by worker'],
    );
    await shop.work();
    assert.deepEqual(
      (await payments()).map(({ amount_minor, currency }) => [amount_minor, currency]),
      [[1500, 'CNY']],
    );
    const told = await shop.rows(
      `SELECT params->>'template' AS t FROM handed_over WHERE type = 'notify_customer'`,
    );
    assert.deepEqual(
      told.map(({ t }) => t),
      ['complaint_received', 'compensation_offered', 'compensation_paid'],
    );
    assert.deepEqual(shop.errors, []);
  });

  test('above one’s limit waits for a lead, who alone may approve', async () => {
    const path = await reported();
    const { json } = await shop.request(`${path}/commands`, as('li', '2'), offer(2001));
    assert.equal(json.state, 'awaiting_approval');
    const own = await shop.request(
      `${path}/commands`,
      as('li', '3', { 'Accept-Language': 'zh' }),
      command('approve'),
    );
    assert.equal(own.status, 403);
    assert.equal(own.headers.get('Content-Type'), 'application/problem+json');
    assert.equal(own.headers.get('Content-Language'), 'zh-CN');
    assert.match(own.json.detail, /该角色无权进行此操作/);
    assert.deepEqual(own.json.whoCould.slice(0, 1), ['lead']);
    const approved = await shop.request(`${path}/commands`, as('wang', '1'), command('approve'));
    assert.equal(approved.json.state, 'offered');
  });

  test('two cases at once do not pass what an agent may give for one order', async () => {
    const paths = [await reported('a'), await reported('b')];
    const answers = await Promise.all(
      paths.map((path) => shop.request(`${path}/commands`, as('li', 'offer'), offer(1600))),
    );
    // CNY 16.00 twice is more than the 30.00 of an order, and one reason of a line counts once anyway.
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422]);
  });

  test('unanswered, it goes by itself as its deadlines say, and nothing is paid', async () => {
    const path = await reported();
    await shop.request(`${path}/commands`, as('li', 'offer'), offer(1500));
    shop.pass(60 * 86_400);
    await shop.work();
    const { json } = await shop.request(path, as('customer'));
    assert.equal(json.state, 'closed');
    assert.equal(json.timeline.at(-1).by, 'clock');
    await shop.work();
    assert.deepEqual(await payments(), []);
    assert.deepEqual(
      (await shop.rows("SELECT amount FROM budgets WHERE key LIKE 'paid|%'")).map(({ amount }) => amount),
      [0],
    );
  });
});

test('cases that cannot be looked at, of an older version of their policy say, hold up no others', async () => {
  const path = await reported();
  const id = path.replace('/cases/', '');
  await shop.database.exec(`
    INSERT INTO cases SELECT 'old-' || i, 1, '2020-01-01' FROM generate_series(1, 100) AS i;
    INSERT INTO case_events
    SELECT cases.id, 1, replace(regexp_replace(event::text, '("policyVersion": *")[^"]*', '\\1older'), '${id}', cases.id)::json
    FROM cases, case_events WHERE case_id = '${id}' AND cases.id LIKE 'old-%'`);
  shop.pass(60 * 86_400);
  await shop.work();
  assert.equal(shop.errors.length, 100);
  assert.match(shop.errors[0] ?? '', /another version of the policy/);
  await shop.work();
  const { json } = await shop.request(path, as('customer'));
  assert.equal(json.timeline.at(-1).by, 'clock');
  // They are looked at again in an hour, when somebody may have seen to them.
  assert.equal(shop.errors.length, 100);
  shop.pass(3600);
  await shop.work();
  assert.equal(shop.errors.length, 200);
});

test('what others could not do is handed over to them again when somebody has it tried again', async () => {
  const path = await reported();
  const parts = [{ form: 'coupon', valueMinor: 1500 }];
  const give = async (/** @type {string} */ who, /** @type {string} */ type, params = {}) => {
    const { status, json } = await shop.request(`${path}/commands`, as(who, type), command(type, params));
    assert.equal(status, 200, JSON.stringify(json));
    return json.state;
  };
  await give('li', 'propose', { parts });
  await give('customer', 'accept');
  await shop.work();
  const handedOver = () =>
    shop.rows("SELECT key, attempt FROM handed_over WHERE type = 'issue_coupon' ORDER BY attempt");
  const [{ key }] = await handedOver();
  assert.equal(await give('warehouse', 'effect_failed', { key, reason: 'No coupons.' }), 'payment_failed');
  assert.equal(await give('li', 'retry_effect', { key }), 'paying');
  await shop.work();
  assert.deepEqual(await handedOver(), [
    { key, attempt: 1 },
    { key, attempt: 2 },
  ]);
});

describe('a payment', () => {
  test('is tried again when the provider does not answer', async () => {
    await shop.database.exec("INSERT INTO provider_outages VALUES ('order-1', 2)");
    const path = await accepted();
    for (const seconds of [0, 1, 2, 4]) {
      shop.pass(seconds);
      await shop.work();
    }
    assert.equal((await shop.request(path, as('li'))).json.state, 'paid');
    assert.equal(shop.errors.length, 2);
    assert.equal((await payments()).length, 1);
  });

  test('is put before people after three times, who have it tried again', async () => {
    await shop.database.exec("INSERT INTO provider_outages VALUES ('order-1', 3)");
    const path = await accepted();
    for (const seconds of [0, 2, 4]) {
      shop.pass(seconds);
      await shop.work();
    }
    const { json } = await shop.request(path, as('li'));
    assert.equal(json.state, 'payment_failed');
    const { key } = json.effects.find((/** @type {any} */ { type }) => type === 'refund_payment');
    const again = await shop.request(`${path}/commands`, as('li', 'again'), command('retry_effect', { key }));
    assert.equal(again.json.state, 'paying');
    await shop.work();
    assert.equal((await shop.request(path, as('li'))).json.state, 'paid');
    assert.deepEqual(
      (await payments()).map((one) => one.key),
      [key],
    );
  });

  test('whose outcome is told twice is told once', async () => {
    const path = await accepted();
    await shop.work();
    const before = await shop.request(path, as('li'));
    await shop.database.exec('UPDATE outbox SET done = false');
    await shop.work();
    assert.deepEqual((await shop.request(path, as('li'))).json, before.json);
    assert.equal((await payments()).length, 1);
    assert.deepEqual(await shop.rows('SELECT * FROM outbox WHERE NOT done'), []);
  });
});

test('a return goes from the request to the refund', async () => {
  const opened = await shop.request(
    '/orders/order-1/returns',
    as('customer', 'r'),
    JSON.stringify({
      remedy: 'return_refund',
      reason: 'no_reason',
      lines: [{ lineId: 'lamp', pieces: 1 }],
      evidence: [],
    }),
  );
  assert.equal(opened.status, 201, JSON.stringify(opened.json));
  const path = opened.headers.get('Location') ?? '';
  const lines = [{ lineId: 'lamp', pieces: 1 }];
  const give = async (/** @type {string} */ who, /** @type {string} */ type, params = {}) => {
    const { status, json } = await shop.request(`${path}/commands`, as(who, type), command(type, params));
    assert.equal(status, 200, JSON.stringify(json));
    return json.state;
  };
  await give('li', 'approve', { lines });
  await shop.work();
  // A label is sent by others: what this service does not do itself lies ready for them, and they report.
  const [{ key }] = await shop.rows("SELECT key FROM handed_over WHERE type = 'arrange_return'");
  assert.equal(await give('warehouse', 'effect_succeeded', { key }), 'awaiting_parcel');
  const freight = { costMinor: 1200, paidBy: 'customer' };
  await give('customer', 'send_parcel', {
    parcelId: 'p',
    carrier: 'post',
    trackingNumber: 'T1',
    freight,
    lines,
  });
  await give('warehouse', 'receive_parcel', { parcelId: 'p', lines });
  await give('li', 'inspect', { lineId: 'lamp', pieces: 1, condition: 'as_sold', disposal: 'restock' });
  assert.equal(await give('li', 'settle', { missing: 'keep' }), 'settling');
  await shop.work();
  assert.equal((await shop.request(path, as('li'))).json.state, 'settled');
  // The lamp; freight for no reason is the customer's, both ways.
  assert.deepEqual(
    (await payments()).map(({ amount_minor }) => amount_minor),
    [6000],
  );
});

describe('a request', () => {
  test('that is repeated is answered as the first time, whatever has happened since', async () => {
    const path = await accepted();
    await shop.work();
    const again = await shop.request('/orders/order-1/compensations', as('li', 'report'), late);
    assert.deepEqual(
      [again.status, again.headers.get('Location'), again.headers.get('ETag'), again.json.state],
      [201, path, '"1"', 'reported'],
    );
    const yes = await shop.request(`${path}/commands`, as('customer', 'yes'), command('accept'));
    assert.deepEqual([yes.status, yes.json.state], [200, 'paying']);
    assert.equal((await payments()).length, 1);
  });

  test('made twice at the same time opens one case', async () => {
    const [one, other] = await Promise.all([reported(), reported()]);
    assert.equal(one, other);
    assert.equal((await shop.rows('SELECT * FROM cases')).length, 1);
  });

  test('of another kind under the same key is refused', async () => {
    const path = await reported();
    await shop.request(`${path}/commands`, as('li', 'key'), offer(1500));
    const other = await shop.request(`${path}/commands`, as('li', 'key'), offer(1501));
    assert.deepEqual([other.status, other.json.type], [422, 'urn:order-service:command_id_reused']);
  });

  test('on a version that has passed is refused, and one on the present version is not', async () => {
    const path = await reported();
    const investigate = (/** @type {string} */ tag) =>
      shop.request(`${path}/commands`, as('li', tag, { 'If-Match': `"${tag}"` }), command('investigate'));
    assert.equal((await investigate('2')).status, 412);
    assert.equal((await investigate('1')).headers.get('ETag'), '"2"');
  });

  test('tells every command of a case, and why not', async () => {
    const path = await reported();
    const { json } = await shop.request(
      `${path}/commands`,
      as('customer', undefined, { 'Accept-Language': 'zh-CN' }),
    );
    const of = (/** @type {string} */ name) => json.find((/** @type {any} */ one) => one.command === name);
    assert.equal(of('withdraw').allowed, true);
    assert.equal(of('demand').allowed, 'with_params');
    assert.match(of('propose').why, /该角色无权进行此操作。可由以下角色办理：客服/);
  });

  for (const [what, status, path, headers, body] of /** @type {const} */ ([
    ['without a token', 401, '/orders/order-1/returns', { Authorization: 'Bearer x' }, late],
    ['without a key', 400, '/orders/order-1/compensations', as('li'), late],
    ['that is no JSON', 400, '/orders/order-1/compensations', as('li', 'k'), '{'],
    [
      'with an If-Match that is no ETag',
      400,
      '/orders/order-1/compensations',
      as('li', 'k', { 'If-Match': 'x' }),
      late,
    ],
    ['about no order', 404, '/orders/none/compensations', as('li', 'k'), late],
    ['about no case', 404, '/cases/none', as('li'), undefined],
    ['of another customer', 403, '/orders/order-1/compensations', as('another-customer', 'k'), late],
    [
      'with parameters that are none',
      422,
      '/orders/order-1/compensations',
      as('li', 'k'),
      '{"reason":"rain"}',
    ],
  ])) {
    test(`${what} is answered with ${status}`, async () => {
      const answer = await shop.request(path, headers, body);
      assert.equal(answer.status, status, JSON.stringify(answer.json));
      assert.equal(answer.json.status, status);
      assert.deepEqual(await shop.rows('SELECT * FROM cases'), []);
    });
  }

  test('of another customer sees nothing of a case', async () => {
    const path = await reported();
    assert.equal((await shop.request(path, as('another-customer'))).status, 404);
    assert.equal((await shop.request(`${path}/commands`, as('another-customer'))).status, 404);
    const { status } = await shop.request(
      `${path}/commands`,
      as('another-customer', 'k'),
      command('withdraw'),
    );
    assert.equal(status, 403);
  });
});
