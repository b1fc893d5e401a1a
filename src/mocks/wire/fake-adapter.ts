import {
  createHttpAdapter,
  PipelineError,
  type HttpAdapterOptions,
  type PipelineAdapter,
} from '../../adapter/index.js';
import type { FakeHost } from '../host/host.js';
import { createFakeUpload } from './fake-upload.js';
import { handleRequest, type ServeOptions } from './serve.js';

/** A `fetch` that a fake host answers; nothing leaves the page. */
export function createFakeFetch(host: FakeHost, options: ServeOptions): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    if (options.faults?.offline) throw new PipelineError('offline');
    const response = await unlessAborted(handleRequest(host, request, options), request.signal);
    // What `fetch` does where there is no answer.
    if (response.type === 'error') throw new TypeError('no answer');
    return response;
  };
}

export interface FakeAdapterOptions extends Omit<ServeOptions, 'baseUrl' | 'caller'> {
  /** The account that is signed in; a function for one that changes, null for nobody. */
  as: string | null | (() => string | null);
  timeout?: HttpAdapterOptions['timeout'];
  retryDelay?: HttpAdapterOptions['retryDelay'];
  /** Lets stores of other tabs, or of this one, share the stream; their hosts must be one, then. */
  account?: HttpAdapterOptions['account'];
}

/**
 * An adapter to a fake host for one account: the HTTP adapter over a fake `fetch`, so that it speaks
 * the same HTTP as everything else.
 *
 * @example
 * const adapter = createFakeAdapter(await createDemoHost('in_review'), { as: 'mara' });
 */
export function createFakeAdapter(host: FakeHost, options: FakeAdapterOptions): PipelineAdapter {
  const { as, faults, ...http } = options;
  const baseUrl = 'https://fake-host.example';
  const caller = () => (typeof as === 'function' ? as() : as);
  return createHttpAdapter({
    ...http,
    baseUrl,
    fetch: createFakeFetch(host, { baseUrl, caller, faults }),
    uploadFile: createFakeUpload(host, faults),
  });
}

/** The host goes on with what has reached it, though nobody waits any more. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
