/** A portal with the strict policy: its pages, the kit as built, and a host of its own under `/api`. */
import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import {
  createDemoHost,
  handleRequest,
  MAIN_SUBSCRIPTION,
  people,
  type FakeHost,
  type ScenarioName,
} from '../../src/mocks/index.js';

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
const pages = process.env['CSP_PAGES']!;

/** Which build a page loads, as its scripts, and by which prefix its elements go. */
export const builds = {
  npm: { scripts: ['/npm/page.js'] },
  golive: { scripts: ['/cdn/golive.js'] },
  autoload: { scripts: ['/cdn/autoload.js'] },
  // Two copies of the kit and so of lit, each of which brings its own policy.
  two: { scripts: ['/cdn/golive.js', '/acme/page.js'], copies: true, prefix: 'acme' },
  'npm-stories': { scripts: ['/npm-stories/page.js'] },
  // The stories draw with a lit of their own.
  'golive-stories': { scripts: ['/cdn/golive.js', '/golive-stories/page.js'], copies: true },
  'autoload-stories': { scripts: ['/cdn/autoload.js', '/autoload-stories/page.js'], copies: true },
} as const satisfies Record<string, { scripts: string[]; copies?: boolean; prefix?: string }>;

export type Build = keyof typeof builds;

const strict = `
default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';
require-trusted-types-for 'script'; trusted-types lit-html
`;

/** The policy of product pages; a page with two copies of lit has to allow both. */
export const policy = (copies = false) =>
  strict.trim().replace('\n', ' ') + (copies ? " 'allow-duplicates'" : '');

function pageOf(build: Build, body: string): Response {
  const { scripts, ...more } = builds[build];
  const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
  return new Response(
    `<!doctype html><html lang="en"><title>Portal</title>${tags}<body>${body}</body></html>`,
    {
      headers: {
        'Content-Type': 'text/html',
        'Content-Security-Policy': `${policy('copies' in more)}; report-uri /reports`,
      },
    },
  );
}

async function fileOf(pathname: string): Promise<Response> {
  const path = normalize(pathname);
  const file = path.startsWith('/cdn/') ? join('dist', path) : join(pages, path);
  const type = types[extname(file)];
  const body = type && (await readFile(file).catch(() => undefined));
  if (!body) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': type } });
}

export async function openSite() {
  let host: FakeHost;
  /** What browsers reported by themselves. */
  const reports: string[] = [];
  const news = new EventEmitter();

  const routes: Record<string, (request: Request, url: URL) => Response | Promise<Response>> = {
    '/joel': (_request, { searchParams }) => {
      const build = searchParams.get('build') as Build;
      const { prefix = 'golive' }: { scripts: unknown; prefix?: string } = builds[build];
      const tag = `${prefix}-pipeline`;
      return pageOf(
        build,
        `<${tag} base-url="/api/joel" subscription="${MAIN_SUBSCRIPTION}"></${tag}>`,
      );
    },
    '/mara': (_request, { searchParams }) =>
      pageOf(
        searchParams.get('build') as Build,
        '<golive-review-desk base-url="/api/mara"></golive-review-desk>',
      ),
    '/stories': (_request, { searchParams }) => {
      const tags = searchParams.get('tags')?.split(' ') ?? [];
      return pageOf(
        searchParams.get('build') as Build,
        tags.map((tag) => `<${tag} hidden></${tag}>`).join(''),
      );
    },
    '/reports': async (request) => {
      reports.push(await request.text());
      news.emit('report');
      return new Response(null, { status: 204 });
    },
    // Every browser asks for it, whatever a page allows.
    '/favicon.ico': () => new Response(null, { status: 204 }),
    // The till belongs to the portal, and takes its money without a script.
    '/till': async ({ method }) => {
      if (method === 'POST') await host.completePayment(MAIN_SUBSCRIPTION);
      const body =
        method === 'POST'
          ? '<p>Paid. Thank you.'
          : '<form method="post"><button>Pay €490</button></form>';
      return new Response(`<!doctype html><title>Till</title>${body}`, {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    },
  };

  const server = createServer(
    getRequestListener(
      (request) => {
        const url = new URL(request.url);
        const caller = /^\/api\/(joel|mara)\//.exec(url.pathname)?.[1] as
          'joel' | 'mara' | undefined;
        if (!caller) return (routes[url.pathname] ?? (() => fileOf(url.pathname)))(request, url);
        const options = { baseUrl: `/api/${caller}`, caller: () => people[caller].id };
        // Of a page that is gone its stream is cancelled, which says nothing; by a signal it fails, which is told.
        const { method, headers, body } = request;
        const init = { method, headers, body, duplex: 'half' } as RequestInit;
        return handleRequest(host, new Request(url, init), options);
      },
      { overrideGlobalObjects: false },
    ),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    reports,
    /** Resolves when a browser has reported; rejects when none does for ten seconds. */
    async reported() {
      if (reports.length === 0) await once(news, 'report', { signal: AbortSignal.timeout(10_000) });
    },
    /** The host begins anew, with this past. */
    async start(scenario: ScenarioName) {
      host = await createDemoHost(scenario, { checkoutUrl: `${url}/till` });
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;
