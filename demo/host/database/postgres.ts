import postgres from 'postgres';
import { holdableParameters, retried, type Connection, type Database } from './database.js';

/** A PostgreSQL server, 14 or later, for any number of processes. */
export function openPostgres(url: string, { connections = 10 } = {}): Database {
  const sql = postgres(url, { max: connections, onnotice: () => undefined });
  const connection = (on: postgres.ISql): Connection => ({
    query: async <Row>(text: string, parameters?: Parameters<Connection['query']>[1]) =>
      [
        ...(await on.unsafe(text, holdableParameters(parameters) as never[], { prepare: true })),
      ] as Row[],
  });
  return {
    ...connection(sql),
    transaction: (work) =>
      retried(() => sql.begin((on) => work(connection(on)))) as ReturnType<typeof work>,
    async listen(channel, listener) {
      let isFirst = true;
      await sql.listen(channel, listener, () => {
        // What was told while the line was broken is lost: everybody looks again.
        if (!isFirst) listener('*');
        isFirst = false;
      });
    },
    close: () => sql.end({ timeout: 5 }),
  };
}
