import { Hono, type MiddlewareHandler } from 'hono';
import type { FetchImplementation } from 'jose';
import type { Host } from '../domain/host.js';
import { bankRoutes } from './bank.js';
import { createCredentialCheck } from './credential-check.js';
import { demoRoutes, type DemoRoutesOptions } from './demo-routes.js';
import { docsRoutes } from './docs.js';
import { isReady } from './health.js';
import type { Keys } from './keys.js';
import { faultOf, type Log } from './log.js';
import { oauthRoutes } from './oauth.js';
import { style } from './page.js';
import { createRateLimit, type Rate } from './rate-limit.js';
import { refuse, serveContract } from './serve.js';
import { createSessions } from './session.js';
import { signInRoutes, type DemoPerson } from './sign-in.js';

export interface AppOptions {
  host: Host;
  keys: Keys;
  /** The host's own address, as its tokens name it. */
  issuer: string;
  log?: Log;
  /** What each caller may ask for; false for no limit. */
  rates?: { reads: Rate; writes: Rate } | false;
  /** Who may sign in without a password, and what the past can be; absent where this is no demo. */
  demo?: { people: readonly DemoPerson[] } & Pick<DemoRoutesOptions, 'stateFor'>;
  /** The portal's pages, when it serves them. */
  pages?: Hono;
  /** Gets the public keys of clients that have their own; the network, when absent. */
  fetchKeys?: FetchImplementation;
  /** Whether it takes requests; false while it shuts down. */
  isOpen?: () => boolean;
}

/** What the pieces tell each other of a request. */
interface Env {
  Variables: { account?: string | null };
}

/** Where the contract's paths begin. */
export const BASE = '/api';

const RATES = {
  reads: { burst: 300, perSecond: 60 },
  writes: { burst: 120, perSecond: 20 },
};

/** Everything that the host answers, pages of the portal aside. */
export function createApp(options: AppOptions): Hono<Env> {
  const { host, keys, issuer, log = () => undefined, rates = RATES, demo, fetchKeys } = options;
  const { database } = host;
  const sessions = createSessions({ database, keys, issuer });
  const check = createCredentialCheck(host);
  const onFault = (thrown: unknown) => log('error', 'fault', faultOf(thrown));
  const limits = rates && {
    read: createRateLimit(rates.reads),
    write: createRateLimit(rates.writes),
  };
  /** Seconds to wait before the next request of this caller. */
  const wait = (method: string, who: string): number | undefined =>
    limits ? (method === 'GET' ? limits.read : limits.write).take(who) : undefined;

  const app = new Hono<Env>();
  app.use(logged(log), hardened(issuer));
  app.onError((error) => {
    onFault(error);
    return refuse(host, 'internal');
  });

  app.get('/healthz', (context) => context.json({ ok: true }));
  app.get('/readyz', async (context) => {
    const ready = options.isOpen?.() !== false && (await isReady(database));
    return context.json({ ready }, ready ? 200 : 503);
  });
  // Browsers ask for one on pages that name none.
  app.get('/favicon.ico', (context) => context.body(null, 204));
  app.get('/host.css', (context) => context.body(style, 200, { 'Content-Type': 'text/css' }));

  app.all(`${BASE}/*`, async (context) => {
    const { raw } = context.req;
    const lookAgain = () => sessions.senderOf(raw);
    const sender = await lookAgain();
    const { account, isForged } = sender;
    const seconds = wait(raw.method, account ?? addressOf(context.env));
    if (seconds !== undefined) return refuse(host, 'too_many_requests', seconds);
    if (isForged) return refuse(host, 'forbidden');
    context.set('account', account);
    return serveContract(host, raw, { baseUrl: BASE, sender, lookAgain, onFault });
  });

  app.use('*', async (context, next) => {
    const seconds = wait(context.req.method, addressOf(context.env));
    if (seconds !== undefined) return refuse(host, 'too_many_requests', seconds);
    return next();
  });
  app.route('/', oauthRoutes({ database, keys, issuer, check, fetchKeys }));
  app.route('/', docsRoutes({ url: issuer, base: BASE }));
  app.route('/', bankRoutes({ keys, issuer, check }));
  if (demo) {
    const hasAccount = async (id: string) =>
      (await database.query('SELECT id FROM accounts WHERE id = $1', [id])).length > 0;
    // Nobody else may sign a person in or out, or play the provider.
    app.on('POST', ['/sign-in', '/sign-out', '/demo/*'], async (context, next) =>
      sessions.isFromOwnPage(context.req.raw) ? next() : refuse(host, 'forbidden'),
    );
    app.route('/', signInRoutes({ sessions, keys, issuer, people: demo.people, hasAccount }));
    app.route('/', demoRoutes({ host, stateFor: demo.stateFor }));
  }
  if (options.pages) app.route('/', options.pages);
  return app;
}

/** Where a request comes from. Behind a proxy that is the proxy: let it limit what is not signed in. */
function addressOf(env: unknown): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return `from ${incoming?.socket?.remoteAddress ?? 'here'}`;
}

/** Paths alone: what stands behind `?` may be a search for a person. */
const logged =
  (log: Log): MiddlewareHandler<Env> =>
  async (context, next) => {
    const begun = performance.now();
    const id = crypto.randomUUID();
    await next();
    context.res.headers.set('X-Request-Id', id);
    const { method, path } = context.req;
    log('info', 'request', {
      id,
      method,
      path,
      status: context.res.status,
      ms: Math.round(performance.now() - begun),
      account: context.get('account') ?? null,
    });
  };

const hardened =
  (issuer: string): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    if (issuer.startsWith('https:')) {
      headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    }
    if (!headers.has('Content-Security-Policy')) {
      headers.set(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
    }
  };
