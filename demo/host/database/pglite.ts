import { mkdirSync } from 'node:fs';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { holdableParameters, retried, type Connection, type Database } from './database.js';

/** PostgreSQL in this process, in a folder; in memory without one. One process at a time may open it. */
export async function openPglite(folder?: string): Promise<Database> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const engine = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const connection = (on: PGlite | Transaction): Connection => ({
    async query<Row>(sql: string, parameters?: Parameters<Connection['query']>[1]) {
      return (await on.query<Row>(sql, holdableParameters(parameters))).rows;
    },
  });
  return {
    ...connection(engine),
    transaction: (work) => retried(() => engine.transaction((on) => work(connection(on)))),
    listen: async (channel, listener) => void (await engine.listen(channel, listener)),
    close: () => engine.close(),
  };
}
