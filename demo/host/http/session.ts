import { createHmac, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { bearerOf, readToken } from './bearer.js';
import type { Keys } from './keys.js';

const HOURS = 8;
const UNSAFE = /^(POST|PUT|PATCH|DELETE)$/;

/** Who sends a request: an account's id, or nobody; and whether it may come from another site. */
export interface Sender {
  account: string | null;
  /** A write by cookie that this host's own pages did not send. */
  isForged: boolean;
}

/** Sessions in signed cookies, for pages; bearer tokens, for programs. */
export function createSessions({ keys, issuer }: { keys: Keys; issuer: string }) {
  const isSecure = issuer.startsWith('https:');
  const prefix = isSecure ? '__Host-' : '';
  const cookies = { session: `${prefix}golive_session`, csrf: `${prefix}golive_csrf` };
  const attributes = `Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  /** A text that only this host can tell for a session, and only its own pages can read. */
  const csrfOf = (session: string) =>
    createHmac('sha256', keys.session).update(`csrf ${session}`).digest('base64url');

  async function accountOf(session: string): Promise<string | null> {
    try {
      const { payload } = await jwtVerify(session, keys.session, {
        algorithms: ['HS256'],
        typ: 'session',
      });
      return payload.sub ?? null;
    } catch {
      return null;
    }
  }

  return {
    async senderOf(request: Request): Promise<Sender> {
      const token = bearerOf(request);
      if (token !== undefined) {
        const claims = await readToken(keys, token, { issuer, audience: 'portal' });
        return { account: (claims?.['sub'] as string | undefined) ?? null, isForged: false };
      }
      const session = cookieOf(request, cookies.session);
      const account = session === undefined ? null : await accountOf(session);
      const isForged =
        account !== null &&
        UNSAFE.test(request.method) &&
        !isSame(request.headers.get('X-CSRF-Token') ?? '', csrfOf(session!));
      return { account, isForged };
    },

    /** The cookies of a new session. The page reads the second one, to send it along with writes. */
    async begin(account: string): Promise<string[]> {
      const session = await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: 'session' })
        .setSubject(account)
        .setJti(crypto.randomUUID())
        .setExpirationTime(`${HOURS}h`)
        .sign(keys.session);
      const age = `Max-Age=${HOURS * 3600}`;
      return [
        `${cookies.session}=${session}; ${attributes}; ${age}; HttpOnly`,
        `${cookies.csrf}=${csrfOf(session)}; ${attributes}; ${age}`,
      ];
    },

    end: (): string[] => [
      `${cookies.session}=; ${attributes}; Max-Age=0; HttpOnly`,
      `${cookies.csrf}=; ${attributes}; Max-Age=0`,
    ],

    /** Whether a form comes from a page of this host: nobody else may sign a person in or out. */
    isOwnPage({ headers }: Request): boolean {
      const site = headers.get('Sec-Fetch-Site');
      // Browsers say it themselves; the origin is for those that do not.
      return site === null
        ? headers.get('Origin') === new URL(issuer).origin
        : site === 'same-origin';
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
