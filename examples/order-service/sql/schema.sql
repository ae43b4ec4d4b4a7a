-- What a shop has anyway: who may act, and its orders.
CREATE TABLE IF NOT EXISTS actors (
  token text PRIMARY KEY,
  id text NOT NULL,
  role text NOT NULL
);

CREATE TABLE IF NOT EXISTS orders (
  id text PRIMARY KEY,
  customer_id text NOT NULL,
  currency text NOT NULL,
  paid_minor bigint NOT NULL,
  freight_minor bigint NOT NULL DEFAULT 0,
  -- What was given back in other ways than by the cases below.
  refunded_minor bigint NOT NULL DEFAULT 0,
  delivered_at timestamptz
);

CREATE TABLE IF NOT EXISTS order_lines (
  order_id text NOT NULL REFERENCES orders,
  line_id text NOT NULL,
  sku text NOT NULL,
  pieces int NOT NULL,
  price_minor bigint NOT NULL,
  PRIMARY KEY (order_id, line_id)
);

-- The cases: version and what comes due next of each, and what happened. Written in one transaction with the budgets
-- that a decision takes from and with what is to be done.
CREATE TABLE IF NOT EXISTS cases (
  id text PRIMARY KEY,
  version int NOT NULL,
  -- Where a look at it has failed, an hour after that, so that it keeps no others from theirs.
  due_at timestamptz
);

CREATE INDEX IF NOT EXISTS cases_due ON cases (due_at);

CREATE TABLE IF NOT EXISTS case_events (
  case_id text NOT NULL REFERENCES cases,
  sequence int NOT NULL,
  -- Not jsonb: what was written is read back letter by letter.
  event json NOT NULL,
  PRIMARY KEY (case_id, sequence)
);

-- What a case is about stands in its first event.
CREATE INDEX IF NOT EXISTS case_events_of_order ON case_events ((event -> 'opened' ->> 'orderId')) WHERE sequence = 1;

CREATE TABLE IF NOT EXISTS budgets (
  key text PRIMARY KEY,
  amount bigint NOT NULL,
  version int NOT NULL
);

CREATE TABLE IF NOT EXISTS outbox (
  -- A failed effect that is tried again has the same key and a higher attempt.
  key text NOT NULL,
  attempt int NOT NULL,
  case_id text NOT NULL REFERENCES cases,
  type text NOT NULL,
  params json NOT NULL,
  tries int NOT NULL DEFAULT 0,
  try_at timestamptz NOT NULL,
  done boolean NOT NULL DEFAULT false,
  position bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (key, attempt)
);

CREATE INDEX IF NOT EXISTS outbox_to_do ON outbox (try_at) WHERE NOT done;

-- What is done by others (messages, tasks, parcels): they take it from here, and report the outcomes that a case awaits.
CREATE TABLE IF NOT EXISTS handed_over (
  key text NOT NULL,
  -- What failed and is tried again comes under the same key once more.
  attempt int NOT NULL,
  type text NOT NULL,
  params json NOT NULL,
  PRIMARY KEY (key, attempt)
);

-- The payment provider: elsewhere in real life, and so in no transaction with the above.
CREATE TABLE IF NOT EXISTS provider_payments (
  key text PRIMARY KEY,
  order_id text NOT NULL,
  amount_minor bigint NOT NULL,
  currency text NOT NULL
);

-- How often the provider will not answer before it pays for an order.
CREATE TABLE IF NOT EXISTS provider_outages (
  order_id text PRIMARY KEY,
  times_left int NOT NULL
);
