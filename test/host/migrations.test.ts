import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { demoState, MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { migrate, migrations } from '../../demo/host/database/migrate.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { importState } from '../../demo/host/domain/provider.js';
import { noPostgres, postgresBin, startPostgres } from './postgres-server.js';
import { createWorld } from './world.js';

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

describe('a backup', { skip: noPostgres }, () => {
  it('is a whole host again, whose versions nobody has seen', async () => {
    const server = await startPostgres();
    try {
      const world = await createWorld({
        database: openPostgres(server.url),
        scenario: 'credentials_made',
      });
      const before = (await world.as('joel').getSnapshot(main))!;
      const dump = server.dump();
      const url = server.url.replace(/postgres$/, 'restored');
      const psql = (at: string, input: string) =>
        execFileSync(join(postgresBin!, 'psql'), ['-q', '-v', 'ON_ERROR_STOP=1', at], {
          input,
          stdio: 'pipe',
        });
      psql(server.url, 'CREATE DATABASE restored;');
      psql(url, `${dump}\nUPDATE public.host SET epoch = epoch + 1;`);
      // What happened after the backup is lost with the old one.
      await world.as('joel').regenerate(main, 'sandbox');
      await world.database.close();

      const restored = await createWorld({ database: openPostgres(url), isFilled: true });
      const after = (await restored.as('joel').getSnapshot(main))!;
      assert.deepEqual({ ...after, version: '' }, { ...before, version: '' });
      assert.notEqual(after.version, before.version);
      await restored.database.close();
    } finally {
      server.stop();
    }
  });
});
