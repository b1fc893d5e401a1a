import { problem, type Problem } from '../../../src/contract/index.js';
import { createFakeFetch, type FakeHost, type Faults } from '../../../src/mocks/index.js';

/** A backend’s answer to a `fetch`, whatever its shape. */
export type Serve = (request: Request) => Promise<Response>;

export interface Asked {
  method?: 'GET' | 'POST' | 'PUT';
  body?: unknown;
  key?: string | null | undefined;
  version?: string | null | undefined;
}

/** A refusal of the fake host, to be told in another backend’s words. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
    readonly retryAfter: string | null,
  ) {
    super(problem.code);
  }
}

const BASE = 'https://upstream.example';

/** The fake host as the store behind a backend of another shape: it keeps the rules and the repeats. */
export function upstreamOf(host: FakeHost, caller: string | null, faults?: Faults) {
  const ask = createFakeFetch(host, { baseUrl: BASE, caller: () => caller, faults });
  return async function call(path: string, { method = 'GET', body, key, version }: Asked = {}) {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (version) headers['If-Match'] = version;
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await ask(BASE + path, init);
    const text = await response.text();
    const answer: any = text === '' ? null : JSON.parse(text);
    if (response.ok) return answer;
    throw new Refusal(response.status, problem.parse(answer), response.headers.get('Retry-After'));
  };
}

export type Upstream = ReturnType<typeof upstreamOf>;

/** Who sent a request: a fake needs no passwords. */
export const callerOf = (request: Request): string | null =>
  request.headers.get('Authorization')?.replace('Bearer ', '') ?? null;

/** A `fetch` that a backend answers, what it was asked, and a line that can lose an answer. */
export function fetchOf(serve: Serve) {
  const asked: Request[] = [];
  let losing = false;
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    asked.push(request.clone());
    const isWrite =
      request.method === 'POST' && !(await request.clone().text()).includes('"query ');
    const answer = await serve(request);
    if (!losing || !isWrite) return answer;
    losing = false;
    throw new TypeError('the answer got lost');
  };
  return {
    fetch: ask,
    asked,
    /** The next write is done, and nobody hears of it. */
    loseAnswer() {
      losing = true;
    },
  };
}
