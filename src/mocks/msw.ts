/** The fake host behind MSW, apart from all that does without that package. */
import { http, type HttpHandler } from 'msw';
import type { FakeHost } from './host/host.js';
import { pathPatterns } from './wire/route-match.js';
import { handleRequest, type ServeOptions } from './wire/serve.js';

/**
 * MSW handlers for every route of the contract. `baseUrl` may be relative in a browser.
 *
 * @example
 * const worker = setupWorker(...createHandlers(host, { baseUrl: '/api' }));
 */
export function createHandlers(host: FakeHost, options: ServeOptions): HttpHandler[] {
  const base = options.baseUrl.replace(/\/+$/, '');
  return pathPatterns.map((pattern) =>
    http.all(base + pattern, ({ request }) => handleRequest(host, request, options)),
  );
}
