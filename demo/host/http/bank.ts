import { Hono } from 'hono';
import type { Lane } from '../../../src/contract/index.js';
import { bearerOf, readToken } from './bearer.js';
import type { CredentialCheck, Working } from './credential-check.js';
import type { Keys } from './keys.js';

const accounts: Record<Lane, { id: string; owner: string; currency: string; balance: string }[]> = {
  sandbox: [
    { id: 'acc_test_1', owner: 'Sample Grocer', currency: 'EUR', balance: '1204.50' },
    { id: 'acc_test_2', owner: 'Sample Dentist', currency: 'GBP', balance: '88.00' },
  ],
  production: [{ id: 'acc_1', owner: 'Old Orchard Bakery', currency: 'EUR', balance: '40210.07' }],
};

/** The API that it is all about, small: `GET /sandbox/accounts` and `GET /production/accounts`. */
export function bankRoutes(options: { keys: Keys; issuer: string; check: CredentialCheck }): Hono {
  const { keys, issuer, check } = options;

  /** An API key, a token that the portal generated, or one of the token endpoint. */
  async function presented(request: Request): Promise<Working | undefined> {
    const text = request.headers.get('X-API-Key') ?? bearerOf(request);
    if (text === undefined) return undefined;
    const claims = await readToken(keys, text, { issuer, audience: 'sandbox-api' });
    if (!claims) return (await check.byApiKey(text)) ?? check.byToken(text);
    const { subscription, lane, credential } = claims as Record<string, string>;
    return check.byId(subscription!, lane as Lane, credential!);
  }

  const app = new Hono();
  for (const lane of ['sandbox', 'production'] as const) {
    app.get(`/${lane}/accounts`, async (context) => {
      context.header('Cache-Control', 'no-store');
      const found = await presented(context.req.raw);
      if (found?.lane === lane) return context.json({ accounts: accounts[lane] });
      context.header('WWW-Authenticate', 'Bearer');
      return context.json({ error: 'invalid_token' }, 401);
    });
  }
  return app;
}
