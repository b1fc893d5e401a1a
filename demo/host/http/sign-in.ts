import { Hono } from 'hono';
import { html as markup } from 'hono/html';
import { signToken } from './bearer.js';
import type { Keys } from './keys.js';
import { page } from './page.js';
import type { Sessions } from './session.js';

/** Somebody who may sign in without a password. For demos: a portal has its own way. */
export interface DemoPerson {
  id: string;
  name: string;
  role: 'developer' | 'reviewer';
}

export interface SignInOptions {
  sessions: Sessions;
  keys: Keys;
  issuer: string;
  people: readonly DemoPerson[];
  /** Whether there is such an account, also one that a test of the host has added. */
  hasAccount: (id: string) => Promise<boolean>;
}

/** A page to sign in on as one of the demo's people, and tokens for programs that act for them. */
export function signInRoutes(options: SignInOptions): Hono {
  const { sessions, keys, issuer, people, hasAccount } = options;
  const app = new Hono();
  const find = (id: unknown) => people.find((person) => person.id === id);
  /** A path of this host, and nothing that a browser takes for another one. */
  const placeOf = (to: unknown): string | undefined =>
    typeof to === 'string' && /^\/(?![/\\])[\w./?=&%-]*$/.test(to) ? to : undefined;

  app.get('/sign-in', (context) => {
    const to = placeOf(context.req.query('to'));
    return context.html(
      page(
        'Sign in',
        markup`<p>The demo's people have no passwords.</p>
          <form method="post" action="/sign-in">
            ${to === undefined ? '' : markup`<input type="hidden" name="to" value="${to}" />`}
            ${people.map(
              ({ id, name, role }) =>
                markup`<p>
                  <button name="account" value="${id}">${name}, ${role}</button>
                </p>`,
            )}
          </form>`,
      ),
    );
  });
  app.post('/sign-in', async (context) => {
    const { account, to } = await context.req.parseBody();
    const person = find(account);
    if (!person) return context.redirect('/sign-in', 303);
    for (const cookie of await sessions.begin(context.req.raw, person.id)) {
      context.header('Set-Cookie', cookie, { append: true });
    }
    const home = person.role === 'reviewer' ? '/reviews.html' : '/';
    return context.redirect(placeOf(to) ?? home, 303);
  });
  app.post('/sign-out', async (context) => {
    for (const cookie of await sessions.end(context.req.raw)) {
      context.header('Set-Cookie', cookie, { append: true });
    }
    return context.redirect('/sign-in', 303);
  });
  app.get('/session', async (context) => {
    const { account } = await sessions.senderOf(context.req.raw);
    context.header('Cache-Control', 'no-store');
    // Nobody is an answer too, and no fault to be logged by a browser.
    return context.json(find(account) ?? {});
  });
  /** For programs, and for a page that shows two people at once. */
  app.post('/demo/token', async (context) => {
    const body = await context.req.json<{ account?: unknown } | null>().catch(() => null);
    const account = body?.account;
    if (typeof account !== 'string' || !(await hasAccount(account))) {
      return context.json({ error: 'unknown_account' }, 400);
    }
    const token = { issuer, audience: 'portal', subject: account, seconds: 3600 } as const;
    return context.json({ access_token: await signToken(keys, token), token_type: 'Bearer' });
  });
  return app;
}
