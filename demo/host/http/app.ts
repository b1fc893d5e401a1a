import { Hono } from 'hono';
import type { Host } from '../domain/host.js';
import { bearerOf, readToken } from './bearer.js';
import type { Keys } from './keys.js';
import { problemResponse, serveContract } from './serve.js';

export interface AppOptions {
  host: Host;
  keys: Keys;
  /** The host's own address, as its tokens name it. */
  issuer: string;
  onFault?: (thrown: unknown) => void;
}

/** Where the contract's paths begin. */
export const BASE = '/api';

export function createApp({ host, keys, issuer, onFault = () => undefined }: AppOptions): Hono {
  const app = new Hono();

  app.all(`${BASE}/*`, async ({ req: { raw } }) => {
    const token = bearerOf(raw);
    const claims = token ? await readToken(keys, token, { issuer, audience: 'portal' }) : undefined;
    const caller = typeof claims?.['sub'] === 'string' ? claims['sub'] : null;
    return serveContract(host, raw, { baseUrl: BASE, caller, onFault });
  });
  app.onError((error) => problemResponse(host, error));
  return app;
}
