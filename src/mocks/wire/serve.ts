import type { Operation } from '../../adapter/index.js';
import type { Call } from '../host/admission.js';
import type { HostAnswer } from '../host/context.js';
import type { ServedHost } from '../host/host.js';
import { headersOf, problemAnswer } from './answer.js';
import { eventStream } from './event-stream.js';
import { through, type Faults } from './faults.js';
import { readBody } from './read-body.js';
import { matchRoute } from './route-match.js';

export interface ServeOptions {
  /** Where the host's paths begin; the same that the adapter is given. */
  baseUrl: string;
  /** Who is signed in: an account's id, or null for nobody. The bearer token itself when absent. */
  caller?: ((request: Request) => string | null | Promise<string | null>) | undefined;
  faults?: Faults | undefined;
}

/** `Authorization: Bearer <account id>`: a fake needs no passwords. */
export const bearer = (request: Request): string | null =>
  /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null;

/**
 * Answers a request as the contract's HTTP says. `Response.error()` stands for no answer at all.
 */
export async function handleRequest(
  host: ServedHost,
  request: Request,
  { baseUrl, caller = bearer, faults }: ServeOptions,
): Promise<Response> {
  const path = pathUnder(baseUrl, request.url);
  const match = path === undefined ? undefined : matchRoute(path);

  const answer = async (signal: AbortSignal): Promise<Response> => {
    try {
      const call: Call = {
        ...match,
        caller: await caller(request),
        method: request.method,
        query: new URL(request.url).searchParams,
        idempotencyKey: request.headers.get('Idempotency-Key') || undefined,
        ifMatch: request.headers.get('If-Match') || undefined,
      };
      const operation = await host.admit(call);
      if (request.method !== 'GET') call.body = await readBody(request);
      return respond(host, request, operation, call, await host.perform(call), signal);
    } catch (thrown) {
      return problemAnswer(host, thrown);
    }
  };
  if (!faults) return answer(request.signal);
  return through(faults, { host, request, match, answer });
}

function pathUnder(baseUrl: string, url: string): string | undefined {
  const base = new URL(baseUrl, url).pathname.replace(/\/+$/, '');
  const { pathname } = new URL(url);
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}

function respond(
  host: ServedHost,
  request: Request,
  operation: Operation,
  call: Call,
  outcome: HostAnswer,
  signal: AbortSignal,
): Response {
  if (operation === 'watchSubscription' || operation === 'watchQueue') {
    const lastEventId = request.headers.get('Last-Event-ID');
    return new Response(eventStream(host, call, outcome, lastEventId, signal), {
      headers: headersOf(host, { 'Content-Type': 'text/event-stream' }),
    });
  }
  const { status, body, etag } = outcome;
  const headers: Record<string, string> = etag === undefined ? {} : { ETag: `"${etag}"` };
  if (operation === 'getSnapshot' && isKnown(request.headers.get('If-None-Match'), etag!)) {
    return new Response(null, { status: 304, headers: headersOf(host, headers) });
  }
  if (body === undefined) return new Response(null, { status, headers: headersOf(host, headers) });
  headers['Content-Type'] = 'application/json';
  return new Response(JSON.stringify(body), { status, headers: headersOf(host, headers) });
}

const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
  ifNoneMatch !== null &&
  ifNoneMatch
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${etag}"`);
