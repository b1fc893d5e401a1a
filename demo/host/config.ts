import { join, resolve } from 'node:path';
import type { Mail } from './outbox/mail.js';
import { scenarioNames, type ScenarioName } from '../../src/mocks/index.js';

/** How a host is set up. Everything has a value that does for a first look. */
export interface Config {
  address: string;
  port: number;
  /** What the host is called from outside: the issuer of its tokens, the origin of its pages. */
  url: string;
  /** A PostgreSQL server; the embedded database in {@link folder} when absent. */
  databaseUrl: string | undefined;
  /** Where the embedded database, the keys and the built pages are. */
  folder: string;
  keysFile: string;
  /** What the demo starts from in an empty database; undefined for no demo at all. */
  scenario: ScenarioName | undefined;
  /** Whether the demo's pages are served. */
  hasPages: boolean;
  isLimited: boolean;
  webhook: { url: string; secret: string } | undefined;
  /** Mails what happened; a hook, for every portal has a mailer of its own. */
  sendMail?: (mail: Mail, id: string) => Promise<void>;
}

/** @throws RangeError for a setting that means nothing. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env['HOST_PORT'] ?? 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError('HOST_PORT is no port');
  const folder = resolve(env['HOST_FOLDER'] ?? '.host');
  const { HOST_WEBHOOK_URL: webhookUrl, HOST_WEBHOOK_SECRET: secret } = env;
  if (webhookUrl && !secret) throw new RangeError('HOST_WEBHOOK_URL needs a HOST_WEBHOOK_SECRET');
  return {
    address: env['HOST_ADDRESS'] ?? '127.0.0.1',
    port,
    url: (env['HOST_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    databaseUrl: env['DATABASE_URL'] || undefined,
    folder,
    keysFile: env['HOST_KEYS'] ?? join(folder, 'keys.json'),
    scenario: scenarioOf(env['HOST_DEMO'] ?? 'fresh'),
    hasPages: env['HOST_PAGES'] !== 'off',
    isLimited: env['HOST_LIMITS'] !== 'off',
    webhook: webhookUrl ? { url: webhookUrl, secret: secret! } : undefined,
  };
}

function scenarioOf(name: string): ScenarioName | undefined {
  if (name === 'off') return undefined;
  const found = scenarioNames.find((each) => each === name);
  if (!found) throw new RangeError(`HOST_DEMO is none of: off, ${scenarioNames.join(', ')}`);
  return found;
}
