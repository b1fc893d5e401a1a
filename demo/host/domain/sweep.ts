import type { Database } from '../database/database.js';

/** Drops answers that no repeat gets any more, and tells when to stop. */
export function sweepEvery(database: Database, milliseconds: number): () => void {
  const timer = setInterval(() => {
    // What can't be swept now is swept next time.
    sweep(database).catch(() => undefined);
  }, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

export const sweep = (database: Database): Promise<unknown> =>
  database.query(`DELETE FROM kept_answers WHERE at < now() - interval '24 hours'`);
