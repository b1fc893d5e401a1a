import type { HeadersSource } from '../adapter/index.js';
import type { BodyError, Lane } from '../contract/index.js';
import { Broken } from './failure.js';
import type { Caller } from './hooks.js';
import { issuedIn, type Ledger } from './ledger.js';
import { operations, pathOf, type BodyOf, type OperationName } from './operation.js';

/** An answer as it came, read to its end. Its body is what it should be, not what it was proved to be. */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
  /** Of an error. */
  code: string | undefined;
  errors: readonly BodyError[];
  /** What was asked: `POST /subscriptions/…`. */
  request: string;
}

export interface CallOptions {
  /** Of the subscription or submission. */
  id?: string | undefined;
  lane?: Lane | undefined;
  query?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  /** An Idempotency-Key; a new one for each write when absent, none when null. */
  key?: string | null;
  signal?: AbortSignal;
  /** Takes 429 for an answer; otherwise it is asked again when the host says. */
  takes429?: boolean;
}

export interface ClientOptions {
  baseUrl: string;
  headers: Partial<Record<Caller, HeadersSource>>;
  fetch?: typeof fetch | undefined;
  ledger: Ledger;
}

const REQUEST_TIMEOUT = 30_000;
const TRIES = 6;

export type Client = ReturnType<typeof createClient>;

/** Asks the host as one of the callers, or as nobody. */
export function createClient({ baseUrl, headers, fetch: ask = fetch, ledger }: ClientOptions) {
  const base = baseUrl.replace(/\/+$/, '');

  async function headersFor(as: Caller | null, method: string, path: string) {
    const source = as === null ? undefined : headers[as];
    const given = typeof source === 'function' ? source({ method, path, again: false }) : source;
    return new Headers((await given) ?? {});
  }

  async function open(as: Caller | null, method: string, path: string, options: CallOptions) {
    const all = await headersFor(as, method, path);
    all.set('Accept', 'application/json, application/problem+json, text/event-stream');
    const content =
      options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    if (content !== undefined) all.set('Content-Type', 'application/json');
    if (method === 'POST' && options.key !== null) {
      all.set('Idempotency-Key', options.key ?? crypto.randomUUID());
    }
    for (const [name, value] of Object.entries(options.headers ?? {})) all.set(name, value);
    const init: RequestInit = { method, headers: all, redirect: 'manual', cache: 'no-store' };
    if (content !== undefined) init.body = content;
    if (options.signal) init.signal = options.signal;
    const query = options.query ? `?${new URLSearchParams(options.query)}` : '';
    const request = `${method} ${path}${query}`;
    for (let tried = 1; ; tried += 1) {
      try {
        return { request, response: await ask(base + path + query, init) };
      } catch (thrown) {
        if (options.signal?.aborted) throw thrown;
        // A server may close a connection at the moment in which it is used again.
        const isSafe = method === 'GET' || all.has('Idempotency-Key');
        if (isSafe && tried === 1 && isReset(thrown)) continue;
        throw new Broken('an answer', `none: ${reasonOf(thrown)}`, request);
      }
    }
  }

  /** To its end, unless that does not come. */
  async function read(as: Caller | null, method: string, path: string, options: CallOptions) {
    const late = AbortSignal.timeout(REQUEST_TIMEOUT);
    const signal = options.signal ?? late;
    try {
      const { request, response } = await open(as, method, path, { ...options, signal });
      return { request, response, text: await response.text() };
    } catch (thrown) {
      if (!late.aborted || thrown instanceof Broken) throw thrown;
      const expected = `an answer within ${REQUEST_TIMEOUT / 1000} s`;
      throw new Broken(expected, 'none', `${method} ${path}`);
    }
  }

  async function once(
    as: Caller | null,
    method: string,
    path: string,
    options: CallOptions,
    operation?: OperationName,
  ): Promise<Answer> {
    const { request, response, text } = await read(as, method, path, options);
    const body = parse(text);
    const { code, errors } = (body ?? {}) as { code?: unknown; errors?: unknown };
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      text,
      body,
      code: response.status >= 400 && typeof code === 'string' ? code : undefined,
      errors: Array.isArray(errors) ? (errors as BodyError[]) : [],
      request,
    };
    ledger.look(answer, operation, as);
    const issued = response.ok ? issuedIn(operation, body) : undefined;
    if (issued) ledger.canaries.add(issued, request);
    return answer;
  }

  /** Any request at all. */
  async function send(
    as: Caller | null,
    line: string,
    options: CallOptions = {},
    operation?: OperationName,
  ): Promise<Answer> {
    const [method, path] = line.split(' ') as [string, string];
    for (let tried = 1; ; tried += 1) {
      const answer = await once(as, method, path, options, operation);
      if (answer.status !== 429 || options.takes429 || tried === TRIES) return answer;
      const seconds = Number(answer.headers.get('Retry-After')) || 1;
      await wait(Math.min(seconds, 60) * 1000);
    }
  }

  return {
    send,

    /** One operation of the contract. */
    call: <O extends OperationName>(
      as: Caller | null,
      operation: O,
      options: CallOptions = {},
    ): Promise<Answer<BodyOf<O>>> => {
      const path = pathOf(operation, options.id, options.lane);
      const line = `${operations[operation].method} ${path}`;
      return send(as, line, options, operation) as Promise<Answer<BodyOf<O>>>;
    },

    /** An answer that is a stream, unread. */
    open: (as: Caller | null, operation: OperationName, options: CallOptions = {}) =>
      open(as, 'GET', pathOf(operation, options.id), options),
  };
}

export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isReset = (thrown: unknown): boolean =>
  /ECONNRESET|EPIPE|UND_ERR_SOCKET/.test(
    String((thrown as { cause?: { code?: unknown } } | null)?.cause?.code),
  );

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  return cause instanceof Error ? `${thrown.message} (${cause.message})` : thrown.message;
}
