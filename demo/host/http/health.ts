import type { Database } from '../database/database.js';
import { migrations } from '../database/migrate.js';

/** Whether the database answers, in the shape that this version of the host needs. */
export async function isReady(database: Database): Promise<boolean> {
  try {
    const rows = await database.query<{ name: string }>('SELECT name FROM migrations');
    const had = new Set(rows.map(({ name }) => name));
    return migrations().every(({ name }) => had.has(name));
  } catch {
    return false;
  }
}
