import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createDemoHost, createFakeAdapter, handleRequest } from '../../src/mocks/index.js';
import { bundleScripts } from './scripts.js';

const start = '<!doctype html><html lang="en"><link rel="icon" href="data:,">';
const page = `${start}<title>Live</title><golive-pipeline></golive-pipeline>
<golive-review-queue></golive-review-queue><script type="module" src="/page.js"></script>`;
const elsewhere = `${start}<title>Elsewhere</title><p>Elsewhere`;

/** Both sides of a subscription in review on one page, and the fake host behind it, over real HTTP. */
export async function serveLive() {
  const scripts = await bundleScripts(resolve('test/e2e/live-page.ts'));
  const host = await createDemoHost('in_review');
  const streams = new Set<ServerResponse>();
  let onStreams: () => void = () => undefined;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = 'GET', headers, url } = request;
    const asked = new Request(new URL(url!, 'http://127.0.0.1'), {
      method,
      body: method === 'GET' ? null : await text(request),
      headers: headers as Record<string, string>,
    });
    const answered = await handleRequest(host, asked, { baseUrl: '/api' });
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    if (url!.split('?')[0]!.endsWith('/events')) {
      streams.add(response);
      onStreams();
      response.once('close', () => {
        streams.delete(response);
        onStreams();
      });
    }
    if (!answered.body) return void response.end();
    // Whoever leaves before the end ends what is read, too.
    await pipeline(Readable.fromWeb(answered.body as never), response).catch(() => undefined);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) return void answer(request, response);
    const script = scripts.get(pathname);
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ?? (pathname === '/' ? page : elsewhere));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const mara = createFakeAdapter(host, { as: 'mara' });
  return {
    url: `http://127.0.0.1:${port}/`,
    elsewhere: `http://127.0.0.1:${port}/elsewhere`,
    /** Resolves once so many streams of events are open. */
    streamsAre: (count: number) =>
      new Promise<void>((found) => {
        onStreams = () => {
          if (streams.size === count) found();
        };
        onStreams();
      }),
    /** What another reviewer does meanwhile. */
    async approve() {
      const [item] = (await mara.getQueue({ state: ['waiting'], q: 'fernwood' })).items;
      const { version } = await mara.getReview(item!.submissionId);
      await mara.decide(item!.submissionId, version, {
        outcome: 'approved',
        notes: null,
        fieldNotes: [],
      });
    },
    /** Ends each connection, as a network that goes does. */
    cut: () => server.closeAllConnections(),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
