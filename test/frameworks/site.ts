import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { decideLatest } from '../../src/mocks/demo/stage.js';
import { bearer, createFakeAdapter, createFaults, handleRequest } from '../../src/mocks/index.js';
import { freePort } from '../../scripts/children.mjs';
import { createPortalHost } from './portal-host.js';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Where a browser gets the elements from; each example has them in a file of their own. */
const elements = /\/(elements|golive)\b[^/]*\.js$/;

/** Who is signed in: by a token, or as a page from a server does it, by a cookie. */
const caller = (request: Request): string | null =>
  bearer(request) ?? /\bsession=(\w+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? null;

/** One example as a browser finds it, with a fake host behind `/api`. */
export async function serveExample(folder: string, isServerRendered: boolean) {
  const host = await createPortalHost();
  const faults = createFaults();
  /** Open streams of events, by whose they are. */
  const streams = new Map<string, number>();
  let held = Promise.resolve();

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) {
      return handleRequest(host, pathname.endsWith('/events') ? counted(request) : request, {
        baseUrl: '/api',
        caller,
        faults,
      });
    }
    if (elements.test(pathname)) await held;
    return rendered ? fetch(new URL(request.url.slice(url.length), rendered.url)) : file(pathname);
  };

  /** A stream ends when it is not read any more; what Hono would write of an aborted request is no news. */
  const counted = (request: Request): Request => {
    const who = caller(request) ?? '';
    const add = (number: number) => streams.set(who, (streams.get(who) ?? 0) + number);
    add(1);
    request.signal.addEventListener('abort', () => add(-1), { once: true });
    return new Request(request.url, { headers: request.headers });
  };

  const file = async (pathname: string): Promise<Response> => {
    const name = pathname === '/' ? 'index.html' : pathname;
    try {
      const body = await readFile(join(folder, 'dist', name));
      return new Response(body, { headers: { 'Content-Type': types[extname(name)] ?? '' } });
    } catch {
      return new Response(null, { status: 404 });
    }
  };

  const server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rendered = isServerRendered ? await startServer(folder, `${url}/api`) : undefined;

  return {
    url,
    faults,
    /** Another reviewer decides, elsewhere. */
    decide: (outcome: 'approved' | 'changes_requested', notes: string) =>
      decideLatest(createFakeAdapter(host, { as: 'mara' }), 'sub_1', outcome, notes),
    /** How many streams of events somebody holds open. */
    streamsOf: (who: string) => streams.get(who) ?? 0,
    /** Keeps the elements back until the function is called. */
    holdElements(): () => void {
      let release!: () => void;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    close() {
      rendered?.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

export type Site = Awaited<ReturnType<typeof serveExample>>;

/** The portal's own server, where a page is rendered there. */
async function startServer(folder: string, api: string) {
  const port = await freePort();
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), API: api },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
