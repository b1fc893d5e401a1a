/** What an adapter of one's own needs of HTTP: one exchange that ends well, or in a PipelineError. */
import type * as z from 'zod/mini';
import { PipelineError } from '../../src/index.js';

export interface ExchangeOptions {
  /** Signs the caller in; asked before each request. */
  headers: () => Record<string, string> | Promise<Record<string, string>>;
  fetch?: typeof fetch | undefined;
  /** Milliseconds before a try is given up; 15,000 when absent. */
  timeout?: number | undefined;
}

export interface Outgoing {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

export interface Incoming {
  status: number;
  headers: Headers;
  /** Undefined where there is none, or no JSON. */
  body: unknown;
}

export async function exchange(
  url: string,
  { method = 'GET', body, headers, signal }: Outgoing,
  options: ExchangeOptions,
): Promise<Incoming> {
  const own = await signedIn(options);
  const send = options.fetch ?? fetch;
  const late = AbortSignal.timeout(options.timeout ?? 15_000);
  try {
    const response = await send(url, {
      method,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...headers,
        ...own,
      },
      signal: signal ? AbortSignal.any([signal, late]) : late,
      // No secret may rest in the browser's cache.
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: decode(await response.text()),
    };
  } catch {
    // Each of the three says that nobody knows whether it was done; the store asks before it goes on.
    if (signal?.aborted) throw new PipelineError('aborted');
    throw new PipelineError(late.aborted ? 'timeout' : 'network');
  }
}

async function signedIn({ headers }: ExchangeOptions) {
  try {
    return await headers();
  } catch {
    throw new PipelineError('not_signed_in');
  }
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The answer as the contract has it. What does not fit is told by its place: a value may be a secret. */
export function fitted<T extends z.ZodMiniType>(schema: T, body: unknown): z.infer<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const places = result.error.issues.slice(0, 5).map(({ path }) => path.join('.'));
  throw new PipelineError('unreadable', { detail: places.join() });
}
