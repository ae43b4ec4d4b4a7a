-- What a shop has anyway: its customers, what they agreed to, and their orders.
CREATE TABLE IF NOT EXISTS customers (
  id text PRIMARY KEY,
  region text,
  birth_month int,
  birth_day int,
  objects_to_profiling boolean NOT NULL DEFAULT false
);

CREATE TABLE IF NOT EXISTS consents (
  customer_id text NOT NULL REFERENCES customers,
  channel text NOT NULL,
  purpose text NOT NULL,
  granted boolean NOT NULL,
  PRIMARY KEY (customer_id, channel, purpose)
);

CREATE TABLE IF NOT EXISTS orders (
  id text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers,
  total_minor bigint NOT NULL,
  currency text NOT NULL,
  placed_at timestamptz NOT NULL,
  paid_at timestamptz,
  signed_at timestamptz,
  refunded_minor bigint NOT NULL DEFAULT 0,
  refunded_at timestamptz
);

-- What the job adds: the actions, which a sender picks up when they are due and marks as sent or failed.
-- The id is the planner's: however often a night is run, an action is there once.
CREATE TABLE IF NOT EXISTS care_actions (
  id text PRIMARY KEY,
  customer_id text NOT NULL REFERENCES customers,
  rule text NOT NULL,
  template text NOT NULL,
  params jsonb NOT NULL,
  channel text NOT NULL,
  purpose text NOT NULL,
  due_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  grounds text NOT NULL,
  because text NOT NULL,
  status text NOT NULL CHECK (status IN ('planned', 'sent', 'failed', 'withdrawn', 'held_out')),
  status_at timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS care_actions_of_customer ON care_actions (customer_id);

-- How far the night has come. Written in the transaction that writes the actions, so that the two never disagree.
CREATE TABLE IF NOT EXISTS care_nights (
  day date PRIMARY KEY,
  last_customer_id text NOT NULL DEFAULT '',
  tally jsonb NOT NULL,
  finished_at timestamptz
);
