import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '../database/database.js';
import { CHANNEL, sessionTopic } from '../domain/topics.js';
import { bearerOf, readToken } from './bearer.js';
import type { Keys } from './keys.js';

const SECONDS = 8 * 3600;
const UNSAFE = /^(POST|PUT|PATCH|DELETE)$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Who sends a request: an account's id, or nobody; and whether it may come from another site. */
export interface Sender {
  account: string | null;
  /** A write by cookie that this host's own pages did not send. */
  isForged: boolean;
  /** When that is over by itself, in milliseconds of the clock. */
  until?: number;
  /** Told when it is over before; a token is good until its time is up. */
  topic?: string;
}

export interface SessionsOptions {
  database: Database;
  keys: Keys;
  issuer: string;
}

/** Sessions by cookie, for pages; bearer tokens, for programs. */
export function createSessions({ database, keys, issuer }: SessionsOptions) {
  const own = new URL(issuer);
  const isSecure = own.protocol === 'https:';
  const prefix = isSecure ? '__Host-' : '';
  const cookies = { session: `${prefix}golive_session`, csrf: `${prefix}golive_csrf` };
  const attributes = `Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const sessionOf = (request: Request) => cookieOf(request, cookies.session);

  /** A text that only this host can tell for a session, and only its own pages can read. */
  const csrfOf = (session: string) =>
    createHmac('sha256', keys.session).update(`csrf ${session}`).digest('base64url');

  async function find(session: string): Promise<{ account: string; until: number } | undefined> {
    const [row] = await database.query<{ account: string; until: number }>(
      `SELECT account, extract(epoch FROM expires_at)::float8 * 1000 AS until
         FROM sessions WHERE id = $1 AND expires_at > now()`,
      [hashOf(session)],
    );
    return row;
  }

  async function forget(request: Request): Promise<void> {
    const session = sessionOf(request);
    if (session === undefined) return;
    const id = hashOf(session);
    await database.query(
      `WITH ended AS (DELETE FROM sessions WHERE id = $1 RETURNING id)
       SELECT pg_notify($2, $3) FROM ended`,
      [id, CHANNEL, sessionTopic(id)],
    );
  }

  return {
    async senderOf(request: Request): Promise<Sender> {
      const token = bearerOf(request);
      if (token !== undefined) {
        const claims = await readToken(keys, token, { issuer, audience: 'portal' });
        if (!claims) return { account: null, isForged: false };
        return { account: claims.sub!, isForged: false, until: claims.exp! * 1000 };
      }
      const session = sessionOf(request);
      const found = session === undefined ? undefined : await find(session);
      if (!found) return { account: null, isForged: false };
      const isForged =
        UNSAFE.test(request.method) &&
        !isSame(request.headers.get('X-CSRF-Token') ?? '', csrfOf(session!));
      return { ...found, isForged, topic: sessionTopic(hashOf(session!)) };
    },

    /** The cookies of a new session in place of the present one. The page sends the second one along with writes. */
    async begin(request: Request, account: string): Promise<string[]> {
      await forget(request);
      const session = randomBytes(32).toString('base64url');
      await database.query(
        `INSERT INTO sessions (id, account, expires_at)
         VALUES ($1, $2, now() + make_interval(secs => $3::int))`,
        [hashOf(session), account, SECONDS],
      );
      const age = `Max-Age=${SECONDS}`;
      return [
        `${cookies.session}=${session}; ${attributes}; ${age}; HttpOnly`,
        `${cookies.csrf}=${csrfOf(session)}; ${attributes}; ${age}`,
      ];
    },

    /** Ends it here, whoever else has its cookie, and in the browser. */
    async end(request: Request): Promise<string[]> {
      await forget(request);
      return [
        `${cookies.session}=; ${attributes}; Max-Age=0; HttpOnly`,
        `${cookies.csrf}=; ${attributes}; Max-Age=0`,
      ];
    },

    /** Whether a page of this host sends this. A program may say so too; another site can't. */
    isFromOwnPage({ url, headers }: Request): boolean {
      // A site can give its own name this host's address, and is then called the same origin.
      const { hostname } = new URL(url);
      if (hostname !== own.hostname && !LOOPBACK.test(hostname)) return false;
      const site = headers.get('Sec-Fetch-Site');
      // Browsers say it themselves; the origin is for those that do not.
      return site === null ? headers.get('Origin') === own.origin : site === 'same-origin';
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

const hashOf = (session: string) => createHash('sha256').update(session).digest('hex');

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
