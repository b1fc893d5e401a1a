-- Which assertions clients have shown, as hashes, while they would still be taken: none is taken twice.
CREATE TABLE used_assertions (
  id text PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX used_assertions_by_end ON used_assertions (expires_at);
