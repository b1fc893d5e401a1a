import { bearer, handleRequest, type FakeHost } from '../../../src/mocks/index.js';
import type { Serve } from './upstream.js';

const lanes: Record<string, string> = { test: 'sandbox', live: 'production' };
const stages: Record<string, string> = {
  sandbox: 'building',
  in_review: 'waiting',
  production: 'live',
  rejected: 'declined',
};
const reasons: Record<string, string> = {
  credentials_exist: 'keys_there',
  credentials_missing: 'keys_missing',
  version_conflict: 'request_moved_on',
};

/** The host’s paths and the contract’s. What is not here is the same in both. */
const paths: [RegExp, (...parts: string[]) => string][] = [
  [/^\/apps\/([^/]+)\/state$/, (id) => `/subscriptions/${id}`],
  [/^\/apps\/([^/]+)\/changes$/, (id) => `/subscriptions/${id}/events`],
  [/^\/apps\/([^/]+)\/keys\/(\w+)$/, (id, lane) => credentials(id, lane)],
  [/^\/apps\/([^/]+)\/keys\/(\w+)\/reissue$/, (id, lane) => `${credentials(id, lane)}/regenerate`],
  [/^\/apps\/([^/]+)\/keys\/(\w+)\/roll$/, (id, lane) => `${credentials(id, lane)}/rotate-secret`],
  [/^\/apps\/([^/]+)\/keys\/(\w+)\/received$/, (id, lane) => `${credentials(id, lane)}/delivered`],
  [/^\/apps\/([^/]+)\/requests$/, (id) => `/subscriptions/${id}/submissions`],
  [/^\/apps\/([^/]+)\/requests\/current$/, (id) => `/subscriptions/${id}/submissions/latest`],
  [/^\/requests\/changes$/, () => '/reviews/events'],
  [/^\/requests\/([^/]+)\/verdict$/, (id) => `/reviews/${id}/decision`],
  [/^\/requests\/([^/]+)$/, (id) => `/reviews/${id}`],
  [/^\/requests$/, () => '/reviews'],
];
const credentials = (id: string, lane: string) =>
  `/subscriptions/${id}/credentials/${lanes[lane]!}`;

/** The fake host under other paths, with other names in an envelope, and errors of its own. */
export const renamedHost =
  (host: FakeHost, baseUrl: string): Serve =>
  async (request) => {
    const address = new URL(request.url);
    const path = address.pathname.slice(new URL(baseUrl).pathname.length);
    const [pattern, rename] = paths.find(([each]) => each.test(path)) ?? [];
    const parts = pattern?.exec(path)?.slice(1) ?? [];
    address.pathname = `/v3${rename ? rename(...parts) : path}`;
    const text = await request.text();
    const init: RequestInit = {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
    };
    if (text) init.body = JSON.stringify(keysOf(JSON.parse(text), camel));
    const answer = await handleRequest(host, new Request(address, init), {
      baseUrl,
      caller: bearer,
    });
    const { status, headers } = answer;
    if (headers.get('Content-Type') === 'text/event-stream' || !answer.body) return answer;
    const body: any = await answer.json();
    const told = answer.ok
      ? { data: path.endsWith('/form') ? body : keysOf(body, snake) }
      : { error: { reason: reasons[body.code] ?? body.code, fields: body.errors } };
    return new Response(JSON.stringify(told), { status, headers });
  };

const snake = (key: string) => key.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
const camel = (key: string) => key.replaceAll(/_([a-z])/g, (_, sign: string) => sign.toUpperCase());

function keysOf(value: any, rename: (key: string) => string): any {
  if (Array.isArray(value)) return value.map((each) => keysOf(each, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries<any>(value).map(([key, part]) => {
      if (key === 'phase') return ['stage', stages[part]];
      return [rename(key), /^(answers|form|refusals)$/.test(key) ? part : keysOf(part, rename)];
    }),
  );
}
