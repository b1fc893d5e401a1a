/** Serves msw's service worker from its package at /mockServiceWorker.js, so no copy of it is checked in. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const url = '/mockServiceWorker.js';
const read = () =>
  readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');

/** For the browser tests. */
export function mockWorkerForTests() {
  return {
    name: 'mock-worker',
    serve: (context) => (context.path === url ? { body: read(), type: 'js' } : undefined),
  };
}

/** For the demo: served while developing, written out when built. */
export function mockWorkerForVite() {
  return {
    name: 'mock-worker',
    configureServer(server) {
      server.middlewares.use(url, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(read());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: url.slice(1), source: read() });
    },
  };
}
