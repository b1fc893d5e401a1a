import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MAIN_SUBSCRIPTION as main } from '../../src/mocks/index.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { noPostgres, postgresBin, startPostgres } from './postgres-server.js';
import { adapterTo, startProcess } from './processes.js';
import { createWorld } from './world.js';

describe('a backup of the folder', () => {
  it('is a whole host again, with its keys, whose versions nobody has seen', async () => {
    const home = mkdtempSync(join(tmpdir(), 'golive-backup-'));
    const [folder, copy] = [join(home, 'host'), join(home, 'copy')];
    const begin = async (HOST_FOLDER: string) => {
      const host = await startProcess({ HOST_FOLDER, HOST_DEMO: 'credentials_made' });
      return { host, joel: adapterTo(host.url, join(folder, 'keys.json'), 'joel') };
    };
    try {
      const first = await begin(folder);
      await first.joel.regenerate(main, 'sandbox');
      const before = (await first.joel.getSnapshot(main))!;
      assert.equal(await first.host.kill('SIGTERM'), 0);
      cpSync(folder, copy, { recursive: true });

      const database = await openPglite(join(copy, 'database'));
      await database.query('UPDATE public.host SET epoch = epoch + 1');
      await database.close();
      // Tokens are signed with the first one's keys, which the copy has too.
      const restored = await begin(copy);
      const after = (await restored.joel.getSnapshot(main))!;
      await restored.host.kill('SIGKILL');
      assert.deepEqual({ ...after, version: '' }, { ...before, version: '' });
      assert.notEqual(after.version, before.version);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

describe('a backup of the database', { skip: noPostgres }, () => {
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
