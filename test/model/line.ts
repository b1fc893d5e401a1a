import { handleRequest, type FakeHost } from '../../src/mocks/index.js';

export const BASE = 'https://host.example/api';

/** A request on its way, or its answer on the way back. It stands still until the test moves it. */
export interface Exchange {
  readonly who: string;
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly ifMatch: string | null;
  /** The host's answer, once the request has reached it. */
  answer: Response | undefined;
  /** Whoever sent it waits no more; it may reach the host all the same. */
  isForsaken: boolean;
  readonly again: () => Request;
  readonly resolve: (answer: Response) => void;
  readonly reject: (error: unknown) => void;
}

/** A network in the hands of the test: it may drop, delay, repeat and reorder whatever is sent. */
export function createLine(
  host: FakeHost,
  hooks: {
    tell: (what: string) => void;
    onSend: (exchange: Exchange, isRepeat: boolean) => void;
    onArrival: (exchange: Exchange, answer: Response) => Promise<void>;
  },
) {
  let open: Exchange[] = [];
  const leave = (exchange: Exchange) => {
    open = open.filter((each) => each !== exchange);
  };
  const forsake = (exchange: Exchange, why: unknown) => {
    exchange.isForsaken = true;
    exchange.reject(why);
    if (exchange.answer) leave(exchange);
  };
  const tell = (what: string, { who, method, path, key, answer }: Exchange) =>
    hooks.tell(`${what}: ${who} ${method} ${path} ${key?.slice(-4) ?? ''} ${answer?.status ?? ''}`);
  const ask = ({ again, who }: Exchange) =>
    handleRequest(host, again(), { baseUrl: BASE, caller: () => who });

  return {
    get open(): readonly Exchange[] {
      return open;
    },
    /** The `fetch` of one page. */
    fetchAs:
      (who: string): typeof fetch =>
      (input, init = {}) =>
        new Promise((resolve, reject) => {
          const { signal, ...rest } = init;
          const headers = new Headers(init.headers);
          const exchange: Exchange = {
            who,
            method: init.method ?? 'GET',
            path: (input as string).slice(BASE.length),
            key: headers.get('Idempotency-Key'),
            ifMatch: headers.get('If-Match'),
            answer: undefined,
            isForsaken: false,
            again: () => new Request(input, rest),
            resolve,
            reject,
          };
          open.push(exchange);
          hooks.onSend(exchange, false);
          signal?.addEventListener('abort', () => {
            forsake(exchange, signal.reason);
          });
        }),
    /** The request reaches the host, which does what it does. */
    async arrive(exchange: Exchange) {
      tell('arrives', exchange);
      exchange.answer = await ask(exchange);
      await hooks.onArrival(exchange, exchange.answer);
      if (exchange.isForsaken) leave(exchange);
    },
    /** The network delivers a request a second time; nobody waits for that answer. */
    async repeat(exchange: Exchange) {
      tell('repeated', exchange);
      hooks.onSend(exchange, true);
      await hooks.onArrival(exchange, await ask(exchange));
    },
    /** The answer reaches the page. */
    deliver(exchange: Exchange) {
      tell('answered', exchange);
      leave(exchange);
      exchange.resolve(exchange.answer!);
    },
    /** No answer comes: the request was lost, or what the host said to it. */
    lose(exchange: Exchange) {
      tell('lost', exchange);
      leave(exchange);
      exchange.reject(new TypeError('the line broke'));
    },
    /** The page is told that there is no answer, while its request still travels. */
    strand(exchange: Exchange) {
      tell('stranded', exchange);
      forsake(exchange, new TypeError('the line broke'));
    },
    /** Something in between answers in the host's place. */
    intercept(exchange: Exchange, status: number, code: string) {
      tell('intercepted', exchange);
      leave(exchange);
      const body = JSON.stringify({ status, code, type: 'about:blank', title: code });
      const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '1' };
      exchange.resolve(new Response(body, { status, headers }));
    },
  };
}
export type Line = ReturnType<typeof createLine>;
