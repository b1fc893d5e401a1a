/** The reference host held against the contract, over real HTTP, on both databases. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import {
  countsOf,
  runConformance,
  textReport,
  type KeyToCheck,
} from '../../src/conformance/index.js';
import type { FakeHost } from '../../src/mocks/index.js';
import type { Database } from '../../demo/host/database/database.js';
import { migrate } from '../../demo/host/database/migrate.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { openPostgres } from '../../demo/host/database/postgres.js';
import { createHost } from '../../demo/host/domain/host.js';
import { createProvider } from '../../demo/host/domain/provider.js';
import { createApp, type AppOptions } from '../../demo/host/http/app.js';
import { signToken } from '../../demo/host/http/bearer.js';
import { createKeys } from '../../demo/host/http/keys.js';
import type { Log } from '../../demo/host/http/log.js';
import { createTestedHost, people } from '../node/conformance/fake-host.js';
import { noPostgres, startPostgres } from './postgres-server.js';

const issuer = 'http://host.example';
/** What a host that claims everything has no use for; the limit is on a second server. */
const notForIt = /^(refusals\/unsupported|events\/none$|limits\/rate$)/;

const slowly = { burst: 100, perSecond: 0.5 };

/** Whether the host's own API lets a key in, asked as a developer's program would. */
async function letsIn(
  url: string,
  { value, kind, lane, credential }: KeyToCheck,
): Promise<boolean> {
  const headers: Record<string, string> =
    kind === 'token' ? { Authorization: `Bearer ${value}` } : { 'X-API-Key': value };
  if (kind === 'secret' && credential.kind === 'client_credentials') {
    const id = credential.values.find(({ name }) => name === 'client_id')!.value!;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: value,
    });
    const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
    const { access_token: token } = (await response.json()) as { access_token?: string };
    if (token === undefined) return false;
    delete headers['X-API-Key'];
    headers['Authorization'] = `Bearer ${token}`;
  }
  return (await fetch(`${url}/${lane}/accounts`, { headers })).ok;
}

/** @returns how many checks it passed. */
async function holdAgainstContract(database: Database): Promise<number> {
  await migrate(database);
  const faults: unknown[] = [];
  let clock: () => number = Date.now;
  const host = await createHost({ database, clock: () => clock() });
  // The suite's people, plans and hooks are made by the provider's acts, which both hosts have.
  const { hooks } = await createTestedHost({}, (options = {}) => {
    clock = options.clock!;
    return createProvider(host) as unknown as FakeHost;
  });
  const keys = await createKeys();
  const serveWith = async (rates: NonNullable<AppOptions['rates']>) => {
    const log: Log = (level, event, about) => {
      if (level === 'error') faults.push({ event, about });
    };
    const { fetch: answer } = createApp({ host, keys, issuer, rates, log });
    const server = serve({ fetch: answer, hostname: '127.0.0.1', port: 0 }) as Server;
    await once(server, 'listening');
    server.keepAliveTimeout = 60_000;
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  };
  const { server, url } = await serveWith(false);
  const limited = await serveWith({ reads: slowly, writes: slowly });
  const headers: Record<string, { Authorization: string }> = {};
  for (const [caller, { id }] of Object.entries(people)) {
    const options = { issuer, audience: 'portal', subject: id, seconds: 3600 } as const;
    headers[caller] = { Authorization: `Bearer ${await signToken(keys, options)}` };
  }
  try {
    hooks.checkKey = (key) => letsIn(url, key);
    const report = await runConformance({ baseUrl: `${url}/api`, hooks, headers });
    assert.equal(countsOf(report).failed, 0, textReport(report));
    const skipped = report.results.filter(
      ({ outcome, check }) => outcome === 'skipped' && !notForIt.test(check.id),
    );
    assert.deepEqual(
      skipped.map(({ check, reason }) => `${check.id}: ${reason}`),
      [],
    );
    const only = ['limits/rate'];
    const asking = {
      baseUrl: `${limited.url}/api`,
      hooks: { ...hooks, rateLimit: 400 },
      headers,
      only,
    };
    const rate = await runConformance(asking);
    assert.equal(countsOf(rate).passed, 1, textReport(rate));
    assert.deepEqual(faults, []);
    return countsOf(report).passed + 1;
  } finally {
    host.endStreams();
    for (const each of [server, limited.server]) {
      each.closeAllConnections();
      each.close();
    }
  }
}

describe('the reference host keeps every promise', () => {
  it('in the embedded database', async (test) => {
    const database = await openPglite();
    try {
      test.diagnostic(`${await holdAgainstContract(database)} checks passed`);
    } finally {
      await database.close();
    }
  });

  it('on a PostgreSQL server', { skip: noPostgres }, async (test) => {
    const server = await startPostgres();
    const database = openPostgres(server.url);
    try {
      test.diagnostic(`${await holdAgainstContract(database)} checks passed`);
    } finally {
      await database.close();
      server.stop();
    }
  });
});
