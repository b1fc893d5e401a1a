import {
  createDemoHost,
  createFakeFetch,
  type Faults,
  type ScenarioName,
} from '../../src/mocks/index.js';

/**
 * Lets the page's own `fetch` be answered by a fake host under `/api` until `leave`. Every request is
 * written down as method and path, with its Authorization header.
 */
export async function serveApi(scenario: ScenarioName = 'fresh', faults?: Faults) {
  const host = await createDemoHost(scenario);
  // One stream a provider would be another request; polling starts too late to be seen here.
  host.capabilities.events = false;
  const answer = createFakeFetch(host, { baseUrl: '/api', faults });
  const requests: { line: string; bearer: string | null }[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/api/')) return fetch(request);
    requests.push({
      line: `${request.method} ${pathname}`,
      bearer: request.headers.get('Authorization'),
    });
    return answer(request);
  };
  return {
    host,
    requests,
    /** How often this was asked for. */
    count: (line: string) => requests.filter((request) => request.line === line).length,
    leave() {
      globalThis.fetch = fetch;
    },
  };
}

/** Headers of somebody who is signed in. */
export const signedInAs = (account: string) => ({ Authorization: `Bearer ${account}` });
