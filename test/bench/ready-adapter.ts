import type { ChangeEvent, PipelineAdapter } from '../../src/adapter/index.js';
import type { QueuePage } from '../../src/contract/index.js';
import { createFakeAdapter, type FakeHost } from '../../src/mocks/index.js';

type Asked = Parameters<PipelineAdapter['getQueue']>;

/**
 * An adapter whose answers lie ready: they are fetched from the host beforehand, so that a measured act
 * waits for nothing but the page. What is asked for without being ready is fetched late, and counted.
 */
export function createReadyAdapter(host: FakeHost) {
  const real = createFakeAdapter(host, { as: 'mara' });
  const ready = new Map<string, QueuePage>();
  const known = new Map<string, Asked>();
  let late = 0;
  let send: (event: ChangeEvent) => void = () => undefined;
  let events = 0;

  const keyOf = ([filters, { cursor, limit } = {}]: Asked) =>
    JSON.stringify([Object.entries(filters).map(String).toSorted(), cursor, limit]);

  const adapter: PipelineAdapter = {
    ...real,
    async getQueue(...asked) {
      const key = keyOf(asked);
      const [filters, { cursor, limit } = {}] = asked;
      known.set(key, [filters, { cursor, limit }]);
      const answer = ready.get(key);
      if (answer) return structuredClone(answer);
      late += 1;
      return real.getQueue(...asked);
    },
    watchQueue: () => ({
      [Symbol.asyncIterator]: () => ({
        next: () =>
          new Promise((resolve) => {
            send = (value) => resolve({ value, done: false });
          }),
      }),
    }),
  };

  return {
    adapter,
    /** Answers that nobody had fetched. */
    get late() {
      return late;
    },
    /** Fetches whatever was ever asked for; gives the milliseconds that an answer took. */
    async prepare(): Promise<number> {
      const start = performance.now();
      for (const [key, asked] of known) ready.set(key, await real.getQueue(...asked));
      return (performance.now() - start) / Math.max(known.size, 1);
    },
    tellChange() {
      events += 1;
      send({ id: `v${events}` });
    },
  };
}
export type ReadyAdapter = ReturnType<typeof createReadyAdapter>;
