import { getEventListeners } from 'node:events';
import { getResponse, http, HttpResponse } from 'msw';
import { createHttpAdapter, type HttpAdapterOptions } from '../../../src/adapter/index.js';

export const BASE = 'https://host.example/api';

/** What reached the backend. */
export interface Seen {
  method: string;
  /** Path and query, without the base URL. */
  path: string;
  headers: Record<string, string>;
  body: unknown;
  request: Request;
}

type Reply = (seen: Seen, count: number) => Response | Promise<Response>;

/** A backend that gives one answer to everything, and an adapter in front of it. */
export function backend(reply: Reply, options: Partial<HttpAdapterOptions> = {}) {
  const seen: Seen[] = [];
  const handlers = [
    http.all('*', async ({ request }) => {
      const text = await request.clone().text();
      const one: Seen = {
        method: request.method,
        path: request.url.replace(BASE, ''),
        headers: Object.fromEntries(request.headers),
        body: text === '' ? undefined : JSON.parse(text),
        request,
      };
      seen.push(one);
      return reply(one, seen.length);
    }),
  ];
  const adapter = createHttpAdapter({
    baseUrl: BASE,
    retryDelay: () => 0,
    fetch: async (url, init) => {
      const response = await getResponse(handlers, new Request(url, init));
      return response ?? HttpResponse.error();
    },
    ...options,
  });
  return { adapter, seen };
}

/** A promise resolved by hand. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

/** Lets everything that waits for no clock happen. Real, also while timers are mocked. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise<void>((resolve) => realImmediate(resolve));
  }
}
const realImmediate = setImmediate;

/** How many still listen for the end of a signal. */
export const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

/** How many timers of this process run. */
export const timersRunning = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

/** The error that a promise rejects with; undefined when it does not. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

export const problem = (
  status: number,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
