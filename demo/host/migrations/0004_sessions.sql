-- Of a session the hash of its cookie, so that nobody can sign in with what stands here. Nothing is
-- dropped with a demo that starts over: its people stay signed in, and what has ended stays ended.
CREATE TABLE IF NOT EXISTS sessions (
  id text PRIMARY KEY,
  account text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS sessions_by_end ON sessions (expires_at);
