/** The fake host in a browser: behind a service worker, and shared by the tabs of a site. */
import { setupWorker } from 'msw/browser';
import type { FakeHost } from './host/host.js';
import { createHandlers } from './msw.js';
import type { ServeOptions } from './wire/serve.js';

export { persistHost, type PersistOptions } from './shared/persist.js';
export { type SharedStorage } from './shared/indexed-storage.js';

export interface StartMocksOptions extends ServeOptions {
  host: FakeHost;
  /** Where MSW's worker script is served. */
  workerUrl?: string;
}

/**
 * Answers the page's requests under `baseUrl` with a fake host, and lets all others pass. Ready once
 * the promise is fulfilled.
 * @returns a function that lets every request pass again, once its promise is fulfilled.
 *
 * @example
 * const host = await createDemoHost('in_review', { clock: Date.now });
 * await persistHost(host);
 * await startMocks({ host, baseUrl: '/api' });
 */
export async function startMocks({
  host,
  workerUrl = '/mockServiceWorker.js',
  ...serve
}: StartMocksOptions): Promise<() => Promise<void>> {
  // Without that a stream would reach the page only once it ended. The kit polls then.
  if (!canTransferStreams()) host.capabilities.events = false;
  const worker = setupWorker(...createHandlers(host, serve));
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: workerUrl },
  });
  const allowKeepalive = sendWithinPage();
  return async () => {
    allowKeepalive();
    await worker.stop();
  };
}

/**
 * Requests that may outlive their page go past the worker in Firefox. Mocks live in the page, so
 * nothing is lost by sending these like any other.
 * @returns a function that ends it.
 */
function sendWithinPage(): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => fetch(input, { ...init, keepalive: false });
  return () => {
    globalThis.fetch = fetch;
  };
}

/** Whether a stream can be handed to a service worker. */
function canTransferStreams(): boolean {
  const { port1, port2 } = new MessageChannel();
  try {
    const stream = new ReadableStream();
    port1.postMessage(stream, [stream]);
    return true;
  } catch {
    return false;
  } finally {
    port1.close();
    port2.close();
  }
}
