import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { ScenarioName } from '../../src/mocks/index.js';
import { buildPages, pageRoutes } from './pages.js';
import { demoStateFor, people } from './demo.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { createHost } from './domain/host.js';
import { importIfEmpty } from './domain/provider.js';
import { sweepEvery } from './domain/sweep.js';
import { createApp } from './http/app.js';
import { keysFrom } from './http/keys.js';
import type { Log } from './http/log.js';
import { startDispatch, type Send } from './outbox/dispatch.js';
import { mailer } from './outbox/mail.js';
import { enqueue, messagesOf } from './outbox/message.js';
import { webhook } from './outbox/webhook.js';

export interface RunningHost {
  url: string;
  /** Ends what is under way, and then everything. */
  close(): Promise<void>;
}

/** How long requests may take that began before the end. */
const GRACE = 5_000;

/** Loads the one engine that it needs. */
async function open({ databaseUrl, folder }: Config): Promise<Database> {
  if (databaseUrl) return (await import('./database/postgres.js')).openPostgres(databaseUrl);
  return (await import('./database/pglite.js')).openPglite(join(folder, 'database'));
}

/** Starts a host as it is set up, and is ready when the promise is fulfilled. */
export async function startServer(config: Config, log: Log): Promise<RunningHost> {
  const { folder, url: issuer } = config;
  const database = await open(config);
  const migrated = await migrate(database);
  if (migrated.length > 0) log('info', 'migrated', { files: migrated });

  const channels: Record<string, Send> = {
    ...(config.webhook ? { webhook: webhook(config.webhook) } : {}),
    ...(config.sendMail ? { mail: mailer(config.sendMail) } : {}),
  };
  const host = await createHost({
    database,
    onChanges: (connection, loaded, changes) =>
      enqueue(connection, Object.keys(channels), messagesOf(loaded, changes)),
  });
  const { scenario } = config;
  const stateFor = (name: ScenarioName) => demoStateFor(name, config.url);
  if (scenario) await importIfEmpty(database, () => stateFor(scenario));
  const pagesFolder = join(folder, 'pages');
  if (config.hasPages) await buildPages(pagesFolder);
  const keys = await keysFrom(config.keysFile);
  let isOpen = true;
  const app = createApp({
    host,
    keys,
    issuer,
    log,
    isOpen: () => isOpen,
    ...(scenario ? { demo: { people, stateFor } } : {}),
    ...(config.hasPages ? { pages: pageRoutes(pagesFolder) } : {}),
    ...(config.isLimited ? {} : { rates: false as const }),
  });
  const stopDispatch = startDispatch({ database, topics: host.topics, channels, log });
  const stopSweeping = sweepEvery(database, 600_000);
  const server = serve({ fetch: app.fetch, hostname: config.address, port: config.port }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve).once('error', reject);
  });
  // Nobody needs longer to send a megabyte.
  server.requestTimeout = 30_000;
  const { port } = server.address() as AddressInfo;
  log('info', 'listening', { address: config.address, port });
  if (scenario && !/^(127\.|::1$|localhost$)/.test(config.address)) {
    log('warn', 'demo_in_the_open', { advice: 'HOST_DEMO=off: its people have no passwords' });
  }

  return {
    url: `http://${config.address}:${port}`,
    async close() {
      isOpen = false;
      stopSweeping();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Connections that wait for another request, as each of them comes to that.
      const tidy = setInterval(() => server.closeIdleConnections(), 50);
      // Streams never end by themselves; their readers come back to another process.
      const cut = setTimeout(() => server.closeAllConnections(), GRACE);
      host.endStreams();
      await closed;
      clearInterval(tidy);
      clearTimeout(cut);
      await stopDispatch();
      await database.close();
    },
  };
}
