import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { createDemoHost, createFakeAdapter, handleRequest } from '../../src/mocks/index.js';
import { bundleScripts } from './scripts.js';

const start = '<!doctype html><html lang="en"><link rel="icon" href="data:,">';
const page = `${start}<title>Review</title><golive-review-panel></golive-review-panel>
<script type="module" src="/page.js"></script>`;
const elsewhere = `${start}<title>Elsewhere</title><p>Elsewhere`;

/** A decision that came in and waits to be looked at, as behind a slow gateway. */
interface Held {
  /** Looks at it, unless whoever sent it has hung up. Whether it could. */
  release: () => Promise<boolean>;
  /** Whoever sent it has hung up. */
  dropped: Promise<void>;
}

/** A page with a submission in review, and the fake host behind it, over real HTTP. */
export async function serveReviews() {
  const scripts = await bundleScripts(resolve('test/e2e/review-page.ts'));
  const host = await createDemoHost('in_review');
  const mara = createFakeAdapter(host, { as: 'mara' });
  const [item] = (await mara.getQueue({ state: ['waiting'], q: 'fernwood' })).items;
  const submissionId = item!.submissionId;
  let onHeld: (held: Held) => void = () => undefined;

  const held = (response: ServerResponse) =>
    new Promise<void>((goOn) => {
      onHeld({
        dropped: new Promise((gone) => response.once('close', gone)),
        async release() {
          const isThere = !response.destroyed;
          goOn();
          if (isThere) await new Promise((end) => response.once('finish', end));
          return isThere;
        },
      });
    });

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = 'GET', headers } = request;
    const body = method === 'GET' ? null : await text(request);
    if (request.url!.endsWith('/decision')) await held(response);
    if (response.destroyed) return;
    const asked = new Request(new URL(request.url!, 'http://127.0.0.1'), {
      method,
      body,
      headers: headers as Record<string, string>,
    });
    const answered = await handleRequest(host, asked, { baseUrl: '/api' });
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://127.0.0.1');
    if (pathname.endsWith('/events')) {
      // The page reads now and then instead.
      response.writeHead(404).end();
    } else if (pathname.startsWith('/api/')) void answer(request, response);
    else {
      const script = scripts.get(pathname);
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
      response.end(script ?? (pathname === '/' ? page : elsewhere));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    /** The panel's page; `how` is for what it is to do otherwise. */
    url: (how = '') => `http://127.0.0.1:${port}/?submission=${submissionId}&${how}`,
    elsewhere: `http://127.0.0.1:${port}/elsewhere`,
    /** The next decision that comes in. */
    nextDecision: () => new Promise<Held>((found) => (onHeld = found)),
    /** What became of the submission. */
    review: async () => (await mara.getReview(submissionId)).submission.review,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
