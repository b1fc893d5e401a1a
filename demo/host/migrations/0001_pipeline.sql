-- Documents are `json`, not `jsonb`: what people type comes back to the character, also what jsonb
-- refuses (NUL, half of a surrogate pair). Columns beside a document are what queries need of it.

-- One row. The epoch stands before every version, and grows when a backup is restored.
CREATE TABLE host (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch integer NOT NULL DEFAULT 1
);
INSERT INTO host DEFAULT VALUES;

CREATE TABLE accounts (
  id text PRIMARY KEY,
  body json NOT NULL
);

CREATE TABLE plans (
  id text PRIMARY KEY,
  provider text NOT NULL,
  body json NOT NULL
);

-- A form as it was when somebody answered it.
CREATE TABLE forms (
  key text PRIMARY KEY,
  body json NOT NULL
);

CREATE TABLE subscriptions (
  id text PRIMARY KEY,
  tenant text NOT NULL,
  plan_id text NOT NULL REFERENCES plans,
  latest_submission text,
  body json NOT NULL
);
CREATE INDEX subscriptions_of_plan ON subscriptions (plan_id);
CREATE INDEX subscriptions_of_tenant ON subscriptions (tenant, id);

CREATE TABLE drafts (
  subscription_id text PRIMARY KEY REFERENCES subscriptions,
  body json NOT NULL
);

CREATE TABLE submissions (
  id text COLLATE "C" PRIMARY KEY,
  subscription_id text NOT NULL REFERENCES subscriptions,
  attempt integer NOT NULL,
  provider text NOT NULL,
  state text NOT NULL,
  submitted_at timestamptz NOT NULL,
  -- What is not decided comes before every moment.
  decided_at timestamptz NOT NULL DEFAULT '-infinity',
  plan_name text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  -- What a search looks in, case folded, one text a line.
  search text NOT NULL,
  form_key text REFERENCES forms,
  body json NOT NULL,
  answers json NOT NULL,
  UNIQUE (subscription_id, attempt)
);
-- A page of the queue is a range of one of these: nothing is sorted, nothing is skipped over.
CREATE INDEX queue_by_submitted ON submissions (provider, submitted_at, id);
CREATE INDEX queue_by_decided ON submissions (provider, decided_at, id);
CREATE INDEX queue_by_name ON submissions (provider, name_key, id);
CREATE INDEX queue_state_by_submitted ON submissions (provider, state, submitted_at, id);
CREATE INDEX queue_state_by_decided ON submissions (provider, state, decided_at, id);
CREATE INDEX queue_state_by_name ON submissions (provider, state, name_key, id);

-- Kept along with each change, so that counts cost one row. It is locked last in a transaction.
CREATE TABLE queues (
  provider text PRIMARY KEY,
  version bigint NOT NULL DEFAULT 0,
  waiting integer NOT NULL DEFAULT 0,
  approved integer NOT NULL DEFAULT 0,
  rejected integer NOT NULL DEFAULT 0,
  changes_requested integer NOT NULL DEFAULT 0
);

CREATE TABLE activity (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscription_id text NOT NULL REFERENCES subscriptions,
  id text NOT NULL,
  body json NOT NULL,
  UNIQUE (subscription_id, id)
);
CREATE INDEX activity_of_subscription ON activity (subscription_id, seq);

-- The trail only grows, whoever is connected.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where an open id, or the hash of a secret or token, leads. The document decides whether it works.
CREATE TABLE credential_keys (
  key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('client_id', 'secret', 'token')),
  subscription_id text NOT NULL REFERENCES subscriptions,
  lane text NOT NULL,
  PRIMARY KEY (key, kind)
);
CREATE INDEX credential_keys_of_subscription ON credential_keys (subscription_id);

-- What a repeat with the same key is answered. `id` and `body` are hashes; no answer holds a secret.
CREATE TABLE kept_answers (
  id text PRIMARY KEY,
  body text NOT NULL,
  at timestamptz NOT NULL,
  outcome json NOT NULL
);
CREATE INDEX kept_answers_by_age ON kept_answers (at);
