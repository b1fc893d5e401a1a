/** A host with the demo's people in it, on whichever database, and adapters for them. */
import { createHttpAdapter, type PipelineAdapter } from '../../src/adapter/index.js';
import { DEMO_NOW, demoState, type ScenarioName } from '../../src/mocks/index.js';
import type { Database } from '../../demo/host/database/database.js';
import { migrate } from '../../demo/host/database/migrate.js';
import { openPglite } from '../../demo/host/database/pglite.js';
import { createHost, type HostOptions } from '../../demo/host/domain/host.js';
import { createProvider, importState } from '../../demo/host/domain/provider.js';
import { createApp, type AppOptions } from '../../demo/host/http/app.js';
import { signToken } from '../../demo/host/http/bearer.js';
import { createKeys } from '../../demo/host/http/keys.js';

export const ISSUER = 'http://host.example';

export interface WorldOptions extends Omit<HostOptions, 'database'> {
  database?: Database;
  scenario?: ScenarioName;
  /** There is something in the database already. */
  isFilled?: boolean;
  app?: Partial<AppOptions>;
}

export async function createWorld(options: WorldOptions = {}) {
  const {
    database = await openPglite(),
    scenario = 'fresh',
    isFilled,
    app: more,
    ...hostOptions
  } = options;
  await migrate(database);
  const now = options.clock?.() ?? DEMO_NOW;
  const state = await demoState(scenario, now);
  if (!isFilled) await database.transaction((connection) => importState(connection, state));
  const begun = Date.now();
  const clock = () => now + Date.now() - begun;
  const host = await createHost({ clock, ...hostOptions, database });
  const keys = await createKeys();
  const app = createApp({
    host,
    keys,
    issuer: ISSUER,
    log: (level, event, about) => level === 'error' && console.error(event, about),
    rates: false,
    ...more,
  });
  const send = async (path: string, init?: RequestInit): Promise<Response> =>
    app.fetch(new Request(ISSUER + path, init));

  const bearer = async (account: string) => ({
    Authorization: `Bearer ${await signToken(keys, { issuer: ISSUER, audience: 'portal', subject: account, seconds: 3600 })}`,
  });
  const as = (account: string): PipelineAdapter =>
    createHttpAdapter({
      baseUrl: `${ISSUER}/api`,
      headers: () => bearer(account),
      fetch: async (input, init) => app.fetch(new Request(input, init)),
    });
  return { host, app, keys, database, provider: createProvider(host), send, as, bearer };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
