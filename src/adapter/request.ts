import { problem as problemSchema } from '../contract/index.js';
import type { Operation } from './adapter.js';
import { PipelineError } from './error.js';

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

/** Bodies of one operation, renamed on their way out and in. */
export interface BodyMap {
  request?: (body: unknown) => unknown;
  response?: (body: unknown) => unknown;
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

/** Browsers refuse a keepalive request above 64 KiB; larger ones go without. */
const KEEPALIVE_LIMIT = 60_000;
const TRIES = 3;

/** One HTTP exchange: an answer that is fine, or a {@link PipelineError}. */
export function createRequest(options: HttpOptions) {
  const base = options.baseUrl.replace(/\/+$/, '');
  const timeout = options.timeout ?? 15_000;
  const delay = options.retryDelay ?? backOff;
  let clockOffset = 0;

  async function once(call: Call, again: boolean, signal: AbortSignal): Promise<Response> {
    const { headers: source } = options;
    const text = call.body === undefined ? undefined : JSON.stringify(call.body);
    const headers: Record<string, string> = {
      Accept: 'application/json, application/problem+json',
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...call.headers,
      ...(typeof source === 'function' ? await askForHeaders(source, call, again) : source),
    };
    const init: RequestInit = {
      method: call.method,
      headers,
      signal,
      // The versions are ours to compare, and no secret may rest in the browser's cache.
      cache: 'no-store',
      keepalive: call.keepalive === true && (text?.length ?? 0) < KEEPALIVE_LIMIT,
    };
    if (text !== undefined) init.body = text;
    if (options.credentials) init.credentials = options.credentials;
    try {
      const response = await (options.fetch ?? fetch)(base + call.path, init);
      const date = Date.parse(response.headers.get('Date') ?? '');
      if (!Number.isNaN(date)) clockOffset = date - Date.now();
      return response;
    } catch (thrown) {
      throw transportError(thrown, call.signal);
    }
  }

  async function exchange(call: Call, signal: AbortSignal): Promise<Response> {
    let response = await once(call, false, signal);
    if (response.status === 401 && typeof options.headers === 'function') {
      response = await once(call, true, signal);
    }
    if (response.ok || response.status === 304) return response;
    throw await answerError(response);
  }

  return {
    now: () => Date.now() + clockOffset,

    /** Reads are tried three times; a write once, for only the person may repeat it. */
    async send(call: Call): Promise<Answer> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const response = await exchange(call, anyOf(call.signal, AbortSignal.timeout(timeout)));
          const text = await response.text().catch((thrown: unknown) => {
            throw transportError(thrown, call.signal);
          });
          return { status: response.status, text };
        } catch (thrown) {
          if (call.method !== 'GET' || attempt >= TRIES) throw thrown;
          if (!(thrown instanceof PipelineError) || !isPassing(thrown)) throw thrown;
          await pause(thrown.retryAfter ?? delay(attempt), call.signal);
        }
      }
    },

    /** Opens a stream: the time-out ends with its first answer, for a stream may last for hours. */
    async open(call: Call): Promise<Response> {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(new DOMException('', 'TimeoutError')), timeout);
      try {
        return await exchange(call, anyOf(call.signal, late.signal));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

const anyOf = (signal: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, other]) : other;

/** Without its token there is nobody signed in, whatever kept the page from getting one. */
async function askForHeaders(
  source: Extract<HeadersSource, (...given: never[]) => unknown>,
  { method, path }: Call,
  again: boolean,
): Promise<Record<string, string>> {
  try {
    return await source({ method, path, again });
  } catch {
    throw new PipelineError('not_signed_in');
  }
}

/** Whether a read's failure may be gone at the next try. Being offline won't be. */
function isPassing({ code, status }: PipelineError): boolean {
  return code === 'network' || code === 'timeout' || status === 429 || (status ?? 0) >= 500;
}

function transportError(thrown: unknown, signal: AbortSignal | undefined): PipelineError {
  if (signal?.aborted) return new PipelineError('aborted');
  // A fetch of the host's own may know more than a browser's, such as that it is offline.
  if (thrown instanceof PipelineError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new PipelineError('timeout');
  }
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return new PipelineError(offline ? 'offline' : 'network');
}

const codeOfStatus: Record<number, string> = {
  400: 'invalid',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'version_conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
  422: 'invalid',
  428: 'version_missing',
  429: 'too_many_requests',
};

/** A proxy in between may answer with anything, so the status alone must do where no code stands. */
async function answerError(response: Response): Promise<PipelineError> {
  const body = problemSchema.safeParse(await response.json().catch(() => undefined));
  const { status } = response;
  return new PipelineError(
    body.success
      ? body.data.code
      : (codeOfStatus[status] ?? (status >= 500 ? 'internal' : 'refused')),
    {
      status,
      errors: body.success ? body.data.errors : undefined,
      retryAfter: waitOf(response.headers.get('Retry-After')),
      requestId: response.headers.get('X-Request-Id') ?? undefined,
    },
  );
}

/** Retry-After in milliseconds: seconds or a date, a minute at most. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), 60_000);
}

/** 0.3 s, then twice as long each time, give or take a half, so that clients don't march in step. */
const backOff = (attempt: number): number => 300 * 2 ** (attempt - 1) * (0.5 + Math.random());

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new PipelineError('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}
