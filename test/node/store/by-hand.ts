import type { PipelineAdapter, ChangeEvent, WatchOptions } from '../../../src/adapter/index.js';
import type { Surroundings } from '../../../src/store/index.js';
import type { Tabs } from '../../../src/store/surroundings.js';

/** A call that the test answers when it wants to. */
export interface Call {
  method: string;
  args: unknown[];
  signal: AbortSignal | undefined;
  key: string | undefined;
  resolve(value: unknown): Promise<void>;
  reject(error: unknown): Promise<void>;
}

/** An adapter whose every answer the test gives by hand. */
export function adapterByHand() {
  const calls: Call[] = [];
  const answered = new Set<Call>();
  const adapter = new Proxy({} as PipelineAdapter, {
    get(_target, method: string) {
      if (/^now$|^channel$|^watch/.test(method)) return undefined;
      return (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const options = args.at(-1) as { signal?: AbortSignal; idempotencyKey?: string };
          const call: Call = {
            method,
            args: args.slice(0, -1),
            signal: options.signal,
            key: options.idempotencyKey,
            resolve: async (value) => {
              answered.add(call);
              resolve(value);
              await turn();
            },
            reject: async (error) => {
              answered.add(call);
              reject(error);
              await turn();
            },
          };
          calls.push(call);
        });
    },
  });
  return {
    adapter,
    calls,
    /** The oldest call of this method that waits for its answer and was not given up. */
    next(method: string): Call {
      const call = calls.find(
        (each) => each.method === method && !answered.has(each) && !each.signal?.aborted,
      );
      if (!call) throw new Error(`no ${method} is waiting`);
      return call;
    },
    count: (method: string) => calls.filter((call) => call.method === method).length,
  };
}

/** Lets everything that is ready run. */
export async function turn(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await Promise.resolve();
}

/** A page that the test hides and wakes. */
export function pageByHand() {
  const wakers = new Set<() => void>();
  const hiders = new Set<() => void>();
  let hidden = false;
  const listen = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  const surroundings: Surroundings = {
    isHidden: () => hidden,
    onWake: listen(wakers),
    onHide: listen(hiders),
  };
  return {
    surroundings,
    hide() {
      hidden = true;
      for (const listener of hiders) listener();
    },
    show() {
      hidden = false;
      for (const listener of wakers) listener();
    },
    focus() {
      for (const listener of wakers) listener();
    },
    get listeners() {
      return wakers.size + hiders.size;
    },
  };
}

/** A stream of changes that the test feeds. */
export function streamByHand() {
  const opened: {
    options: WatchOptions;
    send(id: string): Promise<void>;
    end(error?: unknown): Promise<void>;
  }[] = [];
  const watch = (options: WatchOptions = {}): AsyncIterable<ChangeEvent> => {
    let wake: ((result: IteratorResult<ChangeEvent>) => void) | undefined;
    let fail: ((error: unknown) => void) | undefined;
    const give = async (act: () => void) => {
      await turn();
      act();
      await turn();
    };
    options.signal?.addEventListener('abort', () => wake?.({ done: true, value: undefined }));
    opened.push({
      options,
      send: (id) => give(() => wake?.({ done: false, value: { id } })),
      end: (error) =>
        give(() => (error ? fail?.(error) : wake?.({ done: true, value: undefined }))),
    });
    return {
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise((resolve, reject) => {
            wake = resolve;
            fail = reject;
          }),
      }),
    };
  };
  return { watch, opened };
}

/** What the tabs of one site have in common: locks, each held by one at a time, and channels. */
export function siteByHand() {
  const turns = new Map<string, { work: () => void }[]>();
  const channels = new Set<{ name: string; hear: (message: string | undefined) => void }>();
  const next = (name: string) => turns.get(name)?.[0]?.work();
  const tabs: Tabs = {
    lead: (name, signal, work) =>
      new Promise((resolve, reject) => {
        const waiting = turns.get(name) ?? [];
        turns.set(name, waiting);
        let isMine = false;
        const leave = () => {
          waiting.splice(waiting.indexOf(turn), 1);
          if (isMine) next(name);
        };
        const turn = {
          work: () => {
            if (isMine) return;
            isMine = true;
            void work().then(resolve, reject).finally(leave);
          },
        };
        waiting.push(turn);
        signal.addEventListener('abort', () => {
          if (isMine) return;
          leave();
          reject(signal.reason as Error);
        });
        next(name);
      }),
    open(name) {
      const mine = { name, hear: (_message: string | undefined) => undefined as void };
      channels.add(mine);
      return {
        post(message) {
          for (const each of channels) if (each !== mine && each.name === name) each.hear(message);
        },
        onMessage: (listener) => (mine.hear = listener),
        close: () => channels.delete(mine),
      };
    },
  };
  return {
    tabs,
    /** Channels that are open. */
    get open() {
      return channels.size;
    },
    /** Tabs that lead, or wait for their turn. */
    get inLine() {
      return [...turns.values()].flat().length;
    },
  };
}
