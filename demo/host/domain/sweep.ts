import type { Database } from '../database/database.js';

/** Drops answers that no repeat gets any more, and what is over, until it is stopped. */
export function sweepEvery(database: Database, milliseconds: number): () => void {
  const timer = setInterval(() => {
    // What can't be swept now is swept next time.
    sweep(database).catch(() => undefined);
  }, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

export async function sweep(database: Database): Promise<void> {
  await database.query(`DELETE FROM kept_answers WHERE at < now() - interval '24 hours'`);
  await database.query('DELETE FROM sessions WHERE expires_at < now()');
  await database.query('DELETE FROM used_assertions WHERE expires_at < now()');
}
