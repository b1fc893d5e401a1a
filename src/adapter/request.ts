import { anyOf, pause, unlessAborted } from './abort.js';
import type { Operation } from './adapter.js';
import { answerError } from './answer-error.js';
import { PipelineError, toPipelineError } from './error.js';

/** What `headers()` is asked for. */
export interface HeadersRequest {
  method: string;
  path: string;
  /** True when the last ones were answered with 401: fetch a fresh token then. */
  again: boolean;
}

export type HeadersSource =
  | Record<string, string>
  | ((request: HeadersRequest) => Record<string, string> | Promise<Record<string, string>>);

/** Bodies of one operation, renamed on their way out and in. Name the types that your backend has. */
export interface BodyMap {
  request?: (body: never) => unknown;
  response?: (body: never) => unknown;
}

export interface HttpOptions {
  /** Where the paths begin, such as `/api` or `https://host.example/v1`. */
  baseUrl: string;
  headers?: HeadersSource | undefined;
  /** Sends cookies to another origin with `include`. */
  credentials?: RequestCredentials | undefined;
  fetch?: typeof fetch | undefined;
  map?: Partial<Record<Operation, BodyMap>> | undefined;
  /** Milliseconds before a try is given up; 15,000 when absent. */
  timeout?: number | undefined;
  /** Milliseconds to wait before a read's next try (1, 2, …); grows with jitter when absent. */
  retryDelay?: ((attempt: number) => number) | undefined;
}

export interface Call {
  operation: Operation;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
}

/** An answer that is fine, read to its end. */
export interface Answer {
  status: number;
  text: string;
}

/** Browsers refuse keepalive requests above 64 KiB in all; what is beyond goes without. */
const KEEPALIVE_LIMIT = 60_000;
const TRIES = 3;
/** Nobody looks at a page for longer that does not say what it waits for. */
const PATIENCE = 10_000;

/** One HTTP exchange: an answer that is fine, or a {@link PipelineError}. */
export function createRequest(options: HttpOptions) {
  const base = options.baseUrl.replace(/\/+$/, '');
  const timeout = options.timeout ?? 15_000;
  const delay = options.retryDelay ?? backOff;
  let clockOffset = 0;
  let keptAlive = 0;

  const now = () => Date.now() + clockOffset;

  async function once(call: Call, again: boolean, signal: AbortSignal): Promise<Response> {
    signal.throwIfAborted();
    const text = call.body === undefined ? undefined : JSON.stringify(call.body);
    const size = call.keepalive && text !== undefined ? new TextEncoder().encode(text).length : 0;
    const init: RequestInit = {
      method: call.method,
      headers: await unlessAborted(signal, headersOf(options.headers, call, again)),
      signal,
      // The versions are ours to compare, and no secret may rest in the browser's cache.
      cache: 'no-store',
      keepalive: call.keepalive === true && keptAlive + size < KEEPALIVE_LIMIT,
    };
    if (text !== undefined) init.body = text;
    if (options.credentials) init.credentials = options.credentials;
    const kept = init.keepalive ? size : 0;
    keptAlive += kept;
    // Asked beforehand: a device that went offline later may have sent it.
    const offline = isOffline();
    try {
      const asked = (options.fetch ?? fetch)(base + call.path, init);
      const response = await unlessAborted(signal, asked, drop);
      const date = Date.parse(response.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) clockOffset = date - Date.now();
      return response;
    } catch (thrown) {
      // A fetch of the host's own may know more than a browser's, such as that it is offline.
      if (thrown instanceof PipelineError) throw thrown;
      throw new PipelineError(offline ? 'offline' : 'network');
    } finally {
      keptAlive -= kept;
    }
  }

  async function exchange(call: Call, signal: AbortSignal): Promise<Response> {
    const { headers } = options;
    let response = await once(call, false, signal);
    // A page that signs in meanwhile gives others.
    const mayHaveOthers = typeof headers === 'function' || headers !== options.headers;
    if (response.status === 401 && mayHaveOthers) {
      drop(response);
      response = await once(call, true, signal);
    }
    if (response.ok || response.status === 304) return response;
    throw await answerError(response, now());
  }

  /** One try, ended by the caller, by its end, or by the time-out. */
  async function attempt<T>(call: Call, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    try {
      return await work(anyOf(call.signal, late.signal));
    } catch (thrown) {
      // What the server did say stands, whoever gave up meanwhile.
      if (thrown instanceof PipelineError && thrown.status !== undefined) throw thrown;
      if (call.signal?.aborted) throw new PipelineError('aborted');
      if (late.signal.aborted) throw new PipelineError('timeout');
      throw toPipelineError(thrown);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    now,

    /** Reads are tried three times; a write once, for only the person may repeat it. */
    async send(call: Call): Promise<Answer> {
      for (let tried = 1; ; tried += 1) {
        try {
          return await attempt(call, async (signal) => {
            const response = await exchange(call, signal);
            return { status: response.status, text: await textOf(response, signal) };
          });
        } catch (thrown) {
          if (call.method !== 'GET' || tried >= TRIES) throw thrown;
          if (!(thrown instanceof PipelineError) || !isPassing(thrown)) throw thrown;
          const wait = thrown.retryAfter ?? delay(tried);
          if (wait > PATIENCE) throw thrown;
          await pause(wait, call.signal);
        }
      }
    },

    /** Opens a stream: the time-out ends with its first answer, for a stream may last for hours. */
    open: (call: Call): Promise<Response> => attempt(call, (signal) => exchange(call, signal)),
  };
}

/** By set, never by a spread: `content-type` of the host's own must not stand beside ours. */
async function headersOf(
  source: HeadersSource | undefined,
  { method, path, body, headers: own }: Call,
  again: boolean,
): Promise<Headers> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(own ?? {})) headers.set(name, value);
  try {
    const given = typeof source === 'function' ? await source({ method, path, again }) : source;
    for (const [name, value] of Object.entries(given ?? {})) headers.set(name, value);
  } catch (thrown) {
    // Without its token there is nobody signed in, whatever kept the page from getting one.
    const { detail, code } = toPipelineError(thrown);
    throw new PipelineError('not_signed_in', { detail: `headers threw ${detail ?? code}` });
  }
  return headers;
}

async function textOf(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await unlessAborted(signal, response.text());
  } catch {
    // The server had it, so it is not for want of a connection.
    throw new PipelineError('network');
  }
}

/** Nobody reads it; without this it would hold its connection. */
export function drop(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

const isOffline = () => typeof navigator !== 'undefined' && !(navigator.onLine ?? true);

/** Whether a read's failure may be gone at the next try. Being offline won't be. */
function isPassing({ code, status }: PipelineError): boolean {
  return code === 'network' || code === 'timeout' || status === 429 || (status ?? 0) >= 500;
}

/** 0.3 s, then twice as long each time, give or take a half, so that clients don't march in step. */
const backOff = (attempt: number): number => 300 * 2 ** (attempt - 1) * (0.5 + Math.random());
