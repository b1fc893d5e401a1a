import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoState } from '../../src/mocks/index.js';
import { migrate, migrations } from '../../demo/host/database/migrate.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { importState } from '../../demo/host/domain/provider.js';

describe('from one version of the host to the next', () => {
  it('keeps everything, and runs each file once', async () => {
    const database = await openPglite();
    try {
      assert.equal((await migrate(database, 1)).length, 1);
      const state = await demoState('in_review', Date.now());
      await database.transaction((connection) => importState(connection, state));
      const rest = migrations()
        .slice(1)
        .map(({ name }) => name);
      assert.deepEqual(await migrate(database), rest);
      assert.deepEqual(await migrate(database), []);
      const rows = await database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM submissions',
      );
      assert.equal(rows[0]!.count, Object.keys(state.submissions).length);
    } finally {
      await database.close();
    }
  });

  it('does all of its files or none', async () => {
    const database = await openPglite();
    try {
      // What the second file makes is in its way.
      await database.query('CREATE TABLE outbox (id text)');
      await assert.rejects(migrate(database));
      const tables = await database.query(
        `SELECT 1 FROM pg_tables WHERE tablename = 'subscriptions'`,
      );
      assert.deepEqual(tables, []);
    } finally {
      await database.close();
    }
  });
});
