-- Messages that leave the host: written with the change they tell of, sent afterwards, at least once.
CREATE TABLE outbox (
  id text PRIMARY KEY,
  -- Which way it leaves.
  channel text NOT NULL,
  body json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  -- While it is being sent, the moment when another process takes over. Infinity: given up.
  next_at timestamptz NOT NULL DEFAULT now(),
  delivered_at timestamptz,
  -- Of the last try: a status or a short word, never a body.
  last_error text
);
CREATE INDEX outbox_due ON outbox (next_at) WHERE delivered_at IS NULL;
